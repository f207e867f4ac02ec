using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>What a marked-content sequence says (ISO 32000-1 14.6).</summary>
/// <param name="Letters">What is drawn in it, in the order of the content stream.</param>
/// <param name="ActualText">What stands for that; null when the letters stand for themselves.</param>
/// <param name="Alternative">A description in its stead.</param>
/// <param name="Expansion">What the abbreviation stands for.</param>
/// <param name="Language">Its language.</param>
internal sealed record MarkedText(IReadOnlyList<Letter> Letters, string? ActualText, string? Alternative, string? Expansion, string? Language)
{
    /// <summary>The text in logical order.</summary>
    /// <param name="level">The direction of the paragraph as a level; null when it does not say.</param>
    /// <param name="languageLevel">That of its language, for text without letters.</param>
    /// <param name="before">What the paragraph said before this. This is added to it.</param>
    public string Read(int? level, int languageLevel, LinesBefore before)
    {
        if (ActualText is null)
        {
            return DrawnText.Read(Letters, level, languageLevel, before);
        }

        before.Add(ActualText);
        return ActualText;
    }
}

/// <summary>The marked content of the pages, a page read when something on it is asked for.</summary>
/// <param name="document">The pages.</param>
/// <param name="drawn">The same pages as dictionaries, to be looked through first.</param>
/// <param name="tokens">The objects.</param>
/// <param name="cancellation">Ends the work between two pages.</param>
internal sealed class MarkedTexts(PdfDocument document, IReadOnlyList<DictionaryToken> drawn, PdfTokens tokens, CancellationToken cancellation)
{
    private readonly ResourceGuard _guard = new(tokens);

    // Pages are mostly asked for in their order; notes lead back a little, tables of contents ahead.
    private const int KeptPages = 8;

    private readonly Dictionary<int, Page?> _pages = [];
    private readonly Queue<int> _order = new();
    private readonly Dictionary<int, Dictionary<int, List<MarkedContentElement>>> _marks = [];

    /// <summary>Pages whose content could not be read.</summary>
    public SortedSet<int> BrokenPages { get; } = [];

    /// <summary>The sequence of a page with an identifier; null when there is none.</summary>
    /// <param name="pageNumber">The page, 1 and up.</param>
    /// <param name="id">The marked-content identifier.</param>
    /// <param name="isInForm">Whether the sequence is in a form that the page draws, whose identifiers are its own.</param>
    public MarkedText? Find(int pageNumber, int id, bool isInForm)
    {
        if (!Marks(pageNumber).TryGetValue(id, out var elements))
        {
            return null;
        }

        var element = isInForm ? elements[^1] : elements[0];
        return new(
            Letters(element),
            Property(element, "ActualText") ?? WordsForAll(element),
            Property(element, "Alt"),
            Property(element, "E"),
            Property(element, "Lang"));
    }

    /// <summary>The letters of a page, artifacts too.</summary>
    public IReadOnlyList<Letter> All(int pageNumber) => Page(pageNumber)?.Letters ?? [];

    /// <summary>What stands for all that is in a sequence, where that is said one level below.</summary>
    private string? WordsForAll(MarkedContentElement element) =>
        element is { Letters.Count: 0, Children: [{ MarkedContentIdentifier: < 0, IsArtifact: false } only] } ? Property(only, "ActualText") : null;

    private string? Property(MarkedContentElement element, string key) => tokens.Text(element.Properties, key);

    private Dictionary<int, List<MarkedContentElement>> Marks(int pageNumber)
    {
        if (_marks.TryGetValue(pageNumber, out var marks))
        {
            return marks;
        }

        _marks[pageNumber] = marks = [];
        var open = new Stack<MarkedContentElement>(Enumerable.Reverse(Contents(pageNumber)));
        while (open.TryPop(out var element))
        {
            if (element.MarkedContentIdentifier >= 0)
            {
                if (!marks.TryGetValue(element.MarkedContentIdentifier, out var same))
                {
                    marks[element.MarkedContentIdentifier] = same = [];
                }

                same.Add(element);
            }

            foreach (var child in Enumerable.Reverse(element.Children))
            {
                open.Push(child);
            }
        }

        return marks;
    }

    /// <summary>The letters of a sequence and of those in it that no element of their own and no artifact claims.</summary>
    private List<Letter> Letters(MarkedContentElement element)
    {
        var letters = new List<Letter>(element.Letters);
        var open = new Stack<MarkedContentElement>(element.Children);
        var hasMore = false;
        while (open.TryPop(out var child))
        {
            if (child.MarkedContentIdentifier >= 0 || child.IsArtifact)
            {
                continue;
            }

            hasMore = true;
            if (child.Letters.Count > 0 && Property(child, "ActualText") is { } text)
            {
                letters.Add(InPlaceOf(child.Letters, VisualOrder.ToVisual(text)));
                continue;
            }

            letters.AddRange(child.Letters);
            foreach (var below in child.Children)
            {
                open.Push(below);
            }
        }

        return hasMore ? [.. letters.OrderBy(letter => letter.TextSequence)] : letters;
    }

    /// <summary>A letter that takes the room of others.</summary>
    private static Letter InPlaceOf(IReadOnlyList<Letter> letters, string value)
    {
        var first = letters.MinBy(letter => letter.StartBaseLine.X)!;
        var last = letters.MaxBy(letter => letter.EndBaseLine.X)!;
        return new(
            value,
            first.BoundingBox,
            first.GlyphRectangleLoose,
            first.StartBaseLine,
            last.EndBaseLine,
            first.Width,
            first.FontSize,
            first.FontDetails,
            first.RenderingMode,
            first.StrokeColor,
            first.FillColor,
            first.PointSize,
            first.TextSequence);
    }

    private IReadOnlyList<MarkedContentElement> Contents(int pageNumber)
    {
        try
        {
            return Page(pageNumber)?.GetMarkedContents() ?? [];
        }
        catch (Exception exception) when (PdfTokens.IsFault(exception))
        {
            BrokenPages.Add(pageNumber);
            return [];
        }
    }

    private Page? Page(int pageNumber)
    {
        if (_pages.TryGetValue(pageNumber, out var page))
        {
            return page;
        }

        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (pageNumber <= drawn.Count && _guard.IsSound(drawn[pageNumber - 1]))
            {
                page = document.GetPage(pageNumber);
            }
            else
            {
                BrokenPages.Add(pageNumber);
            }
        }
        catch (Exception exception) when (PdfTokens.IsFault(exception))
        {
            BrokenPages.Add(pageNumber);
        }

        _pages[pageNumber] = page;
        _order.Enqueue(pageNumber);
        if (_order.Count > KeptPages)
        {
            var oldest = _order.Dequeue();
            _pages.Remove(oldest);
            _marks.Remove(oldest);
        }

        return page;
    }
}
