using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>The last step: puts the glyphs of a line into visual order, stretches it, and gives every piece its place.</summary>
internal sealed class LineComposer(Shaper shaper, Color markColor, KashidaExtent kashida = KashidaExtent.Moderate)
{
    /// <summary>What is higher, in ems, is struck out by two lines.</summary>
    private const double HighestWords = 1.1;

    /// <summary>What a word space may grow by, in ems; a line that would need more (before a long address) is left ragged.</summary>
    private const double LargestStretch = 1.2;

    private readonly Justification _prose = Justification.ForProse(kashida);
    private readonly Justification _verse = Justification.ForVerse(kashida);

    // Of the line that is composed.
    private readonly List<Glyph> _glyphs = [];
    private readonly List<KashidaCandidate> _candidates = [];
    private readonly List<ShapedRun> _slices = [];
    private readonly List<(int Start, LinePiece Piece)> _pieces = [];

    /// <summary>Composes the characters from <paramref name="start"/> to <paramref name="end"/> in a column.</summary>
    /// <param name="text">The shaped paragraph.</param>
    /// <param name="start">The first character.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="left">The column's left edge, in points.</param>
    /// <param name="width">The column's width, in points.</param>
    /// <param name="alignment">Where the line stands in the column.</param>
    /// <param name="above">Where the line above is lengthened, in points.</param>
    public Line Compose(ShapedText text, int start, LineEnd end, double left, double width, LineAlignment alignment, IReadOnlyList<double> above)
    {
        var slices = InVisualOrder(text, start, end);
        var visibleEnd = LineMeasure.VisibleEnd(text.Source.Text, start, end.Position);
        var natural = Measure(slices, 0, visibleEnd);
        var stretch = Stretch(text, slices, start, visibleEnd, natural, width, alignment, above);
        var filled = stretch.IsNone ? natural : width;
        var x = LeftEdge(text, alignment, left, width, filled) - HangingWidth(text, slices, visibleEnd);
        return Place(text, slices, start, end.Position, x, stretch);
    }

    /// <summary>How the line is filled. One that is to be ragged is only ever made tighter, and only when it is too long.</summary>
    private LineStretch Stretch(ShapedText text, List<ShapedRun> slices, int start, int visibleEnd, double natural, double width, LineAlignment alignment, IReadOnlyList<double> above)
    {
        var isFilled = alignment is LineAlignment.Justify or LineAlignment.JustifyAll;
        var stretch = LineStretch.None with { VisibleEnd = visibleEnd };
        if (natural <= width && !isFilled)
        {
            return stretch;
        }

        var candidates = isFilled ? KashidaCandidates(text, slices, start, visibleEnd) : [];
        var line = Material(text, slices, start, visibleEnd, natural, candidates);
        if (line.Space <= 0)
        {
            return stretch;
        }

        var fill = (alignment == LineAlignment.JustifyAll ? _verse : _prose).Fill(line, width);
        var chosen = fill.Kashidas > 0 ? KashidaChooser.Choose(candidates, fill.Kashidas, above) : [];
        var lengthened = chosen.Sum(place => place.Size * fill.KashidaLength);
        var ratio = 1 + ((width - natural - lengthened) / line.Space);
        var widest = (ratio - 1) * line.Space / (line.Words - 1);
        if (alignment == LineAlignment.Justify && widest > LargestStretch * slices.Max(static slice => slice.Face is null ? 0 : slice.Size))
        {
            return stretch;
        }

        return new LineStretch(ratio, fill.KashidaLength, chosen, visibleEnd);
    }

    private static LineMaterial Material(ShapedText text, List<ShapedRun> slices, int start, int visibleEnd, double natural, List<KashidaCandidate> candidates)
    {
        double space = 0;
        foreach (var slice in slices)
        {
            foreach (ref readonly var glyph in slice.Glyphs.Span)
            {
                space += glyph.Cluster < visibleEnd && LineMeasure.IsStretchable(text.Source.Text[glyph.Cluster]) ? glyph.Advance * slice.Size / slice.Face!.UnitsPerEm : 0;
            }
        }

        var words = 1;
        for (var i = start + 1; i < visibleEnd; i++)
        {
            words += LineMeasure.IsStretchable(text.Source.Text[i]) && !LineMeasure.IsStretchable(text.Source.Text[i - 1]) ? 1 : 0;
        }

        var (kashidaWords, lastWord, sizes) = (0, -1, 0.0);
        foreach (var candidate in candidates)
        {
            kashidaWords += candidate.Word == lastWord ? 0 : 1;
            lastWord = candidate.Word;
            sizes += candidate.Size;
        }

        return new LineMaterial(natural, space, words, kashidaWords, kashidaWords == 0 ? 0 : sizes / candidates.Count);
    }

