using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The rows of a table that has more columns than a page has room for: the cells of a row one below the other, over the whole width.</summary>
internal sealed class StackedRows(BlockFormatter blocks, Theme theme, BlockContext column, double pageHeight) : ITableRows
{
    public TextStyle Style => column.Style;

    public IReadOnlyList<VerticalBox> Format(TableRowGroup group, TableHead? head)
    {
        var boxes = new List<VerticalBox>();
        foreach (var row in group.Rows)
        {
            var cells = new VerticalList();
            foreach (var cell in row.Cells)
            {
                var content = blocks.Format(cell.Blocks, column with { Style = TableContent.StyleOf(cell, Style), Alignment = LineAlignment.Start, IsDense = true });
                if (cell.Anchor is not null)
                {
                    content.Boxes.FirstOrDefault()?.Anchors.Insert(0, cell);
                }

                cells.Append(content, 0);
            }

            if (cells.Height <= pageHeight * RowBands.TallestWholeRow)
            {
                cells.KeptTogether();
            }

            boxes.AddRange(cells.Boxes);
            var rule = new FilledBox(ContentOwner.Of(ArtifactKind.Layout), new Box(column.Left, 0, column.Width, TableRows.ThinRule), theme.RuleColor);
            boxes.Add(new VerticalBox { Height = TableRows.ThinRule, Pieces = [new LinePiece(rule, null, 0)], KeepWithPrevious = boxes.Count > 0 });
        }

        return boxes;
    }
}
