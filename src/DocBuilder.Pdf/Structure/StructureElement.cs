using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <summary>A structure element (ISO 32000-1 14.7.2) as it is built from the model and filled from the pages.</summary>
/// <param name="type">The standard structure type.</param>
/// <param name="parent">The element that holds it; null for the Document.</param>
internal sealed class StructureElement(string type, StructureElement? parent) : StructureKid
{
    /// <summary>The standard structure type.</summary>
    public string Type => type;

    /// <summary>The element that holds it.</summary>
    public StructureElement? Parent => parent;

    /// <summary>The node that the element was made for.</summary>
    public Node? Source { get; init; }

    /// <summary>Elements, content and annotations in reading order.</summary>
    public List<StructureKid> Kids { get; } = [];

    /// <summary>Lang, where it differs from what is inherited.</summary>
    public string? Language { get; set; }

    /// <summary>Alt: what stands for a picture or a formula.</summary>
    public string? AlternativeText { get; set; }

    /// <summary>E: what an abbreviation stands for.</summary>
    public string? Expansion { get; set; }

    /// <summary>Ref: elements that this one points at; for PDF 2.0 only.</summary>
    public List<StructureElement> References { get; } = [];

    /// <summary>FENote: whether NoteType is written, in PDF 2.0.</summary>
    public bool IsNote { get; set; }

    /// <summary>ID, unique in the file.</summary>
    public string? Id { get; set; }

    /// <summary>Layout: WritingMode, where it differs from what is inherited.</summary>
    public TextDirection? WritingMode { get; set; }

    /// <summary>Layout: Placement is Block, for inline-level types that stand on lines of their own.</summary>
    public bool IsPlacedAsBlock { get; set; }

    /// <summary>Layout: TextDecorationType, <c>Underline</c> or <c>LineThrough</c>.</summary>
    public string? TextDecoration { get; set; }

    /// <summary>Layout: BBox of an illustration, in the page's default user space; empty until it is placed.</summary>
    public Box? BoundingBox { get; set; }

    /// <summary>List: ListNumbering.</summary>
    public string? ListNumbering { get; set; }

    /// <summary>Table: Scope, RowSpan, ColSpan, Headers.</summary>
    public TableCellAttributes? Cell { get; set; }

    /// <summary>AF: a file that says the same in another form, once it is written.</summary>
    public ObjectId? AssociatedFile { get; set; }

    /// <summary>Whether the element is written even when nothing is in it: cells hold their place in the grid.</summary>
    public bool HoldsPlace { get; init; }

    /// <summary>The element's object, once the tree is numbered; number 0 for an element that was taken out of it.</summary>
    public ObjectId ObjectId { get; set; }

    /// <summary>The element itself, or the nearest ancestor that is in the numbered tree.</summary>
    public StructureElement Written => ObjectId.Number > 0 || parent is null ? this : parent.Written;

    /// <summary>The nearest ancestor, or the element itself, that is no Div: the one that containment asks about.</summary>
    public StructureElement Container => type == "Div" && parent is not null ? parent.Container : this;
}

/// <summary>What a structure element may hold.</summary>
internal abstract class StructureKid;

/// <summary>A place for content between other kids; the pages put marked-content sequences there.</summary>
/// <param name="element">The element that holds it.</param>
internal sealed class ContentSlot(StructureElement element) : StructureKid
{
    /// <summary>The element whose content it is.</summary>
    public StructureElement Element => element;

    /// <summary>The marked-content sequences, by page and identifier.</summary>
    public List<(int PageIndex, int MarkedContentId)> Content { get; } = [];
}

/// <summary>An annotation as a kid (ISO 32000-1 14.7.4.3).</summary>
/// <param name="pageIndex">The page that it is on.</param>
/// <param name="annotation">Its object.</param>
internal sealed class ObjectReference(int pageIndex, ObjectId annotation) : StructureKid
{
    /// <summary>The page that it is on, from 0.</summary>
    public int PageIndex => pageIndex;

    /// <summary>The annotation's object.</summary>
    public ObjectId Annotation => annotation;
}

/// <summary>Table attributes of a cell (ISO 32000-1 Table 349).</summary>
internal sealed record TableCellAttributes(string? Scope, int RowSpan, int ColumnSpan, IReadOnlyList<string> Headers);
