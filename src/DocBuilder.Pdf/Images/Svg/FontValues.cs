using System.Collections.Immutable;
using System.Globalization;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Reads the font properties (CSS Fonts 4).</summary>
internal static class FontValues
{
    /// <summary>The families of <c>font-family</c>, without their quotation marks.</summary>
    public static ImmutableArray<string> Families(string value) =>
        [.. value.Split(',').Select(static name => name.Trim().Trim('"', '\'').Trim()).Where(static name => name.Length > 0)];

    /// <summary>A size in pixels: at least so much that glyphs can be measured.</summary>
    public static double Size(string value, double parent)
    {
        double? size = value switch
        {
            "xx-small" => 9,
            "x-small" => 10,
            "small" => 13,
            "medium" => 16,
            "large" => 18,
            "x-large" => 24,
            "xx-large" => 32,
            "smaller" => parent / 1.2,
            "larger" => parent * 1.2,
            _ => Length.Parse(value, parent, parent),
        };
        return size is >= 0 and < 1e5 ? size.Value : parent;
    }

    /// <summary>Whether a weight is nearer to bold than to regular.</summary>
    public static bool IsBold(string value, bool parent) => value switch
    {
        "bold" or "bolder" => true,
        "normal" or "lighter" => false,
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) ? weight > 550 : parent,
    };

    /// <summary>The shorthand <c>font</c>: style and weight, size, perhaps a line height, families.</summary>
    public static SvgStyle Shorthand(SvgStyle style, string value)
    {
        var words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => (char.IsAsciiDigit(word[0]) || word[0] == '.') && !int.TryParse(word, CultureInfo.InvariantCulture, out _));
        if (at < 0 || at == words.Length - 1)
        {
            return style;
        }

        var before = words.AsSpan(0, at);
        return style with
        {
            IsItalic = before.Contains("italic") || before.Contains("oblique"),
            IsBold = before.Contains("bold") || before.Contains("600") || before.Contains("700") || before.Contains("800") || before.Contains("900"),
            FontSize = Size(words[at].Split('/')[0], style.FontSize),
            FontFamilies = Families(string.Join(' ', words[(at + 1)..])),
        };
    }
}
