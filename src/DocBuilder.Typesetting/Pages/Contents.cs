using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The contents that a print edition adds to its article: nodes that are no part of the document, for pages and writers to agree on.</summary>
/// <param name="After">How many of the document's blocks stand before it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Entries">Its entries in reading order, at least one.</param>
public sealed record Contents(int After, Heading Title, ImmutableArray<ContentsEntry> Entries)
{
    /// <summary>All nodes that say something in it.</summary>
    public IEnumerable<Node> Nodes => [.. Title.Inlines, .. Entries.SelectMany(static entry => entry.Link.Inlines.Append(entry.Folio))];
}

/// <summary>An entry of the contents.</summary>
/// <param name="Heading">The heading that it leads to, level 2 or 3.</param>
/// <param name="Link">The link; it holds the heading's words and a space.</param>
/// <param name="Folio">The number of the heading's page, as printed there; part of the link.</param>
public sealed record ContentsEntry(Heading Heading, Link Link, Text Folio);
