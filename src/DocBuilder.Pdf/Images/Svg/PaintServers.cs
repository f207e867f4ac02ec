using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>What a reference to a gradient or pattern paints with.</summary>
/// <param name="Pattern">The pattern; null for one colour.</param>
/// <param name="SoftMask">A graphics state for colours that are not opaque; null for none.</param>
/// <param name="Color">The colour when there is no pattern.</param>
internal sealed record PaintServer(ObjectId? Pattern, ObjectId? SoftMask, SvgColor Color);

/// <summary>Makes patterns (ISO 32000-1 8.7) of gradients and patterns (SVG 2, 14).</summary>
internal sealed class PaintServers(Drawing drawing, Painter painter)
{
    /// <summary>The paint of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="canvas">What can be seen of the canvas.</param>
    /// <param name="outline">What is painted, in its own coordinates.</param>
    /// <param name="style">Its properties.</param>
    /// <param name="matrix">From its coordinates to the canvas's.</param>
    /// <param name="viewport">What percentages refer to.</param>
    /// <returns>The paint; null when there is none of that id.</returns>
    public PaintServer? Resolve(string id, Area canvas, Outline outline, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        if (drawing.FindById(id, "linearGradient", "radialGradient", "pattern") is not { } server || outline.Bounds() is not { } box)
        {
            return null;
        }

        var attributes = WithInherited(server, out var holder);
        var units = server.Name == "pattern" ? "patternUnits" : "gradientUnits";
        var isBoxed = attributes.GetValueOrDefault(units) != "userSpaceOnUse";
        if (isBoxed && (box.Width <= 0 || box.Height <= 0))
        {
            return null;
        }

        return server.Name == "pattern"
            ? Tile(server, holder, attributes, isBoxed, box, style, matrix, viewport)
            : new Gradient(drawing, server, holder, attributes).Paint(isBoxed ? box : null, canvas, Painted(box, style, matrix, viewport), style, matrix, viewport);
    }

    /// <summary>Where on the canvas paint may come to lie, lines and all.</summary>
    private static Area Painted(Area box, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var width = style.Stroke.Kind == PaintKind.None ? 0 : Length.Parse(style.StrokeWidth, style.FontSize, viewport.Diagonal) ?? 1;
        return matrix.Apply(new Area(box.X - width, box.Y - width, box.Width + (2 * width), box.Height + (2 * width)));
    }

    /// <summary>The attributes of a server and of those that it refers to, and the first of them that holds anything.</summary>
    private Dictionary<string, string> WithInherited(SvgElement server, out SvgElement holder)
    {
        const int LongestChain = 16;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        SvgElement? held = null;
        var at = server;
        for (var i = 0; at is not null && i < LongestChain; i++)
        {
            foreach (var (name, value) in at.Attributes)
            {
                attributes.TryAdd(name, value);
            }

            held ??= at.Elements.Any() ? at : null;
            at = at.Target is { } id ? drawing.FindById(id, "linearGradient", "radialGradient", "pattern") : null;
        }

        holder = held ?? server;
        return attributes;
    }

    private PaintServer? Tile(
        SvgElement pattern, SvgElement holder, Dictionary<string, string> attributes, bool isBoxed, Area box, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var tile = new Area(Get("x", viewport.Width), Get("y", viewport.Height), Get("width", viewport.Width), Get("height", viewport.Height));
        if (isBoxed)
        {
            tile = box.FromUnitSquare.Apply(tile);
        }

        var place = Matrix.Translation(tile.X, tile.Y).Then(TransformList.Parse(attributes.GetValueOrDefault("patternTransform"))).Then(matrix);
        if (tile.Width <= 0 || tile.Height <= 0 || !place.IsInvertible)
        {
            return new PaintServer(null, null, default);
        }

        PaintServer? result = null;
        drawing.Within(holder, () =>
        {
            // The tile is written at the size that it has on the canvas, where thousandths are fine enough.
            var scale = place.Scale;
            using var canvas = new Canvas(new Area(0, 0, tile.Width * scale, tile.Height * scale));
            var content = attributes.GetValueOrDefault("patternContentUnits") == "objectBoundingBox" ? Matrix.Scaling(box.Width, box.Height) : Matrix.Identity;
            if (NumberScanner.List(attributes.GetValueOrDefault("viewBox")) is [var x, var y, > 0 and var width, > 0 and var height])
            {
                content = ViewBox.Fit(
                    new Area(x, y, width, height), new Area(0, 0, tile.Width, tile.Height), attributes.GetValueOrDefault("preserveAspectRatio"), out _);
            }

            var inherited = drawing.Cascade.StyleOf(pattern, SvgStyle.Initial);
            painter.Draw(canvas, holder.Elements, inherited, content.Then(Matrix.Scaling(scale, scale)), viewport);
            result = new PaintServer(drawing.Objects.Tile(canvas, Matrix.Scaling(1 / scale, 1 / scale).Then(place)), null, default);
        });
        return result;

        double Get(string name, double whole) => Length.Parse(attributes.GetValueOrDefault(name), style.FontSize, isBoxed ? 1 : whole) ?? 0;
    }
}
