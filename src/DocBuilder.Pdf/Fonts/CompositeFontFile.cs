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
    private const int ArgumentsAreWords = 1, ArgumentsAreOffsets = 2, HasScale = 8, MoreComponents = 0x20, HasTwoScales = 0x40, OffsetsAreUnscaled = 0x1000;

    // The bytes of a composite glyph of one piece that is scaled both ways.
    private const int UsualComposite = 20;

    private readonly TrueTypeOutlines _primary;
    private readonly FontPart[] _parts;
    private readonly ArrayBufferWriter<byte> _glyf;
    private readonly List<Piece> _pieces = [];
    private readonly List<int> _offsets = [];
    private readonly List<(int Advance, int Bearing)> _metrics = [];
    private GlyphBox _box;
    private int _advanceMax, _maxPoints, _maxContours, _maxElements, _maxDepth;

    private CompositeFontFile(FontPart[] parts, int size)
    {
        _parts = parts;
        _glyf = new ArrayBufferWriter<byte>(size);
        _primary = parts[0].Outlines;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>For every outline of the font, the glyph that draws it.</summary>
    public ushort[] Glyphs { get; private set; } = [];

    /// <summary>Cuts the font file for a font's outlines.</summary>
    public static CompositeFontFile Build(CidFont font)
    {
        // Sources that differ only in scale share their glyphs.
        var faces = font.Sources.Select(static source => source.Face).Distinct(ReferenceEqualityComparer.Instance).Cast<FontFace>().ToArray();
        var used = faces.Select(static _ => new SortedSet<ushort>()).ToArray();
        var partOf = font.Sources.Select(source => Array.IndexOf(faces, source.Face)).ToArray();
        foreach (var outline in font.Outlines)
        {
            for (var i = 0; i < outline.Count; i++)
            {
                used[partOf[outline[i].Source]].Add(outline[i].Glyph);
            }
        }

        var cut = faces.Select((face, i) => new FontPart(face.HasTrueTypeOutlines
            ? FontSubsetter.SubsetGlyphs(face, used[i])
            : CubicOutlines.SubsetGlyphs(face, used[i]))).ToArray();
        var file = new CompositeFontFile([.. partOf.Select(part => cut[part])], cut.Sum(static part => part.Size) + (UsualComposite * font.Outlines.Count));
        foreach (var part in cut)
        {
            file.CopyPart(part);
        }

        file.AppendOutlines(font);
        file.Assemble();
        return file;
    }

    private void CopyPart(FontPart part)
    {
        part.FirstGlyph = _metrics.Count;
        var outlines = part.Outlines;
        for (var glyph = 0; glyph < outlines.GlyphCount; glyph++)
        {
            Append(outlines.DescriptionOf(glyph, part.FirstGlyph), outlines.AdvanceOf(glyph), outlines.BearingOf(glyph));
            if (outlines.BoxOf(glyph) is { } box)
            {
                _box = _box == default ? box : _box.Union(box);
            }

            var complexity = outlines.ComplexityOf(glyph);
            _maxPoints = Math.Max(_maxPoints, complexity.Points);
            _maxContours = Math.Max(_maxContours, complexity.Contours);
        }
    }

    private void AppendOutlines(CidFont font)
    {
        Glyphs = new ushort[font.Outlines.Count];
        for (var i = 0; i < Glyphs.Length; i++)
        {
            Glyphs[i] = TryGetPlainGlyph(font, font.Outlines[i], out var glyph) ? glyph : AppendComposite(font, font.Outlines[i]);
        }
    }

    /// <summary>A glyph that is drawn as it is, with the advance that it has, needs no composite.</summary>
    private bool TryGetPlainGlyph(CidFont font, GlyphOutline outline, out ushort glyph)
    {
        glyph = 0;
        if (!outline.IsUnmovedGlyph || !font.Sources[outline[0].Source].Scale.Equals(1))
        {
            return false;
        }

        glyph = _parts[outline[0].Source].GlyphFor(outline[0].Glyph);
        return _metrics[glyph].Advance == outline.Advance;
    }

    private ushort AppendComposite(CidFont font, GlyphOutline outline)
    {
        _pieces.Clear();
        GlyphBox? box = null;
        var complexity = default(GlyphComplexity);
        for (var i = 0; i < outline.Count; i++)
        {
            var component = outline[i];
            var part = _parts[component.Source];
            var glyph = part.NewIds[component.Glyph];
            if (part.Outlines.BoxOf(glyph) is not { } own)
            {
                continue;
            }

            // A glyph is drawn with its left side bearing, wherever its outline lies; inside a composite only the outline counts.
            var scale = font.Sources[component.Source].Scale;
            var across = scale * component.Width / GlyphComponent.AsDesigned;
            var x = component.X + (int)Math.Round((part.Outlines.BearingOf(glyph) - own.XMin) * across);
            var placed = own.Scale(across, scale).Move(x, component.Y);
            _pieces.Add(new Piece(part.GlyphFor(component.Glyph), x, component.Y, across, scale));
            box = box?.Union(placed) ?? placed;
            complexity = complexity.With(part.Outlines.ComplexityOf(glyph));
        }

        if (box is not { } whole)
        {
            return Append([], outline.Advance, 0);
        }

        _box = _box.Union(whole);
        _maxPoints = Math.Max(_maxPoints, complexity.Points);
        _maxContours = Math.Max(_maxContours, complexity.Contours);
        _maxElements = Math.Max(_maxElements, _pieces.Count);
        _maxDepth = Math.Max(_maxDepth, complexity.Depth + 1);
        return Append(Describe(_pieces, whole), outline.Advance, whole.XMin);
    }

    private static byte[] Describe(List<Piece> pieces, GlyphBox box)
    {
        var bytes = new byte[10 + pieces.Sum(static piece => piece.Length)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, -1);
        WriteBox(bytes.AsSpan(2), box);
        var at = 10;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var target = bytes.AsSpan(at);
            var flags = (piece.IsNear ? 0 : ArgumentsAreWords) | ArgumentsAreOffsets | (i < pieces.Count - 1 ? MoreComponents : 0)
                | piece.ScaleFlags;
            BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)flags);
            BinaryPrimitives.WriteUInt16BigEndian(target[2..], piece.Glyph);
            if (piece.IsNear)
            {
                (target[4], target[5]) = ((byte)piece.X, (byte)piece.Y);
            }
            else
            {
                BinaryPrimitives.WriteInt16BigEndian(target[4..], Short(piece.X));
                BinaryPrimitives.WriteInt16BigEndian(target[6..], Short(piece.Y));
            }

            var scales = target[(piece.IsNear ? 6 : 8)..];
            if (piece.ScaleFlags != 0)
            {
                BinaryPrimitives.WriteInt16BigEndian(scales, F2Dot14(piece.Across));
            }

            if ((piece.ScaleFlags & HasTwoScales) != 0)
            {
                BinaryPrimitives.WriteInt16BigEndian(scales[2..], F2Dot14(piece.Scale));
            }

            at += piece.Length;
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
        var head = _primary.Head.ToArray();
        WriteBox(head.AsSpan(36), _box);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(isLong ? 1 : 0));
        return head;
    }

    private byte[] Hhea(int longMetrics)
    {
        var hhea = _primary.Hhea.ToArray();
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
        var maxp = _primary.Maxp.ToArray();
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

    private static short Short(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    private static short F2Dot14(double scale) => (short)Math.Clamp(Math.Round(scale * GlyphComponent.AsDesigned), short.MinValue, short.MaxValue);

    /// <summary>A component as it will be written: a glyph of this file, moved and scaled across and upwards.</summary>
    private readonly record struct Piece(ushort Glyph, int X, int Y, double Across, double Scale)
    {
        public int ScaleFlags => !Across.Equals(Scale) ? HasTwoScales | OffsetsAreUnscaled : !Scale.Equals(1) ? HasScale | OffsetsAreUnscaled : 0;

        /// <summary>Whether it is moved no further than a byte says.</summary>
        public bool IsNear => X is >= sbyte.MinValue and <= sbyte.MaxValue && Y is >= sbyte.MinValue and <= sbyte.MaxValue;

        public int Length => (IsNear ? 6 : 8) + ((ScaleFlags & HasTwoScales) != 0 ? 4 : (ScaleFlags & HasScale) != 0 ? 2 : 0);
    }

    /// <summary>What one face gives to the file.</summary>
    private sealed class FontPart(GlyphSubset subset)
    {
        /// <summary>The bytes of the subset.</summary>
        public int Size => subset.FontFile.Length;

        public TrueTypeOutlines Outlines { get; } = new(Sfnt.Parse(subset.FontFile));

        public IReadOnlyDictionary<ushort, ushort> NewIds => subset.NewIds;

        /// <summary>Where its glyphs begin in the file.</summary>
        public int FirstGlyph { get; set; }

        /// <summary>A glyph of the face as a glyph of the file.</summary>
        public ushort GlyphFor(ushort glyph) => (ushort)(FirstGlyph + NewIds[glyph]);
    }
}
