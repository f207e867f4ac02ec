using DocBuilder.Epub.Cover;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Epub;

/// <summary>How an EPUB is written.</summary>
public sealed record EpubOptions
{
    /// <summary>The theme whose fonts the book uses.</summary>
    public required Theme Theme { get; init; }

    /// <summary>The fonts there are.</summary>
    public required FontLibrary Fonts { get; init; }

    /// <summary>What the book has in common with others of the same run; null for a book that stands alone.</summary>
    public SharedParts? Shared { get; init; }

    /// <summary>The date of the edition (<c>dcterms:modified</c>); from the source or the caller, never the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The unique identifier of the edition, such as <c>urn:uuid:…</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether subsets of the theme's fonts go into the book.</summary>
    public bool EmbedFonts { get; init; } = true;

    /// <summary>The cover.</summary>
    public CoverChoice Cover { get; init; } = CoverChoice.Drawn;

    /// <summary>
    /// Whether pages are marked in the text and listed: those of the print edition that the document was made from, when it marks them
    /// (<see cref="Documents.Metadata.PageBreakSource"/>), else those of <see cref="Print"/>.
    /// </summary>
    public bool HasPageList { get; init; } = true;

    /// <summary>
    /// Gives the print edition of the same document; null for none. It is called once, on the thread that writes, when all is done that needs no pages: they may
    /// be in the making meanwhile. It is not called when the document marks pages itself.
    /// </summary>
    public Func<PrintEdition>? Print { get; init; }

    /// <summary>What a person says of the book's accessibility; null when nobody has looked at it.</summary>
    public AccessibilityClaim? Certification { get; init; }
}

/// <summary>The print edition of the same document.</summary>
/// <param name="Pages">Its pages, laid out from the same <see cref="Documents.Document"/> object.</param>
/// <param name="Identifier">Its identifier, as in its own metadata (<c>pageBreakSource</c>).</param>
public sealed record PrintEdition(PageSet Pages, string Identifier);
