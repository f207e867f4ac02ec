using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The rows of a table side by side in columns.</summary>
internal sealed class TableRows(BlockFormatter blocks, Theme theme, TableGrid grid, TableContent content, double scale, double pageHeight) : ITableRows
{
    public const double ThinRule = 0.4;
    private const double ThickRule = 1.0;

    /// <summary>A row that takes no more than this part of a page is never left alone at a table's beginning or end.</summary>
    private const double SmallRow = 0.125;

    /// <summary>So few rows that not even one of them would be in company stay together when they take no more than this part of a page.</summary>
    private const double SmallTable = 0.16;

    /// <summary>Rows that cells join and that take more than this part of a page may go on on the next.</summary>
    private const double TallestJoinedRows = 0.4;

    // Tops and heights are sums; what differs by a millionth of a point is the same.
    private const double Tolerance = 1e-6;

    public TextStyle Style => grid.Style;

    public IReadOnlyList<VerticalBox> Format(TableRowGroup group, TableHead? head)
    {
        var rows = group.Rows.Select(row => (IReadOnlyList<SetCell>)[.. row.Cells.Select(Set)]).ToList();
        foreach (var row in rows)
        {
            AlignFirstLines(row);
        }

        var tops = Tops(rows);
        if (group.Kind == TableRowGroupKind.Head && tops[^1] <= pageHeight)
        {
            AlignLastLines(rows, tops);
            return RowBands.Whole(Elements(group, rows, tops, 0, rows.Count), tops[^1], head);
        }

        var room = pageHeight - (head?.Height ?? 0);
        var boxes = new List<VerticalBox>();
        for (var start = 0; start < rows.Count;)
        {
            var end = EndOfJoined(group.Rows, start);
            boxes.AddRange(FormatJoined(group, rows, tops, start, end, head, room));
            start = end;
        }

        KeepEnds(boxes);
        return boxes;
    }

    /// <summary>A single row stays whole unless it is high; rows that cells join stay on one page unless they take much of it.</summary>
    private IReadOnlyList<VerticalBox> FormatJoined(TableRowGroup group, List<IReadOnlyList<SetCell>> rows, double[] tops, int start, int end, TableHead? head, double room)
    {
        var elements = Elements(group, rows, tops, start, end);
        var height = tops[end] - tops[start];
        if (end == start + 1 && height <= room * RowBands.TallestWholeRow)
        {
            return RowBands.Whole(elements, height, head);
        }

        var bands = RowBands.Cut(elements, room, head);
        var isKept = end > start + 1 && height <= room * TallestJoinedRows;
        var row = start;
        double y = 0;
        for (var i = 1; i < bands.Count; i++)
        {
            y += bands[i - 1].Height + bands[i].SpaceBefore;
            var before = row;
            while (row + 1 < end && tops[row + 1] - tops[start] <= y + Tolerance)
            {
                row++;
            }

            // Like a paragraph, a row does not leave a single line behind; a low one is not cut at all.
            bands[i].KeepWithPrevious = isKept
                || (row == before && tops[row + 1] - tops[row] <= room * RowBands.TallestWholeRow)
                || ((i == 1 || i == bands.Count - 1) && bands[i].Height + bands[i - 1].Height <= room * SmallRow);
        }

        return bands;
    }

    private SetCell Set(TableCell cell)
    {
        var numbers = content.NumbersOf(cell);
        var column = grid.ContentOf(cell, AlignmentOf(cell, numbers));
        var list = blocks.Format(cell.Blocks, column);
        if (list.Boxes is [{ Baseline: not null } line])
        {
            Move(line, numbers is not null && !IsColumnHead(cell) ? numbers.Shift(line.Pieces, cell, column.Left, column.Width, grid.Direction, scale) : ForeignShift(line, cell, column));
        }

        return new SetCell(cell, list, grid.Padding);
    }

