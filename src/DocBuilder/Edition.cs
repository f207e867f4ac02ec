namespace DocBuilder;

/// <summary>A form in which an article can be had.</summary>
public enum Edition
{
    /// <summary>The tagged, archival print edition (PDF/UA-1 and PDF/A-2a), <c>.pdf</c>.</summary>
    Pdf,

    /// <summary>The accessible EPUB 3.3 edition, <c>.epub</c>.</summary>
    Epub,
}
