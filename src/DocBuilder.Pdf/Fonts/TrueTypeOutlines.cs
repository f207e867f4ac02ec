using System.Buffers.Binary;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The glyphs of a TrueType font file as a PDF needs them: descriptions, metrics, and how complex they are.</summary>
internal sealed class TrueTypeOutlines
{
    /// <summary>Composites nest less than this; a file that says otherwise is broken.</summary>
    private const int MaxDepth = 16;

    private readonly ReadOnlyMemory<byte> _glyf, _loca, _hmtx;
    private readonly bool _hasLongOffsets;
    private readonly int _longMetrics;
    private readonly Dictionary<int, GlyphComplexity> _composites = [];

    /// <summary>Finds the tables of a font file.</summary>
    /// <exception cref="InvalidDataException">There is a table too few.</exception>
    public TrueTypeOutlines(Sfnt font)
    {
        Head = Required(font, "head", 54);
        Hhea = Required(font, "hhea", 36);
        Maxp = Required(font, "maxp", 6);
        _glyf = font.TryTable("glyf", out var glyf) ? glyf : ReadOnlyMemory<byte>.Empty;
        _loca = Required(font, "loca", 0);
        _hmtx = Required(font, "hmtx", 0);
        _hasLongOffsets = BinaryPrimitives.ReadInt16BigEndian(Head.Span[50..]) != 0;
        _longMetrics = BinaryPrimitives.ReadUInt16BigEndian(Hhea.Span[34..]);
    }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Hhea { get; }

    public ReadOnlyMemory<byte> Maxp { get; }

    /// <summary>The advance and the left side bearing in font units; the last advance counts for all glyphs behind.</summary>
    public (int Advance, int Bearing) MetricsOf(int glyph)
    {
        var metrics = _hmtx.Span;
        var bearing = glyph < _longMetrics ? (4 * glyph) + 2 : (2 * _longMetrics) + (2 * glyph);
        var advance = 4 * Math.Min(glyph, _longMetrics - 1);
        return (
            advance >= 0 && advance + 2 <= metrics.Length ? BinaryPrimitives.ReadUInt16BigEndian(metrics[advance..]) : 0,
            bearing + 2 <= metrics.Length ? BinaryPrimitives.ReadInt16BigEndian(metrics[bearing..]) : 0);
    }

    /// <summary>The glyph's description; blank where the file has none.</summary>
    public GlyphDescription DescriptionOf(int glyph)
    {
        var loca = _loca.Span;
        var size = _hasLongOffsets ? 4 : 2;
        if (size * (glyph + 2) > loca.Length)
        {
            return default;
        }

        var (start, end) = _hasLongOffsets
            ? (BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * glyph)..]), BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * (glyph + 1))..]))
            : (2u * BinaryPrimitives.ReadUInt16BigEndian(loca[(2 * glyph)..]), 2u * BinaryPrimitives.ReadUInt16BigEndian(loca[(2 * (glyph + 1))..]));
        end = Math.Min(end, (uint)_glyf.Length);
        return start < end ? new GlyphDescription(_glyf.Span[(int)start..(int)end]) : default;
    }

    /// <summary>Points, contours and nesting of a glyph, composites followed.</summary>
    /// <param name="glyph">The glyph.</param>
    /// <param name="description">Its description.</param>
    public GlyphComplexity ComplexityOf(int glyph, GlyphDescription description) => ComplexityOf(glyph, description, 0);

    private GlyphComplexity ComplexityOf(int glyph, GlyphDescription description, int depth)
    {
        if (description.IsBlank || depth > MaxDepth)
        {
            return default;
        }

        if (!description.IsComposite)
        {
            return new GlyphComplexity(description.Points, description.Contours, 0);
        }

        // A glyph may be part of others in many ways, and in a broken file of itself.
        if (_composites.TryAdd(glyph, default))
        {
            var sum = default(GlyphComplexity);
            for (var component = description.FirstComponent; component > 0; component = description.ComponentAfter(component))
            {
                var part = description.GlyphOf(component);
                sum = sum.With(ComplexityOf(part, DescriptionOf(part), depth + 1));
            }

            _composites[glyph] = sum with { Depth = sum.Depth + 1 };
        }

        return _composites[glyph];
    }

    private static ReadOnlyMemory<byte> Required(Sfnt font, string tag, int length) =>
        font.TryTable(tag, out var table) && table.Length >= length ? table : throw new InvalidDataException($"The font has no table {tag}, or less than one.");
}
