namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// What a compositor does where no other page break spares a hole: a paragraph before it is set to run over by a line. Each change is kept
/// only if the pages as a whole are better for it.
/// </summary>
/// <param name="formatter">Sets a paragraph anew.</param>
/// <param name="column">The main column.</param>
/// <param name="paginate">Cuts boxes into pages.</param>
internal sealed class RunningOver(BlockFormatter formatter, BlockContext column, Func<List<VerticalBox>, Pagination> paginate)
{
    /// <summary>How many pages before a hole are looked at.</summary>
    private const int Reach = 3;

    /// <summary>How many boxes are cut into pages for this at most, so that a long book does not take for ever.</summary>
    private const int MostBoxes = 100_000;

    /// <summary>A change that gains less than this is not worth a looser paragraph.</summary>
    private const double LeastGain = 0.5;

    private int _boxes = MostBoxes;

    /// <summary>Mends what holes it can.</summary>
    /// <param name="boxes">The column; paragraphs in it are replaced.</param>
    /// <param name="pagination">The column cut into pages.</param>
    /// <returns>The column cut into pages after the last change.</returns>
    public Pagination Mend(List<VerticalBox> boxes, Pagination pagination)
    {
        for (var page = 0; page < pagination.Pages.Count - 1 && _boxes > boxes.Count; page++)
        {
            while (IsHole(pagination.Pages[page]) && TryMend(boxes, ref pagination, page))
            {
                // A change may move the hole to an earlier page, or make it smaller only.
                page = Math.Max(0, page - Reach);
            }
        }

        return pagination;
    }

    private static bool IsHole(PagePlan page) => page is { Empty: > PageFiller.Hole };

    private bool TryMend(List<VerticalBox> boxes, ref Pagination pagination, int page)
    {
        var start = pagination.Flow.Boxes[pagination.Pages[Math.Max(0, page - Reach)].Start];
        var end = pagination.Pages[page].End;
        var last = end < pagination.Flow.Boxes.Count ? boxes.IndexOf(pagination.Flow.Boxes[end]) : boxes.Count;
        // A floating figure is in the flow and not in the column. The paragraph after the hole counts too: one of three lines cannot be parted, one of four can.
        var better = (Boxes: boxes, Pagination: pagination);
        for (var i = Math.Max(0, boxes.IndexOf(start)); i <= last && i < boxes.Count && _boxes > boxes.Count; i++)
        {
            if (boxes[i].RunsOver is { } paragraph && formatter.FormatOneLonger(paragraph, column) is { } longer)
            {
                var changed = Replace(boxes, i, longer);
                _boxes -= changed.Count;
                var result = paginate(changed);
                better = result.Cost < better.Pagination.Cost - LeastGain ? (changed, result) : better;
            }
        }

        if (ReferenceEquals(better.Boxes, boxes))
        {
            return false;
        }

        boxes.Clear();
        boxes.AddRange(better.Boxes);
        pagination = better.Pagination;
        return true;
    }

    /// <summary>The column with a paragraph set anew; it stands as the one before did and does not run over twice.</summary>
    private static List<VerticalBox> Replace(List<VerticalBox> boxes, int index, VerticalList longer)
    {
        var first = longer.Boxes[0];
        first.SpaceBefore = boxes[index].SpaceBefore;
        first.KeepWithPrevious = boxes[index].KeepWithPrevious;
        first.Anchors.InsertRange(0, boxes[index].Anchors.Except(first.Anchors));
        return [.. boxes.Take(index), .. longer.Boxes, .. boxes.Skip(index + longer.Boxes.Count - 1)];
    }
}
