using System.Text;
using DocBuilder.Conformance.Extraction;

namespace DocBuilder.Conformance.Pdf;

/// <summary>The structure tree as a person reads it: an element a line, with what assistive technology is told, and its text.</summary>
internal sealed class TagTree(TaggedText texts)
{
    private readonly StringBuilder lines = new();

    public static string Write(PdfFile file, TaggedText texts)
    {
        var tree = new TagTree(texts);
        foreach (var element in file.Structure.Document.Elements)
        {
            tree.Write(element, 0);
        }

        return tree.lines.ToString();
    }

    private void Write(StructureElement element, int depth)
    {
        lines.Append(' ', 2 * depth).Append(element.Type);
        Say("lang", element.Language);
        Say("alt", element.Alt);
        Say("actual", element.ActualText);
        Say("expansion", element.Dictionary["E"].Text);
        Say("id", element.Dictionary["ID"].Text);
        Say("note", element.Attribute("FENote", "NoteType").Name);
        Say("refers", References(element));
        Say("numbering", element.Attribute("List", "ListNumbering").Name);
        Say("scope", element.Attribute("Table", "Scope").Name);
        Say("rows", Number(element.Attribute("Table", "RowSpan")));
        Say("columns", Number(element.Attribute("Table", "ColSpan")));
        var headers = element.Attribute("Table", "Headers");
        Say("headers", headers.IsNull ? null : string.Join(' ', headers.Items.Select(header => header.Text)));
        if (element.Elements.Any())
        {
            lines.Append('\n');
            WriteKids(element, depth + 1);
            return;
        }

        Quote(string.Concat(element.Content.Select(texts.Of)), " ");
        Links(element, " ");
        lines.Append('\n');
    }

    private void WriteKids(StructureElement element, int depth)
    {
        var text = new StringBuilder();
        foreach (var kid in element.Kids)
        {
            if (kid is MarkedContentReference content)
            {
                text.Append(texts.Of(content));
                continue;
            }

            Flush(text, depth);
            if (kid is StructureElement below)
            {
                Write(below, depth);
            }
        }

        Flush(text, depth);
        if (element.Objects.Any())
        {
            lines.Append(' ', 2 * depth);
            Links(element, "");
            lines.Append('\n');
        }
    }

    private void Flush(StringBuilder text, int depth)
    {
        if (Folding.Fold(text.ToString()).Length > 0)
        {
            Quote(text.ToString(), new string(' ', 2 * depth));
            lines.Append('\n');
        }

        text.Clear();
    }

    private void Quote(string text, string before)
    {
        if (Folding.Fold(text) is { Length: > 0 } folded)
        {
            lines.Append(before).Append('"').Append(folded).Append('"');
        }
    }

    private void Links(StructureElement element, string before)
    {
        // Links over several lines have an annotation a line, so their number follows the layout and is not shown.
        if (element.Objects.FirstOrDefault() is { } link)
        {
            lines.Append(before).Append("-> ").Append(link.Target["A"]["URI"].Text ?? "this document");
        }
    }

    private void Say(string key, string? value)
    {
        if (value is not null)
        {
            lines.Append(' ').Append(key).Append('=').Append(value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value);
        }
    }

    // Object numbers follow the layout; what matters is where they lead.
    private static string? References(StructureElement element) =>
        element.References.Any() ? string.Join(' ', element.Dictionary["Ref"].Items.Select(other => other["ID"].Text ?? other["S"].Name)) : null;

    private static string? Number(PdfValue value) => value.IsNumber ? value.Json.GetRawText() : null;
}
