using System.Buffers.Binary;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// The font file of a <see cref="CidFont"/>: the face's glyphs that are used, and behind them a composite glyph for every outline that
/// is not simply one of them (OpenType 1.9, "glyf", composite glyph description).
/// </summary>
internal sealed class CompositeFontFile : IDisposable
{
    // The bytes of a glyph that is not a composite, and of a composite of one piece that is scaled both ways.
    private const int UsualGlyph = 200, UsualComposite = 20;

    private readonly FontPart[] _parts;
    private readonly TrueTypeOutlines _primary;
    private readonly ByteBuffer _glyf, _file;
    private readonly List<Piece> _pieces = [];
    private readonly List<int> _offsets;
    private readonly List<(int Advance, int Bearing)> _metrics;
    private GlyphBox _box;
    private int _advanceMax, _maxPoints, _maxContours, _maxElements, _maxDepth;

    /// <param name="parts">For every source of the font, what its face gives.</param>
    /// <param name="glyphs">How many glyphs there are.</param>
    /// <param name="outlines">How many outlines there are; each may need a composite.</param>
    private CompositeFontFile(FontPart[] parts, int glyphs, int outlines)
    {
        _parts = parts;
        _primary = parts[0].Outlines;
        _glyf = new ByteBuffer((UsualGlyph * glyphs) + (UsualComposite * outlines));
        _file = new ByteBuffer(_glyf.Capacity);
        _offsets = new List<int>(glyphs + outlines + 1);
        _metrics = new List<(int Advance, int Bearing)>(glyphs + outlines);
        Glyphs = new ushort[outlines];
    }

    /// <summary>The file's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _file.Written;

    /// <summary>For every outline of the font, the glyph that draws it.</summary>
    public ushort[] Glyphs { get; }

    /// <summary>Cuts the font file for a font's outlines.</summary>
    public static CompositeFontFile Build(CidFont font)
    {
        var different = new List<FontPart>();
        var parts = new FontPart[font.Sources.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            // Sources that differ only in scale share their glyphs.
            var face = font.Sources[i].Face;
            parts[i] = different.Find(part => ReferenceEquals(part.Face, face)) ?? Add(new FontPart(face));
        }

        foreach (var outline in font.Outlines)
        {
            for (var i = 0; i < outline.Count; i++)
            {
                parts[outline[i].Source].Take(outline[i].Glyph);
            }
        }

        different.ForEach(static part => part.Close());
        var file = new CompositeFontFile(parts, different.Sum(static part => part.Glyphs.Length), font.Outlines.Count);
        different.ForEach(file.CopyPart);
        file.AppendOutlines(font);
        file.Assemble();
        return file;

        FontPart Add(FontPart part)
        {
            different.Add(part);
            return part;
        }
    }

    /// <summary>Gives the memory back that the file is in.</summary>
    public void Dispose()
    {
        _glyf.Dispose();
        _file.Dispose();
    }

    private void CopyPart(FontPart part)
    {
        part.FirstGlyph = _metrics.Count;
        foreach (var glyph in part.Glyphs)
        {
            var description = part.DescriptionOf(glyph);
            var (advance, bearing) = part.MetricsOf(glyph);
            Begin(advance, bearing);
            if (description.IsBlank)
            {
                continue;
            }

            description.WriteUnhinted(_glyf, part);
            End();
            _box = _box == default ? description.Box : _box.Union(description.Box);
            Count(part.ComplexityOf(glyph, description));
        }
    }

    private void AppendOutlines(CidFont font)
    {
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
            var description = part.DescriptionOf(component.Glyph);
            if (description.IsBlank)
            {
                continue;
            }

            var own = description.Box;
            // A glyph is drawn with its left side bearing, wherever its outline lies; inside a composite only the outline counts.
            var scale = font.Sources[component.Source].Scale;
            var across = scale * component.Width / GlyphComponent.AsDesigned;
            var x = component.X + (int)Math.Round((part.MetricsOf(component.Glyph).Bearing - own.XMin) * across);
            var placed = own.Scale(across, scale).Move(x, component.Y);
            _pieces.Add(new Piece(part.GlyphFor(component.Glyph), x, component.Y, across, scale));
            box = box?.Union(placed) ?? placed;
            complexity = complexity.With(part.ComplexityOf(component.Glyph, description));
        }

        var glyph = Begin(outline.Advance, box?.XMin ?? 0);
        if (box is { } whole)
        {
            _box = _box.Union(whole);
            _maxElements = Math.Max(_maxElements, _pieces.Count);
            Count(complexity with { Depth = complexity.Depth + 1 });
            WriteComposite(whole);
            End();
        }

        return glyph;
    }

    private void WriteComposite(GlyphBox box)
    {
        const int Header = 10;
        var room = _glyf.Room(Header + (_pieces.Count * Piece.MostBytes));
        BinaryPrimitives.WriteInt16BigEndian(room, -1);
        WriteBox(room[2..], box);
        var at = Header;
        for (var i = 0; i < _pieces.Count; i++)
        {
            at += _pieces[i].Write(room[at..], isLast: i == _pieces.Count - 1);
        }

        _glyf.Advance(at);
    }

    /// <summary>Begins a glyph behind those that are there.</summary>
    private ushort Begin(int advance, int bearing)
    {
        if (_metrics.Count == ushort.MaxValue)
        {
            throw new InvalidOperationException("A subset font has more glyphs than 16 bits can count.");
        }

        _offsets.Add(_glyf.Count);
        var width = Math.Clamp(advance, 0, ushort.MaxValue);
        _advanceMax = Math.Max(_advanceMax, width);
        _metrics.Add((width, bearing));
        return (ushort)(_metrics.Count - 1);
    }

    /// <summary>Ends a glyph's description, which has an even number of bytes.</summary>
    private void End()
    {
        if ((_glyf.Count & 1) != 0)
        {
            _glyf.Add(0);
        }
    }

    private void Count(GlyphComplexity complexity)
    {
        _maxPoints = Math.Max(_maxPoints, complexity.Points);
        _maxContours = Math.Max(_maxContours, complexity.Contours);
        _maxDepth = Math.Max(_maxDepth, complexity.Depth);
    }

    private void Assemble()
    {
        _offsets.Add(_glyf.Count);
        var isLong = _glyf.Count > 2 * ushort.MaxValue;
        var longMetrics = LongMetrics();
        var file = new SfntBuilder()
            .Add("glyf", _glyf.WrittenMemory)
            .Add("head", Head(isLong))
            .Add("hhea", Hhea(longMetrics))
            .Add("hmtx", Hmtx(longMetrics))
            .Add("loca", Loca(isLong))
            .Add("maxp", Maxp());
        file.Write(_file.Room(file.Length));
        _file.Advance(file.Length);
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
        var maxp = _parts[0].MaxpWithoutHints();
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
}
