using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>
/// Which header cells belong to a cell, where <c>scope</c> alone cannot say it: where the source names them, and in tables
/// with a header of both its row and its column, for which HTML has no <c>scope</c>.
/// </summary>
internal sealed class TableHeaders
{
    private readonly Dictionary<TableCell, string> ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableCell, List<string>> headers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TableCell> named = new(ReferenceEqualityComparer.Instance);
    private readonly EditionPlan plan;

    /// <summary>Finds the headers of every cell of a table.</summary>
    public TableHeaders(Table table, EditionPlan plan)
    {
        this.plan = plan;
        var cells = table.Groups.SelectMany(static group => group.Rows).SelectMany(static row => row.Cells).ToList();
        foreach (var cell in cells)
        {
            if (plan.TargetOf(cell) is { } target)
            {
                ids.Add(cell, target.Id);
            }
        }

        AddNamed(cells);
        if (cells.Exists(static cell => cell.Scope == TableHeaderScope.Both && !PlainText.IsBlank(cell.Blocks)))
        {
            AddByPosition(table);
        }
    }

    /// <summary>The <c>id</c> of a cell; null when nothing refers to it.</summary>
    public string? IdOf(TableCell cell) => ids.GetValueOrDefault(cell);

    /// <summary>The <c>id</c>s of the header cells of a cell; null when <c>scope</c> says it all.</summary>
    public IReadOnlyList<string>? HeadersOf(TableCell cell) => headers.GetValueOrDefault(cell);

    /// <summary>Whether a cell is named as the header of another.</summary>
    public bool IsNamed(TableCell cell) => named.Contains(cell);

    private void AddNamed(List<TableCell> cells)
    {
        var own = cells.Where(static cell => cell.IsHeader).ToHashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var cell in cells)
        {
            foreach (var anchor in cell.Headers)
            {
                if (plan.NodeAt(anchor) is TableCell header && own.Contains(header) && !ReferenceEquals(header, cell))
                {
                    Add(cell, header);
                }
            }
        }
    }

    private void AddByPosition(Table table)
    {
        var above = new List<TableCell>?[table.ColumnCount];
        foreach (var group in table.Groups)
        {
            var beside = new List<(TableCell Cell, int LastRow)>();
            for (var row = 0; row < group.Rows.Length; row++)
            {
                beside.RemoveAll(header => header.LastRow < row);
                foreach (var cell in group.Rows[row].Cells)
                {
                    var columns = Enumerable.Range(cell.Column, Math.Max(0, Math.Min(cell.ColumnSpan, table.ColumnCount - cell.Column))).ToList();
                    if (!cell.IsHeader && cell.Headers.IsEmpty)
                    {
                        foreach (var header in columns.SelectMany(column => above[column] ?? []).Concat(beside.Select(static header => header.Cell)))
                        {
                            Add(cell, header);
                        }
                    }

                    if (PlainText.IsBlank(cell.Blocks))
                    {
                        continue;
                    }

                    if (cell.Scope is TableHeaderScope.Column or TableHeaderScope.Both)
                    {
                        columns.ForEach(column => (above[column] ??= []).Add(cell));
                    }

                    if (cell.Scope is TableHeaderScope.Row or TableHeaderScope.Both)
                    {
                        beside.Add((cell, row + cell.RowSpan - 1));
                    }
                }
            }
        }
    }

    private void Add(TableCell cell, TableCell header)
    {
        if (!ids.TryGetValue(header, out var id))
        {
            ids.Add(header, id = plan.NewId("header"));
        }

        if (!headers.TryGetValue(cell, out var list))
        {
            headers.Add(cell, list = []);
        }

        if (!list.Contains(id))
        {
            list.Add(id);
        }

        named.Add(header);
    }
}
