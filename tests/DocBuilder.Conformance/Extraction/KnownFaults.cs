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
        ["PDFium"] = "mirrors brackets twice; reads signs beside numbers, and Latin words in right-to-left lines, as they are seen",
    };

    public static string Fold(string reader, string text) => reader switch
    {
        // pdf.js 5.6 skips glyphs whose character is a format character.
        "pdf.js" or "pdf.js structure" => text.Replace("\u200C", "", StringComparison.Ordinal),
        "PDFium" => FoldSeenOrder(Brackets().Replace(text, "|")),
        _ => text,
    };

    // PDFium takes a number and the signs beside it for one weak segment, and the words of a Latin phrase for segments of their own; it
    // puts segments in order, but what is in one stays as it was drawn.
    private static string FoldSeenOrder(string text)
    {
        text = Weak().Replace(text, run => string.Concat(run.Value.Order()));
        var isRightToLeft = text.Count(letter => letter is >= '\u0590' and < '\u0900') > text.Length / 2;
        return isRightToLeft ? LatinPhrase().Replace(
            text, phrase => string.Join(' ', phrase.Value.Split(' ').Order(StringComparer.Ordinal))) : text;
    }

    [GeneratedRegex(@"[()\[\]{}«»‹›﴾﴿]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\d%٪٫٬،,.:+\-/#$€°]+")]
    private static partial Regex Weak();

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9.,:'’&\-]*(?: [A-Za-z0-9][A-Za-z0-9.,:'’&\-]*)+")]
    private static partial Regex LatinPhrase();
}
