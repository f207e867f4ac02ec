using System.Globalization;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>An sRGB colour, components and opacity 0 to 1.</summary>
internal readonly record struct SvgColor(double Red, double Green, double Blue, double Alpha = 1)
{
    /// <summary>What is drawn when nothing is said.</summary>
    public static SvgColor Black => new(0, 0, 0);

    /// <summary>Reads a colour (CSS Color 4): hexadecimal, a name, <c>rgb()</c>, <c>hsl()</c>; null for anything else.</summary>
    public static SvgColor? Parse(string text)
    {
        text = text.Trim().ToLowerInvariant();
        if (text.StartsWith('#'))
        {
            return FromHexadecimal(text.AsSpan(1));
        }

        if (text == "transparent")
        {
            return new SvgColor(0, 0, 0, 0);
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return ColorNames.Find(text) is { } rgb ? FromRgb(rgb, 1) : null;
        }

        var n = Arguments(text.AsSpan(open + 1).TrimEnd(')'));
        return (text[..open], n.Count) switch
        {
            ("rgb" or "rgba", 3 or 4) => new SvgColor(Unit(n[0], 255), Unit(n[1], 255), Unit(n[2], 255), n.Count == 4 ? Unit(n[3], 1) : 1),
            ("hsl" or "hsla", 3 or 4) => FromHsl(n[0].Value, Unit(n[1], 100), Unit(n[2], 100), n.Count == 4 ? Unit(n[3], 1) : 1),
            _ => null,
        };
    }

    private static SvgColor? FromHexadecimal(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 3 or 4)
        {
            digits = string.Concat(digits.ToArray().Select(static digit => new string(digit, 2)));
        }

        if (digits.Length is not (6 or 8) || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return digits.Length == 8 ? FromRgb((int)(value >> 8), (value & 0xFF) / 255.0) : FromRgb((int)value, 1);
    }

    private static SvgColor FromRgb(int rgb, double alpha) => new((rgb >> 16) / 255.0, ((rgb >> 8) & 0xFF) / 255.0, (rgb & 0xFF) / 255.0, alpha);

    private static SvgColor FromHsl(double hue, double saturation, double lightness, double alpha)
    {
        return new SvgColor(Component(0), Component(8), Component(4), alpha);

        double Component(int n)
        {
            var k = ((n + (hue / 30)) % 12 + 12) % 12;
            return lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
        }
    }

    private static List<(double Value, bool IsPercentage)> Arguments(ReadOnlySpan<char> text)
    {
        var result = new List<(double, bool)>();
        var scanner = new NumberScanner(text);
        while (!scanner.IsAtEnd && result.Count < 5)
        {
            if (scanner.Peek() == '/')
            {
                scanner.Skip();
            }

            if (!scanner.TryNumber(out var value))
            {
                break;
            }

            result.Add((value, scanner.Word() is "%"));
        }

        return result;
    }

    private static double Unit((double Value, bool IsPercentage) number, double whole) =>
        Math.Clamp(number.Value / (number.IsPercentage ? 100 : whole), 0, 1);
}

/// <summary>What an area or a line is painted with.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Color">The colour; with a reference, the one to fall back on.</param>
/// <param name="Reference">The id of a gradient or pattern.</param>
internal readonly record struct SvgPaint(PaintKind Kind, SvgColor Color, string? Reference = null)
{
    /// <summary>No paint.</summary>
    public static SvgPaint None => new(PaintKind.None, default);

    /// <summary>Reads the value of <c>fill</c> or <c>stroke</c>; null when it is not understood.</summary>
    public static SvgPaint? Parse(string text)
    {
        text = text.Trim();
        switch (text.ToLowerInvariant())
        {
            case "none":
                return None;
            case "currentcolor":
                return new SvgPaint(PaintKind.CurrentColor, default);
            case "context-fill" or "context-stroke":
                return new SvgPaint(PaintKind.CurrentColor, default);
        }

        if (ReferenceIn(text, out var rest) is { } id)
        {
            return new SvgPaint(PaintKind.Reference, SvgColor.Parse(rest) ?? default, id);
        }

        return SvgColor.Parse(text) is { } color ? new SvgPaint(PaintKind.Color, color) : null;
    }

    /// <summary>The id in <c>url(#id)</c>; null when the text does not begin with one, or names another file.</summary>
    public static string? ReferenceIn(string text, out string rest)
    {
        rest = "";
        if (!text.StartsWith("url(", StringComparison.OrdinalIgnoreCase) || text.IndexOf(')', StringComparison.Ordinal) is not (> 0 and var close))
        {
            return null;
        }

        rest = text[(close + 1)..];
        return text[4..close].Trim(' ', '"', '\'') is ['#', .. var id] ? id : null;
    }
}

/// <summary>Kinds of paint.</summary>
internal enum PaintKind
{
    /// <summary>Nothing is painted.</summary>
    None,

    /// <summary>One colour.</summary>
    Color,

    /// <summary>The value of <c>color</c>.</summary>
    CurrentColor,

    /// <summary>A gradient or pattern.</summary>
    Reference,
}