    /// <summary>Where the line can be lengthened, in logical order; places as if nothing were stretched yet.</summary>
    private List<KashidaCandidate> KashidaCandidates(ShapedText text, List<ShapedRun> slices, int start, int visibleEnd)
    {
        var candidates = _candidates;
        candidates.Clear();
        if (text.Kashidas is not { } possible)
        {
            return candidates;
        }

        double x = 0;
        foreach (var slice in slices)
        {
            var scale = slice.Face is null ? 0 : slice.Size / slice.Face.UnitsPerEm;
            foreach (ref readonly var glyph in slice.Glyphs.Span)
            {
                x += glyph.Advance * scale;
                if (glyph.SafeToInsertTatweel && glyph.Cluster > slice.Start && glyph.Cluster < visibleEnd && possible[glyph.Cluster] is { IsPossible: true } place)
                {
                    candidates.Add(new KashidaCandidate(glyph.Cluster, 0, x, place.Size, place.Priority));
                }
            }

            x += slice.Face is null ? slice.Size : 0;
        }

        candidates.Sort(static (a, b) => a.Place - b.Place);
        var (word, at) = (0, start);
        for (var i = 0; i < candidates.Count; i++)
        {
            for (; at < candidates[i].Place; at++)
            {
                word += LineMeasure.IsStretchable(text.Source.Text[at]) ? 1 : 0;
            }

            candidates[i] = candidates[i] with { Word = word };
        }

        return candidates;
    }

    /// <summary>The slices of the line's runs, left to right (UAX #9 L1 and L2).</summary>
    private List<ShapedRun> InVisualOrder(ShapedText text, int start, LineEnd lineEnd)
    {
        var end = lineEnd.Position;
        var levels = text.Levels.AsSpan(start, end - start).ToArray();
        BidiAlgorithm.ResetTrailingWhitespace(text.Source.Text.AsSpan(start, end - start), levels, 0, levels.Length, text.ParagraphLevel);
        var slices = _slices;
        slices.Clear();
        var runs = text.Runs;
        foreach (var visual in BidiAlgorithm.VisualRuns(levels))
        {
            var visualStart = start + visual.Start;
            var visualEnd = visualStart + visual.Length;
            var insertion = slices.Count;
            for (var i = FirstRunEndingAfter(runs, visualStart); i < runs.Count && runs[i].Start < visualEnd; i++)
            {
                var slice = shaper.Slice(text, runs[i], visualStart, visualEnd);
                if (slice.Level != visual.Level)
                {
                    // L1 moves trailing white space to the paragraph's own direction.
                    slice = slice with { Level = visual.Level, Glyphs = ((visual.Level ^ slice.Level) & 1) == 0 ? slice.Glyphs : Turned(slice.Glyphs) };
                }

                if (lineEnd.IsHyphenated && slice.End == end && slice.Face is not null)
                {
                    slice = slice with { Hyphen = Hyphens.GlyphOf(slice.Face) };
                }

                slices.Insert((visual.Level & 1) == 1 ? insertion : slices.Count, slice);
            }
        }

        return slices;
    }

