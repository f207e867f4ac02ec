using DocBuilder.Documents;
using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.PageList;

/// <summary>A mark in the text where a page of the print edition begins.</summary>
/// <param name="Label">The page's number as printed.</param>
/// <param name="Target">Where the mark stands.</param>
internal sealed record PageBreak(string Label, LinkTarget Target);

/// <summary>An entry of the page list.</summary>
/// <param name="Label">The page's number as printed.</param>
/// <param name="Break">The mark that it leads to.</param>
/// <param name="Place">Where that is in reading order.</param>
internal readonly record struct PageEntry(string Label, PageBreak Break, ReadingPlace Place);

/// <summary>The pages of a print edition in the text of the book: the marks before the words that pages begin with, and the list of pages.</summary>
internal sealed class PageBreaks
{
    private readonly Dictionary<Node, List<PageBreak>> _before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Text, List<(int Offset, PageBreak Break)>> _inside = new(ReferenceEqualityComparer.Instance);
    private readonly List<PageEntry> _entries = [];
    private readonly EditionPlan _plan;
    private readonly ReadingOrder _order;

    /// <summary>Finds the places of pages.</summary>
    /// <param name="plan">The files of the book.</param>
    /// <param name="images">The pictures that are in it.</param>
    /// <param name="pages">The pages in order.</param>
    /// <param name="source">What names the print edition that they are of.</param>
    public PageBreaks(EditionPlan plan, ImageFiles images, IEnumerable<PageStart> pages, string source)
    {
        Source = source;
        _plan = plan;
        _order = new ReadingOrder(plan, images);
        AddAll([.. pages]);
    }

    /// <summary>What names the print edition (<c>pageBreakSource</c>).</summary>
    public string Source { get; }

    /// <summary>The list of pages, in order.</summary>
    public IReadOnlyList<PageEntry> Entries => _entries;

    /// <summary>The place of a node's beginning among all that says something.</summary>
    public int IndexOf(Node node) => _order.IndexOf(node);

    /// <summary>The marks to write before a block or an inline.</summary>
    public IReadOnlyList<PageBreak> Before(Node node) => _before.TryGetValue(node, out var breaks) ? breaks : [];

    /// <summary>The marks to write among the characters of a text, in order.</summary>
    public IReadOnlyList<(int Offset, PageBreak Break)> Inside(Text text) => _inside.TryGetValue(text, out var breaks) ? breaks : [];

    /// <summary>
    /// A page without text of its own shares the mark of the next one that has some; where none follows, its figure or note has the mark,
    /// unless that stands further up in the text.
    /// </summary>
    private void AddAll(List<PageStart> pages)
    {
        PageEntry? last = null;
        var waiting = new List<PageStart>();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            if (page.Start is not { } start || _order.Find(start) is not { } place)
            {
                waiting.Add(page);
                continue;
            }

            last = MarkAt(place, i + 1, page, last);
            _entries.AddRange(waiting.Select(without => last.Value with { Label = without.Label }));
            _entries.Add(last.Value);
            waiting.Clear();
        }

        foreach (var page in waiting)
        {
            if (page.Other is { } other && _order.Find(other) is { } place)
            {
                last = MarkAt(place, _entries.Count + 1, page, last);
            }

            if (last is { } shared)
            {
                _entries.Add(shared with { Label = page.Label });
            }
        }
    }

    /// <summary>Marks a place. What stands before the last mark can have none: pages follow one another as the text does.</summary>
    private PageEntry MarkAt(ReadingPlace place, int number, PageStart page, PageEntry? last)
    {
        if (last is { } before && place.CompareTo(before.Place) is var order && (order < 0 || (order == 0 && !page.IsMarkedInSource)))
        {
            return before with { Label = page.Label };
        }

        var mark = new PageBreak(page.Label, new LinkTarget(_order.FileOf(place), _plan.NewId("page", number)));
        if (place.Offset == 0)
        {
            Add(_before, _order.Outermost(place), mark);
        }
        else
        {
            Add(_inside, (Text)place.Node, (place.Offset, mark));
        }

        return new PageEntry(page.Label, mark, place);
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
