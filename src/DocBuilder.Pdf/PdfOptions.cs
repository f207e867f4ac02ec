using DocBuilder.Pdf.Profiles;

namespace DocBuilder.Pdf;

/// <summary>What a PDF edition is made with besides the document and its pages.</summary>
public sealed record PdfOptions
{
    /// <summary>The standards to meet.</summary>
    public Profile Profile { get; init; } = Profile.Ua1A2a;

    /// <summary>When the edition was made, as it says itself; never taken from the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Identifies this edition, for instance <c>urn:uuid:…</c> (XMP <c>xmpMM:DocumentID</c>).</summary>
    public required string Identifier { get; init; }
}
