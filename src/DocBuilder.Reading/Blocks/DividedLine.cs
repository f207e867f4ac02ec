using System.Buffers;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// A line of two halves as pages write verse that do not say so: with stars, dots or a wide gap between them. Dots and gaps stand in prose too,
/// so lines with those are verse only as several that rhyme.
/// </summary>
/// <param name="First">The first half.</param>
/// <param name="Second">The second half.</param>
/// <param name="HasStars">Whether stars stand between them, as nowhere in prose.</param>
internal sealed record DividedLine(string First, string Second, bool HasStars)
{
    /// <summary>The wide gap: as many spaces that are kept, or tabs, as nobody types between words.</summary>
    private const int WideGap = 3;

    private const int WidthOfTab = 4;

    private const int MostWords = 9;

    /// <summary>How much longer one half is than the other at most: the feet are the same, the letters are not.</summary>
    private const double MostUneven = 1.8;

    private static readonly SearchValues<char> Stars = SearchValues.Create("*٭۞");

    // Five at most are looked for all at once. Of more, outside ASCII, most letters of Arabic are taken for one at first, and looked up one by one.
    private static readonly SearchValues<char> Dividers = SearchValues.Create("*٭۞…\t");
    private static readonly SearchValues<char> Gaps = SearchValues.Create("\u00A0\u2001\u2003\u3000");

    /// <summary>Whether a text may hold a divided line, as can be told at a glance.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.ContainsAny(Dividers) || text.ContainsAny(Gaps) || text.Contains("...", StringComparison.Ordinal) || text.Contains("   ", StringComparison.Ordinal);

    /// <summary>The two halves of a line; null when it is not divided, or more than once.</summary>
    public static DividedLine? Of(string line)
    {
        line = line.Trim();
        (int Start, int End, bool HasStars)? found = null;
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsWhiteSpace(line[i]))
            {
                if (Stars.Contains(line[i]))
                {
                    return null;
                }

                i++;
                continue;
            }

            var start = i;
            var isWide = SkipSpace(line, ref i) >= WideGap;
            var sign = i;
            var hasStars = SkipStars(line, ref i);
            var isDivider = hasStars || (i < line.Length && SkipDots(line, ref i)) || isWide;
            if (!isDivider)
            {
                continue;
            }

            if (found is not null || i - sign > 6)
            {
                return null;
            }

            SkipSpace(line, ref i);
            found = (start, i, hasStars);
        }

        return found is { } at && AreHalves(TextCleaner.Fold(line[..at.Start]), TextCleaner.Fold(line[at.End..]), at.HasStars) is { } halves ? halves : null;
    }

    /// <summary>Whether lines are verse: divided by stars, or several that rhyme at their ends, or each in itself.</summary>
    public static bool AreVerse(IReadOnlyCollection<DividedLine> lines) =>
        lines.Count > 0 && (lines.All(static line => line.HasStars) || (lines.Count > 1 && Rhyme(lines)));

    /// <summary>Whether all lines end in the same letter, or the halves of each do.</summary>
    public static bool Rhyme(IReadOnlyCollection<DividedLine> lines)
    {
        var letters = lines.Select(static line => LastLetter(line.Second)).ToList();
        return letters.TrueForAll(letter => letter is not null && letter == letters[0]) || lines.All(static line => LastLetter(line.First) is { } letter && letter == LastLetter(line.Second));
    }

    /// <summary>The halves, if they may be such: words from right to left, of about the same length, that end no sentence.</summary>
    public static DividedLine? AreHalves(string first, string second, bool hasStars = false)
    {
        if (!IsHalf(first) || !IsHalf(second) || first.Length > second.Length * MostUneven || second.Length > first.Length * MostUneven)
        {
            return null;
        }

        // What has stars in it needs no further proof.
        return hasStars || (Begins(first) && !EndsSentence(first) && !EndsSentence(second)) ? new DividedLine(first, second, hasStars) : null;
    }

    private static bool IsHalf(string words) =>
        words.Count(static c => c == ' ') is >= 1 and < MostWords && StrongDirection.Find(words) == TextDirection.RightToLeft;

    /// <summary>Speech begins with a dash or a quotation mark.</summary>
    private static bool Begins(string words) => words[0] is not ('-' or '–' or '—' or '•' or '"' or '“');

    private static bool EndsSentence(string words) =>
        words.Contains(':', StringComparison.Ordinal) || words.Contains(". ", StringComparison.Ordinal) || words[^1] is '.' or '،' or '؛' or '۔' or '…';

    private static char? LastLetter(string words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (char.GetUnicodeCategory(words[i]) == UnicodeCategory.OtherLetter)
            {
                return words[i] switch { 'أ' or 'إ' or 'آ' or 'ى' => 'ا', 'ة' => 'ه', 'ي' or 'ئ' => 'ی', 'ك' => 'ک', 'ؤ' => 'و', var letter => letter };
            }
        }

        return null;
    }

    /// <summary>Passes white space; that with a line end of the source in it is a space like any other.</summary>
    private static int SkipSpace(string line, ref int at)
    {
        var width = 0;
        var hasLineEnd = false;
        for (; at < line.Length && char.IsWhiteSpace(line[at]); at++)
        {
            hasLineEnd |= line[at] is '\n' or '\r';
            width += line[at] is '\t' or '\u2001' or '\u2003' or '\u3000' ? WidthOfTab : 1;
        }

        return hasLineEnd ? 1 : width;
    }

    private static bool SkipStars(string line, ref int at)
    {
        var start = at;
        while (at < line.Length && Stars.Contains(line[at]))
        {
            at++;
        }

        return at > start && at < line.Length;
    }

    /// <summary>Dots stand between spaces: those at a word are of its sentence.</summary>
    private static bool SkipDots(string line, ref int at)
    {
        var dot = line[at];
        var end = at;
        while (end < line.Length && line[end] == dot)
        {
            end++;
        }

        if (dot is not ('.' or '…') || (dot == '.' && end - at < 3) || end == line.Length || !char.IsWhiteSpace(line[end]))
        {
            return false;
        }

        at = end;
        return true;
    }
}
