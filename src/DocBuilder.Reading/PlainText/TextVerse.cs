using DocBuilder.Documents;

namespace DocBuilder.Reading.PlainText;

/// <summary>Recognises verse in plain text: lines with a wide gap or stars between their two hemistichs.</summary>
internal static class TextVerse
{
    private static readonly string[] Separators = ["***", "**", "٭٭٭", "....", "...", "…", "==", "=", "//", " * ", "\t"];

    /// <summary>The poem, when every line is divided; null otherwise.</summary>
    public static Verse? Read(List<TextLine> lines, TextBlocks blocks)
    {
        var divided = new List<(string[] Halves, int Line)>();
        foreach (var line in lines)
        {
            if (Divide(line.Value) is not { } halves)
            {
                return null;
            }

            divided.Add((halves, line.Number));
        }

        return divided.Count > 0 ? blocks.Verse(divided) : null;
    }

    public static bool HasGap(string line) => Divide(line) is not null;

    private static string[]? Divide(string line)
    {
        var words = line.Trim();
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

            return AreHalves(words[..at], words[end..], needsSpace: separator[0] is '.' or '…' or '=' or '/') ? [words[..at].TrimEnd(), words[end..]] : null;
        }

        var gap = words.IndexOf("    ", StringComparison.Ordinal);
        return gap > 0 && AreHalves(words[..gap], words[gap..].TrimStart(), needsSpace: false) ? [words[..gap], words[gap..].TrimStart()] : null;
    }

    // The two halves of a line of verse are of nearly the same length, and neither is a lone word of prose.
    private static bool AreHalves(string first, string second, bool needsSpace) =>
        first.Trim().Length >= 5 && second.Length >= 5 && first.Length < second.Length * 3 && second.Length < first.Length * 3
        && !second.Contains("    ", StringComparison.Ordinal) && (!needsSpace || char.IsWhiteSpace(first[^1]));
}
