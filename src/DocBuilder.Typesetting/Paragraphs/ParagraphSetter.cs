using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Sets paragraphs: collect, itemise, shape, break, compose.</summary>
internal sealed class ParagraphSetter(InlineCollector collector, Shaper shaper, ILineBreaking lineBreaking, LineComposer composer)
{
    /// <summary>The largest part of the column that a picture in the line may take.</summary>
    private const double WidestInlineImage = 0.9;

    /// <summary>The room between two calls to notes, in ems of the text: more than digits of one number have.</summary>
    private const double GapBetweenCalls = 0.28;

    /// <summary>Addresses break in columns narrower than this, in ems.</summary>
    private const double NarrowColumn = 14;

    /// <summary>Lines may be broken for a column narrower by this part so that a paragraph runs over: their spaces grow by about a fifth at most.</summary>
    private const double LooserJustified = 0.04;

    /// <summary>In ragged lines, what is left at their ends grows instead.</summary>
    private const double LooserRagged = 0.12;

    /// <summary>CSS pixels are 96 to the inch, points 72.</summary>
    private const double PointsPerPixel = 0.75;

    /// <summary>Headings are short, and nothing is gained by lines of code that are balanced against one another.</summary>
    private static readonly FirstFit FirstFit = new();

    /// <summary>The lines of a paragraph.</summary>
    /// <param name="inlines">The words.</param>
    /// <param name="direction">The base direction.</param>
    /// <param name="style">The look.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    /// <param name="alignment">Where lines stand in the column.</param>
    public IReadOnlyList<Line> Set(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double left, double width, LineAlignment alignment) =>
        Set(collector.Collect(inlines, direction, style, width), left, width, alignment);

    /// <summary>The lines of a paragraph broken so that they are one more than they need be, without looking loose.</summary>
    /// <param name="inlines">The words.</param>
    /// <param name="direction">The base direction.</param>
    /// <param name="style">The look.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    /// <param name="alignment">Where lines stand in the column.</param>
    /// <returns>The lines; null when the paragraph does not run over so easily.</returns>
    public IReadOnlyList<Line>? SetOneLonger(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double left, double width, LineAlignment alignment)
    {
        const double step = 0.01;
        var filling = alignment == LineAlignment.Justify ? LineFilling.Justified : LineFilling.Ragged;
        var narrowest = filling == LineFilling.Justified ? 1 - LooserJustified : 1 - LooserRagged;
        var shaped = Shape(collector.Collect(inlines, direction, style, width), width, filling == LineFilling.Justified);
        var count = lineBreaking.Break(shaped, width, width, filling).Count;
        for (var part = 1 - step; part >= narrowest; part -= step)
        {
            var ends = lineBreaking.Break(shaped, width * part, width * part, filling);
            if (ends.Count > count)
            {
                return ends.Count == count + 1 ? Compose(shaped, ends, left, width, alignment, 0) : null;
            }
        }

        return null;
    }

    /// <summary>The lines of verse: at the side where reading starts, and what does not fit on the first line is indented.</summary>
    /// <param name="inlines">The words.</param>
    /// <param name="direction">The base direction.</param>
    /// <param name="style">The look.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    /// <param name="hang">The indent of every line but the first, in points.</param>
    public IReadOnlyList<Line> SetHanging(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double left, double width, double hang) =>
        Set(collector.Collect(inlines, direction, style, width), left, width, LineAlignment.Start, hang);

    /// <summary>The lines of code: each as long as it may be; one that is too long breaks after a separator where it can.</summary>
    /// <param name="inlines">The words.</param>
    /// <param name="direction">The base direction.</param>
    /// <param name="style">The look.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    public IReadOnlyList<Line> SetCode(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double left, double width)
    {
        var source = collector.Collect(inlines, direction, style, width);
        if (source.Text.Length == 0)
        {
            return [];
        }

        var shaped = Shape(source, width);
        CodeBreaks.Allow(source.Text, shaped.Breaks);
        return Compose(shaped, FirstFit.Break(shaped, width, width, LineFilling.Ragged), left, width, LineAlignment.Start, 0);
    }

    /// <summary>The lines of a formula that stands by itself, in the middle of the column.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="direction">The base direction.</param>
    /// <param name="style">The look.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    public IReadOnlyList<Line> SetFormula(MathExpression formula, TextDirection direction, TextStyle style, double left, double width) =>
        Set(collector.Collect(formula, direction, style, width), left, width, LineAlignment.Center);

    /// <summary>The lines of generated words.</summary>
    public IReadOnlyList<Line> Set(string words, ContentOwner owner, string language, TextDirection direction, TextStyle style, double left, double width, LineAlignment alignment) =>
        Set(collector.Collect(words, owner, language, direction, style), left, width, alignment);

