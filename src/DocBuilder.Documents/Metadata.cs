using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>What is known about an article as a whole. Every text is plain, white space collapsed.</summary>
public sealed record Metadata
{
    /// <summary>The title; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Identifies the article whatever edition it is in: <c>urn:uuid:…</c>, derived from the source's bytes.</summary>
    public required string Identifier { get; init; }

    /// <summary>The authors in the order in which they are named.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>When the article was first published; null when the source does not say.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the article was last changed; null when the source does not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The site or publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>The canonical address of the article, absolute, <c>http</c> or <c>https</c>.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>
    /// What names the print edition whose pages are marked in the text (<see cref="Inline.PageMarks"/>; EPUB <c>pageBreakSource</c>): an identifier or a
    /// title, <see cref="UnknownPageBreakSource"/> when the source marks pages and does not say whose; null when it marks none.
    /// </summary>
    public string? PageBreakSource { get; init; }

    /// <summary>What stands for a print edition that nobody has named.</summary>
    public const string UnknownPageBreakSource = "unknown";

    /// <summary>A sentence or two on what the article is about.</summary>
    public string? Description { get; init; }

    /// <summary>The rights statement.</summary>
    public string? Rights { get; init; }

    /// <summary>The section of the site, for instance "economy".</summary>
    public string? Section { get; init; }

    /// <summary>Keywords in the order given.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];
}
