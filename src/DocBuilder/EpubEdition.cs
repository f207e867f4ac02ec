namespace DocBuilder;

/// <summary>What is decided about the EPUB edition beside its theme.</summary>
public sealed record EpubEdition
{
    /// <summary>
    /// Whether pages are marked in the text and listed: those of another print edition when the source marks them, else those of the PDF, which
    /// is laid out for that even when it is not written.
    /// </summary>
    public bool HasPageList { get; init; } = true;

    /// <summary>Whether subsets of the theme's fonts go into the book; without them readers use fonts of their own.</summary>
    public bool HasFonts { get; init; } = true;

    /// <summary>The cover.</summary>
    public EpubCover Cover { get; init; } = EpubCover.Drawn;

    /// <summary>What a person who has evaluated the book says of it; null when nobody has. The same for every article that is built.</summary>
    public Certification? Certification { get; init; }
}
