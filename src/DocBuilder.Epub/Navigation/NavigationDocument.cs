using DocBuilder.Epub.Container;
using DocBuilder.Epub.Content;
using DocBuilder.Epub.Cover;

namespace DocBuilder.Epub.Navigation;

/// <summary>The EPUB navigation document (EPUB 3.3, 7): contents, landmarks and the pages of the print edition.</summary>
internal static class NavigationDocument
{
    /// <summary>Its path in the content folder.</summary>
    public const string Name = "nav.xhtml";

    /// <summary>Writes it.</summary>
    public static void Write(Edition edition, RentedStream output)
    {
        var phrases = edition.Phrases;
        using var writer = new XhtmlWriter(output, phrases.Language, phrases.Direction, phrases.Contents, "styles/book.css");
        WriteContents(writer, edition);
        WriteLandmarks(writer, edition);
        WritePages(writer, edition);
        writer.Finish();
    }

    private static void WriteContents(XhtmlWriter writer, Edition edition)
    {
        writer.Start("nav").EpubType("toc").Attribute("role", "doc-toc").Attribute("id", "toc").Attribute("aria-labelledby", "toc-title").Line();
        writer.Start("h1").Attribute("id", "toc-title").Text(edition.Phrases.Contents).End().Line();
        if (edition.Plan.Outline.Count > 0)
        {
            WriteEntries(writer, edition.Plan.Outline);
        }
        else
        {
            writer.Start("ol").Line();
            WriteEntry(writer, edition, edition.Plan.Files[0].Name, edition.Document.Metadata.Title);
            writer.End().Line();
        }

        writer.End().Line();
    }

    // Headings have six levels, so this goes no deeper.
    private static void WriteEntries(XhtmlWriter writer, List<OutlineEntry> entries)
    {
        writer.Start("ol").Line();
        foreach (var entry in entries)
        {
            writer.Start("li").Start("a", entry.Heading.Language, entry.Heading.Direction)
                .Attribute("href", entry.Target.Address).Text(entry.Label).End();
            if (entry.Children.Count > 0)
            {
                writer.Line();
                WriteEntries(writer, entry.Children);
            }

            writer.End().Line();
        }

        writer.End().Line();
    }

    private static void WriteEntry(XhtmlWriter writer, Edition edition, string address, string label) =>
        writer.Start("li").Start("a", edition.Document.Language, edition.Document.Direction)
            .Attribute("href", address).Text(label).End().End().Line();

    // The contents are no landmark: this document is not in the spine, where a landmark has to lead (EPUB 3.3, 7.4.5).
    private static void WriteLandmarks(XhtmlWriter writer, Edition edition)
    {
        var phrases = edition.Phrases;
        writer.Start("nav").EpubType("landmarks").Attribute("aria-label", phrases.Landmarks).Attribute("hidden", "hidden").Line().Start("ol").Line();
        if (edition.Cover is not null)
        {
            WriteLandmark(writer, "cover", BookCover.PageName, phrases.Cover);
        }

        WriteLandmark(writer, "bodymatter", edition.Plan.Files[edition.Document.IsBook ? 1 : 0].Name, phrases.StartOfText);
        if (!edition.Document.IsBook && edition.Plan.NoteLists is [{ Notes.IsEmpty: false } notes, ..] && edition.Plan.TargetOf(notes) is { } target)
        {
            WriteLandmark(writer, "endnotes", target.Address, phrases.Notes);
        }

        writer.End().Line().End().Line();
    }

    // One flat list (EPUB 3.3, 7.4.4); hidden as print has no use for it in the text, reading systems offer it as "go to page".
    private static void WritePages(XhtmlWriter writer, Edition edition)
    {
        if (edition.Pages is not { Entries: { Count: > 0 } entries })
        {
            return;
        }

        writer.Start("nav").EpubType("page-list").Attribute("role", "doc-pagelist").Attribute("aria-label", edition.Phrases.Pages).Attribute("hidden", "hidden").Line();
        writer.Start("ol").Line();
        foreach (var entry in entries)
        {
            writer.Start("li").Start("a").Attribute("href", entry.Break.Target.Address).Text(entry.Label).End().End().Line();
        }

        writer.End().Line().End().Line();
    }

    private static void WriteLandmark(XhtmlWriter writer, string type, string address, string label) =>
        writer.Start("li").Start("a").EpubType(type).Attribute("href", address).Text(label).End().End().Line();
}
