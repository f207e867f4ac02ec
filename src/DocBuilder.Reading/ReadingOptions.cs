using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading;

/// <summary>What the person who builds decides for the source. Everything has a default.</summary>
public sealed record ReadingOptions
{
    /// <summary>The language of the article, a BCP 47 tag, whatever the source says; null to take it from the source.</summary>
    public string? Language { get; init; }

    /// <summary>The base direction of the article, whatever the source says; null to take it from the source.</summary>
    public TextDirection? Direction { get; init; }

    /// <summary>The title, whatever the source says; null to take it from the source.</summary>
    public string? Title { get; init; }

    /// <summary>The authors, whatever the source says; empty to take them from the source.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The character encoding, by its name in the WHATWG Encoding Standard; null to find it out.</summary>
    public string? Encoding { get; init; }

    /// <summary>How much of a page is the article.</summary>
    public ArticleScope Scope { get; init; }

    /// <summary>What an article may ask of the machine.</summary>
    public Limits Limits { get; init; } = Limits.Default;
}

/// <summary>How much of a web page is read.</summary>
public enum ArticleScope
{
    /// <summary>Everything when the page is only an article, else the article in it; a finding says which.</summary>
    Automatic,

    /// <summary>The article in the page.</summary>
    Article,

    /// <summary>Everything that the page shows.</summary>
    WholePage,
}
