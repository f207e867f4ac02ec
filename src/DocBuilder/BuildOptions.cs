using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>
/// What to make of an article, or of a book: then title, authors, language and direction are the book's, and articles keep their own. Everything has a default;
/// nothing is read from the environment or the clock.
/// </summary>
public sealed record BuildOptions
{
    /// <summary>The editions that are written to a folder; both by default. A duplicate counts once.</summary>
    public ImmutableArray<Edition> Editions { get; init; } = [Edition.Pdf, Edition.Epub];

    /// <summary>The language of the article, a BCP 47 tag, over what its source says; null to take the source's word.</summary>
    public string? Language { get; init; }

    /// <summary>The base direction of the article, over what its source says; null to take the source's word.</summary>
    public TextDirection? Direction { get; init; }

    /// <summary>The title, over what the source says; null to take the source's word.</summary>
    public string? Title { get; init; }

    /// <summary>The authors, over what the source says; empty to take the source's word.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The encoding of the source, a label of the WHATWG Encoding Standard; null to detect it as a browser would.</summary>
    public string? Encoding { get; init; }

    /// <summary>True to keep the whole page, false to keep the article in it only, null to decide by what the page is (a note says which).</summary>
    public bool? WholePage { get; init; }

    /// <summary>
    /// The folder whose files articles may show as pictures, when that is not the folder that each of them lies in; null for that one. Nothing outside of it
    /// is read.
    /// </summary>
    public string? BaseFolder { get; init; }

    /// <summary>The size of the printed page.</summary>
    public PageSize PageSize { get; init; } = PageSize.A4;

    /// <summary>How pages look; <see cref="PrintTheme.Open"/> finds one. Its paper is <see cref="PageSize"/>, whatever it was made for.</summary>
    public PrintTheme Theme { get; init; } = PrintTheme.Default;

    /// <summary>What else is decided about the print edition: kashida, notes, contents, crop marks.</summary>
    public PrintOptions Print { get; init; } = new();

    /// <summary>What is decided about the EPUB edition: pages of print, fonts, cover, who has evaluated it.</summary>
    public EpubEdition Epub { get; init; } = new();

    /// <summary>Folders with fonts to use beside those that come with the library; searched in the order given.</summary>
    public ImmutableArray<string> FontFolders { get; init; } = [];

    /// <summary>
    /// The date of editions of articles that do not tell their own, such as what SOURCE_DATE_EPOCH gives;
    /// null for <see cref="ArticleBuilder.UnknownDate"/>.
    /// </summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether an article is held back, and none of its editions written, while an error stands in its findings.</summary>
    public bool Strict { get; init; }

    /// <summary>Codes of findings that are neither told nor counted. A fatal one cannot be ignored.</summary>
    public ImmutableArray<string> IgnoredCodes { get; init; } = [];

    /// <summary>What one article may ask of the machine.</summary>
    public Limits Limits { get; init; } = Limits.Default;
}
