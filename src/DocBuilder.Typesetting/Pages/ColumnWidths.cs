using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The widths of a table's columns from what its cells hold (CSS 2.2 17.5.2.2, automatic table layout).</summary>
internal sealed class ColumnWidths(ParagraphSetter paragraphs)
{
    /// <summary>Content that is no text is taken to want about this much, in points.</summary>
    private const double OtherContent = 72;

    /// <summary>The widths in points, in logical order; together at most <paramref name="available"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="styleOf">The look of a cell.</param>
    /// <param name="padding">The room that a cell keeps around its content, both sides together, in points.</param>
    /// <param name="available">The room for the table, in points.</param>
    public double[] Distribute(Table table, Func<TableCell, TextStyle> styleOf, double padding, double available)
    {
        var minimum = new double[table.ColumnCount];
        var maximum = new double[table.ColumnCount];
        foreach (var cell in Cells(table).OrderBy(c => c.ColumnSpan))
        {
            var (cellMinimum, cellMaximum) = Measure(cell.Blocks, styleOf(cell), available - padding);
            Widen(minimum, cell, cellMinimum + padding);
            Widen(maximum, cell, cellMaximum + padding);
        }

        return Fit(minimum, maximum, available);
    }

    private static IEnumerable<TableCell> Cells(Table table) => table.Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells);

    private (double Minimum, double Maximum) Measure(ImmutableArray<Block> blocks, TextStyle style, double available)
    {
        double minimum = 0, maximum = 0;
        foreach (var block in blocks)
        {
            var (blockMinimum, blockMaximum) = block is Paragraph paragraph
                ? paragraphs.MeasureContent(paragraph.Inlines, paragraph.Direction, style, available)
                : (OtherContent, available / 2);
            minimum = Math.Max(minimum, blockMinimum);
            maximum = Math.Max(maximum, blockMaximum);
        }

        return (minimum, maximum);
    }

    /// <summary>Makes the columns that a cell covers wide enough together; what is lacking is shared alike.</summary>
    private static void Widen(double[] widths, TableCell cell, double wanted)
    {
        var covered = widths.AsSpan(cell.Column, Math.Min(cell.ColumnSpan, widths.Length - cell.Column));
        double sum = 0;
        foreach (var width in covered)
        {
            sum += width;
        }

        for (var i = 0; i < covered.Length && wanted > sum; i++)
        {
            covered[i] += (wanted - sum) / covered.Length;
        }
    }

    private static double[] Fit(double[] minimum, double[] maximum, double available)
    {
        var least = minimum.Sum();
        var most = maximum.Sum();
        if (most <= available)
        {
            return maximum;
        }

        if (least >= available)
        {
            return [.. minimum.Select(m => m * available / least)];
        }

        var share = (available - least) / (most - least);
        return [.. minimum.Zip(maximum, (low, high) => low + ((high - low) * share))];
    }
}
