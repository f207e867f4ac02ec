using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Structure;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Navigation;

/// <summary>
/// Where nodes stand, as PDF destinations (ISO 32000-1 12.3.2); in PDF 2.0 as structure destinations too (ISO 32000-2 12.3.2.3), which can be
/// written only when the structure tree is numbered.
/// </summary>
internal sealed class DestinationList
{
    private readonly PageSet _pages;
    private readonly IReadOnlyList<ObjectId> _pageIds;
    private readonly StructureTree? _tree;
    private readonly Dictionary<Node, Destination> _byNode = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes the places from the pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="pageIds">Their objects.</param>
    /// <param name="tree">The structure tree for structure destinations; null where the version of PDF knows none.</param>
    public DestinationList(PageSet pages, IReadOnlyList<ObjectId> pageIds, StructureTree? tree)
    {
        _pages = pages;
        _pageIds = pageIds;
        _tree = tree;
        foreach (var destination in pages.Destinations)
        {
            _byNode.TryAdd(destination.Node, destination);
        }
    }

    /// <summary>Where a node stands; null when the layout does not say.</summary>
    public Destination? Of(Node node) => _byNode.TryGetValue(node, out var destination) ? destination : null;

    /// <summary>Writes the entry that makes an annotation or a bookmark lead to a place: Dest, or a GoTo action that names the element too (UA-2 8.8).</summary>
    /// <param name="w">Inside the dictionary.</param>
    /// <param name="place">The place.</param>
    /// <param name="name">The name of the destination; null for none.</param>
    public void WriteTarget(TokenWriter w, Destination place, byte[]? name)
    {
        if (_tree is null)
        {
            w.Name("Dest"u8);
            WriteNameOrPlace(w, place, name);
            return;
        }

        w.Name("A"u8).BeginDictionary().Name("S"u8).Name("GoTo"u8).Name("D"u8);
        WriteNameOrPlace(w, place, name);
        WriteStructureDestination(w, place);
        w.EndDictionary();
    }

    /// <summary>Writes the name tree of all anchors; null when there are none. The names are the anchors of the source.</summary>
    public ObjectId? WriteNames(PdfFile file)
    {
        var names = _pages.Destinations
            .Where(static d => d.Node.Anchor is not null)
            .Select(static d => (Key: NameOf(d.Node.Anchor!), Value: d))
            .DistinctBy(static name => Convert.ToHexString(name.Key), StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? null : NameTree.Write(file, names, WriteNamed);
    }

    /// <summary>The name of an anchor's destination.</summary>
    public static byte[] NameOf(string anchor) => TextString.Encode(anchor);

    private void WriteNamed(TokenWriter w, Destination place)
    {
        if (_tree is null)
        {
            WritePlace(w, place);
            return;
        }

        w.BeginDictionary().Name("D"u8);
        WritePlace(w, place);
        WriteStructureDestination(w, place);
        w.EndDictionary();
    }

    private void WriteNameOrPlace(TokenWriter w, Destination place, byte[]? name)
    {
        if (name is null)
        {
            WritePlace(w, place);
        }
        else
        {
            w.String(name);
        }
    }

    /// <summary>An explicit destination: the page scrolled to the node, the zoom left alone.</summary>
    private void WritePlace(TokenWriter w, Destination place) => WriteView(w.BeginArray().Reference(_pageIds[place.PageIndex]), place);

    private void WriteStructureDestination(TokenWriter w, Destination place)
    {
        var element = (_tree!.ElementOf(place.Node) ?? _tree.Root).Written;
        WriteView(w.Name("SD"u8).BeginArray().Reference(element.ObjectId), place);
    }

    private void WriteView(TokenWriter w, Destination place) =>
        w.Name("XYZ"u8).Null().Number(_pages.Pages[place.PageIndex].Height - place.Y).Null().EndArray();
}
