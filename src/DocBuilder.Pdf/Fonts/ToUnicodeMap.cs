using System.Globalization;
using System.Text;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The ToUnicode CMap of a font (ISO 32000-1 9.10.3): every CID says exactly one Unicode scalar value.</summary>
internal static class ToUnicodeMap
{
    /// <summary>The most entries between one begin and end (Adobe Technical Note 5014).</summary>
    private const int BlockSize = 100;

    /// <summary>The CMap's bytes.</summary>
    /// <param name="characters">The scalar of every CID; index 0 is never shown and not mapped.</param>
    public static byte[] Write(IReadOnlyList<int> characters)
    {
        var map = new StringBuilder()
            .Append("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n")
            .Append("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        var (single, ranges) = Split(characters);
        Blocks(map, single, "bfchar", (line, range) => line.Append(Code(range.First)));
        Blocks(map, ranges, "bfrange", (line, range) => line.Append(Code(range.First)).Append(Code(range.Last)));
        map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());

        void Blocks(StringBuilder target, List<Range> all, string name, Action<StringBuilder, Range> codes)
        {
            for (var start = 0; start < all.Count; start += BlockSize)
            {
                var count = Math.Min(BlockSize, all.Count - start);
                target.Append(CultureInfo.InvariantCulture, $"{count} begin{name}\n");
                foreach (var range in all.GetRange(start, count))
                {
                    codes(target, range);
                    target.Append(Utf16(characters[range.First])).Append('\n');
                }

                target.Append(CultureInfo.InvariantCulture, $"end{name}\n");
            }
        }
    }

    /// <summary>Finds runs of CIDs whose characters run too. Only the last byte may count up, in code and in text.</summary>
    private static (List<Range> Single, List<Range> Ranges) Split(IReadOnlyList<int> characters)
    {
        List<Range> single = [], ranges = [];
        for (var first = 1; first < characters.Count;)
        {
            var last = first;
            while (last + 1 < characters.Count && characters[last + 1] == characters[last] + 1
                && ((last + 1) & 0xFF) != 0 && (characters[last + 1] & 0xFF) != 0 && characters[last + 1] <= 0xFFFF)
            {
                last++;
            }

            (last == first ? single : ranges).Add(new Range(first, last));
            first = last + 1;
        }

        return (single, ranges);
    }

    private static string Code(int cid) => string.Create(CultureInfo.InvariantCulture, $"<{cid:X4}>");

    private static string Utf16(int scalar)
    {
        var text = char.ConvertFromUtf32(scalar);
        return text.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"<{(int)text[0]:X4}>")
            : string.Create(CultureInfo.InvariantCulture, $"<{(int)text[0]:X4}{(int)text[1]:X4}>");
    }

    private readonly record struct Range(int First, int Last);
}
