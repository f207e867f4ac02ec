namespace DocBuilder.Pdf.Images.Svg;

/// <summary>The outlines of <c>path</c> and the basic shapes (SVG 2, 10).</summary>
internal static class Shapes
{
    /// <summary>The outline of a shape in its own coordinates; null when the element is none, or shows nothing.</summary>
    public static Outline? OutlineOf(SvgElement element, double fontSize, Viewport viewport) => element.Name switch
    {
        "path" => PathData.Parse(element["d"]),
        "rect" => Rectangle(element, fontSize, viewport),
        "circle" => Circle(element, fontSize, viewport),
        "ellipse" => EllipseOf(element, fontSize, viewport),
        "line" => LineOf(element, fontSize, viewport),
        "polyline" => Polygon(element, false),
        "polygon" => Polygon(element, true),
        _ => null,
    };

    private static Outline? Rectangle(SvgElement element, double em, Viewport viewport)
    {
        var (x, y) = (X("x") ?? 0, Y("y") ?? 0);
        var (width, height) = (X("width") ?? 0, Y("height") ?? 0);
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        var (rx, ry) = (X("rx"), Y("ry"));
        var (a, b) = (Math.Clamp(rx ?? ry ?? 0, 0, width / 2), Math.Clamp(ry ?? rx ?? 0, 0, height / 2));
        var outline = new Outline();
        if (a == 0 || b == 0)
        {
            outline.MoveTo(new(x, y));
            outline.LineTo(new(x + width, y));
            outline.LineTo(new(x + width, y + height));
            outline.LineTo(new(x, y + height));
        }
        else
        {
            outline.MoveTo(new(x + a, y));
            outline.LineTo(new(x + width - a, y));
            Corner(new(x + width, y + b));
            outline.LineTo(new(x + width, y + height - b));
            Corner(new(x + width - a, y + height));
            outline.LineTo(new(x + a, y + height));
            Corner(new(x, y + height - b));
            outline.LineTo(new(x, y + b));
            Corner(new(x + a, y));
        }

        outline.Close();
        return outline;

        void Corner(Point end) => Arc.AddTo(outline, new Arc(a, b, 0, false, true, end));
        double? X(string name) => Length.Parse(element[name], em, viewport.Width);
        double? Y(string name) => Length.Parse(element[name], em, viewport.Height);
    }

    private static Outline? Circle(SvgElement element, double em, Viewport viewport)
    {
        var r = Length.Parse(element["r"], em, viewport.Diagonal) ?? 0;
        return Ellipse(element, r, r, em, viewport);
    }

    private static Outline? EllipseOf(SvgElement element, double em, Viewport viewport)
    {
        var (rx, ry) = (Length.Parse(element["rx"], em, viewport.Width), Length.Parse(element["ry"], em, viewport.Height));
        return Ellipse(element, rx ?? ry ?? 0, ry ?? rx ?? 0, em, viewport);
    }

    private static Outline? Ellipse(SvgElement element, double rx, double ry, double em, Viewport viewport)
    {
        var (x, y) = (Length.Parse(element["cx"], em, viewport.Width) ?? 0, Length.Parse(element["cy"], em, viewport.Height) ?? 0);
        if (rx <= 0 || ry <= 0)
        {
            return null;
        }

        var outline = new Outline();
        outline.MoveTo(new(x + rx, y));
        foreach (var end in (ReadOnlySpan<Point>)[new(x, y + ry), new(x - rx, y), new(x, y - ry), new(x + rx, y)])
        {
            Arc.AddTo(outline, new Arc(rx, ry, 0, false, true, end));
        }

        outline.Close();
        return outline;
    }

    private static Outline LineOf(SvgElement element, double em, Viewport viewport)
    {
        var outline = new Outline();
        outline.MoveTo(new(Length.Parse(element["x1"], em, viewport.Width) ?? 0, Length.Parse(element["y1"], em, viewport.Height) ?? 0));
        outline.LineTo(new(Length.Parse(element["x2"], em, viewport.Width) ?? 0, Length.Parse(element["y2"], em, viewport.Height) ?? 0));
        return outline;
    }

    private static Outline? Polygon(SvgElement element, bool isClosed)
    {
        var outline = new Outline();
        var scanner = new NumberScanner(element["points"]);
        while (scanner.TryNumber(out var x) && scanner.TryNumber(out var y))
        {
            if (outline.Steps.Count == 0)
            {
                outline.MoveTo(new(x, y));
            }
            else
            {
                outline.LineTo(new(x, y));
            }
        }

        if (isClosed)
        {
            outline.Close();
        }

        return outline.Steps.Count == 0 ? null : outline;
    }
}
