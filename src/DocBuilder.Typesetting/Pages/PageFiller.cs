namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// Fills one page and says where it may end. Figures that do not fit float to the next page while the text goes on, and notes take their
/// room from the foot.
/// </summary>
/// <param name="flow">The column.</param>
/// <param name="upright">The height of an upright page's text area, in points.</param>
/// <param name="landscape">The height of the text area of a page on its side, in points.</param>
/// <param name="floatGap">The least room below figures at the top of a page, in points.</param>
internal sealed class PageFiller(ColumnFlow flow, double upright, double landscape, double floatGap)
{
    // Heights are sums; a page is not broken for a millionth of a point.
    private const double Tolerance = 1e-6;

    /// <summary>Notes from the page before take at most this part of a page as long as there is text.</summary>
    private const double MostCarriedNotes = 0.5;

    /// <summary>A page with more than this part empty is rather filled with the first lines of a note that does not fit.</summary>
    private const double EmptyBeforeNote = 0.08;

    /// <summary>Figures at the top leave some of the page to the text.</summary>
    private const double MostFloats = 0.75;

    /// <summary>Spaces between blocks grow by at most this part of themselves so that pages end at the same height.</summary>
    private const double MostStretch = 0.5;

    /// <summary>More room than this part of a page is left empty rather than spread.</summary>
    private const double MostSpread = 0.06;

    /// <summary>A figure waits for the next section only on a page that is this full without it.</summary>
    private const double FullEnough = 0.8;

    /// <summary>A page that is emptier than this is none that one would choose: to the eye, the room below the last line's letters adds to it.</summary>
    public const double Hole = 0.17;

    /// <summary>Spaces between blocks lose at most this part of themselves so that one more line fits.</summary>
    private const double MostShrink = 0.3;

    private int Count => flow.Boxes.Count;

    /// <summary>Fills a page.</summary>
    /// <param name="state">Where it begins.</param>
    /// <param name="figuresWait">Whether figures go on waiting while the page takes text.</param>
    /// <returns>The pages that it may become, each longer than the one before, none with a hole but the last, which is as full as can be.</returns>
    public IReadOnlyList<PagePlan> Fill(PageStart state, bool figuresWait = false)
    {
        var isLandscape = state.Box < Count && flow.Boxes[state.Box].IsLandscape;
        var height = HeightOf(isLandscape);
        var due = flow.Notes.EndOf(flow.CitedBefore(state.Box));
        var carried = flow.Notes.Furthest(state.Note, due, height * MostCarriedNotes);
        var page = new Draft(state.Box, 0, 0, state.Float, state.Float);
        var top = PlaceFloatsAtTop(ref page, isLandscape || figuresWait, height - flow.Notes.HeightOf(state.Note, carried));
        Draft? best = page.Used > 0 || carried > state.Note ? page : null;
        var shorter = new List<Draft>();
        var isSplit = false;
        while (true)
        {
            var placed = page.PlacedFloats;
            PlaceFloats(ref page, isLandscape || isSplit || figuresWait, state, carried, height);
            var mayEnd = page.End > state.Box && (page.End == Count || !flow.Keeps(page.End) || MustEndBefore(page.End, isLandscape));
            if (mayEnd || page.PlacedFloats > placed)
            {
                best = page;
            }

            if (mayEnd && height - page.Used - NotesFor(page.End, state, carried) <= height * Hole)
            {
                shorter.Add(page);
            }

            if (page.End >= Count || (mayEnd && isSplit) || (page.End > state.Box && MustEndBefore(page.End, isLandscape)))
            {
                break;
            }

            if (IsSectionAfterWaitingFloats(page, mayEnd, NotesFor(page.End, state, carried), height) || !TryAddBox(ref page, ref isSplit, state, carried, height))
            {
                break;
            }
        }

        var end = Choose(best, page, state, height);
        return [.. shorter.Where(draft => draft.End < end.End).Append(end).Select(draft => Finish(draft, top, state, height, isLandscape))];
    }

    /// <summary>Whether a page that ends before a box ends there because the next one lies the other way.</summary>
    public bool IsTurnedAt(PagePlan page) => MustEndBefore(page.End, page.IsLandscape);

    /// <summary>The height of a page's text area, in points.</summary>
    public double HeightOf(bool isLandscape) => isLandscape ? landscape : upright;

    /// <summary>Figures that wait come first, as many as leave room for text.</summary>
    private int PlaceFloatsAtTop(ref Draft page, bool mustWait, double room)
    {
        for (; page.SeenFloats < flow.Floats.Count && flow.Floats[page.SeenFloats].Position < Math.Max(page.End, 1); page.SeenFloats++)
        {
        }

        while (!mustWait && page.PlacedFloats < page.SeenFloats)
        {
            var used = page.Used + (page.Used > 0 ? floatGap : 0) + flow.Floats[page.PlacedFloats].Height;
            if (used > room + Tolerance || (page.Used > 0 && used > room * MostFloats))
            {
                break;
            }

            page.Used = used;
            page.PlacedFloats++;
        }

        return page.PlacedFloats;
    }

    /// <summary>Figures that belong before the next box stand there if they fit and none is waiting.</summary>
    private void PlaceFloats(ref Draft page, bool mustWait, PageStart state, int carried, double height)
    {
        for (; page.SeenFloats < flow.Floats.Count && flow.Floats[page.SeenFloats].Position <= page.End; page.SeenFloats++)
        {
            var figure = flow.Floats[page.SeenFloats];
            var used = page.Used + (page.Used > 0 ? Math.Max(figure.Boxes[0].SpaceBefore, page.End == state.Box ? floatGap : 0) : 0) + figure.Height;
            if (!mustWait && page.PlacedFloats == page.SeenFloats && used + NotesFor(page.End, state, carried) <= height + Tolerance)
            {
                page.Spaces += page.End > state.Box ? figure.Boxes[0].SpaceBefore : 0;
                page.Used = used;
                page.PlacedFloats++;
            }
        }
    }

