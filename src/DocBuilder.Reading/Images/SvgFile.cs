using System.Globalization;
using System.Xml;

namespace DocBuilder.Reading.Images;

/// <summary>Checks that an SVG file is well-formed and harmless, and finds its size. It is not drawn here.</summary>
internal static class SvgFile
{
    private const int DeepestElement = 256;

    public static ImageCheck Check(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersFromEntities = 0,
                CloseInput = true,
            });
            var size = (Width: 0, Height: 0);
            var isRoot = true;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (isRoot)
                {
                    if (reader.LocalName != "svg")
                    {
                        return ImageCheck.Failed(ImageProblem.UnknownKind);
                    }

                    size = SizeOf(reader.GetAttribute("width"), reader.GetAttribute("height"), reader.GetAttribute("viewBox"));
                    isRoot = false;
                }

                if (reader.Depth > DeepestElement)
                {
                    return ImageCheck.Failed(ImageProblem.Broken, "its elements are nested too deep");
                }

                if (reader.LocalName is "script" or "foreignObject")
                {
                    return ImageCheck.Failed(ImageProblem.Broken, $"it holds a {reader.LocalName} element");
                }
            }

            return size is { Width: > 0, Height: > 0 }
                ? new ImageCheck(ImageProblem.None, "", "image/svg+xml", size.Width, size.Height)
                : new ImageCheck(ImageProblem.WithoutSize, "", "image/svg+xml", 300, 150);
        }
        catch (XmlException)
        {
            return ImageCheck.Failed(ImageProblem.Broken, "it is not well-formed XML");
        }
    }

    private static (int Width, int Height) SizeOf(string? width, string? height, string? viewBox)
    {
        var box = (viewBox ?? "").Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var boxWidth = box.Length == 4 ? Pixels(box[2]) : 0;
        var boxHeight = box.Length == 4 ? Pixels(box[3]) : 0;
        var w = Pixels(width);
        var h = Pixels(height);
        return w > 0 && h > 0 ? (w, h)
            : boxWidth <= 0 || boxHeight <= 0 ? (0, 0)
            : w > 0 ? (w, Math.Max(1, (int)((long)w * boxHeight / boxWidth)))
            : h > 0 ? (Math.Max(1, (int)((long)h * boxWidth / boxHeight)), h)
            : (boxWidth, boxHeight);
    }

    private static int Pixels(string? length)
    {
        var end = 0;
        while (length is not null && end < length.Length && (char.IsAsciiDigit(length[end]) || length[end] == '.'))
        {
            end++;
        }

        if (end == 0 || !double.TryParse(length.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return 0;
        }

        // CSS Values: absolute lengths in pixels of 1/96 inch.
        var factor = length![end..].Trim() switch { "" or "px" => 1, "pt" => 96 / 72.0, "pc" => 16, "in" => 96, "cm" => 96 / 2.54, "mm" => 96 / 25.4, _ => 0 };
        return (int)Math.Min(Math.Ceiling(value * factor), 100_000);
    }
}
