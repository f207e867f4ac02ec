using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>A document laid out: plain records that a writer draws without deciding anything.</summary>
/// <param name="Pages">The pages in order.</param>
/// <param name="Destinations">Where headings, calls to notes and other anchored nodes stand, in reading order.</param>
/// <param name="Findings">What the layout could not do as asked.</param>
public sealed record PageSet(
    ImmutableArray<Page> Pages,
    ImmutableArray<Destination> Destinations,
    ImmutableArray<Finding> Findings)
{
    /// <summary>The contents that the edition adds to the article; null for none.</summary>
    public Contents? Contents { get; init; }
}

/// <summary>A page.</summary>
/// <param name="Width">Width in points, of the sheet that it is printed on when that is larger.</param>
/// <param name="Height">Height in points, likewise.</param>
/// <param name="Label">The folio as printed.</param>
/// <param name="Items">What is on the page, owned content in logical order.</param>
public sealed record Page(double Width, double Height, string Label, ImmutableArray<PageItem> Items)
{
    /// <summary>What is left when the sheet is cut (ISO 32000-1 14.11.2), in points from its top left corner; null for all of it.</summary>
    public Box? TrimBox { get; init; }

    /// <summary>What is printed around that, so that nothing white shows at the cut; null for all of it.</summary>
    public Box? BleedBox { get; init; }

    /// <summary>
    /// Where the page begins in the article's text: its first content that is neither artifact, note, contents nor floating figure; null
    /// when the page has none.
    /// </summary>
    public TextPosition? FirstText { get; init; }
}

/// <summary>A place in the text.</summary>
/// <param name="Node">The <see cref="Text"/>, or another node that says something.</param>
/// <param name="Offset">The place in its words, in UTF-16 code units from 0.</param>
public readonly record struct TextPosition(Node Node, int Offset);

/// <summary>Where a node stands.</summary>
/// <param name="Node">A node with an anchor, a heading, or a call to a note.</param>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="X">Points from the page's left edge.</param>
/// <param name="Y">Points from the page's top edge: the top of the node.</param>
public readonly record struct Destination(Node Node, int PageIndex, double X, double Y);
