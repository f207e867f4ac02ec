using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>An article: the one text that both editions say, in reading order.</summary>
/// <remarks>
/// The reader of a source guarantees what the writers rely on:
/// the first block is the title, a <see cref="Heading"/> of level 1, and the only one of that level;
/// heading levels go down one step at a time; every <see cref="NoteReference"/> has its <see cref="Note"/> and every note an anchor;
/// anchors are unique; no <see cref="Text"/> is empty; white space is collapsed as CSS says, except in code.
/// </remarks>
public sealed record Document : Node
{
    /// <summary>What is known about the article as a whole.</summary>
    public required Metadata Metadata { get; init; }

    /// <summary>The digits that page numbers, list numbers and note marks are written with.</summary>
    public required NumberingSystem Numbering { get; init; }

    /// <summary>The content in reading order, the title first.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}
