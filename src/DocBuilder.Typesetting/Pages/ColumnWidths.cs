using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Shares the width of a table among its columns (CSS 2.2 17.5.2.2, automatic table layout), so that long prose and short entries both get their due.</summary>
/// <param name="columns">The number of columns.</param>
internal sealed class ColumnWidths(int columns)
{
    // How much of a column's wish counts when the room is shared: 0 gives all columns alike, 1 gives each in proportion to its longest cell.
    private static readonly double[] Shares = [0.5, 0.25, 0, 0.75, 1];

    /// <summary>What every line of a broken cell loses to padding and to the word that no longer fits, in points.</summary>
    private const double LostInLine = 22;

    /// <summary>What every further line of an entry that would go on one line costs, in lines of the table.</summary>
    private const double BrokenEntry = 1;

    /// <summary>An entry is short when it takes no more than this part of the table's width.</summary>
    private const double ShortEntry = 0.3;

    /// <summary>The part of a fair share that columns of words keep when those of numbers cannot give way.</summary>
    private const double LeastOfWords = 0.5;

    private const double Tolerance = 0.01;

    private readonly double[] _minimum = new double[columns];
    private readonly double[] _maximum = new double[columns];
    private readonly double[] _number = new double[columns];

    /// <summary>The narrowest that the table can be without breaking words, in points.</summary>
    public double Least => _minimum.Sum();

    /// <summary>The width at which nothing needs to be broken, in points.</summary>
    public double Most => _maximum.Sum();

    /// <summary>Whether every column has room for what is to be read: a few letters, or all that it holds when that is less.</summary>
    /// <param name="widths">The widths that the columns have.</param>
    /// <param name="scale">What the measures are multiplied with.</param>
    /// <param name="room">The room that letters need, padding and all, in points.</param>
    public bool AreReadable(double[] widths, double scale, double room)
    {
        for (var c = 0; c < widths.Length; c++)
        {
            if (widths[c] < Math.Min(room, (_maximum[c] * scale) - Tolerance))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes the columns that a cell covers wide enough together; cells over fewer columns come first.</summary>
    /// <param name="column">The first column, from 0.</param>
    /// <param name="span">The number of columns covered.</param>
    /// <param name="cell">The widths of the cell.</param>
    public void Widen(int column, int span, ContentWidth cell)
    {
        span = Math.Min(span, columns - column);
        Widen(_minimum.AsSpan(column, span), cell.Minimum);
        Widen(_maximum.AsSpan(column, span), Math.Max(cell.Minimum, cell.Maximum));
        Widen(_number.AsSpan(column, span), cell.Number);
    }

    /// <summary>The widths in points, in logical order; together at most <paramref name="available"/>.</summary>
    /// <param name="available">The room for the table, in points.</param>
    /// <param name="scale">What the measures are to be multiplied with, because the table is set smaller.</param>
    /// <param name="cells">The cells, row by row.</param>
    public double[] Distribute(double available, double scale, IReadOnlyList<MeasuredCell> cells)
    {
        var minimum = Array.ConvertAll(_minimum, m => m * scale);
        var maximum = Array.ConvertAll(_maximum, m => m * scale);
        var least = minimum.Sum();
        if (maximum.Sum() <= available)
        {
            return maximum;
        }

        if (least >= available)
        {
            return Squeezed(minimum, [.. _number.Select((n, c) => Math.Min(n * scale, minimum[c]))], available);
        }

        var best = Fair(minimum, maximum, available, Shares[0]);
        var lowest = Cost(best, scale, available, cells);
        foreach (var share in Shares.AsSpan(1))
        {
            var widths = Fair(minimum, maximum, available, share);
            var cost = Cost(widths, scale, available, cells);
            if (cost < lowest)
            {
                (best, lowest) = (widths, cost);
            }
        }

        return best;
    }

    /// <summary>What is lacking is shared in proportion to what the columns have; alike when they have nothing.</summary>
    private static void Widen(Span<double> covered, double wanted)
    {
        double sum = 0;
        foreach (var width in covered)
        {
            sum += width;
        }

        if (wanted <= sum)
        {
            return;
        }

        foreach (ref var width in covered)
        {
            width += (wanted - sum) * (sum > 0 ? width / sum : 1.0 / covered.Length);
        }
    }

    /// <summary>Words are broken, and numbers too only when words would be left with less than half of a fair share.</summary>
    private static double[] Squeezed(double[] minimum, double[] number, double available)
    {
        var even = available / minimum.Sum();
        var whole = minimum.Select((m, c) => Math.Max(number[c], m * even * LeastOfWords)).ToArray();
        var left = available - whole.Sum();
        if (left < 0)
        {
            return Array.ConvertAll(minimum, m => m * even);
        }

        var lacking = Math.Max(minimum.Sum() - whole.Sum(), double.Epsilon);
        return [.. whole.Select((w, c) => w + ((minimum[c] - w) * left / lacking))];
    }

    /// <summary>Each column between its minimum and its maximum, and otherwise by its share.</summary>
    private static double[] Fair(double[] minimum, double[] maximum, double available, double share)
    {
        const int halvings = 60;
        var wishes = Array.ConvertAll(maximum, m => Math.Pow(Math.Max(m, 1), share));
        double low = 0, high = maximum.Max();
        for (var i = 0; i < halvings; i++)
        {
            var middle = (low + high) / 2;
            double sum = 0;
            for (var c = 0; c < wishes.Length; c++)
            {
                sum += Width(c, middle);
            }

            (low, high) = sum <= available ? (middle, high) : (low, middle);
        }

        return [.. wishes.Select((_, c) => Width(c, low))];

        double Width(int c, double level) => Math.Clamp(level * wishes[c], minimum[c], Math.Max(minimum[c], maximum[c]));
    }

    /// <summary>About how many lines the table takes, broken short entries counted as bad.</summary>
    private static double Cost(double[] widths, double scale, double available, IReadOnlyList<MeasuredCell> cells)
    {
        double cost = 0, tallest = 0;
        var row = -1;
        foreach (var measured in cells)
        {
            if (measured.Row != row)
            {
                (cost, tallest, row) = (cost + tallest, 0, measured.Row);
            }

            double width = 0;
            var end = Math.Min(measured.Cell.Column + measured.Cell.ColumnSpan, widths.Length);
            for (var c = measured.Cell.Column; c < end; c++)
            {
                width += widths[c];
            }

            var wanted = measured.Width.Maximum * scale;
            var linesNeeded = wanted <= width + 0.01 ? 1 : Math.Max(2, Math.Ceiling(wanted / Math.Max(1, width - (LostInLine * scale))));
            tallest = Math.Max(tallest, linesNeeded / measured.Cell.RowSpan);
            cost += linesNeeded > 1 && wanted < available * ShortEntry ? BrokenEntry * (linesNeeded - 1) : 0;
        }

        return cost + tallest;
    }
}
