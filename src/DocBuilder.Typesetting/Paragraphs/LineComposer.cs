using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>The last step: puts the glyphs of a line into visual order, stretches it, and gives every piece its place.</summary>
internal sealed class LineComposer(Shaper shaper, Color markColor)
{
    /// <summary>What a word space may grow by, in ems; a line that would need more (before a long address) is left ragged.</summary>
    private const double LargestStretch = 1.2;

    /// <summary>Composes the characters from <paramref name="start"/> to <paramref name="end"/> in a column.</summary>
    /// <param name="text">The shaped paragraph.</param>
    /// <param name="start">The first character.</param>
    /// <param name="end">The place after the last one.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    /// <param name="alignment">Where the line stands in the column.</param>
    public Line Compose(ShapedText text, int start, int end, double left, double width, LineAlignment alignment)
    {
        var slices = InVisualOrder(text, start, end);
        var visibleEnd = VisibleEnd(text.Source.Text, start, end);
        var natural = Measure(slices, 0, visibleEnd);
        var stretch = alignment is LineAlignment.Justify or LineAlignment.JustifyAll ? WordSpaceJustifier.Stretch(text.Source.Text, slices, visibleEnd, width - natural) : 0;
        if (stretch > 0 && alignment == LineAlignment.Justify && stretch > LargestStretch * slices.Max(static slice => slice.Face is null ? 0 : slice.Size))
        {
            stretch = 0;
        }

        if (stretch > 0)
        {
            natural = width;
        }

        var x = LeftEdge(text, alignment, left, width, natural) - HangingWidth(text, slices, visibleEnd);
        return Place(text, slices, start, end, visibleEnd, x, stretch);
    }

    /// <summary>The slices of the line's runs, left to right (UAX #9 L1 and L2).</summary>
    private List<ShapedRun> InVisualOrder(ShapedText text, int start, int end)
    {
        var levels = text.Levels.AsSpan(start, end - start).ToArray();
        BidiAlgorithm.ResetTrailingWhitespace(text.Source.Text.AsSpan(start, end - start), levels, 0, levels.Length, text.ParagraphLevel);
        var slices = new List<ShapedRun>();
        var runs = text.Runs;
        foreach (var visual in BidiAlgorithm.VisualRuns(levels))
        {
            var visualStart = start + visual.Start;
            var visualEnd = visualStart + visual.Length;
            var insertion = slices.Count;
            for (var i = FirstRunEndingAfter(runs, visualStart); i < runs.Count && runs[i].Start < visualEnd; i++)
            {
                var slice = shaper.Slice(text, runs[i], visualStart, visualEnd);
                // L1 moves trailing white space to the paragraph's own direction.
                var turned = (visual.Level & 1) != (slice.Level & 1);
                slice = slice with { Level = visual.Level, Glyphs = turned ? [.. slice.Glyphs.Reverse()] : slice.Glyphs };
                slices.Insert((visual.Level & 1) == 1 ? insertion : slices.Count, slice);
            }
        }

        return slices;
    }

