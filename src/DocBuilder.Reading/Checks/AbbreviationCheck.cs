using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>Finds abbreviations in capitals that nothing explains where they first stand: no <c>abbr</c> with a title, no words in brackets beside them.</summary>
internal static class AbbreviationCheck
{
    private const int Shortest = 2;
    private const int Longest = 6;

    public static void Run(List<BlockText> texts, FindingList findings)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            // Headings are often in capitals, and the first sentence under them explains.
            if (text.Block is Heading or CodeBlock || !text.Words.AsSpan().ContainsAnyInRange('A', 'Z') || IsInCapitals(text.Words))
            {
                continue;
            }

            foreach (var (start, length) in text.Places)
            {
                var word = text.Words.AsSpan(start, length);
                if (!IsAbbreviation(word) || text.SegmentAt(start) is { IsCode: true } || IsPartOfAddress(text.Words, start, length) || IsDesignation(text.Words, start + length) || !known.Add(word.ToString()))
                {
                    continue;
                }

                if (!text.SegmentAt(start).IsExplained && !StandsInBrackets(text.Words, start, length) && !IsFollowedByBrackets(text.Words, start + length))
                {
                    findings.Add(CheckFindings.AbbreviationUnexplained, text.PositionAt(start), word.ToString());
                }
            }
        }
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest)
        {
            return false;
        }

        var isRoman = true;
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }

            isRoman &= c is 'I' or 'V' or 'X' or 'L' or 'C' or 'D' or 'M';
        }

        return !isRoman;
    }

    private static bool IsInCapitals(string words)
    {
        int capitals = 0, small = 0;
        foreach (var c in words)
        {
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
            small += char.IsAsciiLetterLower(c) ? 1 : 0;
        }

        // A text without small Latin letters is no shouting when it has another script.
        return small * 2 < capitals && !words.Any(static c => c is >= '\u0590' and <= '\u08FF');
    }

    private static bool IsPartOfAddress(string words, int start, int length) =>
        (start > 0 && words[start - 1] is '/' or '.' or '@' or '_' or '#' or '-' && !(start == 1 || char.IsWhiteSpace(words[start - 2])))
        || (start + length < words.Length && words[start + length] is '/' or '@' or '_' or '-');

    /// <summary>"ISO 8601", "HD 29139": the letters are half a name.</summary>
    private static bool IsDesignation(string words, int end) =>
        end + 1 < words.Length && words[end] is ' ' or '\u00A0' or '-' && char.IsDigit(words[end + 1]);

    /// <summary>"World Health Organization (WHO)": what stands before the brackets is the expansion.</summary>
    private static bool StandsInBrackets(string words, int start, int length)
    {
        var before = start - 1;
        while (before >= 0 && words[before] is ' ' or '\u00A0' or '\u2066' or '\u2067' or '\u2068' or '\u200E' or '\u200F' or '«' or '"' or '“')
        {
            before--;
        }

        var after = start + length;
        while (after < words.Length && words[after] is ' ' or '\u00A0' or '\u2069' or '\u200E' or '\u200F' or '»' or '"' or '”')
        {
            after++;
        }

        return before > 0 && words[before] is '(' or '[' && after < words.Length && words[after] is ')' or ']' or '،' or ',' or ';' or '؛';
    }

    /// <summary>"WHO (World Health Organization)": what stands in brackets is the expansion.</summary>
    private static bool IsFollowedByBrackets(string words, int end)
    {
        while (end < words.Length && words[end] is ' ' or '\u00A0' or '\u2069' or '\u200E' or '\u200F' or '»' or '"' or '”')
        {
            end++;
        }

        return end + 1 < words.Length && words[end] is '(' && char.IsLetter(words[end + 1]);
    }
}
