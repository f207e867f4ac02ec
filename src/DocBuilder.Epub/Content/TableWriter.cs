using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Writes tables, each in a region that scrolls when the table is wider than the page, by keyboard too.</summary>
internal sealed class TableWriter(Chapter chapter, BlockWriter blocks)
{
    private readonly XhtmlWriter writer = chapter.Writer;

    /// <summary>Writes a table.</summary>
    public void Write(Table table)
    {
        var captionId = PlainText.IsBlank(table.Caption) ? null : chapter.Edition.Plan.NewId("caption");
        var captionHoldsTable = table.Caption.SelectMany(NodeTree.SelfAndDescendants).Any(static node => node is Table);
        WriteRegion(table, captionId);
        if (captionId is not null && captionHoldsTable)
        {
            // HTML allows no table inside caption.
            writer.Start("div").Attribute("class", "caption").Attribute("id", captionId).Line();
            blocks.Write(table.Caption);
            writer.End().Line();
        }

        chapter.Start("table", table).Line();
        if (captionId is not null && !captionHoldsTable)
        {
            writer.Start("caption").Attribute("id", captionId);
            blocks.WriteContent(table.Caption, Place.WithoutHeadings);
            writer.End().Line();
        }

        var headers = new TableHeaders(table, chapter.Edition.Plan);
        foreach (var group in table.Groups)
        {
            WriteGroup(group, headers);
        }

        writer.End().Line().End();
    }

    private void WriteRegion(Table table, string? captionId)
    {
        writer.Start("div").Attribute("class", "table").Attribute("role", "region").Attribute("tabindex", "0");
        if (captionId is not null)
        {
            writer.Attribute("aria-labelledby", captionId);
        }
        else
        {
            var number = chapter.Edition.Plan.Tables.FindIndex(other => ReferenceEquals(other, table)) + 1;
            writer.Attribute("aria-label", $"{chapter.Edition.Phrases.Table} {chapter.Edition.Document.Numbering.Format(number)}");
        }

        writer.Line();
    }

    private void WriteGroup(TableRowGroup group, TableHeaders headers)
    {
        chapter.Start(group.Kind switch { TableRowGroupKind.Head => "thead", TableRowGroupKind.Foot => "tfoot", _ => "tbody" }, group).Line();
        foreach (var row in group.Rows)
        {
            chapter.Start("tr", row).Line();
            foreach (var cell in row.Cells)
            {
                WriteCell(cell, group.Kind, headers);
            }

            writer.End().Line();
        }

        writer.End().Line();
    }

    private void WriteCell(TableCell cell, TableRowGroupKind kind, TableHeaders headers)
    {
        // A header without words is the corner of the table: it heads nothing.
        var isHeader = cell.IsHeader && (!PlainText.IsBlank(cell.Blocks) || headers.IsNamed(cell));
        writer.Start(isHeader ? "th" : "td", cell.Language, cell.Direction);
        if (headers.IdOf(cell) is { } id)
        {
            writer.Attribute("id", id);
        }

        if (isHeader)
        {
            writer.Attribute("scope", cell.Scope switch
            {
                TableHeaderScope.Row => "row",
                TableHeaderScope.Both when kind == TableRowGroupKind.Body => "row",
                _ => "col",
            });
        }

        if (headers.HeadersOf(cell) is { Count: > 0 } named)
        {
            writer.Attribute("headers", string.Join(' ', named));
        }

        WriteSpan("colspan", cell.ColumnSpan);
        WriteSpan("rowspan", cell.RowSpan);
        blocks.WriteContent(cell.Blocks, isHeader ? Place.WithoutHeadings : Place.Flow);
        writer.End().Line();
    }

    private void WriteSpan(string name, int span)
    {
        if (span > 1)
        {
            writer.Attribute(name, span.ToString(CultureInfo.InvariantCulture));
        }
    }
}
