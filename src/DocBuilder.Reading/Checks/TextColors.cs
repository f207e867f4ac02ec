using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Checks;

/// <summary>The colours of text as the attributes of its elements set them (style, color, bgcolor); sheets of styles are not read.</summary>
/// <param name="Ink">The colour of the text, 0xRRGGBB; null when it is not known.</param>
/// <param name="Ground">The colour behind it; null when it is not known, such as where a picture lies.</param>
/// <param name="IsInkSet">Whether an element here set the ink.</param>
internal readonly record struct TextColors(int? Ink, int? Ground, bool IsInkSet)
{
    private const int Black = 0x000000;
    private const int White = 0xFFFFFF;

    /// <summary>Black on white, and what the elements around the article set.</summary>
    public static TextColors OfAncestors(IElement root)
    {
        var around = new List<IElement>();
        for (var at = root.ParentElement; at is not null; at = at.ParentElement)
        {
            around.Add(at);
        }

        var colors = new TextColors(Black, White, false);
        for (var i = around.Count - 1; i >= 0; i--)
        {
            colors = colors.Enter(around[i]);
        }

        return colors with { IsInkSet = false };
    }

    /// <summary>The colours inside an element.</summary>
    public TextColors Enter(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return this with { IsInkSet = false };
        }

        var style = element.Attribute("style");
        var ink = InlineStyles.Value(style, "color") ?? (element.LocalName == "font" ? element.Attribute("color")?.Trim().ToLowerInvariant() : null);
        var ground = InlineStyles.Value(style, "background-color") ?? InlineStyles.Value(style, "background") ?? element.Attribute("bgcolor")?.Trim().ToLowerInvariant();
        var hasPicture = InlineStyles.Value(style, "background-image") is { } picture && picture != "none";
        return new TextColors(
            ink is null or "inherit" or "currentcolor" ? Ink : Parse(ink),
            hasPicture ? null : ground is null or "inherit" or "transparent" or "none" ? Ground : Parse(ground),
            ink is not null and not "inherit" and not "currentcolor");
    }

    /// <summary>A colour as 0xRRGGBB: a name, <c>#rgb</c>, <c>#rrggbb</c>, <c>rgb()</c>; null for anything else, and for what lets something shine through.</summary>
    public static int? Parse(string value)
    {
        var color = value.Trim();
        if (color.StartsWith('#'))
        {
            return FromHexadecimal(color.AsSpan(1));
        }

        if (color.StartsWith("rgb", StringComparison.Ordinal) && color.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && color.EndsWith(')'))
        {
            return FromFunction(color[(open + 1)..^1]);
        }

        return NamedColors.Find(color);
    }

    private static int? FromHexadecimal(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (3 or 6) || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return digits.Length == 6 ? value : (((value >> 8) & 0xF) * 0x110000) | (((value >> 4) & 0xF) * 0x1100) | ((value & 0xF) * 0x11);
    }

    private static int? FromFunction(string arguments)
    {
        var parts = arguments.Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (3 or 4) || (parts.Length == 4 && parts[3] is not ("1" or "1.0" or "100%")))
        {
            return null;
        }

        var color = 0;
        for (var i = 0; i < 3; i++)
        {
            var isPart = parts[i].EndsWith('%');
            if (!double.TryParse(isPart ? parts[i].AsSpan(0, parts[i].Length - 1) : parts[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            color = (color << 8) | (int)Math.Clamp(Math.Round(isPart ? number * 2.55 : number), 0, 255);
        }

        return color;
    }
}
