using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>The direction of a line of metadata, by its first letter (UAX #9, P2 and P3, by blocks of right-to-left scripts).</summary>
internal static class FirstStrong
{
    /// <summary>The direction of the text; the fallback when it has no letter.</summary>
    public static TextDirection Of(string text, TextDirection fallback)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value) && !Rune.IsDigit(rune) && Rune.IsLetter(rune))
            {
                return TextDirection.RightToLeft;
            }

            if (Rune.IsLetter(rune))
            {
                return TextDirection.LeftToRight;
            }
        }

        return fallback;
    }

    private static bool IsRightToLeft(int c) =>
        c is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}
