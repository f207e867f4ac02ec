namespace DocBuilder.Documents;

/// <summary>
/// What every part of the model has in common: the language and direction it is read in, and the place it came from.
/// </summary>
/// <remarks>
/// Writers and the page layout refer to a node by reference, so a node object stands at exactly one place of one <see cref="Document"/>.
/// </remarks>
public abstract record Node
{
    /// <summary>The language of the content, a BCP 47 tag such as <c>ar</c> or <c>en-GB</c>; <c>und</c> when it could not be told.</summary>
    public required string Language { get; init; }

    /// <summary>The base direction of the content (UAX #9 HL1; HTML <c>dir</c>), already resolved: never "auto".</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>Where in the source the content begins.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The anchor that links inside the article point at, unique in the document; null when nothing can point here.</summary>
    public string? Anchor { get; init; }
}

/// <summary>The base direction of a block or of an isolated stretch of text.</summary>
public enum TextDirection
{
    /// <summary>Left to right.</summary>
    LeftToRight,

    /// <summary>Right to left.</summary>
    RightToLeft,
}

/// <summary>A place in the source text. Lines and columns count from 1; 0 means unknown.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
public readonly record struct SourcePosition(int Line, int Column)
{
    /// <summary>Which of the articles that a book binds the place is in, from 1; 0 in an article by itself.</summary>
    public int Article { get; init; }
}
