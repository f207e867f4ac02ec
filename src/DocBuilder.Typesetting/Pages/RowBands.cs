using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Cuts rows into what a page break never divides: whole rows, or bands between which no line is cut.</summary>
internal static class RowBands
{
    /// <summary>A row that takes more than this part of a page may go on on the next.</summary>
    public const double TallestWholeRow = 1 / 3.0;

    // Where lines of different heights leave no clean cut, lines are moved down to make one after this part of a page.
    private const double TallestBand = 0.25;

    // Tops and bottoms are sums; what differs by a millionth of a point is the same.
    private const double Tolerance = 1e-6;

    /// <summary>One box for everything.</summary>
    public static IReadOnlyList<VerticalBox> Whole(List<RowElement> elements, double height, TableHead? head)
    {
        var box = new VerticalBox { Height = height, Pieces = [], RepeatedHead = head };
        Draw(box, elements, 0);
        return [box];
    }

    /// <summary>A box for every band.</summary>
    /// <param name="elements">What is in the rows, in reading order.</param>
    /// <param name="pageHeight">The room on a page, in points.</param>
    /// <param name="head">What is drawn again where a page begins with a band.</param>
    public static IReadOnlyList<VerticalBox> Cut(List<RowElement> elements, double pageHeight, TableHead? head)
    {
        var bands = new List<VerticalBox>();
        var band = new List<(int Order, RowElement Element)>();
        double top = 0, bottom = 0, before = 0, moved = 0;
        foreach (var (order, element) in elements.Select((e, i) => (i, e)).Where(e => !e.e.IsBackground).OrderBy(e => e.e.Top))
        {
            var start = element.Top + moved;
            var isApart = start >= bottom - Tolerance;
            if (band.Count > 0 && !isApart && start + element.Height - top > pageHeight * TallestBand)
            {
                // Everything from here on moves down alike, so that what stands side by side below still does.
                moved += bottom - start;
                start = bottom;
                isApart = true;
            }

            if (band.Count > 0 && isApart)
            {
                Close();
                before = start - bottom;
            }

            if (band.Count == 0)
            {
                (top, bottom) = (start, start);
            }

            band.Add((order, element with { Top = start }));
            bottom = Math.Max(bottom, start + element.Height);
        }

        Close();
        return bands;

        void Close()
        {
            var box = new VerticalBox { Height = bottom - top, Pieces = [], RepeatedHead = head, SpaceBefore = Math.Max(0, before) };
            Draw(box, band.OrderBy(e => e.Order).Select(e => e.Element), top);
            bands.Add(box);
            band.Clear();
        }
    }

    private static void Draw(VerticalBox box, IEnumerable<RowElement> elements, double top)
    {
        var behind = new List<LinePiece>();
        var said = new List<LinePiece>();
        foreach (var element in elements)
        {
            element.Draw(behind, said, top);
            element.AddAnchors(box.Anchors);
        }

        box.Pieces.AddRange(behind);
        box.Pieces.AddRange(said);
    }
}
