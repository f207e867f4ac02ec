using DocBuilder.Pdf.Profiles;

namespace DocBuilder.Pdf;

/// <summary>What a PDF edition is made with besides the document and its pages.</summary>
public sealed record PdfOptions
{
    /// <summary>The standards to meet.</summary>
    public Profile Profile { get; init; } = Profile.Ua1A2a;

    /// <summary>When the edition was made, as it says itself; never taken from the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Identifies this edition, for instance <c>urn:uuid:…</c> (XMP <c>dc:identifier</c> and <c>xmpMM:DocumentID</c>).</summary>
    public required string Identifier { get; init; }

    /// <summary>The file that the article was read from; needed where <see cref="Profile.EmbedsSource"/>, not used elsewhere.</summary>
    public PdfSource? Source { get; init; }

    /// <summary>Whether the notes stand after the text instead of at the foot of pages: what PDF 2.0 calls them (ISO 32000-2, NoteType).</summary>
    public bool HasEndnotes { get; init; }
}
