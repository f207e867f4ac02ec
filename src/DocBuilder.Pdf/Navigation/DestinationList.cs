using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Navigation;

/// <summary>Where nodes stand, as PDF destinations (ISO 32000-1 12.3.2).</summary>
internal sealed class DestinationList
{
    private readonly PageSet _pages;
    private readonly IReadOnlyList<ObjectId> _pageIds;
    private readonly Dictionary<Node, Destination> _byNode = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes the places from the pages.</summary>
    public DestinationList(PageSet pages, IReadOnlyList<ObjectId> pageIds)
    {
        _pages = pages;
        _pageIds = pageIds;
        foreach (var destination in pages.Destinations)
        {
            _byNode.TryAdd(destination.Node, destination);
        }
    }

    /// <summary>Where a node stands; null when the layout does not say.</summary>
    public Destination? Of(Node node) => _byNode.TryGetValue(node, out var destination) ? destination : null;

    /// <summary>Writes an explicit destination: the page scrolled to the node, the zoom left alone.</summary>
    public void Write(TokenWriter w, Destination destination) =>
        w.BeginArray().Reference(_pageIds[destination.PageIndex]).Name("XYZ"u8).Null()
            .Number(_pages.Pages[destination.PageIndex].Height - destination.Y).Null().EndArray();

    /// <summary>Writes the name tree of all anchors; null when there are none.</summary>
    public ObjectId? WriteNames(PdfFile file)
    {
        var names = _pages.Destinations
            .Where(static d => d.Node.Anchor is not null)
            .DistinctBy(static d => d.Node.Anchor, StringComparer.Ordinal)
            .Select(static d => (Key: TextString.Encode(d.Node.Anchor!), Value: d))
            .ToList();
        return names.Count == 0 ? null : NameTree.Write(file, names, Write);
    }
}
