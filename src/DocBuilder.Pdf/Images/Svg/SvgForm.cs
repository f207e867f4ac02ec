using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Labels;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Writes a drawing as a form XObject of vectors (ISO 32000-1 8.10) that fills the unit square, as an image XObject does.</summary>
internal static class SvgForm
{
    /// <summary>The size of drawings that do not say theirs (CSS 2.2, 10.3.2).</summary>
    private const double DefaultWidth = 300, DefaultHeight = 150;

    /// <summary>Writes a drawing.</summary>
    /// <param name="bytes">The SVG file.</param>
    /// <param name="objects">Where its objects go.</param>
    /// <param name="labels">Sets its words.</param>
    /// <param name="image">Makes an image XObject of a raster picture in it.</param>
    /// <param name="language">The language of words that do not say theirs.</param>
    /// <param name="leftOut">What is not drawn, in words.</param>
    /// <returns>The form; null when the file cannot be read.</returns>
    public static ObjectId? Write(
        ReadOnlyMemory<byte> bytes, DrawingObjects objects, LabelSetter labels, Func<ReadOnlyMemory<byte>, PdfImage?> image, string language, out IReadOnlyCollection<string> leftOut)
    {
        leftOut = [];
        if (SvgDocument.Read(bytes) is not { } document)
        {
            return null;
        }

        var root = document.Root;
        var box = ViewBox.Of(root);
        var size = SizeOf(root, box);
        var fit = box is { } b ? ViewBox.Fit(b, size, root["preserveAspectRatio"], out _) : Matrix.Identity;
        var viewport = box is { } v ? new Viewport(v.Width, v.Height) : new Viewport(size.Width, size.Height);

        var drawing = new Drawing(document, objects, labels, image, language);
        using var canvas = new Canvas(size);
        var style = drawing.Cascade.StyleOf(root, SvgStyle.Initial);
        new Painter(drawing).Draw(canvas, root.Elements, style, fit, viewport);
        leftOut = drawing.LeftOut;

        // Drawings count y downwards, PDF upwards.
        return objects.Form(canvas, new Matrix(1 / size.Width, 0, 0, -1 / size.Height, 0, 1), isGroup: false);
    }

    private static Area SizeOf(SvgElement root, Area? box)
    {
        var (width, height) = (Absolute(root["width"]), Absolute(root["height"]));
        if (box is { } b)
        {
            width ??= height is { } h ? h * b.Width / b.Height : b.Width;
            height ??= width * b.Height / b.Width;
        }

        // Coordinates are written in thousandths: what is smaller than it is shown would be seen to be rounded.
        var size = new Area(0, 0, width ?? DefaultWidth, height ?? DefaultHeight);
        var scale = Math.Clamp(1000 / Math.Max(size.Width, size.Height), 1, 1e6);
        return box is null ? size : size with { Width = size.Width * scale, Height = size.Height * scale };
    }

    private static double? Absolute(string? length) =>
        length?.TrimEnd().EndsWith('%') == true ? null : Length.Parse(length, 16, 0) is > 0 and var value ? value : null;
}
