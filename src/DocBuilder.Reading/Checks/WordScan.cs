using System.Text;

namespace DocBuilder.Reading.Checks;

/// <summary>Words of a text, and what checks ask of them.</summary>
internal static class WordScan
{
    // What is quoted of an article in a message.
    private const int LongestExcerpt = 60;

    /// <summary>The stretches of letters, marks and digits, joined by apostrophes and hyphens inside them.</summary>
    public static IEnumerable<(int Start, int Length)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (IsPart(text[i]) || (start >= 0 && IsJoint(text[i]) && i + 1 < text.Length && IsPart(text[i + 1])));
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return (start, i - start);
                start = -1;
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
            else if (c != '\u0640' && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '\u0640'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoint(char c) => c is '\'' or '’' or '-' or '\u200C' or '\u2011';
}
