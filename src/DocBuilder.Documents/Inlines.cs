using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>Content that flows in a line.</summary>
public abstract record Inline : Node
{
    /// <summary>
    /// The pages of another print edition that begin here, as the source marks them, in order. Only what says something itself has any: words, a picture,
    /// a formula, a call to a note.
    /// </summary>
    public ImmutableArray<PageMark> PageMarks { get; init; } = [];
}

/// <summary>The beginning of a page of another print edition than ours (DPUB-ARIA 1.1, <c>doc-pagebreak</c>). It is no part of the text.</summary>
/// <param name="Label">What that edition calls the page: "12", "xiv".</param>
/// <param name="Offset">Before which character of <see cref="Text.Value"/>, in UTF-16 code units; 0 in what has no characters.</param>
public readonly record struct PageMark(string Label, int Offset);

/// <summary>Inline content that holds inline content.</summary>
public abstract record InlineContainer : Inline
{
    /// <summary>What it holds.</summary>
    public required ImmutableArray<Inline> Inlines { get; init; }
}

/// <summary>Words. Never empty; no bidi control that HTML markup stands for (those are <see cref="Span.Bidi"/>).</summary>
public sealed record Text : Inline
{
    /// <summary>The characters in logical order.</summary>
    public required string Value { get; init; }
}

/// <summary>A forced line break (HTML <c>br</c>).</summary>
public sealed record LineBreak : Inline;

/// <summary>A place where a line may break (HTML <c>wbr</c>).</summary>
public sealed record WordBreakOpportunity : Inline;

/// <summary>Text with a meaning or a look of its own.</summary>
public sealed record Styled : InlineContainer
{
    /// <summary>What sets the text apart.</summary>
    public required InlineStyle Style { get; init; }
}

/// <summary>What sets a <see cref="Styled"/> text apart; the names are HTML's elements.</summary>
public enum InlineStyle
{
    /// <summary>Stress (<c>em</c>).</summary>
    Emphasis,

    /// <summary>Importance (<c>strong</c>).</summary>
    Strong,

    /// <summary>Another voice (<c>i</c>).</summary>
    Italic,

    /// <summary>Attention without importance (<c>b</c>).</summary>
    Bold,

    /// <summary>A title of a work (<c>cite</c>).</summary>
    Citation,

    /// <summary>A term where it is defined (<c>dfn</c>).</summary>
    Definition,

    /// <summary>Highlighted (<c>mark</c>).</summary>
    Mark,

    /// <summary>Side comment (<c>small</c>).</summary>
    Small,

    /// <summary>Added (<c>ins</c>).</summary>
    Inserted,

    /// <summary>Removed, still readable (<c>del</c>).</summary>
    Deleted,

    /// <summary>No longer true (<c>s</c>).</summary>
    Strikethrough,

    /// <summary>Underlined (<c>u</c>).</summary>
    Underline,

    /// <summary>Subscript (<c>sub</c>).</summary>
    Subscript,

    /// <summary>Superscript (<c>sup</c>).</summary>
    Superscript,

    /// <summary>Computer code (<c>code</c>).</summary>
    Code,

    /// <summary>User input (<c>kbd</c>).</summary>
    Keyboard,

    /// <summary>Output of a program (<c>samp</c>).</summary>
    Sample,

    /// <summary>A variable (<c>var</c>).</summary>
    Variable,
}

/// <summary>A link.</summary>
public sealed record Link : InlineContainer
{
    /// <summary>Where it leads: an absolute address (<c>http</c>, <c>https</c>, <c>mailto</c>, <c>tel</c>), or <c>#anchor</c> for a node of this document.</summary>
    public required string Target { get; init; }

    /// <summary>The title given by the author (HTML <c>title</c>).</summary>
    public string? Title { get; init; }
}

/// <summary>A quotation in the line (HTML <c>q</c>). Its quotation marks are part of its text.</summary>
public sealed record Quotation : InlineContainer
{
    /// <summary>The address of what is quoted, absolute; null when unknown.</summary>
    public string? SourceUrl { get; init; }
}

/// <summary>An abbreviation.</summary>
public sealed record Abbreviation : InlineContainer
{
    /// <summary>The words it stands for.</summary>
    public required string Expansion { get; init; }
}

/// <summary>A date or time (HTML <c>time</c>).</summary>
public sealed record Time : InlineContainer
{
    /// <summary>The machine-readable form (HTML <c>datetime</c>).</summary>
    public required string DateTime { get; init; }
}

/// <summary>Text that differs from what surrounds it only in language or direction.</summary>
public sealed record Span : InlineContainer
{
    /// <summary>How the content stands in the bidi order of its paragraph.</summary>
    public BidiIsolation Bidi { get; init; }
}

/// <summary>How inline content stands in the bidi order of its paragraph (HTML rendering, "Bidirectional text").</summary>
public enum BidiIsolation
{
    /// <summary>As if the element were not there.</summary>
    None,

    /// <summary>An isolate in <see cref="Node.Direction"/>: HTML <c>bdi</c>, and any inline element with <c>dir</c> (LRI or RLI, UAX #9).</summary>
    Isolate,

    /// <summary>An override in <see cref="Node.Direction"/>, isolated: HTML <c>bdo</c> (LRI or RLI with LRO or RLO).</summary>
    IsolateOverride,
}

/// <summary>Base text with its annotation (HTML <c>ruby</c>).</summary>
public sealed record Ruby : Inline
{
    /// <summary>The base.</summary>
    public required ImmutableArray<Inline> Base { get; init; }

    /// <summary>The annotation.</summary>
    public required ImmutableArray<Inline> Annotation { get; init; }
}

/// <summary>A call to a note.</summary>
public sealed record NoteReference : Inline
{
    /// <summary>The anchor of the <see cref="Note"/>.</summary>
    public required string NoteAnchor { get; init; }

    /// <summary>The mark as printed: "١", "*", without brackets.</summary>
    public required string Label { get; init; }
}

/// <summary>A mathematical expression in the line.</summary>
public sealed record MathExpression : Inline
{
    /// <summary>The MathML <c>math</c> element, well-formed, cleaned of scripts.</summary>
    public required string MathMl { get; init; }

    /// <summary>The expression in words or linear form.</summary>
    public required string AlternativeText { get; init; }
}

/// <summary>A picture in the line, or inside an <see cref="ImageBlock"/>.</summary>
public sealed record Image : Inline
{
    /// <summary>The picture; null when it is missing or broken, so that only its alternative text remains.</summary>
    public required ImageResource? Resource { get; init; }

    /// <summary>What the picture says (HTML <c>alt</c>); empty when <see cref="IsDecorative"/>.</summary>
    public required string AlternativeText { get; init; }

    /// <summary>Whether nobody described the picture, so that <see cref="AlternativeText"/> only says that much.</summary>
    public bool LacksDescription { get; init; }

    /// <summary>Whether the author said that the picture says nothing (empty <c>alt</c>).</summary>
    public bool IsDecorative { get; init; }

    /// <summary>The width the author asked for, in CSS pixels (96 to the inch); null when not said.</summary>
    public double? Width { get; init; }

    /// <summary>The height the author asked for, in CSS pixels; null when not said.</summary>
    public double? Height { get; init; }
}
