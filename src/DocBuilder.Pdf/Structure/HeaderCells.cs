using DocBuilder.Documents;

namespace DocBuilder.Pdf.Structure;

/// <summary>
/// The header cells of every cell of a table that Scope alone cannot tell (ISO 32000-1 Table 349, Headers): those that the source names, and in
/// irregular tables those that stand above and beside, as HTML finds them.
/// </summary>
internal sealed class HeaderCells
{
    // More than anyone listens to; a hostile table must not cost the square of its cells.
    private const int MostHeaders = 16;

    private readonly Dictionary<TableCell, List<TableCell>> _headers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds them.</summary>
    public HeaderCells(Table table)
    {
        AddNamed(table);
        if (IsIrregular(table))
        {
            AddByPosition(table);
        }
    }

    /// <summary>The headers of a cell in reading order; empty where Scope says it all.</summary>
    public IReadOnlyList<TableCell> Of(TableCell cell) => _headers.TryGetValue(cell, out var headers) ? headers : [];

    private void AddNamed(Table table)
    {
        var byAnchor = new Dictionary<string, TableCell>(StringComparer.Ordinal);
        var cells = table.Groups.SelectMany(static group => group.Rows).SelectMany(static row => row.Cells).ToList();
        foreach (var cell in cells)
        {
            if (cell is { IsHeader: true, Anchor: { } anchor })
            {
                byAnchor.TryAdd(anchor, cell);
            }
        }

        foreach (var cell in cells)
        {
            foreach (var anchor in cell.Headers)
            {
                if (byAnchor.TryGetValue(anchor, out var header) && !ReferenceEquals(header, cell))
                {
                    Add(cell, header);
                }
            }
        }
    }

    /// <summary>Readers differ about headers that span, that stand amid the data, and that have data before them.</summary>
    private static bool IsIrregular(Table table)
    {
        foreach (var group in table.Groups)
        {
            foreach (var row in group.Rows)
            {
                var hasData = false;
                foreach (var cell in row.Cells)
                {
                    if (cell.IsHeader && (hasData || cell.ColumnSpan > 1 || cell.RowSpan > 1
                        || (group.Kind != TableRowGroupKind.Head && cell.Scope == TableHeaderScope.Column)))
                    {
                        return true;
                    }

                    hasData |= !cell.IsHeader;
                }
            }
        }

        return false;
    }

    private void AddByPosition(Table table)
    {
        var above = new Column[table.ColumnCount];
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = new Column();
        }

        foreach (var group in table.Groups)
        {
            var beside = new List<(TableCell Cell, int LastRow)>();
            for (var row = 0; row < group.Rows.Length; row++)
            {
                beside.RemoveAll(header => header.LastRow < row);
                foreach (var cell in group.Rows[row].Cells)
                {
                    var columns = above.Skip(cell.Column).Take(cell.ColumnSpan).ToList();
                    if (!cell.IsHeader)
                    {
                        AddData(cell, columns, beside.Select(static header => header.Cell));
                    }

                    if (cell.Scope is TableHeaderScope.Column or TableHeaderScope.Both)
                    {
                        columns.ForEach(column => column.AddHeader(cell));
                    }

                    if (cell.Scope is TableHeaderScope.Row or TableHeaderScope.Both)
                    {
                        beside.Add((cell, row + cell.RowSpan - 1));
                    }
                }
            }
        }
    }

    private void AddData(TableCell cell, List<Column> columns, IEnumerable<TableCell> beside)
    {
        columns.ForEach(static column => column.HasData = true);
        if (_headers.ContainsKey(cell))
        {
            return;
        }

        foreach (var header in columns.SelectMany(static column => column.Headers).Concat(beside))
        {
            if (!Add(cell, header))
            {
                return;
            }
        }
    }

    /// <summary>Adds a header. Returns false when the cell can have no more.</summary>
    private bool Add(TableCell cell, TableCell header)
    {
        if (!_headers.TryGetValue(cell, out var headers))
        {
            _headers.Add(cell, headers = []);
        }

        if (headers.Count < MostHeaders && !headers.Exists(known => ReferenceEquals(known, header)))
        {
            headers.Add(header);
        }

        return headers.Count < MostHeaders;
    }

    /// <summary>The headers that hold in a column from some row on.</summary>
    private sealed class Column
    {
        public List<TableCell> Headers { get; } = [];

        public bool HasData { get; set; }

        /// <summary>A header that follows data takes the place of those of its width; one that follows a header stands beside it.</summary>
        public void AddHeader(TableCell cell)
        {
            if (HasData)
            {
                Headers.RemoveAll(header => header.Column == cell.Column && header.ColumnSpan == cell.ColumnSpan);
                HasData = false;
            }

            if (Headers.Count == MostHeaders)
            {
                Headers.RemoveAt(0);
            }

            Headers.Add(cell);
        }
    }
}
