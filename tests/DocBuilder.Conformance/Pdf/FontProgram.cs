using System.Buffers.Binary;
using System.Text;

namespace DocBuilder.Conformance.Pdf;

/// <summary>What a TrueType font program says about its glyphs: read here, and not by the product's own reader.</summary>
internal sealed class FontProgram
{
    private readonly byte[] bytes;
    private readonly Dictionary<string, (int Start, int Length)> tables = [];

    public FontProgram(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            tables[Encoding.ASCII.GetString(bytes, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }
    }

    public bool IsTrueType => U32(0) == 0x00010000;

    public IEnumerable<string> Tables => tables.Keys;

    public int GlyphCount => U16(Start("maxp") + 4);

    public int UnitsPerEm => U16(Start("head") + 18);

    /// <summary>The advance in thousandths of an em.</summary>
    public double Width(int glyph)
    {
        var measured = U16(Start("hhea") + 34);
        return U16(Start("hmtx") + (4 * Math.Min(glyph, measured - 1))) * 1000.0 / UnitsPerEm;
    }

    /// <summary>Why the program is not whole, if it is not: tables missing or cut off, glyphs outside, composites of glyphs that do not exist.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var name in new[] { "glyf", "head", "hhea", "hmtx", "loca", "maxp" }.Where(name => !tables.ContainsKey(name)))
        {
            yield return $"no table {name}";
        }

        foreach (var (name, (start, length)) in tables)
        {
            if (start < 0 || length < 0 || start + length > bytes.Length)
            {
                yield return $"table {name} is cut off";
            }
        }

        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            var (start, end) = Outline(glyph);
            if (start > end || end > tables["glyf"].Length)
            {
                yield return $"glyph {glyph} is outside the table";
                continue;
            }

            foreach (var component in Components(tables["glyf"].Start + start, end - start).Where(component => component >= GlyphCount))
            {
                yield return $"glyph {glyph} is composed of glyph {component}, which does not exist";
            }
        }
    }

    private (int Start, int End) Outline(int glyph)
    {
        var loca = Start("loca");
        var isLong = U16(Start("head") + 50) == 1;
        return isLong ? ((int)U32(loca + (4 * glyph)), (int)U32(loca + (4 * glyph) + 4))
            : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
    }

    private List<int> Components(int start, int length)
    {
        var components = new List<int>();
        if (length < 10 || (short)U16(start) >= 0)
        {
            return components;
        }

        int flags;
        var at = start + 10;
        do
        {
            flags = U16(at);
            components.Add(U16(at + 2));
            // ARG_1_AND_2_ARE_WORDS, then WE_HAVE_A_SCALE, X_AND_Y_SCALE, A_TWO_BY_TWO.
            var scale = (flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0;
            at += 4 + ((flags & 0x0001) != 0 ? 4 : 2) + scale;
        }
        while ((flags & 0x0020) != 0);
        return components;
    }

    private int Start(string table) => tables.TryGetValue(table, out var place) ? place.Start
        : throw new InvalidDataException($"The font program has no table {table}.");

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
