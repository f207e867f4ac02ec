using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>A cell and the widths it can be set in, padding and all, in points.</summary>
/// <param name="Row">The row, counted through all groups, from 0.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Width">Its widths.</param>
internal readonly record struct MeasuredCell(int Row, TableCell Cell, ContentWidth Width);

/// <summary>What a table holds, measured once at full size: widths of cells, and the columns that hold numbers.</summary>
internal sealed class TableContent
{
    private readonly NumberColumn?[] _numbers;
    private readonly double[] _foreign;

    /// <summary>Measures a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="style">The look of its cells at full size.</param>
    /// <param name="widths">Measures what is no number.</param>
    /// <param name="paragraphs">Sets numbers.</param>
    /// <param name="available">The room there is at most, in points.</param>
    public TableContent(Table table, TextStyle style, ContentWidths widths, ParagraphSetter paragraphs, double available)
    {
        Columns = new ColumnWidths(table.ColumnCount);
        _numbers = NumberColumn.Find(table, style, paragraphs);
        _foreign = new double[table.ColumnCount];
        var padding = 2 * TableGrid.PaddingFor(style);
        var cells = new List<MeasuredCell>();
        var row = 0;
        foreach (var tableRow in table.Groups.SelectMany(g => g.Rows))
        {
            foreach (var cell in tableRow.Cells)
            {
                var width = widths.Measure(cell.Blocks, StyleOf(cell, style), available).With(padding);
                cells.Add(new MeasuredCell(row, cell, width));
                if (cell.Direction != table.Direction)
                {
                    _foreign[cell.Column] = Math.Max(_foreign[cell.Column], width.Maximum);
                }
            }

            row++;
        }

        Cells = cells;
        foreach (var measured in cells.OrderBy(c => c.Cell.ColumnSpan))
        {
            Columns.Widen(measured.Cell.Column, measured.Cell.ColumnSpan, measured.Width);
        }

        for (var c = 0; c < _numbers.Length; c++)
        {
            if (_numbers[c] is { } numbers)
            {
                var width = numbers.Width + padding;
                // What a squeezed column gives up first is that its units stand below one another.
                Columns.Widen(c, 1, new(width, width, 0));
            }
        }
    }

    /// <summary>The cells, row by row.</summary>
    public IReadOnlyList<MeasuredCell> Cells { get; }

    /// <summary>What the columns want.</summary>
    public ColumnWidths Columns { get; }

    /// <summary>The numbers of a column; null when it does not hold numbers only, or the cell covers several.</summary>
    public NumberColumn? NumbersOf(TableCell cell) => cell.ColumnSpan == 1 ? _numbers[cell.Column] : null;

    /// <summary>Whether what reads in the other direction has one line in every cell of a column, and may so stand where the table's own words begin.</summary>
    public bool IsForeignShort(TableCell cell, double width, double scale) => _foreign[cell.Column] * scale <= width + 0.01;

    /// <summary>The look of a cell.</summary>
    public static TextStyle StyleOf(TableCell cell, TextStyle style) => style with { IsBold = style.IsBold || cell.IsHeader };
}
