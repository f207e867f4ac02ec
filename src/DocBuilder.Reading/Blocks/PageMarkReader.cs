using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Reads where pages of another print edition begin (DPUB-ARIA 1.1, <c>doc-pagebreak</c>; EPUB 3 Structural Semantics Vocabulary, <c>pagebreak</c>). A mark is
/// no text: a number that it shows is its label and is not read on, as assistive technology does, for which such a separator has a name and no content.
/// Other words in it are the article's: some books wrap the first word of a page instead of marking the place before it.
/// </summary>
internal sealed class PageMarkReader(HtmlPage page, FindingList findings)
{
    // "Page 1,024" in a language of long words.
    private const int LongestNumber = 24;

    // So much of a mark is looked at: what holds more is no number, and marks in marks must not be looked through again and again.
    private const int MostNodes = 64;
    private const int MostCharacters = 4 * LongestNumber;

    private readonly List<(string Label, SourcePosition Position)> _read = [];
    private readonly List<string> _waiting = [];

    /// <summary>Whether a page begins with what is said next.</summary>
    public bool IsWaiting => _waiting.Count > 0;

    /// <summary>Whether an element says that it is a mark.</summary>
    public static bool IsMark(IElement element) => Tokens.HasRole(element, "doc-pagebreak", "pagebreak");

    /// <summary>Reads a mark; its page begins with what is said next.</summary>
    /// <returns>False when the element is none, or holds more than the page's number, so that it is to be read as if it were none.</returns>
    public bool TryRead(IElement element)
    {
        if (!IsMark(element))
        {
            return false;
        }

        var shown = Shown(element);
        var isNumber = shown is not null && IsNumber(shown);
        var label = TextCleaner.FoldOrNull(element.Attribute("aria-label")) ?? TextCleaner.FoldOrNull(element.Attribute("title")) ?? (isNumber ? shown : null);
        var position = page.PositionOf(element);
        if (label is null)
        {
            findings.Add(FindingCatalog.PageMarkWithoutLabel, position);
        }
        else
        {
            _read.Add((label, position));
            _waiting.Add(label);
        }

        return isNumber || shown == label || shown is "" && element.QuerySelector("img, picture, svg, math") is null;
    }

    /// <summary>The marks that were waiting, at an offset of what is said here.</summary>
    public ImmutableArray<PageMark> Take(int offset)
    {
        ImmutableArray<PageMark> taken = [.. _waiting.Select(label => new PageMark(label, offset))];
        _waiting.Clear();
        return taken;
    }

    /// <summary>Says which marks are in the article, and which found nothing to stand before.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Report(ImmutableArray<Block> article)
    {
        if (_read.Count == 0)
        {
            return false;
        }

        var kept = NodeTree.SelfAndDescendants(article).OfType<Inline>().SelectMany(static inline => inline.PageMarks).Select(static mark => mark.Label).ToList();
        if (kept.Count > 0)
        {
            findings.Add(FindingCatalog.PagesOfSourceKept, _read[0].Position, kept.Count.ToString(CultureInfo.InvariantCulture), kept[0], kept[^1]);
        }

        var counts = kept.CountBy(static label => label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (label, position) in _read)
        {
            var left = counts.GetValueOrDefault(label);
            counts[label] = left - 1;
            if (left <= 0)
            {
                findings.Add(FindingCatalog.PageMarkLeftOut, position, label);
            }
        }

        return kept.Count > 0;
    }

    /// <summary>The words that a mark shows; null when they are more than any number has.</summary>
    private static string? Shown(IElement element)
    {
        var text = new StringBuilder();
        var visited = 0;
        foreach (var node in element.Descendants())
        {
            if (node is IText words)
            {
                text.Append(words.Data.AsSpan().Trim(" \t\n\r\f")).Append(' ');
            }

            if (++visited > MostNodes || text.Length > MostCharacters)
            {
                return null;
            }
        }

        return TextCleaner.Fold(text.ToString());
    }

    /// <summary>Whether words name a page: "12", "[12]", "p. 12", "صفحة ١٢", "xiv".</summary>
    private static bool IsNumber(string words) =>
        words.Length <= LongestNumber
        && (words.Any(char.IsDigit) || (words.Trim(' ', '[', ']', '(', ')', '.') is { Length: > 0 } bare && bare.All(static c => c is 'i' or 'v' or 'x' or 'l' or 'c' or 'I' or 'V' or 'X' or 'L' or 'C')));
}
