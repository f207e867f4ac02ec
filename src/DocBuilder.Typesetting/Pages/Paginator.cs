namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// Cuts a column into pages. Among all ways to cut it, the one is taken whose pages are fullest as a whole: a page may end some lines early
/// so that a later one is spared a hole (Plass, "Optimal pagination techniques", 1981, with one way kept for each place).
/// </summary>
/// <param name="flow">The column.</param>
/// <param name="filler">Fills one page.</param>
internal sealed class Paginator(ColumnFlow flow, PageFiller filler)
{
    /// <summary>What a page costs that is wholly empty; half empty costs a quarter, for one large gap is worse than two small ones.</summary>
    private const double Emptiness = 100;

    /// <summary>A hole is worth any other trouble: each hundredth of a page beyond what is allowed costs as much as two pages that just are not holes.</summary>
    private const double HoleDepth = 800;

    /// <summary>Spaces squeezed as far as they go cost like a page that is empty by some eight hundredths.</summary>
    private const double Squeeze = 10;

    /// <summary>A page more than needed costs like one that is empty by seven hundredths.</summary>
    private const double OnePage = 0.5;

    /// <summary>A single line on the last page is worse than a page before that is almost, but not quite, a hole.</summary>
    private const double LoneLine = 5;

    /// <summary>A figure a page further from its text than it need be is worse than a page that is a fifth empty.</summary>
    private const double WaitingFigure = 4;

    /// <summary>A figure that would fit and goes behind the end of the text, where nobody looks for it, is worse than a page that is a third empty.</summary>
    private const double LateFigure = 150;

    private int Count => flow.Boxes.Count;

    /// <summary>Plans all pages.</summary>
    public Pagination Break()
    {
        var ways = new Way?[Count + 1];
        ways[0] = new Way(null, null, 0);
        for (var box = 0; box < Count; box++)
        {
            if (ways[box] is { } way)
            {
                GoOn(way, ways);
            }
        }

        var last = ways[Count]!;
        while (last.Next is var next && (next.Float < flow.Floats.Count || next.Note < flow.Notes.Boxes.Count))
        {
            last = new Way(last, filler.Fill(next)[^1], last.Cost);
        }

        return new Pagination(flow, [.. last.Pages().Reverse()], last.Cost);
    }

    /// <summary>Adds the pages that may follow; figures and notes that leave no room to text take pages of their own first.</summary>
    private void GoOn(Way way, Way?[] ways)
    {
        var pages = filler.Fill(way.Next);
        while (pages[^1].End == way.Next.Box)
        {
            AddWithFiguresWaiting(way, pages[^1], ways);
            way = new Way(way, pages[^1], way.Cost + CostOf(pages[^1]));
            pages = filler.Fill(way.Next);
        }

        AddWithFiguresWaiting(way, pages[^1], ways);
        Add(way, pages, 0, ways);
    }

    /// <summary>Where figures on a page lead to a hole, text may go before them.</summary>
    private void AddWithFiguresWaiting(Way way, PagePlan page, Way?[] ways)
    {
        if (page.Empty > PageFiller.Hole && page.FloatsEnd > page.Floats && filler.Fill(way.Next, figuresWait: true) is [.., { } full] pages && full.End > way.Next.Box)
        {
            Add(way, pages, full.End == Count ? LateFigure : WaitingFigure, ways);
        }
    }

    private void Add(Way way, IReadOnlyList<PagePlan> pages, double extra, Way?[] ways)
    {
        foreach (var page in pages)
        {
            var cost = way.Cost + CostOf(page) + extra;
            if (ways[page.End] is not { } known || cost < known.Cost)
            {
                ways[page.End] = new Way(way, page, cost);
            }
        }
    }

    private double CostOf(PagePlan page)
    {
        if (page.End == Count)
        {
            return IsLoneLine(page) ? LoneLine : 0;
        }

        if (filler.IsTurnedAt(page))
        {
            return OnePage;
        }

        return OnePage + (page.Stretch < 0 ? Squeeze * page.Stretch * page.Stretch : Emptiness * page.Empty * page.Empty) + (Math.Max(0, page.Empty - PageFiller.Hole) * HoleDepth);
    }

    private bool IsLoneLine(PagePlan page) =>
        page.End - page.Start == 1 && page.Start > 0 && page.FloatsEnd == page.Floats && page.NoteEnd == page.NoteStart && flow.Boxes[page.Start].Baseline is not null;

    /// <summary>The pages so far: the last one, and the way to it.</summary>
    private sealed record Way(Way? Before, PagePlan? Page, double Cost)
    {
        /// <summary>Where the next page begins.</summary>
        public PageStart Next => Page is { } page ? new PageStart(page.End, page.FloatsEnd, page.NoteEnd) : default;

        /// <summary>The pages from the last one to the first.</summary>
        public IEnumerable<PagePlan> Pages()
        {
            for (var way = this; way is { Page: { } page }; way = way.Before)
            {
                yield return page;
            }
        }
    }
}

/// <summary>A column cut into pages.</summary>
/// <param name="Flow">The column.</param>
/// <param name="Pages">What goes on each page.</param>
/// <param name="Cost">How far the pages are from full ones; less is better.</param>
internal sealed record Pagination(ColumnFlow Flow, IReadOnlyList<PagePlan> Pages, double Cost)
{
    /// <summary>The boxes of text and figures on each page.</summary>
    public IEnumerable<IEnumerable<VerticalBox>> Boxes => Pages.Select(Flow.BoxesOn);
}
