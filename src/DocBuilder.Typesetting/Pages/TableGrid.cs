using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Where the columns of a table stand: the first is rightmost in a right-to-left table.</summary>
internal sealed class TableGrid
{
    private readonly BlockContext _column;
    private readonly double[] _starts;

    /// <summary>Places columns.</summary>
    /// <param name="direction">The table's direction.</param>
    /// <param name="column">The column that the table stands in.</param>
    /// <param name="style">The look of its cells.</param>
    /// <param name="widths">The widths of its columns, in logical order, in points.</param>
    public TableGrid(TextDirection direction, BlockContext column, TextStyle style, double[] widths)
    {
        Direction = direction;
        Style = style;
        _column = column;
        _starts = new double[widths.Length + 1];
        for (var i = 0; i < widths.Length; i++)
        {
            _starts[i + 1] = _starts[i] + widths[i];
        }
    }

    public TextDirection Direction { get; }

    public TextStyle Style { get; }

    /// <summary>The room that a cell keeps around its content on each side, in points.</summary>
    public double Padding => PaddingFor(Style);

    /// <summary>The width of the table, in points.</summary>
    public double Width => _starts[^1];

    public static double PaddingFor(TextStyle style) => style.Size * 0.42;

    /// <summary>The left edge and width of the columns that a cell covers, in points.</summary>
    public (double Left, double Width) Span(TableCell cell)
    {
        var start = _starts[cell.Column];
        var end = _starts[Math.Min(cell.Column + cell.ColumnSpan, _starts.Length - 1)];
        var left = Direction == TextDirection.RightToLeft ? _column.Right - end : _column.Left + start;
        return (left, end - start);
    }

    /// <summary>The column for a cell's content. A column narrower than its padding keeps room for a letter a line.</summary>
    public BlockContext ContentOf(TableCell cell, LineAlignment alignment)
    {
        var (left, width) = Span(cell);
        return new BlockContext(left + Padding, Math.Max(1, width - (2 * Padding)), TableContent.StyleOf(cell, Style), alignment, IsDense: true) { IsCell = true };
    }
}
