namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Clips to what a <c>clipPath</c> element holds (CSS Masking 1, 5).</summary>
internal sealed class ClipPainter(Drawing drawing, TextPainter text)
{
    /// <summary>Clips what is drawn from here on, until the graphics state is restored.</summary>
    /// <returns>False when nothing is left to be seen.</returns>
    public bool Clip(Canvas canvas, SvgElement clipPath, Matrix matrix, Viewport viewport, Lazy<Area?> bounds)
    {
        var isVisible = true;
        drawing.Within(clipPath, () =>
        {
            var style = drawing.Cascade.StyleOf(clipPath, SvgStyle.Initial);
            var content = matrix;
            if (clipPath["clipPathUnits"] == "objectBoundingBox")
            {
                content = bounds.Value is { } box ? box.FromUnitSquare.Then(matrix) : matrix;
            }

            content = TransformList.Parse(style.Transform).Then(content);
            var (outline, isEvenOdd) = OutlineOf(clipPath, style, content, viewport);
            isVisible = outline.Steps.Count > 0;
            if (isVisible)
            {
                canvas.AddPath(outline, Matrix.Identity);
                canvas.Operator(isEvenOdd ? "W*"u8 : "W"u8);
                canvas.Operator("n"u8);
                if (drawing.Find(style.ClipPath, "clipPath") is { } further)
                {
                    isVisible = Clip(canvas, further, matrix, viewport, bounds);
                }
            }
        });
        return isVisible;
    }

    /// <summary>All shapes of a clip path in one outline, on the canvas.</summary>
    private (Outline Outline, bool IsEvenOdd) OutlineOf(SvgElement clipPath, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var parts = new List<(Outline Outline, bool IsEvenOdd)>();
        foreach (var child in clipPath.Elements)
        {
            Add(parts, child, style, matrix, viewport);
        }

        if (parts is [var only])
        {
            return only;
        }

        var all = new Outline();
        foreach (var (outline, _) in parts)
        {
            all.Add(Outlines.Clockwise(outline), Matrix.Identity);
        }

        return (all, false);
    }

    private void Add(List<(Outline, bool)> parts, SvgElement child, SvgStyle inherited, Matrix matrix, Viewport viewport)
    {
        var style = drawing.Cascade.StyleOf(child, inherited);
        var moved = TransformList.Parse(style.Transform).Then(matrix);
        if (!style.IsShown || !style.IsVisible || !drawing.Spend(1))
        {
            return;
        }

        // A clip path may use a shape, but no group and no other use (CSS Masking 1, 5.1).
        if (child.Name == "use" && child.Target is { } id && drawing.FindById(id) is { } target && target.Name != "use")
        {
            var (x, y) = (Length.Parse(child["x"], style.FontSize, viewport.Width) ?? 0, Length.Parse(child["y"], style.FontSize, viewport.Height) ?? 0);
            var targetStyle = drawing.Cascade.StyleOf(target, style);
            moved = TransformList.Parse(targetStyle.Transform).Then(Matrix.Translation(x, y)).Then(moved);
            (child, style) = (target, targetStyle);
        }

        if (child.Name == "text")
        {
            parts.AddRange(text.Lay(child, style, viewport).Select(part => (part.Glyphs.Transformed(moved), false)));
        }
        else if (drawing.OutlineOf(child, style, viewport) is { } outline)
        {
            parts.Add((outline.Transformed(moved), style.IsClipEvenOdd));
        }
    }
}