    private bool MustEndBefore(int box, bool isLandscape) =>
        box < Count && flow.Boxes[box].IsLandscape != isLandscape;

    /// <summary>A figure does not go past the heading of the next section as long as the page before is full enough without it.</summary>
    private bool IsSectionAfterWaitingFloats(Draft page, bool mayEnd, double notes, double height) =>
        mayEnd && page.PlacedFloats < page.SeenFloats && page.End < Count
        && flow.Boxes[page.End].HeadingLevel is 1 or 2
        && page.Used + notes >= height * FullEnough;

    private bool TryAddBox(ref Draft page, ref bool isSplit, PageStart state, int carried, double height)
    {
        var used = page.Used + HeightOf(page.End, state, page.Used);
        var spaces = page.Spaces + (page.End > state.Box ? flow.Boxes[page.End].SpaceBefore : 0);
        if (used + NotesFor(page.End + 1, state, carried) > height + (spaces * MostShrink) + Tolerance)
        {
            // The notes do not fit as a whole: their first lines may.
            var cited = flow.CitedBefore(page.End + 1);
            var isCalling = cited > flow.CitedBefore(page.End);
            var left = height - page.Used - NotesFor(page.End, state, carried);
            if (!(isSplit || (isCalling && (page.End == state.Box || left > height * EmptyBeforeNote)))
                || used + flow.Notes.HeightOf(state.Note, Math.Max(carried, flow.Notes.FirstPartOf(cited))) > height + Tolerance)
            {
                return false;
            }

            isSplit = true;
        }

        page.Used = used;
        page.Spaces = spaces;
        page.End++;
        return true;
    }

    /// <summary>The height of all notes of a page whose text ends before a box; of notes from the page before, what must stand here.</summary>
    private double NotesFor(int end, PageStart state, int carried)
    {
        var cited = flow.CitedBefore(end);
        return flow.Notes.HeightOf(state.Note, cited > flow.CitedBefore(state.Box) ? Math.Max(carried, flow.Notes.EndOf(cited)) : carried);
    }

    /// <summary>The height of a box with the space above it and, where a page begins with it, the head of its table.</summary>
    private double HeightOf(int index, PageStart state, double used)
    {
        var box = flow.Boxes[index];
        if (index > state.Box)
        {
            return box.SpaceBefore + box.Height;
        }

        return (used > 0 ? Math.Max(box.SpaceBefore, floatGap) : 0) + (box.RepeatedHead?.Height ?? 0) + box.Height;
    }

    /// <summary>
    /// The last place where the page may end; where it is full if there is none, or if what is tied together from there on is higher than
    /// a page, so that going back for it would only leave a hole.
    /// </summary>
    private Draft Choose(Draft? best, Draft full, PageStart state, double height)
    {
        if (best is { } allowed && (allowed.End >= full.End || FitsOnPage(allowed.End, height)))
        {
            return allowed;
        }

        if (full.End == state.Box && best is null && full.End < Count)
        {
            full.Used += HeightOf(full.End, state, full.Used);
            full.End++;
        }

        return full;
    }

    private bool FitsOnPage(int start, double height)
    {
        var used = flow.Boxes[start].Height;
        for (var i = start + 1; i < Count && flow.Keeps(i) && used <= height; i++)
        {
            used += flow.Boxes[i].SpaceBefore + flow.Boxes[i].Height;
        }

        return used <= height + Tolerance;
    }

    private PagePlan Finish(Draft page, int top, PageStart state, double height, bool isLandscape)
    {
        var cited = flow.Notes.EndOf(flow.CitedBefore(page.End));
        var noteEnd = flow.Notes.Furthest(state.Note, cited, height - page.Used + (page.Spaces * MostShrink) + Tolerance);
        if (noteEnd == state.Note && page.End == state.Box && page.PlacedFloats == state.Float)
        {
            noteEnd = state.Note + 1;
        }

        var rest = height - page.Used - flow.Notes.HeightOf(state.Note, noteEnd);
        var mayStretch = page.End < Count && !MustEndBefore(page.End, isLandscape);
        return new PagePlan(state.Box, page.End, state.Float, top, page.PlacedFloats, state.Note, noteEnd, isLandscape, StretchFor(page.Spaces, rest, mayStretch ? height * MostSpread : 0), rest / height);
    }

    /// <summary>Small room that is left goes into the spaces between blocks, so that facing pages end on the same line; small room that is missing is taken from them.</summary>
    private static double StretchFor(double spaces, double rest, double mostSpread) => rest switch
    {
        < -Tolerance when spaces > 0 => Math.Max(rest / spaces, -MostShrink),
        > Tolerance when rest <= mostSpread && rest <= spaces * MostStretch => rest / spaces,
        _ => 0,
    };

    /// <summary>A page as it fills: the box after its last, the height used, the spaces between blocks in it, figures placed, and figures met.</summary>
    private record struct Draft(int End, double Used, double Spaces, int PlacedFloats, int SeenFloats);
}

/// <summary>Where a page begins.</summary>
/// <param name="Box">The first box of the column.</param>
/// <param name="Float">The first figure.</param>
/// <param name="Note">The first box of the notes.</param>
internal readonly record struct PageStart(int Box, int Float, int Note);

