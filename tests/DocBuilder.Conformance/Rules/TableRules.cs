using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>The grids of tables and their headers: ISO 14289-1, 7.2 and 7.5.</summary>
internal static class TableRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("ua1 7.2-15 7.2-41 7.2-42 7.2-43, ua2 8.2.5.26-1 8.2.5.26-2 8.2.5.26-3 8.2.5.26-4", "Cells fill a grid: none overlaps, no row or column is short.", file => Tables(file)
            .SelectMany(GridFaults)),
        new("ua1 7.5-1 7.5-2, ua2 8.2.5.26-5 8.2.5.26-6", "Every cell's headers can be told: from Headers, or because every header has a Scope.", file => Tables(file)
            .SelectMany(HeaderFaults)),
        new("pdf 14.8.5.7", "Scope is Row, Column or Both, and spans are at least 1.", file => Tables(file)
            .SelectMany(table => table.SelfAndBelow()).Where(HasBadAttribute).Select(cell => cell.ToString())),
    ];

    private static IEnumerable<StructureElement> Tables(PdfFile file) => file.Structure.Elements.Where(element => element.Type == "Table");

    private static IEnumerable<StructureElement> RowsOf(StructureElement table) =>
        table.Elements.SelectMany(kid => kid.Type == "TR" ? [kid] : kid.Elements.Where(row => row.Type == "TR"));

    private static int Span(StructureElement cell, string key) => cell.Attribute("Table", key) is { IsNumber: true } span ? span.Integer
        : 1;

    private static IEnumerable<string> GridFaults(StructureElement table)
    {
        var taken = new HashSet<(int Row, int Column)>();
        StructureElement[] rows = [.. RowsOf(table)];
        var faults = new List<string>();
        foreach (var (row, element) in rows.Index())
        {
            var column = 0;
            foreach (var cell in element.Elements)
            {
                while (taken.Contains((row, column)))
                {
                    column++;
                }

                for (var y = row; y < row + Span(cell, "RowSpan"); y++)
                {
                    for (var x = column; x < column + Span(cell, "ColSpan"); x++)
                    {
                        if (!taken.Add((y, x)))
                        {
                            faults.Add($"{cell} overlaps another cell");
                        }
                    }
                }
            }
        }

        var columns = taken.Count == 0 ? 0 : taken.Max(place => place.Column) + 1;
        faults.AddRange(Enumerable.Range(0, rows.Length)
            .Where(row => Enumerable.Range(0, columns).Any(column => !taken.Contains((row, column))))
            .Select(row => $"row {row + 1} of {table} is short"));
        faults.AddRange(taken.Where(place => place.Row >= rows.Length)
            .Select(place => $"a cell of {table} spans below the last row, in column {place.Column + 1}"));
        return faults;
    }

    private static IEnumerable<string> HeaderFaults(StructureElement table)
    {
        StructureElement[] cells = [.. RowsOf(table).SelectMany(row => row.Elements)];
        StructureElement[] headers = [.. cells.Where(cell => cell.Type == "TH")];
        var ids = headers.Select(header => header.Dictionary["ID"].Text).OfType<string>().ToHashSet();
        var isScoped = headers.All(header => header.Attribute("Table", "Scope").Name is not null);
        foreach (var cell in cells.Where(cell => cell.Type == "TD"))
        {
            string[] named = [.. cell.Attribute("Table", "Headers").Items.Select(header => header.Text ?? "")];
            if (named.Any(id => !ids.Contains(id)) || (named.Length == 0 && !isScoped))
            {
                yield return cell.ToString();
            }
        }
    }

    private static bool HasBadAttribute(StructureElement cell) =>
        (cell.Attribute("Table", "Scope") is { IsNull: false, Name: not ("Row" or "Column" or "Both") }) || Span(cell, "RowSpan") < 1
            || Span(cell, "ColSpan") < 1;
}
