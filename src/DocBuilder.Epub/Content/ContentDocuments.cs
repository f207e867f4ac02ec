using System.Collections.Immutable;

namespace DocBuilder.Epub.Content;

/// <summary>A finished content document.</summary>
/// <param name="Name">Its path in the content folder.</param>
/// <param name="Bytes">The XHTML.</param>
/// <param name="HasMath">Whether it holds MathML.</param>
internal sealed record ContentDocument(string Name, ReadOnlyMemory<byte> Bytes, bool HasMath);

/// <summary>Writes the content documents of an edition.</summary>
internal static class ContentDocuments
{
    /// <summary>Writes them in the order of the spine.</summary>
    public static ImmutableArray<ContentDocument> Write(Edition edition, CancellationToken cancellation)
    {
        var documents = ImmutableArray.CreateBuilder<ContentDocument>(edition.Plan.Files.Length);
        foreach (var file in edition.Plan.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            documents.Add(Write(edition, file));
        }

        return documents.MoveToImmutable();
    }

    private static ContentDocument Write(Edition edition, ContentFile file)
    {
        var document = edition.Document;
        using var writer = new XhtmlWriter(file.Section.Language, file.Section.Direction, TitleOf(edition, file), "../styles/book.css");
        var chapter = new Chapter(edition, file, writer);
        new BlockWriter(chapter).WriteSections(file.Blocks);
        var bytes = writer.Finish();
        if (writer.DroppedCharacter is { } dropped)
        {
            edition.Findings.Add(EpubFindings.CharacterDropped.At(file.Heading?.Position ?? document.Position, dropped));
        }

        return new ContentDocument(file.Name, bytes, chapter.HasMath);
    }

    private static string TitleOf(Edition edition, ContentFile file)
    {
        var title = PlainText.Fold(edition.Document.Metadata.Title);
        var own = file.Heading is { Level: > 1 } heading ? PlainText.Of(heading.Inlines) : "";
        return own.Length == 0 ? title : $"{own} – {title}";
    }
}
