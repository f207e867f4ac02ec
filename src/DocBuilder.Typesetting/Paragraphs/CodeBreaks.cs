using System.Globalization;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Where a line of code may break that UAX #14, made for prose, keeps whole.</summary>
internal static class CodeBreaks
{
    private const string Separators = ",;:.=+-*/|&\\?_<>()[]{}";

    /// <summary>Allows a break after every separator, but not between two of them: <c>=></c> and <c>()</c> stay whole.</summary>
    /// <param name="text">The code.</param>
    /// <param name="breaks">What may happen before every UTF-16 code unit; changed in place.</param>
    public static void Allow(string text, LineBreakOpportunity[] breaks)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (breaks[i] == LineBreakOpportunity.Prohibited && Separators.Contains(text[i - 1], StringComparison.Ordinal) && BeginsWord(text[i]))
            {
                breaks[i] = LineBreakOpportunity.Allowed;
            }
        }
    }

    private static bool BeginsWord(char c) =>
        !Separators.Contains(c, StringComparison.Ordinal)
        && !char.IsWhiteSpace(c)
        && !char.IsLowSurrogate(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);
}
