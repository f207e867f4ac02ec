using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>A table of data. Its rows form a regular grid, spans counted: the reader has mended what the source left ragged.</summary>
public sealed record Table : Block
{
    /// <summary>The caption; empty when there is none.</summary>
    public ImmutableArray<Block> Caption { get; init; } = [];

    /// <summary>The number of columns, at least 1.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>The row groups in reading order: at most one head first, at least one body, at most one foot last.</summary>
    public required ImmutableArray<TableRowGroup> Groups { get; init; }
}

/// <summary>What a group of rows is for.</summary>
public enum TableRowGroupKind
{
    /// <summary>Column headers, repeated on every page (<c>thead</c>).</summary>
    Head,

    /// <summary>Data (<c>tbody</c>).</summary>
    Body,

    /// <summary>Totals and the like (<c>tfoot</c>).</summary>
    Foot,
}

/// <summary>A group of rows.</summary>
public sealed record TableRowGroup : Block
{
    /// <summary>What the group is for.</summary>
    public required TableRowGroupKind Kind { get; init; }

    /// <summary>The rows, at least one.</summary>
    public required ImmutableArray<TableRow> Rows { get; init; }
}

/// <summary>A row.</summary>
public sealed record TableRow : Block
{
    /// <summary>The cells that begin in this row, in logical order: the first is rightmost in a right-to-left table.</summary>
    public required ImmutableArray<TableCell> Cells { get; init; }
}

/// <summary>A cell.</summary>
public sealed record TableCell : Block
{
    /// <summary>What the cell says.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Which cells this one is the header of; <see cref="TableHeaderScope.None"/> for data cells.</summary>
    public TableHeaderScope Scope { get; init; }

    /// <summary>Whether the cell is a header (<c>th</c>).</summary>
    public bool IsHeader => Scope != TableHeaderScope.None;

    /// <summary>The column in which the cell begins, from 0, counted in logical order.</summary>
    public required int Column { get; init; }

    /// <summary>Columns covered, at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows covered, at least 1; never past the end of the row group.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>The anchors of the header cells that the source names for this one (HTML <c>headers</c>); empty when it names none.</summary>
    public ImmutableArray<string> Headers { get; init; } = [];
}

/// <summary>Which cells a header cell is for (HTML <c>scope</c>, PDF <c>Scope</c>).</summary>
public enum TableHeaderScope
{
    /// <summary>Not a header.</summary>
    None,

    /// <summary>The cells of its column.</summary>
    Column,

    /// <summary>The cells of its row.</summary>
    Row,

    /// <summary>Both.</summary>
    Both,
}
