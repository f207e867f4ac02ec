namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>The fourth step, and the seam between ways of breaking a paragraph into lines.</summary>
internal interface ILineBreaking
{
    /// <summary>
    /// The ends of the lines, ascending, the last one the text's length. Each is a place where the line may break, or, where a word is
    /// wider than the line, the border of a grapheme cluster.
    /// </summary>
    /// <param name="text">The shaped paragraph.</param>
    /// <param name="firstWidth">The width of the first line in points.</param>
    /// <param name="width">The width of every other line in points.</param>
    /// <param name="filling">What becomes of the room that a line leaves.</param>
    IReadOnlyList<LineEnd> Break(ShapedText text, double firstWidth, double width, LineFilling filling);
}

/// <summary>Where a line ends.</summary>
/// <param name="Position">The place after its last character.</param>
/// <param name="IsHyphenated">Whether a hyphen is drawn there that the text does not have.</param>
internal readonly record struct LineEnd(int Position, bool IsHyphenated = false);

/// <summary>What becomes of the room that a line leaves.</summary>
internal enum LineFilling
{
    /// <summary>It stays at the line's end.</summary>
    Ragged,

    /// <summary>Spaces and letters take it up.</summary>
    Justified,
}
