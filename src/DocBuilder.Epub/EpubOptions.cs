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

    /// <summary>The date of the edition (<c>dcterms:modified</c>); from the source or the caller, never the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The unique identifier of the edition, such as <c>urn:uuid:…</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether subsets of the theme's fonts go into the book.</summary>
    public bool EmbedFonts { get; init; } = true;

    /// <summary>The pages of the print edition, for a page list; not used yet.</summary>
    public PageSet? Pages { get; init; }
}
