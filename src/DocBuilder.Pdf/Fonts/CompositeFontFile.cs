using System.Buffers;
using System.Buffers.Binary;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// The font file of a <see cref="CidFont"/>: the face's glyphs that are used, and behind them a composite glyph for every outline that
/// is not simply one of them (OpenType 1.9, "glyf", composite glyph description).
/// </summary>
internal sealed class CompositeFontFile
{
    private const int ArgumentsAreWords = 1, ArgumentsAreOffsets = 2, MoreComponents = 0x20;

    private readonly TrueTypeOutlines _subset;
    private readonly IReadOnlyDictionary<ushort, ushort> _newIds;
    private readonly ArrayBufferWriter<byte> _glyf = new();
    private readonly List<int> _offsets = [];
    private readonly List<(int Advance, int Bearing)> _metrics = [];
    private GlyphBox _box;
    private int _advanceMax, _maxPoints, _maxContours, _maxElements, _maxDepth;

    private CompositeFontFile(GlyphSubset subset)
    {
        _subset = new TrueTypeOutlines(Sfnt.Parse(subset.FontFile));
        _newIds = subset.NewIds;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>For every outline of the font, the glyph that draws it.</summary>
    public ushort[] Glyphs { get; private set; } = [];

    /// <summary>Cuts the font file for a set of outlines.</summary>
    public static CompositeFontFile Build(FontFace face, IReadOnlyList<GlyphOutline> outlines)
    {
        var used = new SortedSet<ushort>();
        foreach (var outline in outlines)
        {
            foreach (var component in outline.Components)
            {
                used.Add(component.Glyph);
            }
        }

        var file = new CompositeFontFile(FontSubsetter.SubsetGlyphs(face, used));
        file.CopySubset();
        file.AppendOutlines(face, outlines);
        file.Assemble();
        return file;
    }

    private void CopySubset()
    {
        var head = _subset.Head.Span;
        _box = new GlyphBox(Int16(head, 36), Int16(head, 38), Int16(head, 40), Int16(head, 42));
        for (var glyph = 0; glyph < _subset.GlyphCount; glyph++)
        {
            Append(_subset.DescriptionOf(glyph), _subset.AdvanceOf(glyph), _subset.BearingOf(glyph));
        }
    }

    private void AppendOutlines(FontFace face, IReadOnlyList<GlyphOutline> outlines)
    {
        Glyphs = new ushort[outlines.Count];
        for (var i = 0; i < outlines.Count; i++)
        {
            Glyphs[i] = outlines[i].IsPlain(face.AdvanceOf)
                ? _newIds[outlines[i].Components[0].Glyph]
                : AppendComposite(outlines[i]);
        }
    }

    private ushort AppendComposite(GlyphOutline outline)
    {
        var parts = new List<(ushort Glyph, int X, int Y)>();
        GlyphBox? box = null;
        var complexity = default(GlyphComplexity);
        foreach (var component in outline.Components)
        {
            var glyph = _newIds[component.Glyph];
            if (_subset.BoxOf(glyph) is not { } own)
            {
                continue;
            }

            // A glyph is drawn with its left side bearing, wherever its outline lies; inside a composite only the outline counts.
            var x = component.X + _subset.BearingOf(glyph) - own.XMin;
            parts.Add((glyph, x, component.Y));
            box = box?.Union(own.Move(x, component.Y)) ?? own.Move(x, component.Y);
            complexity = complexity.With(_subset.ComplexityOf(glyph));
        }

        if (box is not { } whole)
        {
            return Append([], outline.Advance, 0);
        }

        _box = _box.Union(whole);
        _maxPoints = Math.Max(_maxPoints, complexity.Points);
        _maxContours = Math.Max(_maxContours, complexity.Contours);
        _maxElements = Math.Max(_maxElements, parts.Count);
        _maxDepth = Math.Max(_maxDepth, complexity.Depth + 1);
        return Append(Describe(parts, whole), outline.Advance, whole.XMin);
    }

    private static byte[] Describe(List<(ushort Glyph, int X, int Y)> parts, GlyphBox box)
    {
        var bytes = new byte[10 + (8 * parts.Count)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, -1);
        WriteBox(bytes.AsSpan(2), box);
        for (var i = 0; i < parts.Count; i++)
        {
            var target = bytes.AsSpan(10 + (8 * i));
            var flags = ArgumentsAreWords | ArgumentsAreOffsets | (i < parts.Count - 1 ? MoreComponents : 0);
            BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)flags);
            BinaryPrimitives.WriteUInt16BigEndian(target[2..], parts[i].Glyph);
            BinaryPrimitives.WriteInt16BigEndian(target[4..], Short(parts[i].X));
            BinaryPrimitives.WriteInt16BigEndian(target[6..], Short(parts[i].Y));
        }

