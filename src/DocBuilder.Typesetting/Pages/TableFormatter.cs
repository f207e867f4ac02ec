using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Tables: a box for each row, the head repeated on every page.</summary>
internal sealed class TableFormatter(BlockFormatter blocks, ParagraphSetter paragraphs, Theme theme, double tallestBox)
{
    private const double ThinRule = 0.4;
    private const double ThickRule = 1.0;

    // A row higher than a page is cut into bands of this part of a page, so that it can begin where it stands.
    private const double BandShare = 1 / 8.0;

    public VerticalList Format(Table table, BlockContext column)
    {
        var style = column.Style with { Size = theme.Reduced(column.Style.Size, theme.SmallSize) };
        var grid = new Grid(table, column, style, PaddingFor(style));
        var widths = new ColumnWidths(paragraphs).Distribute(table, cell => StyleOf(cell, style), 2 * grid.Padding, column.Width);
        grid.PlaceColumns(widths);

        var space = blocks.BlockSpace(column, table.Language);
        var result = new VerticalList(space, space);
        var caption = blocks.Format(table.Caption, column with { Style = style with { IsBold = true }, Alignment = LineAlignment.Start, IsDense = true });
        result.Append(caption.KeptTogether(), 0);
        result.KeepWithNext = caption.Boxes.Count > 0;

        TableHead? head = null;
        foreach (var group in table.Groups)
        {
            var rows = FormatGroup(group, grid, head);
            rows.Boxes[0].SpaceBefore = result.Boxes.Count > 0 && ReferenceEquals(group, table.Groups[0]) ? grid.Padding : 0;
            foreach (var row in rows.Boxes)
            {
                result.Add(row);
            }

            if (group.Kind == TableRowGroupKind.Head)
            {
                head = Repeatable(rows);
                result.KeepWithNext = true;
            }
        }

        return result;
    }

    private static double PaddingFor(TextStyle style) => style.Size * 0.42;

    private static TextStyle StyleOf(TableCell cell, TextStyle style) => style with { IsBold = style.IsBold || cell.IsHeader };

    /// <summary>The rows of a group. Rows that a cell joins stay on one page.</summary>
    private VerticalList FormatGroup(TableRowGroup group, Grid grid, TableHead? head)
    {
        var cells = group.Rows.Select(row => row.Cells.Select(cell => FormatCell(cell, grid)).ToList()).ToList();
        var heights = RowHeights(group, cells, grid);
        var isHead = group.Kind == TableRowGroupKind.Head;
        var list = new VerticalList();
        var joined = 0;
        for (var r = 0; r < group.Rows.Length; r++)
        {
            var row = group.Rows[r];
            var keep = joined > 0 || (isHead && r > 0);
            joined = Math.Max(joined - 1, row.Cells.Select(c => c.RowSpan - 1).DefaultIfEmpty(0).Max());
            if (heights[r] > tallestBox)
            {
                AddInBands(list, row, cells[r], grid, head);
                continue;
            }

            var pieces = new List<LinePiece>();
            for (var c = 0; c < row.Cells.Length; c++)
            {
                var cell = row.Cells[c];
                var height = heights.Skip(r).Take(cell.RowSpan).Sum();
                AddBackgroundAndRule(pieces, cell, grid, height, isHead, r + cell.RowSpan == group.Rows.Length);
                AddContent(pieces, cells[r][c], grid.Padding);
            }

            var box = new VerticalBox { Height = heights[r], Pieces = [.. pieces.OrderBy(p => p.Item.Owner.IsArtifact ? 0 : 1)], KeepWithPrevious = keep, RepeatedHead = head };
            AddAnchors(box, row, cells[r]);
            list.Add(box);
        }

        return list;
    }

    private VerticalList FormatCell(TableCell cell, Grid grid)
    {
        var (left, width) = grid.Span(cell);
        return blocks.Format(cell.Blocks, new BlockContext(left + grid.Padding, width - (2 * grid.Padding), StyleOf(cell, grid.Style), LineAlignment.Start, IsDense: true));
    }

    /// <summary>Each row as high as its highest cell; a cell over several rows makes the last of them higher where they do not suffice.</summary>
    private static double[] RowHeights(TableRowGroup group, List<List<VerticalList>> cells, Grid grid)
    {
        var heights = new double[group.Rows.Length];
        foreach (var spanning in new[] { false, true })
        {
            for (var r = 0; r < heights.Length; r++)
            {
                for (var c = 0; c < group.Rows[r].Cells.Length; c++)
                {
                    var span = Math.Min(group.Rows[r].Cells[c].RowSpan, heights.Length - r);
                    if (span > 1 == spanning)
                    {
                        var lacking = cells[r][c].Height + (2 * grid.Padding) - heights.AsSpan(r, span).ToArray().Sum();
                        heights[r + span - 1] += Math.Max(0, lacking);
                    }
                }
            }
        }

        return heights;
    }