    private static int FirstRunEndingAfter(IReadOnlyList<ShapedRun> runs, int position)
    {
        int low = 0, high = runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Where the spaces that hang in the margin begin.</summary>
    private static int VisibleEnd(string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\u2028' or '\u3000')
        {
            end--;
        }

        return end;
    }

    /// <summary>The natural width of what stands between two places of the text.</summary>
    private static double Measure(List<ShapedRun> slices, int from, int to)
    {
        double width = 0;
        foreach (var slice in slices)
        {
            if (slice.Face is null)
            {
                width += slice.Start >= from && slice.Start < to ? slice.Size : 0;
                continue;
            }

            var units = 0;
            foreach (var glyph in slice.Glyphs)
            {
                units += glyph.Cluster >= from && glyph.Cluster < to ? glyph.Advance : 0;
            }

            width += units * slice.Size / slice.Face.UnitsPerEm;
        }

        return width;
    }

    private static double LeftEdge(ShapedText text, LineAlignment alignment, double left, double width, double natural)
    {
        var rightToLeft = text.ParagraphLevel == 1;
        return alignment switch
        {
            LineAlignment.Center => left + ((width - natural) / 2),
            LineAlignment.End => rightToLeft ? left : left + width - natural,
            _ => rightToLeft ? left + width - natural : left,
        };
    }

    /// <summary>In a right-to-left paragraph the hanging spaces stand left of the line.</summary>
    private static double HangingWidth(ShapedText text, List<ShapedRun> slices, int visibleEnd) =>
        text.ParagraphLevel == 1 ? Measure(slices, visibleEnd, int.MaxValue) : 0;

    private Line Place(ShapedText text, List<ShapedRun> slices, int start, int end, int visibleEnd, double x, double stretch)
    {
        var pieces = new List<(int Start, LinePiece Piece)>();
        var runs = ImmutableArray.CreateBuilder<GlyphRun>();
        double rise = 0, fragmentX = x;
        var fragmentStart = int.MaxValue;
        for (var i = 0; i < slices.Count; i++)
        {
            var slice = slices[i];
            if (slice.Face is null)
            {
                var image = (Image)slice.Segment.Owner.Node!;
                var height = slice.Size * image.Resource!.PixelHeight / image.Resource.PixelWidth;
                rise = Math.Max(rise, height);
                pieces.Add((slice.Start, new LinePiece(new PlacedImage(slice.Segment.Owner, image.Resource, new Box(x, -height, slice.Size, height)), slice.Segment.Target, slice.Size)));
                x += slice.Size;
                fragmentX = x;
                continue;
            }

            var run = ToGlyphRun(text, slice, visibleEnd, stretch);
            runs.Add(run);
            fragmentStart = Math.Min(fragmentStart, slice.Start);
            x += run.Width;
            if (i + 1 < slices.Count && Continues(slice.Segment, slices[i + 1].Segment))
            {
                continue;
            }

            var segment = SegmentAt(text, fragmentStart, slice.Segment);
            var fragment = new TextFragment(segment.Owner, fragmentX, -segment.Style.Rise, runs.ToImmutable())
            {
                TextStart = segment.OwnerStart + fragmentStart - segment.Start,
            };
            AddWithDecoration(pieces, fragment, segment, fragmentStart, x - fragmentX);
            runs.Clear();
            fragmentStart = int.MaxValue;
            fragmentX = x;
        }

        return new Line([.. pieces.OrderBy(p => p.Start).Select(p => p.Piece)], AnchorsBetween(text.Source, start, end), rise);
    }

    /// <summary>The anchors of a line; one at the very end of the text belongs to the last line.</summary>
    private static List<Node> AnchorsBetween(StyledText source, int start, int end)
    {
        int low = 0, high = source.Anchors.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (source.Anchors[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var anchors = new List<Node>();
        for (; low < source.Anchors.Count && (source.Anchors[low].Start < end || end == source.Text.Length); low++)
        {
            anchors.Add(source.Anchors[low].Node);
        }

        return anchors;
    }

    /// <summary>Whether two neighbours on the line are one fragment: words of one node in one look.</summary>
    private static bool Continues(TextSegment a, TextSegment b) =>
        b.Kind == SegmentKind.Text && a.Owner == b.Owner && a.Style == b.Style && ReferenceEquals(a.Target, b.Target);

    private static TextSegment SegmentAt(ShapedText text, int position, TextSegment likely)
    {
        if (position >= likely.Start && position < likely.End)
        {
            return likely;
        }

        return text.Source.Segments.First(s => position >= s.Start && position < s.End);
    }

    private static GlyphRun ToGlyphRun(ShapedText text, ShapedRun slice, int visibleEnd, double stretch)
    {
        var glyphs = new Glyph[slice.Glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = slice.Glyphs[i];
            var stretched = stretch > 0 && glyph.Cluster < visibleEnd && WordSpaceJustifier.IsStretchable(text.Source.Text[glyph.Cluster]);
            glyphs[i] = new Glyph(glyph.Id, glyph.Cluster - slice.Start, glyph.Advance, glyph.XOffset, glyph.YOffset, stretched ? (float)stretch : 0);
        }

        return new GlyphRun(
            slice.Face!,
            slice.Size,
            slice.Segment.Style.Color,
            slice.Segment.Language,
            slice.Level,
            text.Source.Text.Substring(slice.Start, slice.Length),
            ImmutableCollectionsMarshal.AsImmutableArray(glyphs));
    }

    /// <summary>Underlines, strokes and highlights are drawn, not said.</summary>
    private void AddWithDecoration(List<(int, LinePiece)> pieces, TextFragment fragment, TextSegment segment, int position, double width)
    {
        var style = segment.Style;
        var face = fragment.Runs[0].Face;
        var size = fragment.Runs[0].Size;
        if (style.Decoration.HasFlag(TextDecoration.Mark))
        {
            var ascent = size * face.Ascender / face.UnitsPerEm * 0.8;
            var descent = size * -face.Descender / face.UnitsPerEm * 0.8;
            Add(new FilledBox(ContentOwner.Of(ArtifactKind.Background), new Box(fragment.X, fragment.Y - ascent, width, ascent + descent), markColor));
        }

        pieces.Add((position, new LinePiece(fragment, segment.Target, width)));
        var thickness = Math.Max(0.4, style.Size / 20);
        if (style.Decoration.HasFlag(TextDecoration.Underline))
        {
            Add(new FilledBox(ContentOwner.Of(ArtifactKind.Layout), new Box(fragment.X, fragment.Y + (style.Size * 0.22), width, thickness), style.Color));
        }

        if (style.Decoration.HasFlag(TextDecoration.LineThrough))
        {
            Add(new FilledBox(ContentOwner.Of(ArtifactKind.Layout), new Box(fragment.X, fragment.Y - (style.Size * 0.3), width, thickness), style.Color));
        }

        void Add(FilledBox box) => pieces.Add((position, new LinePiece(box, null, 0)));
    }
}
