using DocBuilder.Documents;
using DocBuilder.Pdf.Navigation;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf;

/// <summary>The document catalog (ISO 32000-1 7.7.2): what the file is made of.</summary>
internal sealed record Catalog(
    ObjectId Pages, ObjectId StructTreeRoot, ObjectId? Outlines, ObjectId? Destinations, ObjectId Metadata, ObjectId ColorProfile)
{
    /// <summary>The embedded files by name: all are associated with the document as a whole (AF).</summary>
    public IReadOnlyList<(byte[] Key, ObjectId Value)> Files { get; init; } = [];

    /// <summary>Writes the catalog.</summary>
    public ObjectId Write(PdfFile file, Document document, PageSet pages)
    {
        var id = file.Reserve();
        ObjectId? files = Files.Count == 0 ? null : NameTree.Write(file, [.. Files], static (w, specification) => w.Reference(specification));
        var w = file.Begin(id).BeginDictionary()
            .Name("Type"u8).Name("Catalog"u8)
            .Name("Pages"u8).Reference(Pages)
            .Name("StructTreeRoot"u8).Reference(StructTreeRoot)
            .Name("MarkInfo"u8).BeginDictionary().Name("Marked"u8).Boolean(true).EndDictionary()
            .Name("Metadata"u8).Reference(Metadata);
        if (LanguageTag.IsKnown(document.Language))
        {
            w.Name("Lang"u8).Text(document.Language);
        }

        w.Name("ViewerPreferences"u8).BeginDictionary().Name("DisplayDocTitle"u8).Boolean(true);
        if (document.Direction == TextDirection.RightToLeft)
        {
            w.Name("Direction"u8).Name("R2L"u8);
        }

        w.EndDictionary().Name("PageLabels"u8);
        PageLabelWriter.Write(w, pages.Pages);
        if (Outlines is { } outlines)
        {
            w.Name("Outlines"u8).Reference(outlines);
        }

        WriteNames(w, files);
        WriteAssociatedFiles(w);

        w.Name("OutputIntents"u8).BeginArray().BeginDictionary()
            .Name("Type"u8).Name("OutputIntent"u8).Name("S"u8).Name("GTS_PDFA1"u8)
            .Name("OutputConditionIdentifier"u8).Text("sRGB").Name("Info"u8).Text("sRGB IEC61966-2.1")
            .Name("DestOutputProfile"u8).Reference(ColorProfile).EndDictionary().EndArray()
            .EndDictionary();
        file.End();
        return id;
    }

    private void WriteNames(TokenWriter w, ObjectId? files)
    {
        if (Destinations is null && files is null)
        {
            return;
        }

        w.Name("Names"u8).BeginDictionary();
        if (Destinations is { } destinations)
        {
            w.Name("Dests"u8).Reference(destinations);
        }

        if (files is { } tree)
        {
            w.Name("EmbeddedFiles"u8).Reference(tree);
        }

        w.EndDictionary();
    }

    private void WriteAssociatedFiles(TokenWriter w)
    {
        if (Files.Count == 0)
        {
            return;
        }

        w.Name("AF"u8).BeginArray();
        foreach (var (_, specification) in Files)
        {
            w.Reference(specification);
        }

        w.EndArray();
    }
}