    /// <summary>A row higher than a page goes on from page to page, each cell line by line.</summary>
    private void AddInBands(VerticalList list, TableRow row, List<VerticalList> cells, Grid grid, TableHead? head)
    {
        var next = new int[cells.Count];
        for (var isFirst = true; isFirst || cells.Where((cell, c) => next[c] < cell.Boxes.Count).Any(); isFirst = false)
        {
            var pieces = new List<LinePiece>();
            double height = 0;
            for (var c = 0; c < cells.Count; c++)
            {
                var y = isFirst ? grid.Padding : 0;
                var start = next[c];
                for (; next[c] < cells[c].Boxes.Count; next[c]++)
                {
                    var box = cells[c].Boxes[next[c]];
                    var top = y + (next[c] == 0 ? 0 : box.SpaceBefore);
                    if (next[c] > start && top + box.Height > tallestBox * BandShare)
                    {
                        break;
                    }

                    pieces.AddRange(box.Pieces.Select(p => p.Moved(0, top)));
                    y = top + box.Height;
                }

                height = Math.Max(height, y + (next[c] == cells[c].Boxes.Count ? grid.Padding : 0));
            }

            var isLast = !cells.Where((cell, c) => next[c] < cell.Boxes.Count).Any();
            if (isLast)
            {
                foreach (var cell in row.Cells)
                {
                    AddBackgroundAndRule(pieces, cell, grid, height, false, false);
                }
            }

            var band = new VerticalBox { Height = height, Pieces = pieces, RepeatedHead = head };
            if (isFirst)
            {
                AddAnchors(band, row, cells);
            }

            list.Add(band);
        }
    }

    private static void AddContent(List<LinePiece> pieces, VerticalList cell, double top)
    {
        var y = top;
        for (var i = 0; i < cell.Boxes.Count; i++)
        {
            var box = cell.Boxes[i];
            y += i == 0 ? 0 : box.SpaceBefore;
            foreach (var rule in box.SideRules)
            {
                pieces.Add(new LinePiece(new FilledBox(ContentOwner.Of(rule.Artifact), new Box(rule.X, y, rule.Width, box.Height), rule.Fill), null, 0));
            }

            foreach (var piece in box.Pieces)
            {
                pieces.Add(piece.Moved(0, y));
            }

            y += box.Height;
        }
    }

    private void AddBackgroundAndRule(List<LinePiece> pieces, TableCell cell, Grid grid, double height, bool isHead, bool endsGroup)
    {
        var (left, width) = grid.Span(cell);
        if (isHead)
        {
            Add(ArtifactKind.Background, new Box(left, 0, width, height), theme.ShadeColor);
        }

        var thickness = endsGroup ? ThickRule : ThinRule;
        Add(ArtifactKind.Layout, new Box(left, height - thickness, width, thickness), theme.RuleColor);

        void Add(ArtifactKind kind, Box box, Color fill) => pieces.Add(new LinePiece(new FilledBox(ContentOwner.Of(kind), box, fill), null, 0));
    }

    private static void AddAnchors(VerticalBox box, TableRow row, List<VerticalList> cells)
    {
        box.Anchors.AddRange(row.Cells.Where(c => c.Anchor is not null));
        box.Anchors.AddRange(cells.SelectMany(c => c.Boxes).SelectMany(b => b.Anchors));
    }

    /// <summary>The head again, drawn but not said, so that a screen reader meets it once.</summary>
    private static TableHead Repeatable(VerticalList rows) => new(
    [
        .. rows.Boxes.Select(box => new VerticalBox
        {
            Height = box.Height,
            Pieces = [.. box.Pieces.Select(p => new LinePiece(p.Item.AsArtifact(ArtifactKind.RepeatedTableHead), null, p.Width))],
        }),
    ]);

    /// <summary>Where the columns of a table stand: the first is rightmost in a right-to-left table.</summary>
    private sealed class Grid(Table table, BlockContext column, TextStyle style, double padding)
    {
        private double[] _starts = [];

        public TextStyle Style { get; } = style;

        public double Padding { get; } = padding;

        public void PlaceColumns(double[] widths)
        {
            _starts = new double[widths.Length + 1];
            for (var i = 0; i < widths.Length; i++)
            {
                _starts[i + 1] = _starts[i] + widths[i];
            }
        }

        /// <summary>The left edge and width of the columns that a cell covers, in points.</summary>
        public (double Left, double Width) Span(TableCell cell)
        {
            var start = _starts[cell.Column];
            var end = _starts[Math.Min(cell.Column + cell.ColumnSpan, _starts.Length - 1)];
            var left = table.Direction == TextDirection.RightToLeft ? column.Right - end : column.Left + start;
            return (left, end - start);
        }
    }
}
