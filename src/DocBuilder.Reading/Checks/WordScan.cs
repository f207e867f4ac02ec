using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DocBuilder.Reading.Checks;

/// <summary>Words of a text, and what checks ask of them.</summary>
internal static class WordScan
{
    // What is quoted of an article in a message.
    private const int LongestExcerpt = 60;

    // Of General_Category: letters, decimal digits, marks that are not enclosing.
    private const int PartsOfWords = 1 << (int)UnicodeCategory.UppercaseLetter | 1 << (int)UnicodeCategory.LowercaseLetter | 1 << (int)UnicodeCategory.TitlecaseLetter
        | 1 << (int)UnicodeCategory.ModifierLetter | 1 << (int)UnicodeCategory.OtherLetter | 1 << (int)UnicodeCategory.DecimalDigitNumber
        | 1 << (int)UnicodeCategory.NonSpacingMark | 1 << (int)UnicodeCategory.SpacingCombiningMark;

    /// <summary>Where a word stands in a text.</summary>
    /// <param name="Start">Its first character.</param>
    /// <param name="Length">How many characters it has.</param>
    public readonly record struct Place(int Start, int Length);

    /// <summary>The stretches of letters, marks and digits, joined by apostrophes and hyphens inside them.</summary>
    public static ImmutableArray<Place> Words(string text)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        Find(text, places);
        return places.ToImmutable();
    }

    /// <summary>Adds what <see cref="Words"/> finds.</summary>
    public static void Find(string text, ImmutableArray<Place>.Builder places)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (IsPart(text[at]) || (at > start && IsJoint(text[at]) && at + 1 < text.Length && IsPart(text[at + 1]))))
            {
                at++;
            }

            if (at > start)
            {
                places.Add(new Place(start, at - start));
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The text on one line, cut between words when it is long.</summary>
    public static string Excerpt(string text)
    {
        var folded = Inlines.TextCleaner.Fold(text);
        if (folded.Length <= LongestExcerpt)
        {
            return folded;
        }

        var cut = folded.LastIndexOf(' ', LongestExcerpt);
        cut = cut < LongestExcerpt / 2 ? LongestExcerpt : cut;
        return string.Concat(folded.AsSpan(0, char.IsHighSurrogate(folded[cut - 1]) ? cut - 1 : cut), "…");
    }

    /// <summary>Words as they are compared: small letters without marks, tatweel, punctuation and symbols, one space between them.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c != '\u0640' && char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    // The Arabic block has nothing else from kashmiri yeh to nine.
    private static bool IsPart(char c) => c is >= '\u0620' and <= '\u0669' || (1 << (int)char.GetUnicodeCategory(c) & PartsOfWords) != 0;

    private static bool IsJoint(char c) => c is '\'' or '’' or '-' or '\u200C' or '\u2011';
}
