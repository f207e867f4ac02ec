namespace DocBuilder.Typesetting.Pages;

/// <summary>Cuts a column into pages: fills each as far as it goes, and breaks where the boxes allow.</summary>
internal static class Paginator
{
    // Heights are sums; a page is not broken for a millionth of a point.
    private const double Tolerance = 1e-6;

    /// <summary>The first and the last box (exclusive) of every page.</summary>
    /// <param name="boxes">The column.</param>
    /// <param name="height">The height of a page's text area in points.</param>
    /// <param name="turnedHeight">The same of a page that lies on its side.</param>
    public static IReadOnlyList<(int Start, int End)> Break(IReadOnlyList<VerticalBox> boxes, double height, double turnedHeight)
    {
        var pages = new List<(int, int)>();
        for (var start = 0; start < boxes.Count;)
        {
            var pageHeight = boxes[start].IsLandscape ? turnedHeight : height;
            var end = FillPage(boxes, start, pageHeight - (boxes[start].RepeatedHead?.Height ?? 0));
            pages.Add((start, end));
            start = end;
        }

        return pages;
    }

    private static int FillPage(IReadOnlyList<VerticalBox> boxes, int start, double height)
    {
        double used = 0;
        var end = start;
        for (; end < boxes.Count; end++)
        {
            var box = boxes[end];
            if (box.IsLandscape != boxes[start].IsLandscape)
            {
                return end;
            }

            used += box.Height + (end == start ? 0 : box.SpaceBefore);
            if (used > height + Tolerance && end > start)
            {
                break;
            }
        }

        return end == boxes.Count ? end : LastAllowedBreak(boxes, start, end, height);
    }

    /// <summary>Goes back to a place where a page may end; where everything is tied together, the page ends where it is full.</summary>
    private static int LastAllowedBreak(IReadOnlyList<VerticalBox> boxes, int start, int full, double height)
    {
        for (var end = full; end > start; end--)
        {
            if (!boxes[end].KeepWithPrevious)
            {
                return FitsOnPage(boxes, end, height) ? end : full;
            }
        }

        return full;
    }

    /// <summary>Whether what is tied to a box fits on a page with it; if not, going back for it would only leave a hole.</summary>
    private static bool FitsOnPage(IReadOnlyList<VerticalBox> boxes, int start, double height)
    {
        var used = boxes[start].Height;
        for (var i = start + 1; i < boxes.Count && boxes[i].KeepWithPrevious && used <= height; i++)
        {
            used += boxes[i].SpaceBefore + boxes[i].Height;
        }

        return used <= height + Tolerance;
    }
}
