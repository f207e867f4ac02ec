using System.Collections.Immutable;

namespace DocBuilder.Documents.Announcements;

/// <summary>The formats that are inspected.</summary>
public enum EditionFormat
{
    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>An EPUB.</summary>
    Epub,
}

/// <summary>An edition as assistive technology finds it.</summary>
/// <param name="Format">The format.</param>
/// <param name="Version">Its version, as the file says it, such as <c>1.7</c> or <c>3.0</c>; empty when it does not say.</param>
public sealed record InspectedEdition(EditionFormat Format, string Version)
{
    /// <summary>The title that is announced when the edition is opened; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The language of the whole (BCP 47); null when it is not declared.</summary>
    public string? Language { get; init; }

    /// <summary>Whether there is structure to announce. Without it, <see cref="Contents"/> are the words of the pages as far as they can be had.</summary>
    public bool IsTagged { get; init; }

    /// <summary>The labels of the pages: those of a PDF, or those of print that an EPUB's page list names.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>The table of contents that leads through an EPUB; empty for a PDF.</summary>
    public ImmutableArray<NavigationEntry> Navigation { get; init; } = [];

    /// <summary>What is announced, in the order of reading.</summary>
    public ImmutableArray<Announcement> Contents { get; init; } = [];
}

/// <summary>An entry of a table of contents.</summary>
/// <param name="Level">How deep it stands, 1 and up.</param>
/// <param name="Text">What it says.</param>
/// <param name="Target">Where it leads, inside the edition; empty when it leads nowhere.</param>
public readonly record struct NavigationEntry(int Level, string Text, string Target);
