using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>Makes the node of an inline element. Used again when a block inside the element splits it over paragraphs.</summary>
/// <param name="make">Makes a node of what it holds and its anchor.</param>
internal sealed class InlineWrapper(Func<ImmutableArray<Inline>, string?, Inline> make)
{
    /// <summary>The element's anchor; only the first node made carries it.</summary>
    public string? Anchor { private get; set; }

    /// <summary>Makes a node.</summary>
    /// <param name="inlines">What it holds.</param>
    public Inline Make(ImmutableArray<Inline> inlines)
    {
        var taken = Anchor;
        Anchor = null;
        return make(inlines, taken);
    }

    /// <summary>For a span.</summary>
    public static InlineWrapper Span(ReadContext context, SourcePosition position, BidiIsolation isolation) => new(
        (inlines, taken) => new Documents.Span
        {
            Inlines = inlines,
            Bidi = isolation,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        });

    /// <summary>For a style.</summary>
    public static InlineWrapper Styled(InlineStyle style, ReadContext context, SourcePosition position) => new(
        (inlines, taken) => new Documents.Styled
        {
            Style = style,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        });

    /// <summary>For an abbreviation.</summary>
    public static InlineWrapper Abbreviation(string expansion, ReadContext context, SourcePosition position) => new(
        (inlines, taken) => new Documents.Abbreviation
        {
            Expansion = expansion,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        });

    /// <summary>For a time.</summary>
    public static InlineWrapper Time(string dateTime, ReadContext context, SourcePosition position) => new(
        (inlines, taken) => new Documents.Time
        {
            DateTime = dateTime,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        });

    /// <summary>Puts a span that isolates its content inside another element.</summary>
    public static InlineWrapper Inside(InlineWrapper wrapper, ReadContext context, SourcePosition position, BidiIsolation isolation) =>
        new((inlines, _) => wrapper.Make(
            [new Documents.Span { Inlines = inlines, Bidi = isolation, Language = context.Language, Direction = context.Direction, Position = position }]));
}
