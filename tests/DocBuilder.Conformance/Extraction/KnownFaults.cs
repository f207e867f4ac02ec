using System.Text.RegularExpressions;

namespace DocBuilder.Conformance.Extraction;

/// <summary>
/// What readers get wrong whatever is written, so that what is left is ours. Both texts are folded by what a reader cannot tell.
/// </summary>
internal static partial class KnownFaults
{
    /// <summary>The faults by reader, for the table of figures.</summary>
    public static readonly IReadOnlyDictionary<string, string> Told = new Dictionary<string, string>
    {
        ["pdf.js"] = "drops zero-width non-joiners",
        ["pdf.js structure"] = "drops zero-width non-joiners",
        ["PDFium"] = "mirrors brackets twice; reads signs beside numbers and vowel signs, and Latin words in right-to-left lines, as they are seen",
        ["MuPDF"] = "reverses the words of a line from right to left, but leaves them and the numbers between them where they are seen",
        ["poppler"] = "reads signs beside numbers as they are seen, and the space after a number or a comma before it",
    };

    public static string Fold(string reader, string text) => reader switch
    {
        // pdf.js 5.6 skips glyphs whose character is a format character.
        "pdf.js" or "pdf.js structure" => text.Replace("\u200C", "", StringComparison.Ordinal),
        "PDFium" => FoldSeenOrder(Brackets().Replace(text, "|")),
        "poppler" when IsRightToLeft(text) => WeakAndSpaces().Replace(text, run => string.Concat(run.Value.Where(sign => sign != ' ').Order())),
        _ => text,
    };

    /// <summary>Puts right, line by line, what a reader leaves in the wrong order.</summary>
    public static string Mend(string reader, string lines) =>
        reader == "MuPDF" ? string.Join('\n', lines.Split('\n').Select(MendSeenOrder)) : lines;

    // MuPDF 1.28 takes European digits and Latin letters for the ends of what it reverses: of "قبل 12 عامًا" it makes "عامًا12 قبل".
    private static string MendSeenOrder(string line) => IsRightToLeft(line)
        ? string.Concat(LeftToRight().Split(line).Reverse().Select(part => part.StartsWith(' ') ? part[1..] + ' ' : part))
        : line;

    private static bool IsRightToLeft(string text) => text.Count(letter => letter is >= '\u0590' and < '\u0900') > text.Length / 2;

    // PDFium takes a number or a vowel sign and the signs beside it for one weak segment, and the words of a Latin phrase for segments of their own; it
    // puts segments in order, but what is in one stays as it was drawn.
    private static string FoldSeenOrder(string text)
    {
        text = Weak().Replace(text, run => string.Concat(run.Value.Order()));
        return IsRightToLeft(text) ? LatinPhrase().Replace(
            text, phrase => string.Join(' ', phrase.Value.Split(' ').Order(StringComparer.Ordinal))) : text;
    }

    [GeneratedRegex(@"[()\[\]{}«»‹›﴾﴿]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\d%٪٫٬،,.:+\-/#$€°\u064B-\u0652]+")]
    private static partial Regex Weak();

    [GeneratedRegex(@" *[\d%٪٫٬،,.:+\-/#$€°]+(?: *[\d%٪٫٬،,.:+\-/#$€°]+)* *")]
    private static partial Regex WeakAndSpaces();

    [GeneratedRegex(@"([A-Za-z0-9۰-۹%٪#$€°](?:[A-Za-z0-9۰-۹%٪#$€°.,:/ \-]*[A-Za-z0-9۰-۹%٪#$€°])?)")]
    private static partial Regex LeftToRight();

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9.,:'’&\-]*(?: [A-Za-z0-9][A-Za-z0-9.,:'’&\-]*)+")]
    private static partial Regex LatinPhrase();
}
