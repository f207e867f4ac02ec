using DocBuilder.Epub.Container;

namespace DocBuilder.Epub.Content;

/// <summary>Writes the content documents of an edition.</summary>
internal static class ContentDocuments
{
    /// <summary>Writes one.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="file">The document.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <returns>Whether it holds MathML.</returns>
    public static bool Write(Edition edition, ContentFile file, RentedStream output)
    {
        var document = edition.Document;
        using var writer = new XhtmlWriter(output, file.Section.Language, file.Section.Direction, TitleOf(edition, file), "../styles/book.css");
        var chapter = new Chapter(edition, file, writer);
        new BlockWriter(chapter).WriteSections(file.Blocks);
        writer.Finish();
        if (writer.DroppedCharacter is { } dropped)
        {
            edition.Findings.Add(EpubFindings.CharacterDropped.At(file.Heading?.Position ?? document.Position, dropped));
        }

        return chapter.HasMath;
    }

    private static string TitleOf(Edition edition, ContentFile file)
    {
        var title = PlainText.Fold(edition.Document.Metadata.Title);
        var own = file.Heading is { Level: > 1 } heading ? PlainText.Of(heading.Inlines) : "";
        return own.Length == 0 ? title : $"{own} – {title}";
    }
}
