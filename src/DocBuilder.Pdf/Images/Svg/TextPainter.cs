using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Labels;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>
/// Sets the text of a drawing (SVG 2, 11) as outlines of its glyphs. Outlines, not text: the figure's alternative text speaks for the whole drawing, and
/// labels that stood in the page's text besides would be read in the midst of the article by whatever does not know tags.
/// </summary>
internal sealed class TextPainter(Drawing drawing)
{
    private readonly Dictionary<(FontFace, ushort), Outline> _glyphs = [];

    /// <summary>The outlines of a <c>text</c> element, in its own coordinates, each with the properties to paint it with.</summary>
    public IEnumerable<(Outline Glyphs, SvgStyle Style)> Lay(SvgElement text, SvgStyle style, Viewport viewport)
    {
        var pen = default(Point);
        var parts = new List<(Outline, SvgStyle)>();
        var pieces = TextCollector.Collect(drawing, text, style, viewport);
        for (int start = 0, end; start < pieces.Count; start = end)
        {
            for (end = start + 1; end < pieces.Count && pieces[end] is { X: null, Y: null } && pieces[end].Path == pieces[start].Path;)
            {
                end++;
            }

            if (drawing.Spend(pieces.Take(start..end).Sum(static piece => piece.Text.Length)))
            {
                pen = LayChunk(pieces.GetRange(start, end - start), pen, text, viewport, parts);
            }
        }

        return parts;
    }

    /// <summary>Sets what stands together on one line, from where it is anchored (SVG 2, 11.10.2.1).</summary>
    /// <returns>Where the next may begin.</returns>
    private Point LayChunk(List<TextPiece> pieces, Point pen, SvgElement text, Viewport viewport, List<(Outline, SvgStyle)> parts)
    {
        var style = pieces[0].Style;
        var language = LanguageTag.IsKnown(style.Language) ? style.Language : drawing.Language;
        var direction = style.IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;
        var spans = pieces.Select(static piece => new LabelSpan(piece.Text, Math.Max(piece.Style.FontSize, 1e-3), piece.Style.IsBold, piece.Style.IsItalic));
        var runs = drawing.Labels.Set(new Label([.. spans], style.FontFamilies, direction, language));
        var widths = runs.Select(run => WidthOf(run, pieces[run.Span].Style)).ToArray();
        var width = widths.Sum() + pieces.Sum(static piece => piece.Dx);
        var stretch = StretchOf(text, pieces, width, viewport);
        width *= stretch;

        var start = new Point(pieces[0].X ?? pen.X, pieces[0].Y ?? pen.Y);
        var left = start.X - (style.TextAnchor, style.IsRightToLeft) switch
        {
            ("middle", _) => width / 2,
            ("end", false) or ("start", true) => width,
            _ => 0,
        };
        var baseline = start.Y;
        var shifts = new double[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            baseline += pieces[i].Dy;
            shifts[i] = baseline;
        }

        var measure = pieces[0].Path is { } path ? new PathMeasure(path) : null;
        var x = measure is null ? left : left - start.X + pieces[0].PathOffset;
        var moved = new HashSet<int>();
        for (var i = 0; i < runs.Length; i++)
        {
            var piece = pieces[runs[i].Span];
            x += moved.Add(runs[i].Span) ? piece.Dx * stretch : 0;
            var y = measure is null ? shifts[runs[i].Span] : shifts[runs[i].Span] - start.Y;
            parts.Add((LayRun(runs[i], piece.Style, x, y, stretch, measure), piece.Style));
            x += widths[i] * stretch;
        }

        return new Point(style.IsRightToLeft ? left : left + width, baseline);
    }

