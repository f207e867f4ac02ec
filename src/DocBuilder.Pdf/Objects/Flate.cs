using System.IO.Compression;

namespace DocBuilder.Pdf.Objects;

/// <summary>The FlateDecode filter's encoder (ISO 32000-1 7.4.4).</summary>
internal static class Flate
{
    // Of fonts, the bulk of a file, 9 leaves more and takes twice as long; 7 leaves three thousandths less of anything, and takes half as long again.
    private static readonly ZLibCompressionOptions Options = new() { CompressionLevel = 6 };

    /// <summary>The bytes in zlib's format.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream((bytes.Length / 2) + 64);
        using (var zlib = new ZLibStream(output, Options, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return output.ToArray();
    }
}
