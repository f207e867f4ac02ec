using System.IO.Compression;

namespace DocBuilder.Pdf.Objects;

/// <summary>The FlateDecode filter's encoder (ISO 32000-1 7.4.4).</summary>
internal static class Flate
{
    // Of fonts and pages, the bulk of a file, 6 leaves a hundredth less and takes half as long again; 9 leaves more of fonts than that.
    private static readonly ZLibCompressionOptions Options = new() { CompressionLevel = 3 };

    /// <summary>The bytes in zlib's format.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var output = Room(bytes.Length);
        return Compress(bytes, output).ToArray();
    }

    /// <summary>Where so many bytes go that leave three quarters, as fonts do, or less.</summary>
    public static MemoryStream Room(int bytes) => new((bytes / 4 * 3) + 64);

    /// <summary>The bytes in zlib's format.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="into">Empty; holds what is returned.</param>
    public static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> bytes, MemoryStream into)
    {
        using (var zlib = new ZLibStream(into, Options, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return into.GetBuffer().AsSpan(0, (int)into.Length);
    }
}