    private static ShapedGlyph[] Turned(ReadOnlyMemory<ShapedGlyph> glyphs)
    {
        var turned = glyphs.ToArray();
        Array.Reverse(turned);
        return turned;
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
            foreach (ref readonly var glyph in slice.Glyphs.Span)
            {
                units += glyph.Cluster >= from && glyph.Cluster < to ? glyph.Advance : 0;
            }

            units += slice.Hyphen != 0 && from < slice.End && to >= slice.End ? slice.Face.AdvanceOf(slice.Hyphen) : 0;
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

    private Line Place(ShapedText text, List<ShapedRun> slices, int start, int end, double x, LineStretch stretch)
    {
        var pieces = _pieces;
        pieces.Clear();
        var runs = ImmutableArray.CreateBuilder<GlyphRun>();
        double rise = 0, drop = 0, fragmentX = x;
        var fragmentStart = int.MaxValue;
        for (var i = 0; i < slices.Count; i++)
        {
            var slice = slices[i];
            if (slice.Segment.Kind == SegmentKind.Gap)
            {
                x += slice.Size;
                fragmentX = x;
                continue;
            }

            if (slice.Segment.Formula is { } formula)
            {
                var scale = Math.Min(1, slice.Size / formula.Width);
                (rise, drop) = (Math.Max(rise, formula.Ascent * scale), Math.Max(drop, formula.Descent * scale));
                var around = new Box(x, -formula.Ascent * scale, slice.Size, (formula.Ascent + formula.Descent) * scale);
                AddMark(pieces, slice.Segment, slice.Start, around);
                foreach (var item in formula.At(x, scale))
                {
                    pieces.Add((slice.Start, new LinePiece(item, item is TextFragment ? slice.Segment.Target : null, (item as TextFragment)?.Width ?? 0)));
                }

                AddStrokes(pieces, slice.Segment, slice.Start, 0, around);

                x += slice.Size;
                fragmentX = x;
                continue;
            }

            if (slice.Face is null)
            {
                var image = (Image)slice.Segment.Owner.Node!;
                var height = slice.Size * image.Resource!.AspectRatio;
                rise = Math.Max(rise, height);
                pieces.Add((slice.Start, new LinePiece(new PlacedImage(slice.Segment.Owner, image.Resource, new Box(x, -height, slice.Size, height)), slice.Segment.Target, slice.Size)));
                x += slice.Size;
                fragmentX = x;
                continue;
            }

            var run = ToGlyphRun(text, slice, stretch);
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

        LinePiece[] inOrder = pieces.Count == 1 ? [pieces[0].Piece] : [.. pieces.OrderBy(static piece => piece.Start).Select(static piece => piece.Piece)];
        return new Line(inOrder, AnchorsBetween(text.Source, start, end), rise, drop, [.. stretch.Kashidas.Select(static place => place.X)]);
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

        foreach (var segment in text.Source.Segments)
        {
            if (position >= segment.Start && position < segment.End)
            {
                return segment;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(position));
    }

    private GlyphRun ToGlyphRun(ShapedText text, ShapedRun slice, LineStretch stretch)
    {
        var words = text.Source.Text.Substring(slice.Start, slice.Length);
        var isAsShaped = stretch.Kashidas.Count == 0 && slice.Hyphen == 0;
        var glyphs = isAsShaped ? ToGlyphs(slice, words, stretch) : ToMoreGlyphs(slice, ref words, stretch);
        return new GlyphRun(
            slice.Face!,
            slice.Size,
            slice.Segment.Style.Color,
            slice.Segment.Language,
            slice.Level,
            words,
            ImmutableCollectionsMarshal.AsImmutableArray(glyphs));
    }

    private static Glyph[] ToGlyphs(ShapedRun slice, string words, in LineStretch stretch)
    {
        var shaped = slice.Glyphs.Span;
        var glyphs = new Glyph[shaped.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = ToGlyph(slice, shaped[i], words, stretch);
        }

        return glyphs;
    }

    /// <summary>The glyphs, with the strokes and the hyphen that the line adds.</summary>
    private Glyph[] ToMoreGlyphs(ShapedRun slice, ref string words, in LineStretch stretch)
    {
        var shaped = slice.Glyphs.Span;
        var glyphs = _glyphs;
        glyphs.Clear();
        for (var i = 0; i < shaped.Length; i++)
        {
            if (i > 0 && stretch.IsLengthenedBetween(shaped[i].Cluster, shaped[i - 1].Cluster))
            {
                KashidaStroke.Add(glyphs, slice.Face!, stretch.KashidaLength, shaped[i].Cluster - slice.Start);
            }

            glyphs.Add(ToGlyph(slice, shaped[i], words, stretch));
        }

        if (slice.Hyphen != 0)
        {
            words = DrawHyphen(glyphs, slice, words);
        }

        return [.. glyphs];
    }

    private static Glyph ToGlyph(ShapedRun slice, in ShapedGlyph glyph, string words, in LineStretch stretch)
    {
        var cluster = glyph.Cluster - slice.Start;
        var isStretched = glyph.Cluster < stretch.VisibleEnd && LineMeasure.IsStretchable(words[cluster]);
        var points = isStretched ? (stretch.SpaceRatio - 1) * glyph.Advance * slice.Size / slice.Face!.UnitsPerEm : 0;
        return new Glyph(glyph.Id, cluster, glyph.Advance, glyph.XOffset, glyph.YOffset, (float)points);
    }

    /// <summary>A hyphen at a line's end is a soft hyphen in the text (ISO 32000-1 14.8.2.2.3); the author's own, if there is one.</summary>
    private static string DrawHyphen(List<Glyph> glyphs, ShapedRun slice, string words)
    {
        if (words.EndsWith(Hyphens.SoftHyphen))
        {
            words = words[..^1];
            glyphs.RemoveAll(glyph => glyph.Cluster == words.Length);
        }

        var hyphen = new Glyph(slice.Hyphen, words.Length, slice.Face!.AdvanceOf(slice.Hyphen), 0, 0);
        glyphs.Insert(slice.IsRightToLeft ? 0 : glyphs.Count, hyphen);
        return words + Hyphens.SoftHyphen;
    }

    /// <summary>Underlines, strokes and highlights are drawn, not said.</summary>
    private void AddWithDecoration(List<(int, LinePiece)> pieces, TextFragment fragment, TextSegment segment, int position, double width)
    {
        var face = fragment.Runs[0].Face;
        var size = fragment.Runs[0].Size;
        var ascent = size * face.Ascender / face.UnitsPerEm * 0.8;
        var descent = size * -face.Descender / face.UnitsPerEm * 0.8;
        AddMark(pieces, segment, position, new Box(fragment.X, fragment.Y - ascent, width, ascent + descent));
        pieces.Add((position, new LinePiece(fragment, segment.Target, width)));
        AddStrokes(pieces, segment, position, fragment.Y, new Box(fragment.X, fragment.Y, width, 0));
    }

    private void AddMark(List<(int, LinePiece)> pieces, TextSegment segment, int position, Box around)
    {
        if (segment.Style.Decoration.HasFlag(TextDecoration.Mark))
        {
            pieces.Add((position, new LinePiece(new FilledBox(ContentOwner.Of(ArtifactKind.Background), around, markColor), null, 0)));
        }
    }

    /// <summary>Adds the lines under and through what is drawn.</summary>
    /// <param name="pieces">Where.</param>
    /// <param name="segment">What is drawn.</param>
    /// <param name="position">Its place in the text.</param>
    /// <param name="baseline">Its baseline.</param>
    /// <param name="around">What the lines go around when it is higher or deeper than words are; words have no height here.</param>
    private static void AddStrokes(List<(int, LinePiece)> pieces, TextSegment segment, int position, double baseline, Box around)
    {
        var style = segment.Style;
        var thickness = Math.Max(0.4, style.Size / 20);
        if (style.Decoration.HasFlag(TextDecoration.Underline))
        {
            Add(Math.Max(baseline + (style.Size * 0.22), around.Bottom + thickness));
        }

        if (style.Decoration.HasFlag(TextDecoration.LineThrough) && around.Height > style.Size * HighestWords)
        {
            // One line through a fraction would pass for its own.
            Add(around.Y + (around.Height / 4));
            Add(around.Bottom - (around.Height / 4));
        }
        else if (style.Decoration.HasFlag(TextDecoration.LineThrough))
        {
            Add(baseline - (style.Size * 0.3));
        }

        void Add(double y) => pieces.Add((position, new LinePiece(new FilledBox(ContentOwner.Of(ArtifactKind.Layout), new Box(around.X, y, around.Width, thickness), style.Color), null, 0)));
    }
}
