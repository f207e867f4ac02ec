using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Structure;

/// <summary>Writes the attributes of an element by owner: Layout, List, Table (ISO 32000-1 14.8.5), FENote (ISO 32000-2 14.8.5.8).</summary>
internal static class AttributeWriter
{
    /// <summary>Writes the A entry, unless there is nothing to say.</summary>
    /// <param name="w">Where.</param>
    /// <param name="element">The element.</param>
    /// <param name="noteType">NoteType of notes; null where the version of PDF knows none.</param>
    public static void Write(TokenWriter w, StructureElement element, string? noteType)
    {
        noteType = element.IsNote ? noteType : null;
        var owners = (HasLayout(element) ? 1 : 0) + (element.ListNumbering is null ? 0 : 1) + (HasTable(element.Cell) ? 1 : 0) + (noteType is null ? 0 : 1);
        if (owners == 0)
        {
            return;
        }

        w.Name("A"u8);
        if (owners > 1)
        {
            w.BeginArray();
        }

        if (HasLayout(element))
        {
            WriteLayout(w, element);
        }

        if (element.ListNumbering is { } numbering)
        {
            w.BeginDictionary().Name("O"u8).Name("List"u8).Name("ListNumbering"u8).Name(numbering).EndDictionary();
        }

        if (HasTable(element.Cell))
        {
            WriteTable(w, element.Cell!);
        }

        if (noteType is not null)
        {
            w.BeginDictionary().Name("O"u8).Name("FENote"u8).Name("NoteType"u8).Name(noteType).EndDictionary();
        }

        if (owners > 1)
        {
            w.EndArray();
        }
    }

    private static bool HasLayout(StructureElement element) =>
        element.WritingMode is not null || element.IsPlacedAsBlock || element.TextDecoration is not null || element.BoundingBox is not null;

    private static bool HasTable(TableCellAttributes? cell) =>
        cell is not null && (cell.Scope is not null || cell.RowSpan > 1 || cell.ColumnSpan > 1 || cell.Headers.Count > 0);

    private static void WriteLayout(TokenWriter w, StructureElement element)
    {
        w.BeginDictionary().Name("O"u8).Name("Layout"u8);
        if (element.WritingMode is { } mode)
        {
            w.Name("WritingMode"u8).Name(mode == TextDirection.RightToLeft ? "RlTb"u8 : "LrTb"u8);
        }

        if (element.IsPlacedAsBlock)
        {
            w.Name("Placement"u8).Name("Block"u8);
        }

        if (element.TextDecoration is { } decoration)
        {
            w.Name("TextDecorationType"u8).Name(decoration);
        }

        if (element.BoundingBox is { } box)
        {
            w.Name("BBox"u8).BeginArray().Number(box.X).Number(box.Y).Number(box.Right).Number(box.Bottom).EndArray();
        }

        w.EndDictionary();
    }

    private static void WriteTable(TokenWriter w, TableCellAttributes cell)
    {
        w.BeginDictionary().Name("O"u8).Name("Table"u8);
        if (cell.Scope is { } scope)
        {
            w.Name("Scope"u8).Name(scope);
        }

        if (cell.RowSpan > 1)
        {
            w.Name("RowSpan"u8).Integer(cell.RowSpan);
        }

        if (cell.ColumnSpan > 1)
        {
            w.Name("ColSpan"u8).Integer(cell.ColumnSpan);
        }

        if (cell.Headers.Count > 0)
        {
            w.Name("Headers"u8).BeginArray();
            foreach (var id in cell.Headers)
            {
                w.String(Encoding.ASCII.GetBytes(id));
            }

            w.EndArray();
        }

        w.EndDictionary();
    }
}
