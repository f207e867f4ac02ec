using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>What an item of a page says: a part of a node of the document, or nothing at all (an artifact, ISO 32000-1 14.8.2.2).</summary>
public readonly record struct ContentOwner
{
    private ContentOwner(Node? node, ContentPart part, ArtifactKind artifact) => (Node, Part, Artifact) = (node, part, artifact);

    /// <summary>The node; null for an artifact.</summary>
    public Node? Node { get; }

    /// <summary>Which part of the node.</summary>
    public ContentPart Part { get; }

    /// <summary>What kind of artifact; meaningless when there is a node.</summary>
    public ArtifactKind Artifact { get; }

    /// <summary>Whether the item is an artifact.</summary>
    public bool IsArtifact => Node is null;

    /// <summary>A part of a node.</summary>
    public static ContentOwner Of(Node node, ContentPart part = ContentPart.Content) => new(node, part, default);

    /// <summary>An artifact.</summary>
    public static ContentOwner Of(ArtifactKind artifact) => new(null, default, artifact);
}

/// <summary>Which part of a node is said.</summary>
public enum ContentPart
{
    /// <summary>The node's own content: a <see cref="Text"/>'s characters, an <see cref="Image"/>'s picture or substitute text.</summary>
    Content,

    /// <summary>What marks the node: the marker of a <see cref="ListItem"/>, the mark of a <see cref="Note"/> or a <see cref="NoteReference"/>.</summary>
    Label,
}

/// <summary>Kinds of artifact (ISO 32000-1 Table 330, ISO 32000-2 Table 363).</summary>
public enum ArtifactKind
{
    /// <summary>Rules, borders, underlines: <c>Layout</c>.</summary>
    Layout,

    /// <summary>Coloured areas behind text: <c>Background</c>.</summary>
    Background,

    /// <summary>The running head: <c>Pagination</c>, <c>Header</c>.</summary>
    RunningHead,

    /// <summary>The folio: <c>Pagination</c>, <c>Footer</c> (<c>PageNum</c> in PDF 2.0).</summary>
    Folio,

    /// <summary>Table headers repeated on a following page: <c>Pagination</c>.</summary>
    RepeatedTableHead,

    /// <summary>Crop marks and colour bars: <c>Page</c>.</summary>
    PrinterMark,
}
