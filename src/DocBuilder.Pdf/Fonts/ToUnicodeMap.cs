using System.Globalization;
using System.Text;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The ToUnicode CMap of a font (ISO 32000-1 9.10.3): every CID says exactly one Unicode scalar value.</summary>
internal static class ToUnicodeMap
{
    /// <summary>The most entries between one begin and end (Adobe Technical Note 5014); the most characters of an array that all readers take.</summary>
    private const int BlockSize = 100, MostInRange = 100;

    // The bytes of a character of the basic plane.
    private const int UsualEntry = 6;

    /// <summary>The CMap of a font; CID 0 is never shown and not mapped.</summary>
    public static ByteBuffer Of(CidFont font)
    {
        var map = new ByteBuffer(512 + (UsualEntry * font.Characters.Count));
        map.Write("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"u8);
        map.Write("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8);
        map.Write("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"u8);
        map.Write("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);
        foreach (var block in Ranges(font.Characters.Count).Chunk(BlockSize))
        {
            map.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{block.Length} beginbfrange\n")));
            foreach (var (first, last) in block)
            {
                WriteCode(map, first);
                WriteCode(map, last);
                map.Add((byte)'[');
                for (var cid = first; cid <= last; cid++)
                {
                    WriteUtf16(map, font.Characters[cid].Scalar);
                }

                map.Write("]\n"u8);
            }

            map.Write("endbfrange\n"u8);
        }

        map.Write("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"u8);
        return map;
    }

    /// <summary>All CIDs in ranges that name their characters one by one: the codes of a range differ in the last byte only (Technical Note 5411).</summary>
    private static List<(int First, int Last)> Ranges(int count)
    {
        var ranges = new List<(int First, int Last)>();
        for (var first = 1; first < count;)
        {
            var last = Math.Min(first | 0xFF, Math.Min(first + MostInRange, count) - 1);
            ranges.Add((first, last));
            first = last + 1;
        }

        return ranges;
    }

    private static void WriteCode(ByteBuffer map, int cid)
    {
        map.Add((byte)'<');
        WriteDigits(map, cid);
        map.Add((byte)'>');
    }

    private static void WriteUtf16(ByteBuffer map, int scalar)
    {
        if (scalar <= char.MaxValue)
        {
            WriteCode(map, scalar);
            return;
        }

        var pair = char.ConvertFromUtf32(scalar);
        map.Add((byte)'<');
        WriteDigits(map, pair[0]);
        WriteDigits(map, pair[1]);
        map.Add((byte)'>');
    }

    private static void WriteDigits(ByteBuffer map, int code)
    {
        var digits = "0123456789ABCDEF"u8;
        map.Add(digits[code >> 12]);
        map.Add(digits[(code >> 8) & 15]);
        map.Add(digits[(code >> 4) & 15]);
        map.Add(digits[code & 15]);
    }
}
