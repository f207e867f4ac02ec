using System.Collections.Immutable;
using DocBuilder.Documents;
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

/// <summary>Writes the print edition: a tagged, archival PDF (ISO 32000-1; PDF/UA-1 and PDF/A-2a).</summary>
public static class PdfWriter
{
    /// <summary>Pages to a node of the page tree.</summary>
    private const int PagesPerNode = 64;

    /// <summary>Writes a document that was laid out.</summary>
    /// <param name="document">The document: its structure becomes the structure tree.</param>
    /// <param name="pages">Its pages: their items become the content. At least one page.</param>
    /// <param name="options">Profile, date and identifier.</param>
    /// <param name="output">Where the bytes go; need not seek, stays open. The same input gives the same bytes.</param>
    /// <param name="cancellationToken">Asked between pages.</param>
    /// <returns>What the document cannot meet; empty when every claim of the profile is made.</returns>
    /// <exception cref="InvalidOperationException">Pages and document do not belong together.</exception>
    public static ImmutableArray<Finding> Write(
        Document document, PageSet pages, PdfOptions options, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfZero(pages.Pages.Length, nameof(pages));

        var hashed = new HashedOutput(output);
        var file = new PdfFile(hashed, options.Profile.PdfVersion);
        var violations = new ViolationList();
        var links = new LinkTargets(pages, violations);
        var tree = new StructureBuilder(links.Nodes).Build(document, pages.Contents);
        var (pageTree, pageIds, parentIds) = WritePageTree(file, pages.Pages.Length);
        var destinations = new DestinationList(pages, pageIds);
        var fonts = new CidFontCollection(file);
        var labels = new Lazy<LabelSetter>(() => new LabelSetter(options.Theme, options.Fonts));
        var context = new PageContext(file, fonts, new ImageCollection(file, labels, violations), tree, links, violations)
        {
            PageIds = pageIds,
            Destinations = destinations,
            ParentIds = parentIds,
        };

        for (var i = 0; i < pages.Pages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PageWriter.Write(context, pages.Pages[i], i);
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

        DocumentRules.Check(document, tree, violations);
        var structure = new StructureWriter(file, tree, pageIds).Write();
        var catalog = new Catalog(
            pageTree,
            structure,
            new OutlineWriter(file, destinations).Write(pages),
            destinations.WriteNames(file),
            WriteMetadata(file, document, options, violations.Standing),
            WriteColorProfile(file));
        file.Finish(catalog.Write(file, document, pages), Information.Write(file, document, options), hashed.Identifier);
        return violations.Report();
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
        file.WriteStream(id, SrgbProfile.Write(), static w => w.Name("N"u8).Integer(3));
        return id;
    }
}