    private Outline LayRun(LabelRun run, SvgStyle style, double x, double y, double stretch, PathMeasure? path)
    {
        var result = new Outline();
        var scale = run.Size / run.Face.UnitsPerEm;
        var spacing = SpacingOf(run, style);
        y += BaselineOffset(run.Face, style) * run.Size;
        var begin = x;
        foreach (var glyph in run.Glyphs)
        {
            var advance = ((glyph.Advance * scale) + (glyph.Advance > 0 ? spacing : 0)) * stretch;
            var place = Matrix.Scaling(scale * stretch, -scale)
                .Then(Matrix.Translation(glyph.XOffset * scale * stretch, -glyph.YOffset * scale));
            if (path is null)
            {
                result.Add(GlyphOf(run.Face, glyph.Id), place.Then(Matrix.Translation(x, y)));
            }
            else if (path.At(x + (advance / 2)) is { } at)
            {
                result.Add(GlyphOf(run.Face, glyph.Id), place.Then(Matrix.Translation(-advance / 2, y)).Then(Matrix.Rotation(at.Angle)).Then(Matrix.Translation(at.Point.X, at.Point.Y)));
            }

            x += advance;
        }

        if (style.IsUnderlined && path is null)
        {
            result.Add(Outlines.Rectangle(new Area(begin, y - (run.Face.UnderlinePosition * scale), x - begin, run.Face.UnderlineThickness * scale)), Matrix.Identity);
        }

        return result;
    }

    private static double WidthOf(LabelRun run, SvgStyle style) => run.Width + (SpacingOf(run, style) * run.Glyphs.Count(static glyph => glyph.Advance > 0));

    /// <summary>Letters that join are not spaced: that would tear them apart (CSS Text 4, 8.2).</summary>
    private static double SpacingOf(LabelRun run, SvgStyle style) =>
        (run.Level & 1) == 1 ? 0 : Length.Parse(style.LetterSpacing, style.FontSize, style.FontSize) ?? 0;

    /// <summary>How far below the alphabetic baseline the text stands, in ems, so that another line of it is where the drawing says (CSS Inline 3, 4).</summary>
    private static double BaselineOffset(FontFace face, SvgStyle style)
    {
        var units = style.DominantBaseline switch
        {
            "middle" => face.XHeight / 2.0,
            "central" => (face.Ascender + face.Descender) / 2.0,
            "hanging" => face.Ascender * 0.8,
            "mathematical" => face.Ascender * 0.5,
            "text-before-edge" or "text-top" or "before-edge" or "top" => face.Ascender,
            "text-after-edge" or "text-bottom" or "after-edge" or "bottom" or "ideographic" => face.Descender,
            _ => 0,
        };
        var shift = style.BaselineShift switch
        {
            "super" => face.UnitsPerEm / 3.0,
            "sub" => -face.UnitsPerEm / 5.0,
            var length => (Length.Parse(length, style.FontSize, style.FontSize) ?? 0) / style.FontSize * face.UnitsPerEm,
        };
        return (units - shift) / face.UnitsPerEm;
    }

    /// <summary>What fonts of other widths than the author's would push out of its place is fitted into the length that the author measured.</summary>
    private static double StretchOf(SvgElement text, List<TextPiece> pieces, double width, Viewport viewport)
    {
        var element = pieces.TrueForAll(piece => ReferenceEquals(piece.Element, pieces[0].Element)) ? pieces[0].Element : text;
        var wanted = Length.Parse(element["textLength"], pieces[0].Style.FontSize, viewport.Width);
        return wanted > 0 && width > 0 ? wanted.Value / width : 1;
    }

    private Outline GlyphOf(FontFace face, ushort glyph)
    {
        if (!_glyphs.TryGetValue((face, glyph), out var outline))
        {
            var pen = new GlyphPen();
            GlyphDrawing.Draw(face, glyph, pen);
            _glyphs.Add((face, glyph), outline = pen.Finish());
        }

        return outline;
    }

    /// <summary>Draws a glyph into an outline; contours close by themselves.</summary>
    private sealed class GlyphPen : IOutlinePen
    {
        private readonly Outline _outline = new();

        public void MoveTo(double x, double y)
        {
            _outline.Close();
            _outline.MoveTo(new(x, y));
        }

        public void LineTo(double x, double y) => _outline.LineTo(new(x, y));

        public void QuadraticTo(double cx, double cy, double x, double y) => _outline.QuadraticTo(new(cx, cy), new(x, y));

        public void CubicTo(double ax, double ay, double bx, double by, double x, double y) => _outline.CubicTo(new(ax, ay), new(bx, by), new(x, y));

        public Outline Finish()
        {
            _outline.Close();
            return _outline;
        }
    }
}
