using System.Globalization;
using System.Text;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The ToUnicode CMap of a font (ISO 32000-1 9.10.3): every CID says exactly one Unicode scalar value.</summary>
internal static class ToUnicodeMap
{
    /// <summary>The most entries between one begin and end (Adobe Technical Note 5014); the most characters of an array that all readers take.</summary>
    private const int BlockSize = 100, MostInRange = 100;

    /// <summary>The CMap's bytes.</summary>
    /// <param name="characters">The scalar of every CID; index 0 is never shown and not mapped.</param>
    public static byte[] Write(IReadOnlyList<int> characters)
    {
        var map = new StringBuilder()
            .Append("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n")
            .Append("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var block in Ranges(characters.Count).Chunk(BlockSize))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfrange\n");
            foreach (var (first, last) in block)
            {
                map.Append(Code(first)).Append(Code(last)).Append('[');
                for (var cid = first; cid <= last; cid++)
                {
                    map.Append(Utf16(characters[cid]));
                }

                map.Append("]\n");
            }

            map.Append("endbfrange\n");
        }

        map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
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

    private static string Code(int cid) => string.Create(CultureInfo.InvariantCulture, $"<{cid:X4}>");

    private static string Utf16(int scalar)
    {
        var text = char.ConvertFromUtf32(scalar);
        return text.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"<{(int)text[0]:X4}>")
            : string.Create(CultureInfo.InvariantCulture, $"<{(int)text[0]:X4}{(int)text[1]:X4}>");
    }
}