    /// <summary>Heads over several columns stand in the middle of them, and the head of numbers stands on their side.</summary>
    private LineAlignment AlignmentOf(TableCell cell, NumberColumn? numbers)
    {
        if (IsColumnHead(cell) && cell.ColumnSpan > 1)
        {
            return LineAlignment.Center;
        }

        return numbers is not null && cell.Direction == grid.Direction ? LineAlignment.End : LineAlignment.Start;
    }

    private static bool IsColumnHead(TableCell cell) => cell.Scope is TableHeaderScope.Column or TableHeaderScope.Both;

    /// <summary>An entry in the other direction stands where the table's own words begin, when its whole column is of single lines.</summary>
    private double ForeignShift(VerticalBox line, TableCell cell, BlockContext column)
    {
        if (cell.Direction == grid.Direction || (IsColumnHead(cell) && cell.ColumnSpan > 1) || !content.IsForeignShort(cell, grid.Span(cell).Width, scale))
        {
            return 0;
        }

        double left = double.MaxValue, right = double.MinValue;
        foreach (var piece in line.Pieces)
        {
            if (piece.Item is TextFragment fragment)
            {
                left = Math.Min(left, fragment.X);
                right = Math.Max(right, fragment.X + fragment.Width);
            }
        }

        return left > right ? 0 : grid.Direction == TextDirection.RightToLeft ? Math.Max(0, column.Right - right) : Math.Min(0, column.Left - left);
    }

    private static void Move(VerticalBox box, double right)
    {
        for (var i = 0; right != 0 && i < box.Pieces.Count; i++)
        {
            box.Pieces[i] = box.Pieces[i].Moved(right, 0);
        }
    }

    /// <summary>The first lines of a row's cells share a baseline, whatever scripts they are in (CSS vertical-align: baseline).</summary>
    private static void AlignFirstLines(IReadOnlyList<SetCell> row)
    {
        var lowest = row.Select(c => c.Baseline).Max() ?? 0;
        foreach (var cell in row)
        {
            cell.Drop += cell.Baseline is { } baseline ? lowest - baseline : 0;
        }
    }

