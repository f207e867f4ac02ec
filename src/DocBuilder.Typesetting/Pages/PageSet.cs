using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>A document laid out: plain records that a writer draws without deciding anything.</summary>
/// <param name="Pages">The pages in order.</param>
/// <param name="Destinations">Where headings and other anchored nodes stand, in reading order.</param>
/// <param name="Findings">What the layout could not do as asked.</param>
public sealed record PageSet(
    ImmutableArray<Page> Pages,
    ImmutableArray<Destination> Destinations,
    ImmutableArray<Finding> Findings);

/// <summary>A page.</summary>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Label">The folio as printed.</param>
/// <param name="Items">What is on the page, owned content in logical order.</param>
public sealed record Page(double Width, double Height, string Label, ImmutableArray<PageItem> Items);

/// <summary>Where a node stands.</summary>
/// <param name="Node">A node with an anchor, or a heading.</param>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="X">Points from the page's left edge.</param>
/// <param name="Y">Points from the page's top edge: the top of the node.</param>
public readonly record struct Destination(Node Node, int PageIndex, double X, double Y);
