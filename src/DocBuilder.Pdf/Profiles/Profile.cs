using System.Collections.Immutable;

namespace DocBuilder.Pdf.Profiles;

/// <summary>The standards that a PDF meets, as a row of data.</summary>
public sealed record Profile
{
    private Profile()
    {
    }

    /// <summary>PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) on PDF 1.7.</summary>
    public static Profile Ua1A2a { get; } = new() { Name = "ua1-a2a", PdfVersion = "1.7", UaPart = 1, APart = 2, AConformance = "A" };

    /// <summary>All profiles.</summary>
    public static ImmutableArray<Profile> All { get; } = [Ua1A2a];

    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The version in the file's header.</summary>
    public required string PdfVersion { get; init; }

    /// <summary>The part of ISO 14289 (<c>pdfuaid:part</c>).</summary>
    public required int UaPart { get; init; }

    /// <summary>The part of ISO 19005 (<c>pdfaid:part</c>).</summary>
    public required int APart { get; init; }

    /// <summary>The level of ISO 19005 (<c>pdfaid:conformance</c>).</summary>
    public required string AConformance { get; init; }
}