        return bytes;
    }

    private ushort Append(ReadOnlySpan<byte> description, int advance, int bearing)
    {
        if (_metrics.Count == ushort.MaxValue)
        {
            throw new InvalidOperationException("A subset font has more glyphs than 16 bits can count.");
        }

        _offsets.Add(_glyf.WrittenCount);
        _glyf.Write(description);
        if ((description.Length & 1) != 0)
        {
            _glyf.Write<byte>([0]);
        }

        var width = Math.Clamp(advance, 0, ushort.MaxValue);
        _advanceMax = Math.Max(_advanceMax, width);
        _metrics.Add((width, bearing));
        return (ushort)(_metrics.Count - 1);
    }

    private void Assemble()
    {
        _offsets.Add(_glyf.WrittenCount);
        var isLong = _glyf.WrittenCount > 2 * ushort.MaxValue;
        var longMetrics = LongMetrics();
        Bytes = new SfntBuilder()
            .Add("glyf", _glyf.WrittenMemory)
            .Add("head", Head(isLong))
            .Add("hhea", Hhea(longMetrics))
            .Add("hmtx", Hmtx(longMetrics))
            .Add("loca", Loca(isLong))
            .Add("maxp", Maxp())
            .ToArray();
    }

    /// <summary>How many metrics need an advance of their own: equal advances at the end are written once.</summary>
    private int LongMetrics()
    {
        var count = _metrics.Count;
        while (count > 1 && _metrics[count - 2].Advance == _metrics[^1].Advance)
        {
            count--;
        }

        return count;
    }

    private byte[] Head(bool isLong)
    {
        var head = _subset.Head.ToArray();
        WriteBox(head.AsSpan(36), _box);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(isLong ? 1 : 0));
        return head;
    }

    private byte[] Hhea(int longMetrics)
    {
        var hhea = _subset.Hhea.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(10), (ushort)_advanceMax);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)longMetrics);
        return hhea;
    }

    private byte[] Hmtx(int longMetrics)
    {
        var hmtx = new byte[(4 * longMetrics) + (2 * (_metrics.Count - longMetrics))];
        var at = 0;
        for (var i = 0; i < _metrics.Count; i++)
        {
            if (i < longMetrics)
            {
                BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(at), (ushort)_metrics[i].Advance);
                at += 2;
            }

            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(at), Short(_metrics[i].Bearing));
            at += 2;
        }

        return hmtx;
    }

    private byte[] Loca(bool isLong)
    {
        var loca = new byte[_offsets.Count * (isLong ? 4 : 2)];
        for (var i = 0; i < _offsets.Count; i++)
        {
            if (isLong)
            {
                BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), _offsets[i]);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(loca.AsSpan(2 * i), (ushort)(_offsets[i] / 2));
            }
        }

        return loca;
    }

    private byte[] Maxp()
    {
        var maxp = _subset.Maxp.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)_metrics.Count);
        Raise(maxp, 10, _maxPoints);
        Raise(maxp, 12, _maxContours);
        Raise(maxp, 28, _maxElements);
        Raise(maxp, 30, _maxDepth);
        return maxp;
    }

    private static void Raise(byte[] maxp, int at, int value)
    {
        if (maxp.Length >= at + 2 && value > BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(at)))
        {
            BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(at), (ushort)Math.Min(value, ushort.MaxValue));
        }
    }

    private static void WriteBox(Span<byte> target, GlyphBox box)
    {
        BinaryPrimitives.WriteInt16BigEndian(target, Short(box.XMin));
        BinaryPrimitives.WriteInt16BigEndian(target[2..], Short(box.YMin));
        BinaryPrimitives.WriteInt16BigEndian(target[4..], Short(box.XMax));
        BinaryPrimitives.WriteInt16BigEndian(target[6..], Short(box.YMax));
    }

    private static short Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private static short Short(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);
}
