namespace DocBuilder.Epub;

/// <summary>How an EPUB is written.</summary>
public sealed record EpubOptions
{
    /// <summary>The date of the edition (<c>dcterms:modified</c>); from the source or the caller, never the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The unique identifier of the edition, such as <c>urn:uuid:…</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether subsets of the theme's fonts go into the book.</summary>
    public bool EmbedFonts { get; init; } = true;
}
