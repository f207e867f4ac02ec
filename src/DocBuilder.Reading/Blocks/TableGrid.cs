using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>The cells of a row group laid on a grid. Spans end at the group's border and at cells that are already there.</summary>
internal sealed class TableGrid
{
    // HTML's own limits on spans.
    private const int MostRowsSpanned = 65534;
    private readonly List<bool[]> _occupied = [];

    /// <summary>A cell at its place.</summary>
    public sealed record Slot(IElement Element, int Column, int ColumnSpan, int RowSpan);

    /// <summary>The cells that begin in each row.</summary>
    public List<List<Slot>> Rows { get; } = [];

    public List<IElement> RowElements { get; private init; } = [];

    public int ColumnCount { get; private set; }

    public bool HasCutSpans { get; private set; }

    public bool IsTooWide { get; private set; }

    public static TableGrid Form(List<IElement> rows, int mostColumns)
    {
        var grid = new TableGrid { RowElements = rows };
        // Per column: down to which row a cell from above reaches.
        var reaches = new int[mostColumns + 1];
        for (var row = 0; row < rows.Count && !grid.IsTooWide; row++)
        {
            grid.Place(row, reaches, mostColumns);
        }

        return grid;
    }

    /// <summary>The columns that a cell begins in, counted up to the last: a span beyond them covers nothing.</summary>
    public int ColumnsBegun => Rows.Select(static row => row.Count == 0 ? 0 : row[^1].Column + 1).DefaultIfEmpty(0).Max();

    /// <summary>Cuts spans that go beyond the table's columns.</summary>
    public void Cut(int columns)
    {
        if (ColumnCount <= columns)
        {
            return;
        }

        ColumnCount = columns;
        HasCutSpans = true;
        for (var row = 0; row < Rows.Count; row++)
        {
            Rows[row] = Rows[row].ConvertAll(slot => slot with { ColumnSpan = Math.Min(slot.ColumnSpan, columns - slot.Column) });
            _occupied[row] = _occupied[row].Length > columns ? _occupied[row][..columns] : _occupied[row];
        }
    }

    /// <summary>Which columns of a row are covered by a cell.</summary>
    public bool[] OccupiedIn(int row) => _occupied[row];

    /// <summary>Whether some row leaves a column empty.</summary>
    public bool HasHoles(int columns) => _occupied.Exists(row => row.Length < columns || Array.IndexOf(row, false) >= 0);

    private void Place(int row, int[] reaches, int mostColumns)
    {
        var slots = new List<Slot>();
        var column = 0;
        foreach (var cell in RowElements[row].Children)
        {
            if (cell.LocalName is not ("td" or "th"))
            {
                continue;
            }

            while (column < mostColumns && reaches[column] > row)
            {
                column++;
            }

            if (column >= mostColumns)
            {
                IsTooWide = true;
                break;
            }

            var asked = Span(cell, "colspan", 1000);
            var columnSpan = 1;
            while (columnSpan < asked && column + columnSpan < mostColumns && reaches[column + columnSpan] <= row)
            {
                columnSpan++;
            }

            var askedRows = cell.Attribute("rowspan")?.Trim() == "0" ? RowElements.Count - row : Span(cell, "rowspan", MostRowsSpanned);
            var rowSpan = Math.Min(askedRows, RowElements.Count - row);
            HasCutSpans |= columnSpan < asked || rowSpan < askedRows;
            slots.Add(new Slot(cell, column, columnSpan, rowSpan));
            for (var i = 0; i < columnSpan; i++)
            {
                reaches[column + i] = row + rowSpan;
            }

            column += columnSpan;
            ColumnCount = Math.Max(ColumnCount, column);
        }

        Rows.Add(slots);
        var occupied = new bool[ColumnCount];
        for (var i = 0; i < occupied.Length; i++)
        {
            occupied[i] = reaches[i] > row;
        }

        _occupied.Add(occupied);
    }

    private static int Span(IElement cell, string attribute, int most) =>
        int.TryParse(cell.Attribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
