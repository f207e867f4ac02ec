using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>Content that stands on lines of its own.</summary>
public abstract record Block : Node;

/// <summary>A heading.</summary>
public sealed record Heading : Block
{
    /// <summary>The deepest level that there is.</summary>
    public const int DeepestLevel = 6;

    /// <summary>The level, 1 to <see cref="DeepestLevel"/>; the title of the article is the only one of level 1.</summary>
    public required int Level { get; init; }

    /// <summary>The words.</summary>
    public required ImmutableArray<Inline> Inlines { get; init; }
}

/// <summary>A paragraph.</summary>
public sealed record Paragraph : Block
{
    /// <summary>What the paragraph is for.</summary>
    public ParagraphRole Role { get; init; }

    /// <summary>The words.</summary>
    public required ImmutableArray<Inline> Inlines { get; init; }
}

/// <summary>What a paragraph is for. All but <see cref="Body"/> belong to the title block and stand right after the title.</summary>
public enum ParagraphRole
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The subtitle or standfirst (DPUB-ARIA <c>doc-subtitle</c>).</summary>
    Subtitle,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When, and where, it was published.</summary>
    Dateline,

    /// <summary>The site it comes from.</summary>
    Source,
}

/// <summary>An ordered or unordered list.</summary>
public sealed record List : Block
{
    /// <summary>How the items are marked.</summary>
    public required ListMarker Marker { get; init; }

    /// <summary>The items in order.</summary>
    public required ImmutableArray<ListItem> Items { get; init; }

    /// <summary>Whether the order of the items carries meaning.</summary>
    public bool IsOrdered => Marker is not (ListMarker.Disc or ListMarker.Circle or ListMarker.Square or ListMarker.None);
}

/// <summary>How the items of a list are marked (HTML <c>type</c>, CSS <c>list-style-type</c>).</summary>
public enum ListMarker
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A filled disc.</summary>
    Disc,

    /// <summary>A hollow circle.</summary>
    Circle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>Numbers, in the document's digits.</summary>
    Decimal,

    /// <summary>a, b, c.</summary>
    LowerAlpha,

    /// <summary>A, B, C.</summary>
    UpperAlpha,

    /// <summary>i, ii, iii.</summary>
    LowerRoman,

    /// <summary>I, II, III.</summary>
    UpperRoman,

    /// <summary>أ، ب، ج: the Arabic letters in abjad order.</summary>
    Abjad,
}

/// <summary>An item of a <see cref="List"/>.</summary>
public sealed record ListItem : Block
{
    /// <summary>The number of the item (HTML <c>value</c>, <c>start</c>, <c>reversed</c> already counted); 0 in unordered lists.</summary>
    public int Ordinal { get; init; }

    /// <summary>What the item says.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}

/// <summary>Terms with their descriptions (HTML <c>dl</c>).</summary>
public sealed record DescriptionList : Block
{
    /// <summary>The terms and descriptions in order.</summary>
    public required ImmutableArray<DescriptionItem> Items { get; init; }
}

/// <summary>A term, or a description of the terms before it.</summary>
public sealed record DescriptionItem : Block
{
    /// <summary>Whether this is a term (<c>dt</c>) rather than a description (<c>dd</c>).</summary>
    public required bool IsTerm { get; init; }

    /// <summary>What it says.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}

/// <summary>A quotation set apart (HTML <c>blockquote</c>).</summary>
public sealed record BlockQuote : Block
{
    /// <summary>The quoted blocks, and the attribution where the source puts it inside.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The address of what is quoted (HTML <c>cite</c>), absolute; null when unknown.</summary>
    public string? SourceUrl { get; init; }
}

/// <summary>Something beside the main text (HTML <c>aside</c>).</summary>
public sealed record Aside : Block
{
    /// <summary>What it says.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}

/// <summary>A disclosure (HTML <c>details</c>), always open on paper.</summary>
public sealed record Details : Block
{
    /// <summary>The words of the summary.</summary>
    public required ImmutableArray<Inline> Summary { get; init; }

    /// <summary>What is disclosed.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}

/// <summary>Preformatted text, spaces and line feeds kept (HTML <c>pre</c>).</summary>
public sealed record CodeBlock : Block
{
    /// <summary>The words; their <see cref="Text"/> holds U+000A at every line's end but the last.</summary>
    public required ImmutableArray<Inline> Inlines { get; init; }

    /// <summary>The programming language, in lower case, when the source says it.</summary>
    public string? CodeLanguage { get; init; }
}

/// <summary>Verse. Each line has one part, or two hemistichs (صدر and عجز).</summary>
public sealed record Verse : Block
{
    /// <summary>The lines in order.</summary>
    public required ImmutableArray<VerseLine> Lines { get; init; }
}

/// <summary>A line of verse.</summary>
public sealed record VerseLine : Block
{
    /// <summary>One part, or the two hemistichs.</summary>
    public required ImmutableArray<Hemistich> Hemistichs { get; init; }

    /// <summary>Whether a stanza begins with this line.</summary>
    public bool StartsStanza { get; init; }
}

/// <summary>Half a line of verse, or a whole line that is not divided.</summary>
public sealed record Hemistich : Block
{
    /// <summary>The words.</summary>
    public required ImmutableArray<Inline> Inlines { get; init; }
}

/// <summary>A figure: a picture or anything else that a caption may belong to.</summary>
public sealed record Figure : Block
{
    /// <summary>The content: often one <see cref="ImageBlock"/>.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The caption; empty when there is none.</summary>
    public ImmutableArray<Block> Caption { get; init; } = [];

    /// <summary>Whether the caption stands before the content.</summary>
    public bool CaptionFirst { get; init; }
}

/// <summary>A picture on its own lines.</summary>
public sealed record ImageBlock : Block
{
    /// <summary>The picture.</summary>
    public required Image Image { get; init; }
}

/// <summary>A mathematical expression on its own line.</summary>
public sealed record MathBlock : Block
{
    /// <summary>The expression.</summary>
    public required MathExpression Expression { get; init; }
}

/// <summary>A change of subject (HTML <c>hr</c>).</summary>
public sealed record ThematicBreak : Block;

/// <summary>The notes, where the source lists them.</summary>
public sealed record NoteList : Block
{
    /// <summary>The notes in order.</summary>
    public required ImmutableArray<Note> Notes { get; init; }
}

/// <summary>A footnote or endnote.</summary>
public sealed record Note : Block
{
    /// <summary>The mark, as references show it: "١", "*".</summary>
    public required string Label { get; init; }

    /// <summary>What the note says, without its mark and without links back.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }
}
