using DocBuilder.Documents;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Images;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Pdf.Structure;

namespace DocBuilder.Pdf.Content;

/// <summary>What all pages of a file share while they are written.</summary>
internal sealed record PageContext(
    PdfFile File,
    CidFontCollection Fonts,
    ImageCollection Images,
    StructureTree Structure,
    LinkTargets Links,
    ViolationList Violations)
{
    /// <summary>The pages' objects.</summary>
    public required IReadOnlyList<ObjectId> PageIds { get; init; }

    /// <summary>The content of one page after another.</summary>
    public required TokenWriter Content { get; init; }

    /// <summary>The standards to meet.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The links of the pages written so far.</summary>
    public List<PlacedLink> PlacedLinks { get; } = [];

    /// <summary>The root of the page tree, or the nodes of it that hold the pages.</summary>
    public required IReadOnlyList<ObjectId> ParentIds { get; init; }

    /// <summary>Faces that were complained about already are not complained about again.</summary>
    public HashSet<Node> Complained { get; } = new(ReferenceEqualityComparer.Instance);
}
