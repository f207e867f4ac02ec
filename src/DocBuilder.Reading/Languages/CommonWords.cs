using System.Globalization;

namespace DocBuilder.Reading.Languages;

/// <summary>Counts the words of a text that are among the most common ones of a language.</summary>
internal static class CommonWords
{
    // A few thousand words are enough to know any language.
    private const int SampleLength = 20_000;

    public static int In(ReadOnlySpan<char> text, HashSet<string> words)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var sample = text[..Math.Min(text.Length, SampleLength)];
        var count = 0;
        for (var at = 0; at < sample.Length;)
        {
            if (!IsOfWord(sample[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < sample.Length && IsOfWord(sample[at]))
            {
                at++;
            }

            count += lookup.Contains(sample[start..at]) ? 1 : 0;
        }

        return count;
    }

    private static bool IsOfWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
