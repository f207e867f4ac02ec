namespace DocBuilder.Pdf.Images.Svg;

/// <summary>How a viewport shows what is in it: <c>viewBox</c> and <c>preserveAspectRatio</c> (SVG 2, 8.6 and 8.7).</summary>
internal static class ViewBox
{
    /// <summary>The box that an element's <c>viewBox</c> names; null when it names none.</summary>
    public static Area? Of(SvgElement element) =>
        NumberScanner.List(element["viewBox"]) is [var x, var y, > 0 and var width, > 0 and var height] ? new Area(x, y, width, height) : null;

    /// <summary>The matrix from what is in the box to the viewport.</summary>
    /// <param name="box">The box.</param>
    /// <param name="viewport">The viewport.</param>
    /// <param name="preserveAspectRatio">The attribute's value.</param>
    /// <param name="isSliced">Whether the box reaches beyond the viewport.</param>
    public static Matrix Fit(Area box, Area viewport, string? preserveAspectRatio, out bool isSliced)
    {
        var words = (preserveAspectRatio ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(static word => word != "defer").ToArray();
        var align = words.Length > 0 ? words[0] : "xMidYMid";
        var (sx, sy) = (viewport.Width / box.Width, viewport.Height / box.Height);
        isSliced = align != "none" && words.Length > 1 && words[1] == "slice";
        if (align == "none")
        {
            return Matrix.Translation(-box.X, -box.Y).Then(Matrix.Scaling(sx, sy)).Then(Matrix.Translation(viewport.X, viewport.Y));
        }

        var scale = isSliced ? Math.Max(sx, sy) : Math.Min(sx, sy);
        var x = viewport.X + (Part(align, "xMin", "xMax") * (viewport.Width - (box.Width * scale)));
        var y = viewport.Y + (Part(align, "YMin", "YMax") * (viewport.Height - (box.Height * scale)));
        return Matrix.Translation(-box.X, -box.Y).Then(Matrix.Scaling(scale, scale)).Then(Matrix.Translation(x, y));
    }

    private static double Part(string align, string least, string most) =>
        align.Contains(least, StringComparison.Ordinal) ? 0 : align.Contains(most, StringComparison.Ordinal) ? 1 : 0.5;
}
