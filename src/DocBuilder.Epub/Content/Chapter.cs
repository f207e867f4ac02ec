using DocBuilder.Documents;
using DocBuilder.Epub.PageList;

namespace DocBuilder.Epub.Content;

/// <summary>A content document while it is written: where it is, and how its elements are opened and referred to.</summary>
internal sealed class Chapter(Edition edition, ContentFile file, XhtmlWriter writer)
{
    /// <summary>The edition.</summary>
    public Edition Edition { get; } = edition;

    /// <summary>The article that it is, or is a part of.</summary>
    public Section Section { get; } = file.Section;

    /// <summary>The writer of the document's elements.</summary>
    public XhtmlWriter Writer { get; } = writer;

    /// <summary>Whether the document holds MathML (<c>properties="mathml"</c>).</summary>
    public bool HasMath { get; set; }

    /// <summary>Opens an element for a node: its language and direction where they change, its <c>id</c> where something refers to it.</summary>
    public XhtmlWriter Start(string name, Node node)
    {
        Writer.Start(name, node.Language, node.Direction);
        return Id(node);
    }

    /// <summary>Writes the <c>id</c> of a node on the element just opened, where something refers to it.</summary>
    public XhtmlWriter Id(Node node)
    {
        if (Edition.Plan.TargetOf(node) is { } target)
        {
            Writer.Attribute("id", target.Id);
        }

        return Writer;
    }

    /// <summary>Writes the marks of the pages that begin with a block or an inline.</summary>
    public void MarkPages(Node node)
    {
        foreach (var pageBreak in Edition.Pages?.Before(node) ?? [])
        {
            WriteBreak(pageBreak, node is Block ? "div" : "span");
        }
    }

    /// <summary>Writes words, with the marks of pages that begin among them.</summary>
    public void WriteWords(Text text)
    {
        var start = 0;
        foreach (var (offset, pageBreak) in Edition.Pages?.Inside(text) ?? [])
        {
            Writer.Text(text.Value[start..offset]);
            WriteBreak(pageBreak, "span");
            start = offset;
        }

        Writer.Text(text.Value[start..]);
    }

    /// <summary>Whether a node can be written without an element of its own.</summary>
    public bool IsPlain(Node node) =>
        Edition.Plan.TargetOf(node) is null
        && node.Direction == Writer.Direction
        && string.Equals(LanguageTag.Checked(node.Language), Writer.Language, StringComparison.Ordinal);

    /// <summary>The address of a place, from this document.</summary>
    public string AddressOf(LinkTarget target) =>
        target.File == file.Name ? "#" + target.Id : $"{FileName(target.File)}#{target.Id}";

    // DPUB-ARIA 1.1: a page break has a name and no content, so that nothing is read twice or copied with the text. The name is in title, since
    // axe 4.14 takes an aria-label on div and span for a mistake, whatever their role; browsers make the same name of both.
    private void WriteBreak(PageBreak pageBreak, string element)
    {
        Writer.Start(element).Attribute("id", pageBreak.Target.Id).EpubType("pagebreak").Attribute("role", "doc-pagebreak")
            .Attribute("title", pageBreak.Label).End();
        if (element == "div")
        {
            Writer.Line();
        }
    }

    // Content documents stand side by side in one folder.
    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
