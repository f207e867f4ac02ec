using System.Buffers;
using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <summary>The structure tree of a document and the places in it where the pages' content belongs.</summary>
/// <param name="root">The Document element.</param>
internal sealed class StructureTree(StructureElement root)
{
    /// <summary>Characters that a layout may leave out at the ends of lines.</summary>
    private static readonly SearchValues<char> Unseen = SearchValues.Create(" \t\n\r\u200B\u00AD");

    private readonly Dictionary<Node, ContentSlot> _contents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, ContentSlot> _labels = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, StructureElement> _links = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, StructureElement> _elements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, StructureElement> _holders = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Node> _filled = new(ReferenceEqualityComparer.Instance);
    private readonly List<Text> _texts = [];

    /// <summary>The Document element.</summary>
    public StructureElement Root => root;

    /// <summary>For every page, the element of each marked-content sequence.</summary>
    public List<List<StructureElement>> PageParents { get; } = [];

    /// <summary>The element of every annotation, with its key in the parent tree less the number of pages.</summary>
    public List<StructureElement> AnnotationParents { get; } = [];

    /// <summary>Says where a node's content belongs.</summary>
    public void Place(Node node, ContentPart part, ContentSlot slot)
    {
        (part == ContentPart.Label ? _labels : _contents)[node] = slot;
        if (node is Text text)
        {
            _texts.Add(text);
        }
    }

    /// <summary>Says which element a node has; the first one counts, which is the outermost.</summary>
    public void PlaceElement(Node node, StructureElement element) => _elements.TryAdd(node, element);

    /// <summary>Says which element a node stands in, for nodes that a link may lead to and that have no element of their own.</summary>
    public void PlaceNode(Node node, StructureElement holder)
    {
        if (node.Anchor is not null || node is NoteReference)
        {
            _holders.TryAdd(node, holder);
        }
    }

    /// <summary>The element of a node, or the one that it stands in; null when no link leads there.</summary>
    public StructureElement? ElementOf(Node node) => _elements.GetValueOrDefault(node) ?? _holders.GetValueOrDefault(node);

    /// <summary>Says which element a link's annotations belong to.</summary>
    public void PlaceLink(Node link, StructureElement element) => _links[link] = element;

    /// <summary>Where the content of an owner belongs; null when the model has no place for it.</summary>
    public ContentSlot? SlotOf(ContentOwner owner)
    {
        if (owner.Node is not { } node)
        {
            return null;
        }

        _filled.Add(node);
        var (first, second) = owner.Part == ContentPart.Label ? (_labels, _contents) : (_contents, _labels);
        return first.GetValueOrDefault(node) ?? second.GetValueOrDefault(node);
    }

    /// <summary>The element that a link's annotations belong to.</summary>
    public StructureElement? LinkElementOf(Node link) => _links.GetValueOrDefault(link);

    /// <summary>Begins a page: its content gets identifiers from 0.</summary>
    public void BeginPage() => PageParents.Add([]);

    /// <summary>A new marked-content sequence on the current page.</summary>
    public int AddContent(ContentSlot slot)
    {
        var page = PageParents[^1];
        page.Add(slot.Element);
        slot.Content.Add((PageParents.Count - 1, page.Count - 1));
        return page.Count - 1;
    }

    /// <summary>A link annotation on the current page. Its StructParent is the result plus the number of pages.</summary>
    public int AddAnnotation(StructureElement element, ObjectId annotation)
    {
        element.Kids.Add(new ObjectReference(PageParents.Count - 1, annotation));
        AnnotationParents.Add(element);
        return AnnotationParents.Count - 1;
    }

    /// <summary>A text that is on no page: the layout or this writer lost it.</summary>
    public Text? FindLostText() => _texts.Find(text => !_filled.Contains(text) && text.Value.AsSpan().ContainsAnyExcept(Unseen));

    /// <summary>Takes elements out that say nothing.</summary>
    public void DropEmptyElements() => DropEmpty(root);

    private static bool DropEmpty(StructureElement element)
    {
        var saysSomething = false;
        for (var i = element.Kids.Count - 1; i >= 0; i--)
        {
            switch (element.Kids[i])
            {
                case StructureElement kid:
                    var kidSays = DropEmpty(kid);
                    saysSomething |= kidSays;
                    if (!kidSays && !kid.HoldsPlace)
                    {
                        element.Kids.RemoveAt(i);
                    }

                    break;
                case ContentSlot { Content.Count: 0 }:
                    element.Kids.RemoveAt(i);
                    break;
                default:
                    saysSomething = true;
                    break;
            }
        }

        return saysSomething;
    }
}
