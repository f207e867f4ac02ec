using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>An article, or a book of many: the one text that both editions say, in reading order.</summary>
/// <remarks>
/// The reader of a source guarantees what the writers rely on:
/// the first block is the title, a <see cref="Heading"/> of level 1, and the only one of that level;
/// heading levels go down one step at a time; every <see cref="NoteReference"/> has its <see cref="Note"/> and every note an anchor;
/// anchors are unique; no <see cref="Text"/> is empty; white space is collapsed as CSS says, except in code.
/// In a book every part begins with a <see cref="Heading"/> of level 2, the title of its article.
/// </remarks>
public sealed record Document : Node
{
    /// <summary>What is known about the article as a whole.</summary>
    public required Metadata Metadata { get; init; }

    /// <summary>The digits that page numbers, list numbers and note marks are written with.</summary>
    public required NumberingSystem Numbering { get; init; }

    /// <summary>The content in reading order, the title first.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The articles that a book binds, in order; empty in an article. What stands before the first is the book's title page.</summary>
    public ImmutableArray<BookPart> Parts { get; init; } = [];

    /// <summary>Whether the document binds articles.</summary>
    public bool IsBook => !Parts.IsEmpty;

    /// <summary>What is laid out, split and numbered by itself: the whole of an article; of a book the title page, then each part.</summary>
    public IEnumerable<Section> Sections()
    {
        yield return new Section(Language, Direction, Numbering, IsBook ? Blocks[..Parts[0].Start] : Blocks);
        for (var i = 0; i < Parts.Length; i++)
        {
            var part = Parts[i];
            var end = i + 1 < Parts.Length ? Parts[i + 1].Start : Blocks.Length;
            yield return new Section(part.Language, part.Direction, part.Numbering, Blocks[part.Start..end]) { Part = part };
        }
    }
}

/// <summary>An article in a book.</summary>
/// <param name="Start">The first of its blocks among the document's: its title.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Direction">The direction it is read in.</param>
/// <param name="Numbering">The digits that its list numbers are written with.</param>
/// <param name="Metadata">What is known about it.</param>
public sealed record BookPart(int Start, string Language, TextDirection Direction, NumberingSystem Numbering, Metadata Metadata);

/// <summary>Blocks that are a whole by themselves.</summary>
/// <param name="Language">The language they are in.</param>
/// <param name="Direction">The direction they are read in.</param>
/// <param name="Numbering">The digits of their list numbers.</param>
/// <param name="Blocks">The blocks in reading order.</param>
public readonly record struct Section(string Language, TextDirection Direction, NumberingSystem Numbering, ImmutableArray<Block> Blocks)
{
    /// <summary>The article of a book that they are; null for a title page, and for an article by itself.</summary>
    public BookPart? Part { get; init; }
}
