using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Navigation;

/// <summary>The EPUB navigation document (EPUB 3.3, 7): contents and landmarks.</summary>
internal static class NavigationDocument
{
    /// <summary>Its path in the content folder.</summary>
    public const string Name = "nav.xhtml";

    /// <summary>Writes it.</summary>
    public static ReadOnlyMemory<byte> Write(Edition edition)
    {
        var phrases = edition.Phrases;
        using var writer = new XhtmlWriter(phrases.Language, phrases.Direction, phrases.Contents, "styles/book.css");
        WriteContents(writer, edition);
        WriteLandmarks(writer, edition);
        return writer.Finish();
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
                .Attribute("href", $"{entry.Target.File}#{entry.Target.Id}").Text(entry.Label).End();
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
        WriteLandmark(writer, "bodymatter", edition.Plan.Files[0].Name, phrases.StartOfText);
        if (edition.Plan.NoteLists is [{ Notes.IsEmpty: false } notes, ..] && edition.Plan.TargetOf(notes) is { } target)
        {
            WriteLandmark(writer, "endnotes", $"{target.File}#{target.Id}", phrases.Notes);
        }

        writer.End().Line().End().Line();
    }

    private static void WriteLandmark(XhtmlWriter writer, string type, string address, string label) =>
        writer.Start("li").Start("a").EpubType(type).Attribute("href", address).Text(label).End().End().Line();
}
