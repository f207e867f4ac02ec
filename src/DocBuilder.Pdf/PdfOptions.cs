using System.Collections.Immutable;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Pdf;

/// <summary>What a PDF edition is made with besides the document and its pages.</summary>
public sealed record PdfOptions
{
    /// <summary>The standards to meet.</summary>
    public Profile Profile { get; init; } = Profile.Ua1A2a;

    /// <summary>Whose fonts words in drawings are set in where a drawing names none that is there; the one that the pages were laid out with.</summary>
    public Theme Theme { get; init; } = Theme.Print;

    /// <summary>The fonts for words in drawings; those that the pages were laid out with.</summary>
    public FontLibrary Fonts { get; init; } = FontLibrary.Shipped;

    /// <summary>When the edition was made, as it says itself; never taken from the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Identifies this edition, for instance <c>urn:uuid:…</c> (XMP <c>dc:identifier</c> and <c>xmpMM:DocumentID</c>).</summary>
    public required string Identifier { get; init; }

    /// <summary>
    /// The files that the document was made from: one of an article, of a book one for each article, in order. Needed where
    /// <see cref="Profile.EmbedsSource"/>, not used elsewhere.
    /// </summary>
    public ImmutableArray<PdfSource> Sources { get; init; } = [];

    /// <summary>Whether the notes stand after the text instead of at the foot of pages: what PDF 2.0 calls them (ISO 32000-2, NoteType).</summary>
    public bool HasEndnotes { get; init; }
}
