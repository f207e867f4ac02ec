using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;

namespace DocBuilder.Reading.PlainText;

/// <summary>
/// Recognises verse in plain text: lines with a wide gap or stars between their two hemistichs, several lines with dots between them that rhyme, and short
/// lines that are all indented.
/// </summary>
internal static class TextVerse
{
    private const int Indent = 4;
    private const int LongestIndented = 60;

    private static readonly string[] Separators = ["***", "**", "٭٭٭", "....", "...", "…", "==", "=", "//", " * ", "\t"];

    /// <summary>The poem that begins with a group of lines; null when none does. It goes on in the groups after it when each is a line.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="at">The group; moved behind the poem.</param>
    /// <param name="prose">Before this group no poem of several groups begins, as was seen; moved when one more is seen to be none.</param>
    /// <param name="blocks">Makes the block.</param>
    public static Verse? Read(List<List<TextLine>> groups, ref int at, ref int prose, TextBlocks blocks)
    {
        var divided = new List<Division>();
        var end = at;
        while (end < groups.Count && (end == at || (at >= prose && groups[at].Count == 1 && groups[end].Count == 1)) && TryDivide(groups[end], divided))
        {
            end++;
        }

        if (end - at > 1 && !AreVerse(divided))
        {
            prose = end;
            divided.RemoveRange(1, divided.Count - 1);
            end = at + 1;
        }

        if (end > at && AreVerse(divided))
        {
            at = end;
            return blocks.Verse(divided.Select(static line => ((string[])[line.First, line.Second], line.Number)));
        }

        return IsIndented(groups[at]) ? blocks.Verse(groups[at++].Select(static line => ((string[])[line.Value.Trim()], line.Number))) : null;
    }

    /// <summary>Whether a group begins like a poem: it is no heading.</summary>
    public static bool MayBe(List<TextLine> lines) => IsIndented(lines) || lines.TrueForAll(static line => Divide(line) is not null);

    public static bool HasGap(string line) => Divide(new TextLine(line, 0)) is not null;

    private static bool IsIndented(List<TextLine> lines) => lines.Count > 1 && lines.TrueForAll(static line =>
        (line.Value[0] == '\t' || line.Value.AsSpan().IndexOfAnyExcept(' ') >= Indent) && line.Value.Trim().Length <= LongestIndented && !TextLists.StartsItem(line.Value));

    private static bool TryDivide(List<TextLine> lines, List<Division> divided)
    {
        var halves = lines.ConvertAll(Divide);
        if (!halves.TrueForAll(static line => line is not null))
        {
            return false;
        }

        divided.AddRange(halves.Select(static line => line!.Value));
        return true;
    }

    /// <summary>Dots stand in prose too: lines with those are verse when there are several and they rhyme.</summary>
    private static bool AreVerse(List<Division> lines) =>
        lines.Count > 0 && (!lines.Exists(static line => line.HasDots) || (lines.Count > 1 && DividedLine.Rhyme([.. lines.Select(static line => new DividedLine(line.First, line.Second, HasStars: false))])));

    private static Division? Divide(TextLine line)
    {
        var words = line.Value.Trim();
        foreach (var separator in Separators)
        {
            var at = words.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var end = at;
            while (end < words.Length && (separator.Contains(words[end], StringComparison.Ordinal) || char.IsWhiteSpace(words[end])))
            {
                end++;
            }

            return AreHalves(words[..at], words[end..], needsSpace: separator[0] is '.' or '…' or '=' or '/')
                ? new Division(words[..at].TrimEnd(), words[end..], separator[0] is '.' or '…', line.Number) : null;
        }

        var gap = words.IndexOf("    ", StringComparison.Ordinal);
        return gap > 0 && AreHalves(words[..gap], words[gap..].TrimStart(), needsSpace: false) ? new Division(words[..gap], words[gap..].TrimStart(), HasDots: false, line.Number) : null;
    }

    // The two halves of a line of verse are of nearly the same length, and neither is a lone word of prose.
    private static bool AreHalves(string first, string second, bool needsSpace) =>
        first.Trim().Length >= 5 && second.Length >= 5 && first.Length < second.Length * 3 && second.Length < first.Length * 3
        && !second.Contains("    ", StringComparison.Ordinal) && (!needsSpace || char.IsWhiteSpace(first[^1]));

    private readonly record struct Division(string First, string Second, bool HasDots, int Number);
}
