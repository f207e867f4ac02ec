using System.Collections.Frozen;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Goes through the elements of a drawing and draws them, without recursion on how deep they are nested.</summary>
internal sealed class Painter
{
    /// <summary>PDF/A-2 6.1.13 allows 28 saved states in all; beyond this many a form begins, with a stack of its own.</summary>
    private const int MostSavedStates = 12;

    /// <summary>What cannot be drawn, by element, in the words of the finding.</summary>
    private static readonly FrozenDictionary<string, string> Undrawable = new Dictionary<string, string>
    {
        ["foreignObject"] = "text of another vocabulary (foreignObject)",
        ["video"] = "video",
        ["audio"] = "sound",
        ["iframe"] = "frames",
        ["canvas"] = "canvas",
        ["animate"] = "animation",
        ["animateTransform"] = "animation",
        ["animateMotion"] = "animation",
        ["animateColor"] = "animation",
        ["set"] = "animation",
        ["mesh"] = "mesh gradients",
    }.ToFrozenDictionary();

    private readonly Drawing _drawing;
    private readonly HashSet<SvgElement> _inUse = [];
    private readonly ShapePainter _shapes;
    private readonly TextPainter _text;
    private readonly ClipPainter _clips;

    public Painter(Drawing drawing)
    {
        _drawing = drawing;
        _text = new TextPainter(drawing);
        _clips = new ClipPainter(drawing, _text);
        _shapes = new ShapePainter(drawing, this);
    }

    /// <summary>Draws elements and what they hold.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="elements">The elements, the lowest first.</param>
    /// <param name="style">What they inherit.</param>
    /// <param name="matrix">From their coordinates to the canvas's.</param>
    /// <param name="viewport">What their percentages refer to.</param>
    public void Draw(Canvas canvas, IEnumerable<SvgElement> elements, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var walk = new Walk(canvas);
        PushAll(walk, elements, style, matrix, viewport);
        while (walk.Pending.TryPop(out var next))
        {
            next();
        }
    }

    private void PushAll(Walk walk, IEnumerable<SvgElement> elements, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        foreach (var element in elements.Reverse())
        {
            walk.Pending.Push(() => Visit(walk, element, style, matrix, viewport, null));
        }
    }

    private void Visit(Walk walk, SvgElement element, SvgStyle inherited, Matrix matrix, Viewport viewport, SvgElement? user)
    {
        if (Undrawable.TryGetValue(element.Name, out var what))
        {
            _drawing.LeftOut.Add(what);
        }

        if (!IsDrawn(element, user) || !_drawing.Spend(Drawing.ElementWork))
        {
            return;
        }

        var style = _drawing.Cascade.StyleOf(element, inherited);
        matrix = TransformList.Parse(style.Transform).Then(matrix);
        if (!style.IsShown || !matrix.IsInvertible)
        {
            return;
        }

        if (style.Filter != "none")
        {
            _drawing.LeftOut.Add("filters");
        }

        if (style.MixBlendMode != "normal")
        {
            _drawing.LeftOut.Add("blend modes");
        }

        var outline = _drawing.OutlineOf(element, style, viewport);
        if (outline is not null && style is { Opacity: < 1, Mask: "none" } && HasOnePaint(style))
        {
            style = style with { FillOpacity = style.FillOpacity * style.Opacity, StrokeOpacity = style.StrokeOpacity * style.Opacity, Opacity = 1 };
        }

        var bounds = new Lazy<Area?>(() => outline?.Bounds() ?? GroupBounds.Of(_drawing, element, style, viewport));
        if (!Begin(walk, style, matrix, viewport, bounds))
        {
            return;
        }

        if (outline is not null)
        {
            _shapes.Paint(walk.Canvas, outline, style, matrix, viewport, element);
            return;
        }

        switch (element.Name)
        {
            case "text":
                foreach (var (glyphs, spanStyle) in _text.Lay(element, style, viewport))
                {
                    _shapes.Paint(walk.Canvas, glyphs, spanStyle, matrix, viewport, null);
                }

                break;
            case "image":
                ImagePainter.Paint(_drawing, walk.Canvas, element, style, matrix, viewport);
                break;
            case "use":
                Use(walk, element, style, matrix, viewport);
                break;
            case "svg" or "symbol":
                Nested(walk, element, user, style, matrix, viewport);
                break;
            case "switch":
                PushAll(walk, element.Elements.Where(static child => IsDrawn(child, null) && child["requiredExtensions"] is null).Take(1), style, matrix, viewport);
                break;
            default:
                PushAll(walk, element.Elements, style, matrix, viewport);
                break;
        }
    }

    private static bool IsDrawn(SvgElement element, SvgElement? user) => element.Name switch
    {
        "g" or "a" or "svg" or "switch" or "use" or "text" or "image" or "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" => true,
        "symbol" => user is not null,
        _ => false,
    };

