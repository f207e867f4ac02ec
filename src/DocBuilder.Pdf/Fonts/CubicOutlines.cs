using System.Buffers;
using System.Buffers.Binary;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// Makes TrueType outlines of a face that has others (CFF), since only TrueType has composite glyphs to bake offsets into. HarfBuzz draws
/// the glyphs; cubic curves become quadratic ones that stay within half a thousandth of an em.
/// </summary>
internal static class CubicOutlines
{
    /// <summary>A TrueType font file of some glyphs of a face, whatever the face's outlines are.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">The glyphs; the first is glyph 0 and becomes a blank.</param>
    public static byte[] Convert(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        var glyf = new ArrayBufferWriter<byte>();
        List<int> offsets = [0, 0];
        List<(int Advance, int Bearing)> metrics = [(face.AdvanceOf(0), 0)];
        foreach (var glyph in glyphs[1..])
        {
            var outline = new QuadraticOutline(face.UnitsPerEm / 2000.0);
            GlyphDrawing.Draw(face, glyph, outline);
            glyf.Write(outline.Describe(out var left));
            offsets.Add(glyf.WrittenCount);
            metrics.Add((face.AdvanceOf(glyph), left));
        }

        return Assemble(face, glyf.WrittenMemory, offsets, metrics);
    }

    private static byte[] Assemble(FontFace face, ReadOnlyMemory<byte> glyf, List<int> offsets, List<(int Advance, int Bearing)> metrics)
    {
        var head = Table("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = Table("hhea");
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)metrics.Count);
        var maxp = new byte[32];
        BinaryPrimitives.WriteInt32BigEndian(maxp, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)metrics.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(14), 2);
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
        }

        var hmtx = new byte[4 * metrics.Count];
        for (var i = 0; i < metrics.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)Math.Clamp(metrics[i].Advance, 0, ushort.MaxValue));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * i) + 2), (short)metrics[i].Bearing);
        }

        return new SfntBuilder().Add("glyf", glyf).Add("head", head).Add("hhea", hhea).Add("hmtx", hmtx).Add("loca", loca).Add("maxp", maxp).ToArray();

        byte[] Table(string tag) => face.Tables.TryTable(tag, out var table) ? table.ToArray() : throw new InvalidDataException($"The font has no table {tag}.");
    }
}
