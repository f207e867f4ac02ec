using System.Buffers.Binary;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The glyphs of a TrueType font file as a PDF needs them: bytes, boxes, metrics, and how complex they are.</summary>
internal sealed class TrueTypeOutlines
{
    /// <summary>Composites nest less than this; a file that says otherwise is broken.</summary>
    private const int MaxDepth = 16;

    private readonly ReadOnlyMemory<byte> _glyf;
    private readonly int[] _offsets;
    private readonly ushort[] _advances;
    private readonly short[] _bearings;

    /// <summary>Reads the tables of a font file.</summary>
    public TrueTypeOutlines(Sfnt font)
    {
        Head = Required(font, "head");
        Hhea = Required(font, "hhea");
        Maxp = Required(font, "maxp");
        _glyf = font.TryTable("glyf", out var glyf) ? glyf : ReadOnlyMemory<byte>.Empty;
        GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(Maxp.Span[4..]);
        _offsets = ReadOffsets(Required(font, "loca").Span, BinaryPrimitives.ReadInt16BigEndian(Head.Span[50..]) != 0);
        (_advances, _bearings) = ReadMetrics(Required(font, "hmtx").Span, BinaryPrimitives.ReadUInt16BigEndian(Hhea.Span[34..]));
    }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Hhea { get; }

    public ReadOnlyMemory<byte> Maxp { get; }

    public int GlyphCount { get; }

    /// <summary>The advance in font units.</summary>
    public ushort AdvanceOf(int glyph) => _advances[glyph];

    /// <summary>The left side bearing in font units.</summary>
    public short BearingOf(int glyph) => _bearings[glyph];

    /// <summary>The glyph's description; empty for a blank.</summary>
    public ReadOnlySpan<byte> DescriptionOf(int glyph) => _glyf.Span[_offsets[glyph].._offsets[glyph + 1]];

    /// <summary>The glyph's description for a file in which this font's glyphs begin at another number.</summary>
    public ReadOnlySpan<byte> DescriptionOf(int glyph, int firstGlyph)
    {
        var bytes = DescriptionOf(glyph);
        if (firstGlyph == 0 || bytes.Length < 10 || Int16(bytes, 0) >= 0)
        {
            return bytes;
        }

        var moved = bytes.ToArray();
        foreach (var at in ComponentPlaces(bytes))
        {
            var target = moved.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(target) + firstGlyph));
        }

        return moved;
    }

    /// <summary>The glyph's box; null for a blank.</summary>
    public GlyphBox? BoxOf(int glyph)
    {
        var bytes = DescriptionOf(glyph);
        return bytes.Length < 10 ? null : new GlyphBox(Int16(bytes, 2), Int16(bytes, 4), Int16(bytes, 6), Int16(bytes, 8));
    }

    /// <summary>Points, contours and nesting of a glyph, composites followed.</summary>
    public GlyphComplexity ComplexityOf(int glyph, int depth = 0)
    {
        var bytes = DescriptionOf(glyph);
        if (bytes.Length < 10 || depth > MaxDepth)
        {
            return default;
        }

        var contours = Int16(bytes, 0);
        if (contours >= 0)
        {
            return contours == 0 ? default : new GlyphComplexity(Int16(bytes, 10 + (2 * (contours - 1))) + 1, contours, 0);
        }

        var sum = default(GlyphComplexity);
        foreach (var at in ComponentPlaces(bytes))
        {
            var component = (ushort)Int16(bytes, at + 2);
            sum = component < GlyphCount ? sum.With(ComplexityOf(component, depth + 1)) : sum;
        }

        return sum with { Depth = sum.Depth + 1 };
    }

    /// <summary>Where the components of a composite glyph begin in its description.</summary>
    private static List<int> ComponentPlaces(ReadOnlySpan<byte> bytes)
    {
        const int ArgumentsAreWords = 1, HasScale = 8, MoreComponents = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
        var places = new List<int>();
        for (var at = 10; at + 4 <= bytes.Length;)
        {
            var flags = Int16(bytes, at);
            places.Add(at);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
            if ((flags & MoreComponents) == 0)
            {
                break;
            }
        }

        return places;
    }

    private int[] ReadOffsets(ReadOnlySpan<byte> loca, bool isLong)
    {
        var offsets = new int[GlyphCount + 1];
        for (var i = 0; i <= GlyphCount; i++)
        {
            var offset = isLong ? BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * i)..]) : 2u * BinaryPrimitives.ReadUInt16BigEndian(loca[(2 * i)..]);
            offsets[i] = (int)Math.Clamp(offset, (uint)(i == 0 ? 0 : offsets[i - 1]), (uint)_glyf.Length);
        }

        return offsets;
    }

    private (ushort[] Advances, short[] Bearings) ReadMetrics(ReadOnlySpan<byte> hmtx, int longMetrics)
    {
        var advances = new ushort[GlyphCount];
        var bearings = new short[GlyphCount];
        for (var i = 0; i < GlyphCount; i++)
        {
            var isLong = i < longMetrics;
            advances[i] = isLong ? BinaryPrimitives.ReadUInt16BigEndian(hmtx[(4 * i)..]) : advances[longMetrics - 1];
            bearings[i] = Int16(hmtx, isLong ? (4 * i) + 2 : (4 * longMetrics) + (2 * (i - longMetrics)));
        }

        return (advances, bearings);
    }

    private static ReadOnlyMemory<byte> Required(Sfnt font, string tag) =>
        font.TryTable(tag, out var table) ? table : throw new InvalidDataException($"The font has no table {tag}.");

    private static short Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);
}

/// <summary>The box around a glyph, in font units.</summary>
internal readonly record struct GlyphBox(int XMin, int YMin, int XMax, int YMax)
{
    /// <summary>The box moved.</summary>
    public GlyphBox Move(int x, int y) => new(XMin + x, YMin + y, XMax + x, YMax + y);

    /// <summary>The box of the scaled glyph.</summary>
    public GlyphBox Scale(double across, double upwards) => across.Equals(1) && upwards.Equals(1) ? this : new(
        (int)Math.Floor(XMin * across), (int)Math.Floor(YMin * upwards), (int)Math.Ceiling(XMax * across), (int)Math.Ceiling(YMax * upwards));

    /// <summary>The box around both.</summary>
    public GlyphBox Union(GlyphBox other) =>
        new(Math.Min(XMin, other.XMin), Math.Min(YMin, other.YMin), Math.Max(XMax, other.XMax), Math.Max(YMax, other.YMax));
}

/// <summary>What <c>maxp</c> wants to know of a glyph.</summary>
internal readonly record struct GlyphComplexity(int Points, int Contours, int Depth)
{
    /// <summary>Both glyphs in one.</summary>
    public GlyphComplexity With(GlyphComplexity other) =>
        new(Points + other.Points, Contours + other.Contours, Math.Max(Depth, other.Depth));
}
