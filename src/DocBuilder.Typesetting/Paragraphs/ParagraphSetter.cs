using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Sets paragraphs: collect, itemise, shape, break, compose.</summary>
internal sealed class ParagraphSetter(InlineCollector collector, Shaper shaper, ILineBreaking lineBreaking, LineComposer composer)
{
    private static readonly FirstFit FirstFit = new();

    /// <summary>The largest part of the column that a picture in the line may take.</summary>
    private const double WidestInlineImage = 0.9;

    /// <summary>CSS pixels are 96 to the inch, points 72.</summary>
    private const double PointsPerPixel = 0.75;

    /// <summary>The lines of a paragraph.</summary>
    /// <param name="inlines">The words.</param>
    /// <param name="direction">The base direction.</param>
    /// <param name="style">The look.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    /// <param name="alignment">Where lines stand in the column.</param>
    public IReadOnlyList<Line> Set(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double left, double width, LineAlignment alignment) =>
        Set(collector.Collect(inlines, direction, style), left, width, alignment);

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

    /// <summary>The widths that a paragraph can be set in: its longest word, and all of it on one line; in points.</summary>
    public (double Minimum, double Maximum) MeasureContent(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double available)
    {
        var shaped = Shape(collector.Collect(inlines, direction, style), available);
        double minimum = 0, maximum = 0, word = 0, line = 0;
        for (var i = 0; i < shaped.Advances.Length; i++)
        {
            if (shaped.Breaks[i] != LineBreakOpportunity.Prohibited)
            {
                word = 0;
                line = shaped.Breaks[i] == LineBreakOpportunity.Mandatory ? 0 : line;
            }

            line += shaped.Advances[i];
            if (shaped.Source.Text[i] != ' ')
            {
                word += shaped.Advances[i];
                minimum = Math.Max(minimum, word);
                maximum = Math.Max(maximum, line);
            }
        }

        return (minimum, maximum);
    }

    private List<Line> Set(StyledText source, double left, double width, LineAlignment alignment)
    {
        if (source.Text.Length == 0)
        {
            return [];
        }

        var isFilled = alignment is LineAlignment.Justify or LineAlignment.JustifyAll;
        var shaped = Shape(source, width, isFilled);
        var ends = alignment == LineAlignment.Balanced ? BreakBalanced(shaped, width)
            : source.IsCode ? FirstFit.Break(shaped, width, width, LineFilling.Ragged)
            : lineBreaking.Break(shaped, width, width, isFilled ? LineFilling.Justified : LineFilling.Ragged);
        var lines = new List<Line>(ends.Count);
        var start = 0;
        foreach (var end in ends)
        {
            var isLast = end.Position == source.Text.Length || shaped.Breaks[end.Position] == LineBreakOpportunity.Mandatory;
            var above = lines.Count == 0 ? [] : lines[^1].Kashidas;
            lines.Add(composer.Compose(shaped, start, end, left, width, alignment == LineAlignment.Justify && isLast ? LineAlignment.Start : alignment, above));
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
        shaper.Shape(source, image => Math.Min(available * WidestInlineImage, (image.Width ?? image.Resource!.PixelWidth) * PointsPerPixel), withKashidas);
}
