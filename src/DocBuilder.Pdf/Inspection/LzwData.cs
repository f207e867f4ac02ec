namespace DocBuilder.Pdf.Inspection;

/// <summary>LZW data (ISO 32000-1 7.4.4): how long it becomes, found without making it.</summary>
internal static class LzwData
{
    private const int ClearTable = 256, EndOfData = 257, FirstEntry = 258, MostEntries = 4096;

    /// <summary>The length of the data, counted up to where it is more than allowed. Codes may widen early or late; the longer reading counts.</summary>
    public static long DecodedLength(ReadOnlySpan<byte> input, long most) =>
        Math.Max(DecodedLength(input, most, earlyChange: 1), DecodedLength(input, most, earlyChange: 0));

    private static long DecodedLength(ReadOnlySpan<byte> input, long most, int earlyChange)
    {
        // An entry is one longer than the entry whose code came before it.
        var lengths = new int[MostEntries];
        Array.Fill(lengths, 1, 0, ClearTable);
        var next = FirstEntry;
        var before = 0;
        long total = 0;
        var bits = 0;
        var buffer = 0;
        foreach (var value in input)
        {
            buffer = ((buffer << 8) | value) & 0xFFFFFF;
            bits += 8;
            var width = next + earlyChange switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
            if (bits < width)
            {
                continue;
            }

            bits -= width;
            var code = (buffer >> bits) & ((1 << width) - 1);
            if (code == EndOfData || total > most)
            {
                break;
            }

            if (code == ClearTable)
            {
                next = FirstEntry;
                before = 0;
                continue;
            }

            if (before > 0 && next < MostEntries)
            {
                lengths[next++] = before + 1;
            }

            before = code < next ? lengths[code] : 1;
            total += before;
        }

        return total;
    }
}
