using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Epub.Container;
using DocBuilder.Epub.Content;
using DocBuilder.Epub.Cover;
using DocBuilder.Epub.Navigation;
using DocBuilder.Epub.Package;
using DocBuilder.Epub.PageList;
using DocBuilder.Epub.Styles;

namespace DocBuilder.Epub;

/// <summary>Writes the accessible EPUB 3.3 edition of a document.</summary>
public static class EpubWriter
{
    private const string NcxId = "ncx";

    // EPUB 3.3, 5.6.2.1: what a shelf shows of the book.
    internal const string CoverImage = "cover-image";

    /// <summary>Writes the book.</summary>
    /// <param name="document">The document; its reader has kept the promises of <see cref="Document"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="output">Where to; need not be seekable.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What could not be written as it is in the document.</returns>
    public static ImmutableArray<Finding> Write(Document document, EpubOptions options, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);

        var plan = new EditionPlan(document);
        var images = new ImageFiles(document);
        var phrases = Phrases.For(document.Language);
        // Before the pages of print are asked for, which may still be laid on another thread.
        var cover = BookCover.Make(plan, phrases, images, options);
        var edition = new Edition(plan, phrases, images, options.HasPageList ? Pages(plan, images, options.Print) : null, cover, []);
        using var container = new OcfContainer();
        var manifest = ImmutableArray.CreateBuilder<ManifestItem>();

        AddNavigation(edition, options, container, manifest);
        AddCover(edition, container, manifest);
        AddContent(edition, container, manifest, cancellation);
        AddStyle(edition, options, container, manifest);
        AddImages(edition, container, manifest);
        container.Add(OcfContainer.PackageName, file => new PackageDocument(edition, options).Write(manifest.ToImmutable(), NcxId, file));
        container.Write(output, cancellation);
        return [.. edition.Findings];
    }

    private static PageBreaks? Pages(EditionPlan plan, ImageFiles images, Func<PrintEdition>? printed)
    {
        if (plan.Document.Metadata.PageBreakSource is { } source)
        {
            return new PageBreaks(plan, images, PageStart.Of(plan.Document), source);
        }

        return printed?.Invoke() is not { } print ? null : new PageBreaks(plan, images, PageStart.Of(print.Pages), print.Identifier);
    }

    private static void AddNavigation(Edition edition, EpubOptions options, OcfContainer container, ImmutableArray<ManifestItem>.Builder manifest)
    {
        container.Add(NavigationDocument.Name, file => NavigationDocument.Write(edition, file));
        manifest.Add(new ManifestItem("nav", NavigationDocument.Name, "application/xhtml+xml", "nav"));
        container.Add(NcxDocument.Name, file => NcxDocument.Write(edition, options.Identifier, file));
        manifest.Add(new ManifestItem(NcxId, NcxDocument.Name, "application/x-dtbncx+xml"));
    }

    private static void AddCover(Edition edition, OcfContainer container, ImmutableArray<ManifestItem>.Builder manifest)
    {
        if (edition.Cover is not { } cover)
        {
            return;
        }

        container.Add(BookCover.PageName, file => cover.WritePage(edition.Document, edition.Phrases, file));
        manifest.Add(new ManifestItem("cover", BookCover.PageName, "application/xhtml+xml", IsInSpine: true));
        if (cover.Bytes is { } bytes)
        {
            container.Add(cover.ImageName, PackedFile.Picture(bytes, cover.MediaType));
            manifest.Add(new ManifestItem("cover-image", cover.ImageName, cover.MediaType, CoverImage));
        }
    }

    private static void AddContent(Edition edition, OcfContainer container, ImmutableArray<ManifestItem>.Builder manifest, CancellationToken cancellation)
    {
        foreach (var document in edition.Plan.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var hasMath = false;
            container.Add(document.Name, file => hasMath = ContentDocuments.Write(edition, document, file));
            manifest.Add(new ManifestItem(
                Path.GetFileNameWithoutExtension(document.Name), document.Name, "application/xhtml+xml", hasMath ? "mathml" : "", IsInSpine: true));
        }
    }

    private static void AddStyle(Edition edition, EpubOptions options, OcfContainer container, ImmutableArray<ManifestItem>.Builder manifest)
    {
        var uses = FontUse.In(edition).ToList();
        var languages = new LanguageUse(edition.Document.Language, uses, options.Theme);
        var fonts = options.EmbedFonts ? new BookFonts(edition, uses, languages, options) : null;
        container.Add(Stylesheet.Name, (options.Shared ?? new SharedParts()).Packed(StylesheetWriter.Write(languages, fonts, options.Theme)));
        manifest.Add(new ManifestItem("style", Stylesheet.Name, "text/css"));
        var number = 0;
        foreach (var file in fonts?.Files ?? [])
        {
            container.Add(file.Name, file.Content);
            manifest.Add(new ManifestItem(string.Create(CultureInfo.InvariantCulture, $"font-{++number}"), file.Name, file.MediaType));
        }
    }

    private static void AddImages(Edition edition, OcfContainer container, ImmutableArray<ManifestItem>.Builder manifest)
    {
        var number = 0;
        foreach (var file in edition.Images.All)
        {
            container.Add(file.Name, PackedFile.Picture(file.Resource.Bytes, file.Resource.MediaType));
            manifest.Add(new ManifestItem(string.Create(CultureInfo.InvariantCulture, $"picture-{++number}"), file.Name, file.Resource.MediaType,
                edition.Cover?.ImageName == file.Name ? CoverImage : ""));
        }
    }
}
