using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// A column of numbers: they stand at the side where reading ends, with their units below one another. Numbers run from left to right in
/// every script, so what follows the units reaches to the right.
/// </summary>
/// <param name="BeforeUnits">The farthest that a number reaches to the left of its units' right edge, in points.</param>
/// <param name="AfterUnits">The farthest that a number reaches to the right of them, in points.</param>
internal sealed record NumberColumn(double BeforeUnits, double AfterUnits)
{
    /// <summary>A number that is longer, in points, is none.</summary>
    private const double WideEnough = 10_000;

    /// <summary>The column's content width, in points.</summary>
    public double Width => BeforeUnits + AfterUnits;

    /// <summary>The number columns of a table: those whose cells in the body are all numbers, one at least, or say that there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="style">The look of its cells.</param>
    /// <param name="paragraphs">Sets the numbers, to see where their units stand.</param>
    public static NumberColumn?[] Find(Table table, TextStyle style, ParagraphSetter paragraphs)
    {
        var isNumeric = new bool[table.ColumnCount];
        var isOther = new bool[table.ColumnCount];
        foreach (var cell in CellsOf(table, TableRowGroupKind.Body))
        {
            var text = TextOf(cell);
            var isNumber = text is not null && NumericText.TryRead(text, out _);
            isNumeric[cell.Column] |= isNumber;
            isOther[cell.Column] |= !isNumber && (text is null || !NumericText.IsPlaceholder(text));
        }

        var columns = new NumberColumn?[table.ColumnCount];
        foreach (var cell in CellsOf(table, TableRowGroupKind.Body).Concat(CellsOf(table, TableRowGroupKind.Foot)))
        {
            if (isNumeric[cell.Column] && !isOther[cell.Column] && cell.Blocks is [Paragraph paragraph])
            {
                var lines = paragraphs.Set(paragraph.Inlines, paragraph.Direction, TableContent.StyleOf(cell, style), 0, WideEnough, LineAlignment.Start);
                if (lines.Count == 1 && Extent(lines[0].Pieces, cell) is { } extent)
                {
                    var so = columns[cell.Column] ?? new NumberColumn(0, 0);
                    columns[cell.Column] = new NumberColumn(Math.Max(so.BeforeUnits, extent.Units - extent.Left), Math.Max(so.AfterUnits, extent.Right - extent.Units));
                }
            }
        }

        return columns;
    }

    /// <summary>How far a cell's only line must move to the right to stand in the column, in points; 0 when it is no number.</summary>
    /// <param name="line">What is in the line.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="left">The left edge of the column's content, in points.</param>
    /// <param name="width">The width of the column's content, in points.</param>
    /// <param name="direction">The table's direction.</param>
    /// <param name="scale">What the column's measures are to be multiplied with.</param>
    public double Shift(IEnumerable<LinePiece> line, TableCell cell, double left, double width, TextDirection direction, double scale)
    {
        if (Extent(line, cell) is not { } extent || Width * scale > width + 0.01)
        {
            return 0;
        }

        var units = direction == TextDirection.RightToLeft ? left + (BeforeUnits * scale) : left + width - (AfterUnits * scale);
        return units - extent.Units;
    }

    private static IEnumerable<TableCell> CellsOf(Table table, TableRowGroupKind kind) =>
        table.Groups.Where(g => g.Kind == kind).SelectMany(g => g.Rows).SelectMany(r => r.Cells).Where(c => c.ColumnSpan == 1);

    /// <summary>The words of a cell, without marks of notes; null when it is more than a paragraph of words.</summary>
    private static string? TextOf(TableCell cell)
    {
        if (cell.Blocks.IsEmpty)
        {
            return "";
        }

        if (cell.Blocks is not [Paragraph paragraph])
        {
            return null;
        }

        var words = new StringBuilder();
        foreach (var node in NodeTree.SelfAndDescendants(paragraph))
        {
            switch (node)
            {
                case Text text: words.Append(text.Value); break;
                case Image or LineBreak or MathExpression or Ruby: return null;
                default: break;
            }
        }

        return words.ToString();
    }

    /// <summary>Where a number begins, where its units end, and where it ends, from left to right; null when the cell is no number.</summary>
    private static (double Left, double Units, double Right)? Extent(IEnumerable<LinePiece> line, TableCell cell)
    {
        if (TextOf(cell) is not { } text)
        {
            return null;
        }

        var isNumber = NumericText.TryRead(text, out var digits);
        if (!isNumber && !NumericText.IsPlaceholder(text))
        {
            return null;
        }

        var hasUnits = digits > 0 || !isNumber;

        double left = double.MaxValue, right = double.MinValue;
        double? units = null;
        foreach (var fragment in line.Select(p => p.Item).OfType<TextFragment>().OrderBy(f => f.X))
        {
            left = Math.Min(left, fragment.X);
            var x = fragment.X;
            foreach (var run in fragment.Runs)
            {
                foreach (var glyph in run.Glyphs)
                {
                    x += (glyph.Advance * run.Size / run.Face.UnitsPerEm) + glyph.Stretch;
                    if (digits > 0 && fragment.Owner.Node is Text && char.IsDigit(run.Text[glyph.Cluster]) && --digits == 0)
                    {
                        units = x;
                    }
                }
            }

            right = Math.Max(right, x);
        }

        return left > right ? null : (left, units ?? (hasUnits ? right : left), right);
    }
}
