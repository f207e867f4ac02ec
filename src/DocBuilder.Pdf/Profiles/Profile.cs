using System.Collections.Immutable;
using System.Globalization;

namespace DocBuilder.Pdf.Profiles;

/// <summary>The standards that a PDF meets, as a row of data. What the writer does differently between profiles, it asks here.</summary>
public sealed record Profile
{
    private Profile()
    {
    }

    /// <summary>PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) on PDF 1.7 (ISO 32000-1).</summary>
    public static Profile Ua1A2a { get; } = new()
    {
        Name = "ua1-a2a",
        PdfVersion = "1.7",
        UaPart = 1,
        APart = 2,
        AConformance = "A",
        HasInformation = true,
        DescribesSchemas = true,
    };

    /// <summary>PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) on PDF 1.7, with the source inside.</summary>
    public static Profile Ua1A3a { get; } = Ua1A2a with { Name = "ua1-a3a", APart = 3, EmbedsSource = true };

    /// <summary>PDF/UA-2 (ISO 14289-2), WTPDF 1.0 for accessibility and PDF/A-4 (ISO 19005-4) on PDF 2.0 (ISO 32000-2).</summary>
    public static Profile Ua2A4 { get; } = new()
    {
        Name = "ua2-a4",
        PdfVersion = "2.0",
        UaPart = 2,
        UaRevision = 2024,
        APart = 4,
        ARevision = 2020,
        Declaration = "http://pdfa.org/declarations/wtpdf#accessibility1.0",
        StructureNamespace = "http://iso.org/pdf2/ssn",
    };

    /// <summary>PDF/UA-2 (ISO 14289-2), WTPDF 1.0 for accessibility and PDF/A-4f (ISO 19005-4, annex A) on PDF 2.0, with the source inside.</summary>
    public static Profile Ua2A4f { get; } = Ua2A4 with { Name = "ua2-a4f", AConformance = "F", EmbedsSource = true };

    /// <summary>All profiles, the default first.</summary>
    public static ImmutableArray<Profile> All { get; } = [Ua1A2a, Ua1A3a, Ua2A4, Ua2A4f];

    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The version in the file's header (A-2, A-3 and A-4 6.1.2; UA-1 6.1).</summary>
    public required string PdfVersion { get; init; }

    /// <summary>The part of ISO 14289, <c>pdfuaid:part</c> (UA-1 5, UA-2 5).</summary>
    public required int UaPart { get; init; }

    /// <summary>The year of that part, <c>pdfuaid:rev</c> (UA-2 5); null where the standard knows none.</summary>
    public int? UaRevision { get; init; }

    /// <summary>The part of ISO 19005, <c>pdfaid:part</c> (A-2 and A-3 6.6.4, A-4 6.7.3).</summary>
    public required int APart { get; init; }

    /// <summary>The level, <c>pdfaid:conformance</c>: <c>A</c> (A-2 and A-3 6.6.4), <c>F</c> (A-4 6.7.3), null for A-4 without files.</summary>
    public string? AConformance { get; init; }

    /// <summary>The year of that part, <c>pdfaid:rev</c> (A-4 6.7.3); null where the standard knows none.</summary>
    public int? ARevision { get; init; }

    /// <summary>What the packet declares by PDF Declarations (<c>pdfd:conformsTo</c>), as WTPDF 1.0 asks; null for nothing.</summary>
    public string? Declaration { get; init; }

    /// <summary>Whether the source and its pictures are embedded as associated files (A-3 6.8, A-4 6.9 and annex A).</summary>
    public bool EmbedsSource { get; init; }

    /// <summary>Whether there is an information dictionary; A-4 6.1.3 forbids it.</summary>
    public bool HasInformation { get; init; }

    /// <summary>Whether the packet describes the schemas that PDF/A does not know (A-2 and A-3 6.6.2.3; A-4 asks for no description).</summary>
    public bool DescribesSchemas { get; init; }

    /// <summary>
    /// The namespace of the structure types (UA-2 8.2.4, 8.2.5.2); null for the types of PDF 1.7. With it come the structure destinations (UA-2
    /// 8.8) and references (UA-2 8.2.5.8, 8.2.5.14) of PDF 2.0.
    /// </summary>
    public string? StructureNamespace { get; init; }

    /// <summary>The standard of accessibility as people call it, such as <c>PDF/UA-1</c>.</summary>
    public string UaName => string.Create(CultureInfo.InvariantCulture, $"PDF/UA-{UaPart}");

    /// <summary>The standard of archiving as people call it, such as <c>PDF/A-2a</c>.</summary>
    public string AName => string.Create(CultureInfo.InvariantCulture, $"PDF/A-{APart}{AConformance?.ToLowerInvariant()}");

    /// <summary>Whether the file is of PDF 2.0 and says what only that can say.</summary>
    public bool IsPdf20 => PdfVersion == "2.0";

    /// <summary>Whether a file at this level of PDF/A is tagged and has a language (level A: 6.7).</summary>
    public bool ANeedsLanguage => AConformance == "A";

    /// <summary>The profile of a name, in any case; null when there is none.</summary>
    public static Profile? Find(string name) => All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));
}
