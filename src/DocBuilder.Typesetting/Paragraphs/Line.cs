using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>A finished line; x counts from the column's left edge and y from the baseline.</summary>
/// <param name="Pieces">What is in the line, in logical order.</param>
/// <param name="Anchors">Nodes that begin in this line and can be linked to.</param>
/// <param name="Rise">How far a picture or formula in the line reaches above the baseline, in points.</param>
/// <param name="Drop">How far a formula in the line reaches below the baseline, in points.</param>
/// <param name="Kashidas">Where letters are lengthened, in points.</param>
internal sealed record Line(IReadOnlyList<LinePiece> Pieces, IReadOnlyList<Node> Anchors, double Rise, double Drop, IReadOnlyList<double> Kashidas)
{
    /// <summary>Whether the words go on in the next line only because this one is full.</summary>
    public bool IsBroken { get; init; }
}

/// <summary>An item of a line and the link that it is part of.</summary>
/// <param name="Item">The item.</param>
/// <param name="Target">The link or note reference; null for plain text.</param>
/// <param name="Width">How much of the line it takes, in points.</param>
internal readonly record struct LinePiece(PageItem Item, Node? Target, double Width);

/// <summary>Where in its column a line stands that does not fill it.</summary>
internal enum LineAlignment
{
    /// <summary>At the side where reading starts.</summary>
    Start,

    /// <summary>At the side where reading starts, the lines about equally long: headings.</summary>
    Balanced,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the side where reading ends.</summary>
    End,

    /// <summary>Stretched over the whole width, but for the last line.</summary>
    Justify,

    /// <summary>Stretched over the whole width, the last line too.</summary>
    JustifyAll,
}