    private static bool HasOnePaint(SvgStyle style) =>
        (style.Fill.Kind == PaintKind.None || style.Stroke.Kind == PaintKind.None) && style is { MarkerStart: "none", MarkerMid: "none", MarkerEnd: "none" };

    /// <summary>Begins what applies to an element as a whole: clip, mask, opacity. It ends when the element's own steps are done. False: nothing can be seen of it.</summary>
    private bool Begin(Walk walk, SvgStyle style, Matrix matrix, Viewport viewport, Lazy<Area?> bounds)
    {
        var outer = walk.Canvas;
        var clip = _drawing.Find(style.ClipPath, "clipPath");
        var mask = _drawing.Find(style.Mask, "mask");
        if (clip is null && mask is null && style.Opacity >= 1)
        {
            return true;
        }

        if (style.Opacity <= 0)
        {
            return false;
        }

        if (mask is null && style.Opacity >= 1 && outer.SavedStates < MostSavedStates)
        {
            outer.Save();
            walk.Pending.Push(outer.Restore);
            return _clips.Clip(outer, clip!, matrix, viewport, bounds);
        }

        walk.Canvas = new Canvas(outer.Bounds);
        walk.Pending.Push(() =>
        {
            using var inner = walk.Canvas;
            walk.Canvas = outer;
            outer.Save();
            if (clip is null || _clips.Clip(outer, clip, matrix, viewport, bounds))
            {
                if (style.Opacity < 1)
                {
                    outer.Use("gs"u8, "ExtGState", _drawing.Objects.Opacity(style.Opacity, style.Opacity));
                }

                if (mask is not null && MaskPainter.Draw(_drawing, this, mask, outer.Bounds, matrix, viewport, bounds) is { } softMask)
                {
                    outer.Use("gs"u8, "ExtGState", softMask);
                }

                outer.Use("Do"u8, "XObject", _drawing.Objects.Form(inner, Matrix.Identity, isGroup: true));
            }

            outer.Restore();
        });
        return true;
    }

    private void Use(Walk walk, SvgElement use, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        if (use.Target is not { } id || _drawing.FindById(id) is not { } target)
        {
            if (use["href"] is { Length: > 0 } address && !address.StartsWith('#'))
            {
                _drawing.LeftOut.Add("parts of other files");
            }

            return;
        }

        // What is in use already would be in itself for ever.
        if (Contains(target, use) || !_inUse.Add(target))
        {
            return;
        }

        walk.Pending.Push(() => _inUse.Remove(target));
        var (x, y) = (Length.Parse(use["x"], style.FontSize, viewport.Width) ?? 0, Length.Parse(use["y"], style.FontSize, viewport.Height) ?? 0);
        var moved = Matrix.Translation(x, y).Then(matrix);
        walk.Pending.Push(() => Visit(walk, target, style, moved, viewport, use));
    }

    /// <summary>An <c>svg</c> within another, or a symbol that is used: a viewport of its own (SVG 2, 5.6).</summary>
    private void Nested(Walk walk, SvgElement element, SvgElement? user, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var isUsed = user is not null;
        var width = Length.Parse((isUsed ? user!["width"] : null) ?? element["width"] ?? "100%", style.FontSize, viewport.Width) ?? viewport.Width;
        var height = Length.Parse((isUsed ? user!["height"] : null) ?? element["height"] ?? "100%", style.FontSize, viewport.Height) ?? viewport.Height;
        var x = Length.Parse(element["x"], style.FontSize, viewport.Width) ?? 0;
        var y = Length.Parse(element["y"], style.FontSize, viewport.Height) ?? 0;
        if (width <= 0 || height <= 0)
        {
            return;
        }

        var place = new Area(x, y, width, height);
        var box = ViewBox.Of(element);
        var inner = box is { } b ? ViewBox.Fit(b, place, element["preserveAspectRatio"], out _) : Matrix.Translation(x, y);
        if (!style.IsOverflowVisible && walk.Canvas.SavedStates < MostSavedStates)
        {
            var canvas = walk.Canvas;
            canvas.Save();
            walk.Pending.Push(canvas.Restore);
            canvas.AddPath(Outlines.Rectangle(place), matrix);
            canvas.Operator("W"u8);
            canvas.Operator("n"u8);
        }

        PushAll(walk, element.Elements, style, inner.Then(matrix), box is { } v ? new Viewport(v.Width, v.Height) : new Viewport(width, height));
    }

    private static bool Contains(SvgElement ancestor, SvgElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is still to be done, and where it is drawn.</summary>
    private sealed class Walk(Canvas canvas)
    {
        public Stack<Action> Pending { get; } = new();

        public Canvas Canvas { get; set; } = canvas;
    }
}
