using System.Text;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>A face with a MATH table: the proportions of formulas, and signs in the sizes that they are wanted in (OpenType 1.9, "MATH").</summary>
internal sealed class MathFont(FontFace face)
{
    private const int MostVariants = 32;
    private const int MostParts = 16;
    private const int MostExtenders = 200;

    private readonly Dictionary<string, ushort> _mirrored = new(StringComparer.Ordinal);

    /// <summary>The face.</summary>
    public FontFace Face { get; } = face;

    /// <summary>A constant as a length in points.</summary>
    /// <param name="constant">Which.</param>
    /// <param name="size">The size in points to the em.</param>
    public double Length(MathConstant constant, double size) => Raw(constant) * size / Face.UnitsPerEm;

    /// <summary>A constant as it is: percents, or font units.</summary>
    public int Raw(MathConstant constant)
    {
        var value = HarfBuzzNative.hb_ot_math_get_constant(Face.HarfBuzzFont.Handle, constant);
        GC.KeepAlive(Face);
        return value;
    }

    /// <summary>How far the top of a glyph leans over its end, in points.</summary>
    public double ItalicCorrection(ushort glyph, double size)
    {
        var units = HarfBuzzNative.hb_ot_math_get_glyph_italics_correction(Face.HarfBuzzFont.Handle, glyph);
        GC.KeepAlive(Face);
        return units * size / Face.UnitsPerEm;
    }

    /// <summary>The glyph of a sign; 0 when the face has none.</summary>
    public ushort GlyphOf(string sign) => Rune.DecodeFromUtf16(sign, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == sign.Length ? Face.GlyphFor(rune) : (ushort)0;

    /// <summary>The glyph that stands for a sign in text from right to left (OpenType "rtlm"); 0 when the face has none of its own.</summary>
    public ushort MirroredGlyphOf(string sign)
    {
        if (!_mirrored.TryGetValue(sign, out var mirrored))
        {
            using var buffer = new HarfBuzzSharp.Buffer { Direction = HarfBuzzSharp.Direction.RightToLeft, Script = HarfBuzzSharp.Script.Arabic };
            buffer.AddUtf16(sign);
            Face.HarfBuzzFont.Shape(buffer);
            mirrored = buffer.Length == 1 && (ushort)buffer.GetGlyphInfoSpan()[0].Codepoint is var glyph && glyph != GlyphOf(sign) ? glyph : (ushort)0;
            _mirrored.Add(sign, mirrored);
        }

        return mirrored;
    }

    /// <summary>The glyphs that draw a sign at least so long, the smallest that do: one made for it, else one put together.</summary>
    /// <param name="glyph">The sign's glyph.</param>
    /// <param name="isVertical">Whether it grows upwards, not sideways.</param>
    /// <param name="length">The length that is wanted, in font units.</param>
    public IReadOnlyList<PlacedGlyph> Stretched(ushort glyph, bool isVertical, double length)
    {
        var direction = isVertical ? HarfBuzzNative.BottomToTop : HarfBuzzNative.LeftToRight;
        var (best, bestLength) = (glyph, 0);
        foreach (var variant in Variants(glyph, direction))
        {
            if (bestLength < length && variant.Advance > bestLength)
            {
                (best, bestLength) = ((ushort)variant.Glyph, variant.Advance);
            }
        }

        return bestLength >= length || Assembled(glyph, direction, length) is not { Count: > 0 } parts ? [new PlacedGlyph(best, 0)] : parts;
    }

    private unsafe MathGlyphVariant[] Variants(ushort glyph, int direction)
    {
        var variants = new MathGlyphVariant[MostVariants];
        uint count = MostVariants;
        fixed (MathGlyphVariant* found = variants)
        {
            _ = HarfBuzzNative.hb_ot_math_get_glyph_variants(Face.HarfBuzzFont.Handle, glyph, direction, 0, ref count, found);
        }

        GC.KeepAlive(Face);
        return variants[..(int)count];
    }

    /// <summary>As many extenders as it takes, all overlapping by the same, so that the length is met.</summary>
    private unsafe List<PlacedGlyph> Assembled(ushort glyph, int direction, double length)
    {
        var all = new MathGlyphPart[MostParts];
        uint count = MostParts;
        int least;
        fixed (MathGlyphPart* found = all)
        {
            _ = HarfBuzzNative.hb_ot_math_get_glyph_assembly(Face.HarfBuzzFont.Handle, glyph, direction, 0, ref count, found, out _);
            least = HarfBuzzNative.hb_ot_math_get_min_connector_overlap(Face.HarfBuzzFont.Handle, direction);
        }

        GC.KeepAlive(Face);
        var parts = all.AsSpan(0, (int)count).ToArray();
        if (parts.Length == 0)
        {
            return [];
        }

        double fixedLength = 0, extension = 0;
        var (fixedParts, extenders) = (0, 0);
        foreach (var part in parts)
        {
            (fixedLength, fixedParts) = part.IsExtender ? (fixedLength, fixedParts) : (fixedLength + part.FullAdvance, fixedParts + 1);
            (extension, extenders) = part.IsExtender ? (extension + part.FullAdvance, extenders + 1) : (extension, extenders);
        }

        var growth = extension - (least * extenders);
        var repeats = extenders == 0 || growth <= 0 ? 0 : (int)Math.Clamp(Math.Ceiling((length - fixedLength + (least * (fixedParts - 1))) / growth), 0, MostExtenders);
        List<MathGlyphPart> sequence = [.. parts.SelectMany(part => Enumerable.Repeat(part, part.IsExtender ? repeats : 1))];
        if (sequence.Count == 0)
        {
            return [];
        }

        double most = double.MaxValue;
        for (var i = 1; i < sequence.Count; i++)
        {
            most = Math.Min(most, Math.Min(sequence[i - 1].EndConnector, sequence[i].StartConnector));
        }

        var natural = fixedLength + (extension * repeats);
        var overlap = sequence.Count == 1 ? 0 : Math.Clamp((natural - length) / (sequence.Count - 1), least, Math.Max(least, most));
        var placed = new List<PlacedGlyph>(sequence.Count);
        double at = 0;
        foreach (var part in sequence)
        {
            placed.Add(new PlacedGlyph((ushort)part.Glyph, at));
            at += part.FullAdvance - overlap;
        }

        return placed;
    }
}

/// <summary>A glyph of a sign that is put together.</summary>
/// <param name="Glyph">The glyph.</param>
/// <param name="Offset">How far from the sign's lower or left end its own begins, in font units.</param>
internal readonly record struct PlacedGlyph(ushort Glyph, double Offset);
