using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Structure;

/// <content>Tables (ISO 32000-1 Table 337): rows in groups, cells with what a reader needs to find their headers.</content>
internal sealed partial class StructureBuilder
{
    private int _headerCount;

    private void AddTable(StructureElement parent, Table table)
    {
        var element = Child(parent, "Table", table);
        AddCaption(element, table, table.Caption);
        var headers = new HeaderCells(table);
        var named = NameHeaders(table, headers);
        foreach (var group in table.Groups)
        {
            var type = group.Kind switch { TableRowGroupKind.Head => "THead", TableRowGroupKind.Foot => "TFoot", _ => "TBody" };
            var rows = Child(element, type, group, holdsPlace: true);
            foreach (var row in group.Rows)
            {
                var tr = Child(rows, "TR", row, holdsPlace: true);
                foreach (var cell in row.Cells)
                {
                    AddCell(tr, cell, headers, named);
                }
            }
        }
    }

    private void AddCell(StructureElement row, TableCell cell, HeaderCells headers, Dictionary<Node, string> named)
    {
        var element = Child(row, cell.IsHeader ? "TH" : "TD", cell, holdsPlace: true);
        element.Id = named.GetValueOrDefault(cell);
        element.Cell = new TableCellAttributes(
            cell.IsHeader ? cell.Scope.ToString() : null,
            cell.RowSpan,
            cell.ColumnSpan,
            [.. headers.Of(cell).Select(header => named[header])]);
        AddBlocksOrWords(element, cell.Blocks);
    }

    /// <summary>Gives an ID to every header cell that another cell names, and only to those.</summary>
    private Dictionary<Node, string> NameHeaders(Table table, HeaderCells headers)
    {
        var cells = table.Groups.SelectMany(static group => group.Rows).SelectMany(static row => row.Cells).ToList();
        var wanted = cells.SelectMany(headers.Of).ToHashSet<Node>(ReferenceEqualityComparer.Instance);
        var named = new Dictionary<Node, string>(ReferenceEqualityComparer.Instance);
        foreach (var cell in cells.Where(wanted.Contains))
        {
            named.Add(cell, string.Create(CultureInfo.InvariantCulture, $"header{++_headerCount}"));
        }

        return named;
    }
}
