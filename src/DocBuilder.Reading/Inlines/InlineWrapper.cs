using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>Makes the node of an inline element. Used again when a block inside the element splits it over paragraphs.</summary>
internal sealed class InlineWrapper(Func<ImmutableArray<Inline>, string?, Inline> make, string? anchor = null)
{
    private string? _anchor = anchor;

    /// <summary>The anchor; only the first node made carries it.</summary>
    public Inline Make(ImmutableArray<Inline> inlines)
    {
        var taken = _anchor;
        _anchor = null;
        return make(inlines, taken);
    }

    /// <summary>The anchor is somewhere else.</summary>
    public void LeaveAnchor() => _anchor = null;

    /// <summary>For a span.</summary>
    public static InlineWrapper Span(ReadContext context, SourcePosition position, BidiIsolation isolation, string? anchor) => new(
        (inlines, taken) => new Documents.Span
        {
            Inlines = inlines,
            Bidi = isolation,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        },
        anchor);

    /// <summary>For a style.</summary>
    public static InlineWrapper Styled(InlineStyle style, ReadContext context, SourcePosition position, string? anchor) => new(
        (inlines, taken) => new Documents.Styled
        {
            Style = style,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        },
        anchor);

    /// <summary>For an abbreviation.</summary>
    public static InlineWrapper Abbreviation(string expansion, ReadContext context, SourcePosition position, string? anchor) => new(
        (inlines, taken) => new Documents.Abbreviation
        {
            Expansion = expansion,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        },
        anchor);

    /// <summary>For a time.</summary>
    public static InlineWrapper Time(string dateTime, ReadContext context, SourcePosition position, string? anchor) => new(
        (inlines, taken) => new Documents.Time
        {
            DateTime = dateTime,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
            Anchor = taken,
        },
        anchor);

    /// <summary>Puts a span that isolates its content inside another element.</summary>
    public static InlineWrapper Inside(InlineWrapper wrapper, ReadContext context, SourcePosition position, BidiIsolation isolation) =>
        new((inlines, _) => wrapper.Make(
            [new Documents.Span { Inlines = inlines, Bidi = isolation, Language = context.Language, Direction = context.Direction, Position = position }]));
}
