using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Languages;

/// <summary>
/// The first strong character of a text (UAX #9 P2), for <c>dir=auto</c>. By Unicode block, which for letters and marks agrees with
/// Bidi_Class: right-to-left scripts are kept in areas of their own.
/// </summary>
internal static class StrongDirection
{
    /// <summary>The direction of the first strong character; null when there is none. Isolated stretches are passed over.</summary>
    public static TextDirection? Find(ReadOnlySpan<char> text)
    {
        var isolates = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0x2066 or 0x2067 or 0x2068)
            {
                isolates++;
            }
            else if (rune.Value == 0x2069)
            {
                isolates = Math.Max(0, isolates - 1);
            }
            else if (isolates == 0 && Of(rune) is { } direction)
            {
                return direction;
            }
        }

        return null;
    }

    /// <summary>Whether a text has a strong character from right to left.</summary>
    public static bool HasRightToLeft(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune) == TextDirection.RightToLeft)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part of the strong characters that goes from right to left, 0 to 1.</summary>
    public static double ShareOfRightToLeft(ReadOnlySpan<char> text)
    {
        int rightToLeft = 0, all = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune) is { } direction)
            {
                all++;
                rightToLeft += direction == TextDirection.RightToLeft ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)rightToLeft / all;
    }

    /// <summary>The direction of a strong character; null for a weak or neutral one.</summary>
    public static TextDirection? Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x80)
        {
            return char.IsAsciiLetter((char)value) ? TextDirection.LeftToRight : null;
        }

        if (value is 0x200F or 0x061C)
        {
            return TextDirection.RightToLeft;
        }

        if (value == 0x200E)
        {
            return TextDirection.LeftToRight;
        }

        var category = Rune.GetUnicodeCategory(rune);
        if (value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF)
            or (>= 0x1E800 and <= 0x1EFFF))
        {
            return IsLetter(category) ? TextDirection.RightToLeft : null;
        }

        return IsLetter(category) ? TextDirection.LeftToRight : null;
    }

    private static bool IsLetter(UnicodeCategory category) => category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
}
