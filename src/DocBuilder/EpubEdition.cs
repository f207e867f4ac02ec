namespace DocBuilder;

/// <summary>What is decided about the EPUB edition beside its theme.</summary>
public sealed record EpubEdition
{
    /// <summary>
    /// Whether the pages of the print edition are marked in the text and listed. The print edition is laid out for that even when it is
    /// not written.
    /// </summary>
    public bool HasPageList { get; init; } = true;

    /// <summary>Whether subsets of the theme's fonts go into the book; without them readers use fonts of their own.</summary>
    public bool HasFonts { get; init; } = true;

    /// <summary>What a person who has evaluated the book says of it; null when nobody has. The same for every article that is built.</summary>
    public Certification? Certification { get; init; }
}

/// <summary>What a person who has evaluated an edition says of its accessibility. No program can say this.</summary>
/// <param name="By">Who evaluated it.</param>
public sealed record Certification(string By)
{
    /// <summary>Against which version of WCAG: 2.0, 2.1 or 2.2.</summary>
    public string WcagVersion { get; init; } = "2.2";

    /// <summary>At which level it conforms: A, AA or AAA.</summary>
    public string Level { get; init; } = "AA";

    /// <summary>What entitles them to it; null for nothing.</summary>
    public string? Credential { get; init; }

    /// <summary>The <c>http</c> or <c>https</c> address of their report; null when it is not published.</summary>
    public string? Report { get; init; }
}
