using System.Globalization;

namespace DocBuilder;

/// <summary>The size of a printed page in millimetres, upright as given.</summary>
/// <param name="Width">The width, <see cref="Least"/> to <see cref="Most"/> millimetres.</param>
/// <param name="Height">The height, <see cref="Least"/> to <see cref="Most"/> millimetres.</param>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>The shortest side that still holds a readable line, in millimetres.</summary>
    public const double Least = 60;

    /// <summary>The longest side in millimetres: 14,400 units of PDF's default user space (ISO 32000-1 Annex C.2), rounded down.</summary>
    public const double Most = 5000;

    /// <summary>ISO A4, 210 × 297 mm.</summary>
    public static PageSize A4 { get; } = new(210, 297);

    /// <summary>ISO A5, 148 × 210 mm.</summary>
    public static PageSize A5 { get; } = new(148, 210);

    /// <summary>ANSI A, 8.5 × 11 inches.</summary>
    public static PageSize Letter { get; } = new(215.9, 279.4);

    /// <summary>Reads <c>A4</c>, <c>A5</c>, <c>Letter</c> or <c>170x240mm</c>, in capitals or not.</summary>
    /// <returns>False when the text is none of these, or a side is out of bounds.</returns>
    public static bool TryParse(string? text, out PageSize size)
    {
        size = default;
        if (string.Equals(text, "A4", StringComparison.OrdinalIgnoreCase))
        {
            size = A4;
            return true;
        }

        if (string.Equals(text, "A5", StringComparison.OrdinalIgnoreCase))
        {
            size = A5;
            return true;
        }

        if (string.Equals(text, "Letter", StringComparison.OrdinalIgnoreCase))
        {
            size = Letter;
            return true;
        }

        if (text is null || !text.EndsWith("mm", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var cross = text.IndexOfAny(['x', 'X', '×']);
        if (cross < 0 || !TryParseSide(text.AsSpan(0, cross), out var width) || !TryParseSide(text.AsSpan(cross + 1, text.Length - cross - 3), out var height))
        {
            return false;
        }

        size = new(width, height);
        return true;
    }

    private static bool TryParseSide(ReadOnlySpan<char> text, out double side) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out side) && side is >= Least and <= Most;
}
