using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>What an SVG file is, and what of it may go into an edition.</summary>
/// <param name="Check">Its size, or why it cannot be used.</param>
/// <param name="Bytes">The file, as it was when there was nothing in it to be removed.</param>
/// <param name="LeftOut">What was removed that may be missed, in words; empty for nothing.</param>
internal sealed record SvgFile(ImageCheck Check, byte[] Bytes, string LeftOut)
{
    /// <summary>The longer side in shorter ones: narrower than any picture that can be seen on a page.</summary>
    private const double MostSlender = 1000;

    /// <summary>The size of drawings that do not say theirs (CSS 2.2, 10.3.2).</summary>
    private const double DefaultWidth = 300, DefaultHeight = 150;

    /// <summary>Reads a file, without its DTD and without looking at any other file.</summary>
    public static SvgFile Read(byte[] bytes, Limits limits)
    {
        try
        {
            return Clean(bytes, limits, false);
        }
        catch (XmlException)
        {
            // Entities of a DTD, or of HTML, are not read: a space stands for each, and the file may be well-formed without them.
            if (WithoutEntities(bytes) is { } plain)
            {
                try
                {
                    return Clean(plain, limits, true);
                }
                catch (XmlException)
                {
                }
            }

            return Failed(ImageCheck.Failed(ImageProblem.Broken, "it is not well-formed XML"));
        }
    }

    private static SvgFile Clean(byte[] bytes, Limits limits, bool isChanged)
    {
        using var cleaner = new SvgCleaner(bytes, limits);
        if (cleaner.Run() is { } problem)
        {
            return Failed(problem);
        }

        var box = (cleaner.Root("viewBox") ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        var (boxWidth, boxHeight) = box is [_, _, > 0, > 0] ? (box[2], box[3]) : (0, 0);
        var (w, h) = (Pixels(cleaner.Root("width")), Pixels(cleaner.Root("height")));
        var (width, height) = (w, h, boxWidth) switch
        {
            ( > 0, > 0, _) => (w, h),
            ( > 0, _, > 0) => (w, w * boxHeight / boxWidth),
            (_, > 0, > 0) => (h * boxWidth / boxHeight, h),
            (_, _, > 0) => (boxWidth, boxHeight),
            _ => (w > 0 ? w : DefaultWidth, h > 0 ? h : DefaultHeight),
        };
        var check = new ImageCheck(ImageProblem.None, "", "image/svg+xml", Whole(width), Whole(height)) { AspectRatio = Math.Clamp(height / width, 1 / MostSlender, MostSlender) };
        return new SvgFile(check, isChanged || cleaner.IsChanged ? cleaner.Written() : bytes, string.Join(", ", cleaner.LeftOut));

        static int Whole(double length) => (int)Math.Clamp(Math.Round(length), 1, 100_000);
    }

    private static SvgFile Failed(ImageCheck problem) => new(problem, [], "");

    private static byte[]? WithoutEntities(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var plain = Regex.Replace(text, "&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)[A-Za-z_][\\w.-]*;", " ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        return plain.Length == text.Length ? null : Encoding.UTF8.GetBytes(plain);
    }

    // CSS Values: absolute lengths in pixels of 1/96 inch; others say nothing here.
    private static double Pixels(string? length)
    {
        length = length?.Trim() ?? "";
        var end = 0;
        while (end < length.Length && (char.IsAsciiDigit(length[end]) || length[end] is '.' or '+'))
        {
            end++;
        }

        var factor = length[end..].Trim() switch
        {
            "" or "px" => 1,
            "pt" => 96 / 72.0,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            "em" or "rem" => 16,
            "ex" => 8,
            _ => 0,
        };
        return Number(length[..end]) * factor;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
}
