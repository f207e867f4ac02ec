using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Sets the letters, numbers and signs of formulas: in the text's faces, or from the glyphs of a mathematical one.</summary>
internal sealed class TokenSetter(FontSelection fonts, Shaper shaper, LineComposer composer)
{
    /// <summary>No linguistic content (ISO 639-2): signs and digits look like those of a Latin text.</summary>
    private const string NoLanguage = "zxx";

    private const double Endless = 1e6;

    /// <summary>The middle of a minus, where fractions and brackets have theirs, in points above the baseline.</summary>
    public double Axis(TextStyle look)
    {
        const string Minus = "\u2212";
        var face = fonts.For(Script.Common, NoLanguage, look).FaceFor(Minus);
        return face?.BoxOf(face.GlyphFor(new Rune(Minus[0]))) is { } box ? (box.YMin + box.YMax) / 2.0 * look.Size / face.UnitsPerEm : look.Size / 4;
    }

    /// <summary>The height of "x", in points.</summary>
    public double XHeight(TextStyle look)
    {
        var face = fonts.For(Script.Common, NoLanguage, look).Primary;
        return face.XHeight * look.Size / face.UnitsPerEm;
    }

    /// <summary>Sets a token as text.</summary>
    /// <param name="text">The token.</param>
    /// <param name="owner">The formula.</param>
    /// <param name="language">The formula's language, for words in it.</param>
    /// <param name="look">The look.</param>
    /// <param name="direction">The formula's direction.</param>
    public MathBox Set(string text, ContentOwner owner, string language, TextStyle look, TextDirection direction)
    {
        if (text.Length == 0)
        {
            return MathBox.Empty;
        }

        var source = new StyledText(text, [new TextSegment(0, text.Length, SegmentKind.Text, owner, 0, IsOfLanguage(text) ? language : NoLanguage, look, null)], [], direction);
        var line = composer.Compose(shaper.Shape(source, static _ => 0), 0, new LineEnd(text.Length), 0, Endless, LineAlignment.Start, []);
        var width = line.Pieces.Sum(static piece => piece.Width);
        var left = direction == TextDirection.RightToLeft ? Endless - width : 0;
        var items = ImmutableArray.CreateBuilder<PageItem>();
        double ascent = double.MinValue, descent = double.MinValue, right = 0;
        foreach (var piece in line.Pieces)
        {
            var fragment = (TextFragment)piece.Item.Moved(-left, 0);
            items.Add(fragment with { TextStart = 0 });
            Measure(fragment, ref ascent, ref descent, ref right);
        }

        return ascent < descent - Endless
            ? new MathBox { Width = width }
            : new MathBox { Width = width, Ascent = ascent, Descent = descent, ItalicCorrection = Math.Max(0, right - width), Items = items.ToImmutable() };
    }

    /// <summary>Draws a sign with glyphs of a face, its middle on the axis.</summary>
    /// <param name="text">What the sign says.</param>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">The glyphs from below, or from the left.</param>
    /// <param name="isVertical">Whether they stand one above the other.</param>
    /// <param name="owner">The formula.</param>
    /// <param name="look">The look.</param>
    /// <param name="direction">The formula's direction.</param>
    public static MathBox Draw(string text, FontFace face, IReadOnlyList<PlacedGlyph> glyphs, bool isVertical, ContentOwner owner, TextStyle look, TextDirection direction)
    {
        var set = new Glyph[glyphs.Count];
        int width = 0, top = int.MinValue, bottom = int.MaxValue;
        for (var i = 0; i < glyphs.Count; i++)
        {
            var (glyph, offset) = glyphs[i];
            var box = face.BoxOf(glyph) ?? default;
            var place = (int)Math.Round(offset);
            // One above the other each begins where the last ended, whatever its own origin is.
            var y = isVertical && glyphs.Count > 1 ? place - box.YMin : 0;
            var advance = face.AdvanceOf(glyph);
            width = Math.Max(width, isVertical ? advance : place + advance);
            (top, bottom) = (Math.Max(top, box.YMax + y), Math.Min(bottom, box.YMin + y));
            set[i] = new Glyph(glyph, 0, 0, isVertical ? 0 : place, y);
        }

        set[^1] = set[^1] with { Advance = width };
        var level = direction == TextDirection.RightToLeft ? (byte)1 : (byte)0;
        var run = new GlyphRun(face, look.Size, look.Color, NoLanguage, level, text, ImmutableArray.Create(set));
        var scale = look.Size / face.UnitsPerEm;
        return new MathBox { Width = width * scale, Ascent = top * scale, Descent = -bottom * scale, Items = [new TextFragment(owner, 0, 0, [run])] };
    }

    /// <summary>Whether a token is written in letters, or digits, of a language that is read from right to left.</summary>
    private static bool IsOfLanguage(string text)
    {
        foreach (var c in text)
        {
            if (c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
            {
                return true;
            }
        }

        return false;
    }

    private static void Measure(TextFragment fragment, ref double ascent, ref double descent, ref double right)
    {
        var x = fragment.X;
        foreach (var run in fragment.Runs)
        {
            var scale = run.Size / run.Face.UnitsPerEm;
            foreach (var glyph in run.Glyphs)
            {
                if (run.Face.BoxOf(glyph.Id) is { } box)
                {
                    ascent = Math.Max(ascent, (box.YMax + glyph.YOffset) * scale);
                    descent = Math.Max(descent, -(box.YMin + glyph.YOffset) * scale);
                    right = Math.Max(right, x + ((box.XMax + glyph.XOffset) * scale));
                }

                x += (glyph.Advance * scale) + glyph.Stretch;
            }
        }
    }
}
