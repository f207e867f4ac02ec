using DocBuilder.Documents;
using DocBuilder.Pdf.Profiles;

namespace DocBuilder.Pdf.Structure;

/// <summary>What a version of PDF calls the parts of a document, as a row of data.</summary>
internal sealed record StructureVocabulary
{
    private StructureVocabulary()
    {
    }

    /// <summary>PDF 1.7 (ISO 32000-1 14.8.4).</summary>
    public static StructureVocabulary Pdf17 { get; } = new()
    {
        Containment = StructureContainment.Pdf17,
        Title = "H1",
        Aside = "Sect",
        Note = "Note",
        Letters = "LowerAlpha",
    };

    /// <summary>PDF 2.0 (ISO 32000-2 14.8.4).</summary>
    public static StructureVocabulary Pdf20 { get; } = new()
    {
        Containment = StructureContainment.Pdf20,
        Title = "Title",
        Aside = "Aside",
        Note = "FENote",
        Emphasis = "Em",
        Strong = "Strong",
        Letters = "Ordered",
        Descriptions = "Description",
        TitleIsNoHeading = true,
        ReferencesArePressed = true,
        HasReferences = true,
    };

    /// <summary>Which type may hold which.</summary>
    public required StructureContainment Containment { get; init; }

    /// <summary>The title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>Something beside the text.</summary>
    public required string Aside { get; init; }

    /// <summary>A footnote or endnote (UA-1 7.9, UA-2 8.2.5.14).</summary>
    public required string Note { get; init; }

    /// <summary>
    /// Stress; null where there is no type for it: a Span would say nothing, and pdf.js loses the spaces beside an element in text from right to
    /// left.
    /// </summary>
    public string? Emphasis { get; init; }

    /// <summary>Importance; null where there is no type for it.</summary>
    public string? Strong { get; init; }

    /// <summary>ListNumbering of a list that counts with the letters of a script that the standard does not name.</summary>
    public required string Letters { get; init; }

    /// <summary>ListNumbering of terms with descriptions; null where labels are words of the text (ISO 32000-1 Table 347).</summary>
    public string? Descriptions { get; init; }

    /// <summary>Whether the headings below the title begin with H1, since the title is none (ISO 32000-2 Table 366).</summary>
    public bool TitleIsNoHeading { get; init; }

    /// <summary>Whether a Reference is what its annotation belongs to; in PDF 1.7 a Link inside it is, which ISO/TS 32005 forbids.</summary>
    public bool ReferencesArePressed { get; init; }

    /// <summary>Whether elements point at each other with Ref (ISO 32000-2 Table 355; UA-2 8.2.5.8, 8.2.5.14).</summary>
    public bool HasReferences { get; init; }

    /// <summary>The words of a profile.</summary>
    public static StructureVocabulary Of(Profile profile) => profile.StructureNamespace is null ? Pdf17 : Pdf20;

    /// <summary>ListNumbering of a list; null where its items have no labels.</summary>
    public string? NumberingOf(ListMarker marker) => marker switch
    {
        ListMarker.None => null,
        ListMarker.Abjad => Letters,
        _ => marker.ToString(),
    };
}
