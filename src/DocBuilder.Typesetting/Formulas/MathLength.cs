using System.Globalization;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Lengths as MathML writes them.</summary>
internal static class MathLength
{
    private const double MostEms = 40;

    /// <summary>A length in points.</summary>
    /// <param name="value">The attribute.</param>
    /// <param name="size">Points to the em.</param>
    /// <returns>The length, within what a page has room for; null when it is missing or is none.</returns>
    public static double? Parse(string? value, double size)
    {
        if (value?.Trim() is not { Length: > 0 } length)
        {
            return null;
        }

        if (Named(length) is { } eighteenths)
        {
            return eighteenths * size / 18;
        }

        var end = length.Length;
        while (end > 0 && (char.IsAsciiLetter(length[end - 1]) || length[end - 1] == '%'))
        {
            end--;
        }

        if (!double.TryParse(length.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        double? unit = length[end..] switch
        {
            "em" => size,
            "ex" => size / 2,
            "px" => 0.75,
            "pt" => 1,
            "pc" => 12,
            "in" => 72,
            "cm" => 72 / 2.54,
            "mm" => 7.2 / 2.54,
            "" when number == 0 => 0,
            _ => null,
        };
        return unit is { } points ? Math.Clamp(number * points, -MostEms * size, MostEms * size) : null;
    }

    /// <summary>MathML 3, 2.1.5.2; in eighteenths of an em.</summary>
    private static int? Named(string name) => name switch
    {
        "veryverythinmathspace" => 1,
        "verythinmathspace" => 2,
        "thinmathspace" => 3,
        "mediummathspace" => 4,
        "thickmathspace" => 5,
        "verythickmathspace" => 6,
        "veryverythickmathspace" => 7,
        _ => null,
    };
}