    /// <summary>Heads stand on the rule below them.</summary>
    private static void AlignLastLines(List<IReadOnlyList<SetCell>> rows, double[] tops)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var cell in rows[r])
            {
                var room = tops[Math.Min(r + cell.Cell.RowSpan, rows.Count)] - tops[r];
                cell.Drop += Math.Max(0, room - cell.Height);
            }
        }
    }

    /// <summary>Where each row begins, and where the last one ends: each as high as its highest cell, and what a cell over several rows lacks is shared among them.</summary>
    private static double[] Tops(List<IReadOnlyList<SetCell>> rows)
    {
        var heights = new double[rows.Count];
        var spanning = new List<(int Row, int Span, double Height)>();
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var cell in rows[r])
            {
                var span = Math.Min(cell.Cell.RowSpan, rows.Count - r);
                if (span == 1)
                {
                    heights[r] = Math.Max(heights[r], cell.Height);
                }
                else
                {
                    spanning.Add((r, span, cell.Height));
                }
            }
        }

        foreach (var (row, span, height) in spanning.OrderBy(s => s.Span))
        {
            double sum = 0;
            var covered = heights.AsSpan(row, span);
            foreach (var covers in covered)
            {
                sum += covers;
            }

            for (var i = 0; sum < height && i < span; i++)
            {
                covered[i] += (height - sum) / span;
            }
        }

        var tops = new double[rows.Count + 1];
        for (var r = 0; r < rows.Count; r++)
        {
            tops[r + 1] = tops[r] + heights[r];
        }

        return tops;
    }

    /// <summary>The row after those that cells join to a row.</summary>
    private static int EndOfJoined(ImmutableArray<TableRow> rows, int start)
    {
        var end = start + 1;
        for (var r = start; r < end; r++)
        {
            foreach (var cell in rows[r].Cells)
            {
                end = Math.Max(end, Math.Min(rows.Length, r + cell.RowSpan));
            }
        }

        return end;
    }

    /// <summary>Everything in some rows, from the top of the first, in reading order.</summary>
    private List<RowElement> Elements(TableRowGroup group, List<IReadOnlyList<SetCell>> rows, double[] tops, int start, int end)
    {
        var elements = new List<RowElement>();
        for (var r = start; r < end; r++)
        {
            var anchors = new List<Node>();
            if (group.Rows[r].Anchor is not null)
            {
                anchors.Add(group.Rows[r]);
            }

            foreach (var cell in rows[r])
            {
                var top = tops[r] - tops[start];
                var lastRow = Math.Min(r + cell.Cell.RowSpan, rows.Count);
                var bottom = tops[lastRow] - tops[start];
                if (cell.Cell.Anchor is not null)
                {
                    anchors.Add(cell.Cell);
                }

                AddFrame(elements, cell.Cell, top, bottom, group.Kind == TableRowGroupKind.Head, lastRow == rows.Count);
                cell.AddContent(elements, top, anchors);
                anchors.Clear();
            }
        }

        return elements;
    }

    private void AddFrame(List<RowElement> elements, TableCell cell, double top, double bottom, bool isHead, bool endsGroup)
    {
        var (left, width) = grid.Span(cell);
        if (isHead)
        {
            elements.Add(RowElement.Fill(ArtifactKind.Background, new Box(left, top, width, bottom - top), theme.ShadeColor));
        }

        var thickness = Math.Min(endsGroup ? ThickRule : ThinRule, bottom - top);
        elements.Add(RowElement.Fill(ArtifactKind.Layout, new Box(left, bottom - thickness, width, thickness), theme.RuleColor));
    }

    /// <summary>Neither the first nor the last row of a table stands alone on a page.</summary>
    private void KeepEnds(List<VerticalBox> boxes)
    {
        if (boxes.Count <= 3)
        {
            var isSmall = boxes.Sum(static box => box.Height) <= pageHeight * SmallTable;
            foreach (var box in boxes.Skip(1))
            {
                box.KeepWithPrevious |= isSmall;
            }

            return;
        }

        if (boxes[0].Height + boxes[1].Height <= pageHeight * SmallRow)
        {
            boxes[1].KeepWithPrevious = true;
        }

        if (boxes[^1].Height + boxes[^2].Height <= pageHeight * SmallRow)
        {
            boxes[^1].KeepWithPrevious = true;
        }
    }

    /// <summary>A cell whose content is set.</summary>
    private sealed class SetCell(TableCell cell, VerticalList list, double padding)
    {
        private readonly double _contentHeight = list.Height;

        public TableCell Cell => cell;

        /// <summary>How much lower than it might the content stands, in points.</summary>
        public double Drop { get; set; }

        /// <summary>The height of the content with the padding around it, in points.</summary>
        public double Height => _contentHeight + Drop + (2 * padding);

        /// <summary>The first baseline, in points from the top of the content; null when the cell does not begin with a line.</summary>
        public double? Baseline => list.Boxes is [{ Baseline: { } baseline }, ..] ? baseline : null;

        /// <summary>Appends the boxes of the cell; the padding goes with the first and the last of them.</summary>
        public void AddContent(List<RowElement> elements, double top, List<Node> anchors)
        {
            if (list.Boxes.Count == 0)
            {
                elements.Add(RowElement.Empty(top, anchors));
                return;
            }

            var y = top + padding + Drop;
            for (var i = 0; i < list.Boxes.Count; i++)
            {
                var box = list.Boxes[i];
                y += i == 0 ? 0 : box.SpaceBefore;
                var start = i == 0 ? top : y;
                var end = y + box.Height + (i == list.Boxes.Count - 1 ? padding : 0);
                elements.Add(RowElement.Of(box, i == 0 ? null : list.Boxes[i - 1], start, end - start, y - start, i == 0 ? anchors : []));
                y += box.Height;
            }
        }
    }
}
