using DocBuilder.Documents;
using DocBuilder.Epub.Container;
using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Cover;

/// <summary>The cover of a book.</summary>
/// <param name="ImageName">The path of its picture in the content folder.</param>
/// <param name="MediaType">The picture's media type.</param>
/// <param name="Bytes">The picture; null when it is one of the article's, which is in the book already.</param>
/// <param name="Width">The picture's width in pixels.</param>
/// <param name="Height">The picture's height in pixels.</param>
/// <param name="Description">What it says.</param>
internal sealed record BookCover(string ImageName, string MediaType, ReadOnlyMemory<byte>? Bytes, int Width, int Height, string Description)
{
    // What is smaller is an icon or a portrait beside a name.
    private const int LeastSide = 300;

    private const string Stem = "images/cover";

    /// <summary>The path of the cover's page in the content folder.</summary>
    public const string PageName = "text/cover.xhtml";

    /// <summary>Makes the cover that was chosen; null for none.</summary>
    public static BookCover? Make(EditionPlan plan, Phrases phrases, ImageFiles images, EpubOptions options)
    {
        var document = plan.Document;
        switch (options.Cover.Kind)
        {
            case CoverKind.None:
                return null;
            case CoverKind.Picture when options.Cover.Picture is { } picture && ImageFiles.Extension(picture.MediaType) is { } extension:
                return new BookCover($"{Stem}.{extension}", picture.MediaType, picture.Bytes, picture.PixelWidth, picture.PixelHeight, TitleOn(phrases, document));
            case CoverKind.MainPicture when MainPicture(document, images) is var (image, file):
                var description = ImageDescription.IsDescribed(image) ? $"{phrases.Cover}: {PlainText.Fold(image.AlternativeText)}" : TitleOn(phrases, document);
                return new BookCover(file.Name, file.Resource.MediaType, null, file.Resource.PixelWidth, file.Resource.PixelHeight, description);
            default:
                var art = CoverArt.Draw(document, options);
                return new BookCover($"{Stem}.png", "image/png", art, CoverArt.Width, CoverArt.Height, TitleOn(phrases, document));
        }
    }

    /// <summary>The cover's page: the picture alone, named by its role (DPUB-ARIA 1.1, doc-cover is for images).</summary>
    public void WritePage(Document document, Phrases phrases, RentedStream output)
    {
        using var writer = new XhtmlWriter(output, phrases.Language, phrases.Direction, phrases.Cover, "../styles/book.css");
        writer.Start("section", document.Language, document.Direction).EpubType("cover").Attribute("class", "cover").Line();
        writer.Start("img").Attribute("role", "doc-cover").Attribute("src", "../" + ImageName).Attribute("alt", Description).End().Line();
        writer.End().Line();
        writer.Finish();
    }

    private static (Image Image, ImageFile File)? MainPicture(Document document, ImageFiles images)
    {
        foreach (var block in NodeTree.SelfAndDescendants(document).OfType<ImageBlock>())
        {
            if (!block.Image.IsDecorative && images.Of(block.Image) is { } file && Math.Min(file.Resource.PixelWidth, file.Resource.PixelHeight) >= LeastSide)
            {
                return (block.Image, file);
            }
        }

        return null;
    }

    private static string TitleOn(Phrases phrases, Document document)
    {
        var title = $"{phrases.Cover}: {PlainText.Fold(document.Metadata.Title)}";
        var authors = CoverText.Authors(document);
        return authors.Length == 0 ? title : $"{title} – {authors}";
    }
}
