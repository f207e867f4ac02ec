using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Pdf.Attachments;
using DocBuilder.Pdf.Content;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Images;
using DocBuilder.Pdf.Metadata;
using DocBuilder.Pdf.Navigation;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Pdf.Structure;
using DocBuilder.Typesetting.Labels;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf;

/// <summary>Writes the print edition: a tagged, archival PDF in one of the profiles (ISO 32000-1, ISO 32000-2).</summary>
public static class PdfWriter
{
    /// <summary>Pages to a node of the page tree.</summary>
    private const int PagesPerNode = 64;

    /// <summary>Writes a document that was laid out.</summary>
    /// <param name="document">The document: its structure becomes the structure tree.</param>
    /// <param name="pages">Its pages: their items become the content. At least one page.</param>
    /// <param name="options">Profile, date, identifier and source.</param>
    /// <param name="output">Where the bytes go; need not seek, stays open. The same input gives the same bytes.</param>
    /// <param name="cancellationToken">Asked between pages.</param>
    /// <returns>What the document cannot meet; empty when every claim of the profile is made.</returns>
    /// <exception cref="ArgumentException">The profile embeds the source, and the options hold none.</exception>
    /// <exception cref="InvalidOperationException">Pages and document do not belong together.</exception>
    public static ImmutableArray<Finding> Write(
        Document document, PageSet pages, PdfOptions options, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfZero(pages.Pages.Length, nameof(pages));

        if (options.Profile.EmbedsSource && options.Sources.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"The profile {options.Profile.Name} embeds the source, so the options must hold it.", nameof(options));
        }

        var hashed = new HashedOutput(output);
        using var file = new PdfFile(hashed, options.Profile.PdfVersion);
        var violations = new ViolationList();
        var links = new LinkTargets(pages, document.Language, violations);
        var tree = new StructureBuilder(links.Nodes, StructureVocabulary.Of(options.Profile)).Build(document, pages.Contents);
        var (pageTree, pageIds, parentIds) = WritePageTree(file, pages.Pages.Length);
        var fonts = new CidFontCollection(file);
        var labels = new Lazy<LabelSetter>(() => new LabelSetter(options.Theme, options.Fonts));
        using var content = new TokenWriter();
        var context = new PageContext(file, fonts, new ImageCollection(file, labels, violations), tree, links, violations)
        {
            Content = content,
            Profile = options.Profile,
            PageIds = pageIds,
            ParentIds = parentIds,
        };

        var writer = new PageWriter(context);
        for (var i = 0; i < pages.Pages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(pages.Pages[i], i);
        }

        if (labels.IsValueCreated)
        {
            labels.Value.Dispose();
        }

        foreach (var font in fonts.Fonts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CidFontWriter.Write(file, font);
        }

        DocumentRules.Check(document, tree, options.Profile, violations);
        var structure = StructureOf(file, tree, pageIds, options);
        structure.Number();
        if (options.Profile is { EmbedsSource: true, IsPdf20: true })
        {
            EmbeddedFileWriter.WriteFormulas(file, tree.Root, options.Date);
        }

        var destinations = new DestinationList(pages, pageIds, options.Profile.IsPdf20 ? tree : null);
        context.PlacedLinks.ForEach(link => LinkAnnotation.Write(file, link, destinations));
        var catalog = new Catalog(
            pageTree,
            structure.Write(),
            new OutlineWriter(file, destinations).Write(pages),
            destinations.WriteNames(file),
            WriteMetadata(file, document, options, violations.Standing),
            WriteColorProfile(file))
        {
            Files = options.Profile.EmbedsSource ? EmbeddedFileWriter.Write(file, EmbeddedFile.Of(document, options.Sources), options.Date) : [],
        };
        ObjectId? information = options.Profile.HasInformation ? Information.Write(file, document, options) : null;
        file.Finish(catalog.Write(file, document, pages), information, hashed.Identifier);
        return violations.Report(options.Profile);
    }

    private static StructureWriter StructureOf(PdfFile file, StructureTree tree, ObjectId[] pageIds, PdfOptions options)
    {
        var noteType = options.HasEndnotes ? "Endnote" : "Footnote";
        return new StructureWriter(file, tree, pageIds, options.Profile.StructureNamespace, options.Profile.IsPdf20 ? noteType : null);
    }

    /// <summary>The page tree (7.7.3): one node for a short document, a node for every so many pages of a long one.</summary>
    private static (ObjectId Root, ObjectId[] Pages, ObjectId[] Parents) WritePageTree(PdfFile file, int count)
    {
        var root = file.Reserve();
        var pages = new ObjectId[count];
        for (var i = 0; i < count; i++)
        {
            pages[i] = file.Reserve();
        }

        var parents = new ObjectId[count];
        if (count <= PagesPerNode)
        {
            Array.Fill(parents, root);
            WriteNode(root, pages, count, null);
            return (root, pages, parents);
        }

        var nodes = new List<ObjectId>();
        foreach (var chunk in pages.Chunk(PagesPerNode))
        {
            var node = file.Reserve();
            Array.Fill(parents, node, nodes.Count * PagesPerNode, chunk.Length);
            nodes.Add(node);
            WriteNode(node, chunk, chunk.Length, root);
        }

        WriteNode(root, nodes, count, null);
        return (root, pages, parents);

        void WriteNode(ObjectId id, IReadOnlyList<ObjectId> kids, int leaves, ObjectId? parent)
        {
            var w = file.Begin(id).BeginDictionary().Name("Type"u8).Name("Pages"u8).Name("Count"u8).Integer(leaves);
            if (parent is { } above)
            {
                w.Name("Parent"u8).Reference(above);
            }

            w.Name("Kids"u8).BeginArray();
            foreach (var kid in kids)
            {
                w.Reference(kid);
            }

            w.EndArray().EndDictionary();
            file.End();
        }
    }

    /// <summary>The metadata stream, plain so that anything can find it (PDF/A-2 6.6.2.1).</summary>
    private static ObjectId WriteMetadata(PdfFile file, Document document, PdfOptions options, Claims claims)
    {
        var id = file.Reserve();
        file.WriteEncodedStream(id, XmpPacket.Write(document, options, claims), default, static w => w
            .Name("Type"u8).Name("Metadata"u8).Name("Subtype"u8).Name("XML"u8));
        return id;
    }

    private static ObjectId WriteColorProfile(PdfFile file)
    {
        var id = file.Reserve();
        file.WriteEncodedStream(id, SrgbProfile.Compressed.Span, "FlateDecode"u8, static w => w.Name("N"u8).Integer(3));
        return id;
    }
}