    /// <summary>The width of generated words on one line, in points.</summary>
    public double Measure(string words, string language, TextDirection direction, TextStyle style)
    {
        double width = 0;
        foreach (var advance in shaper.Shape(collector.Collect(words, ContentOwner.Of(ArtifactKind.Layout), language, direction, style), static _ => 0).Advances)
        {
            width += advance;
        }

        return width;
    }

    /// <summary>The widths that a paragraph can be set in: its longest word and number, and all of it on one line.</summary>
    public ContentWidth MeasureContent(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double available)
    {
        var shaped = Shape(collector.Collect(inlines, direction, style, available), available);
        AddressBreaks.Allow(shaped.Source.Text, shaped.Breaks);
        double minimum = 0, maximum = 0, number = 0, word = 0, line = 0;
        bool hasDigit = false, hasLetter = false;
        for (var i = 0; i < shaped.Advances.Length; i++)
        {
            if (shaped.Breaks[i] != LineBreakOpportunity.Prohibited)
            {
                number = hasDigit && !hasLetter ? Math.Max(number, word) : number;
                (word, hasDigit, hasLetter) = (0, false, false);
                line = shaped.Breaks[i] == LineBreakOpportunity.Mandatory ? 0 : line;
            }

            line += shaped.Advances[i];
            if (shaped.Source.Text[i] != ' ')
            {
                word += shaped.Advances[i];
                minimum = Math.Max(minimum, word);
                maximum = Math.Max(maximum, line);
                hasDigit |= char.IsDigit(shaped.Source.Text[i]);
                hasLetter |= char.IsLetter(shaped.Source.Text[i]);
            }
        }

        return new(minimum, maximum, hasDigit && !hasLetter ? Math.Max(number, word) : number);
    }

    private List<Line> Set(StyledText source, double left, double width, LineAlignment alignment, double hang = 0)
    {
        if (source.Text.Length == 0)
        {
            return [];
        }

        var isJustified = alignment is LineAlignment.Justify or LineAlignment.JustifyAll;
        var shaped = Shape(source, width, isJustified);
        if (width < NarrowColumn * source.Segments[0].Style.Size)
        {
            AddressBreaks.Allow(source.Text, shaped.Breaks);
        }

        var ends = alignment == LineAlignment.Balanced
            ? BreakBalanced(shaped, width)
            : lineBreaking.Break(shaped, width, width - hang, isJustified ? LineFilling.Justified : LineFilling.Ragged);
        return Compose(shaped, ends, left, width, alignment, hang);
    }

    private List<Line> Compose(ShapedText shaped, IReadOnlyList<LineEnd> ends, double left, double width, LineAlignment alignment, double hang)
    {
        var source = shaped.Source;
        var lines = new List<Line>(ends.Count);
        var start = 0;
        foreach (var end in ends)
        {
            var isBroken = end.Position < source.Text.Length && shaped.Breaks[end.Position] != LineBreakOpportunity.Mandatory;
            var indent = lines.Count == 0 ? 0 : hang;
            var lineLeft = source.Direction == TextDirection.RightToLeft ? left : left + indent;
            var above = lines.Count == 0 ? [] : lines[^1].Kashidas;
            var place = alignment == LineAlignment.Justify && !isBroken ? LineAlignment.Start : alignment;
            lines.Add(composer.Compose(shaped, start, end, lineLeft, width - indent, place, above) with { IsBroken = isBroken });
            start = end.Position;
        }

        return lines;
    }

    /// <summary>As many lines as the width asks for, in the narrowest width that needs no more.</summary>
    private static IReadOnlyList<LineEnd> BreakBalanced(ShapedText shaped, double width)
    {
        const double precision = 1;
        var ends = FirstFit.Break(shaped, width, width, LineFilling.Ragged);
        double tooNarrow = 0, enough = width;
        while (ends.Count > 1 && enough - tooNarrow > precision)
        {
            var middle = (tooNarrow + enough) / 2;
            var narrower = FirstFit.Break(shaped, middle, middle, LineFilling.Ragged);
            if (narrower.Count == ends.Count)
            {
                (ends, enough) = (narrower, middle);
            }
            else
            {
                tooNarrow = middle;
            }
        }

        return ends;
    }

    private ShapedText Shape(StyledText source, double available, bool withKashidas = false) =>
        shaper.Shape(source, segment => WidthOf(segment, available), withKashidas);

    private static double WidthOf(TextSegment segment, double available) => segment switch
    {
        { Kind: SegmentKind.Gap } => segment.Style.Size * GapBetweenCalls,
        { Formula: { } formula } => Math.Min(available, formula.Width),
        { Owner.Node: Image image } => Math.Min(available * WidestInlineImage, (image.Width ?? image.Resource!.PixelWidth) * PointsPerPixel),
        _ => throw new InvalidOperationException($"No width for a {segment.Kind}."),
    };
}
