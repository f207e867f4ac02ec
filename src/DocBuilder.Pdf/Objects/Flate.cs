using System.IO.Compression;

namespace DocBuilder.Pdf.Objects;

/// <summary>The FlateDecode filter's encoder (ISO 32000-1 7.4.4).</summary>
internal static class Flate
{
    /// <summary>The bytes in zlib's format.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream((bytes.Length / 2) + 64);
        using (var zlib = new ZLibStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return output.ToArray();
    }
}
