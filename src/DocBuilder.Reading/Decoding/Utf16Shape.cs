namespace DocBuilder.Reading.Decoding;

/// <summary>Knows UTF-16 by its mark, or without one by the half of its bytes that hardly change.</summary>
internal static class Utf16Shape
{
    // Fewer characters prove nothing.
    private const int LeastBytes = 16;
    private const int SampleBytes = 8192;

    /// <summary>Whether the bytes are UTF-16, and which of its two orders; null when they are something else.</summary>
    public static bool? IsBigEndian(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return false;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        if (bytes.StartsWith("<\0"u8))
        {
            return false;
        }

        if (bytes.StartsWith("\0<"u8))
        {
            return true;
        }

        return bytes.Length >= LeastBytes && bytes.Length % 2 == 0 ? ByHighBytes(bytes[..Math.Min(bytes.Length, SampleBytes)]) : null;
    }

    // Nineteen of twenty characters of any text are in a few rows of Unicode: Latin, Cyrillic, Hebrew, Arabic, punctuation. Among them are spaces and
    // line ends, whose high byte is zero, which no text of one byte a character has.
    private static bool? ByHighBytes(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)0))
        {
            return null;
        }

        Span<int> rows = stackalloc int[2];
        Span<int> zeros = stackalloc int[2];
        for (var i = 0; i < bytes.Length; i++)
        {
            rows[i & 1] += bytes[i] is 0x00 or 0x04 or 0x05 or 0x06 or 0x20 or 0xFE or 0xFB ? 1 : 0;
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }

        var characters = bytes.Length / 2;
        for (var order = 0; order < 2; order++)
        {
            var isHalf = rows[order] * 20 >= characters * 19 && zeros[order] * 50 >= characters && zeros[1 - order] * 10 <= zeros[order];
            if (isHalf)
            {
                return order == 0;
            }
        }

        return null;
    }
}
