using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Epub.Cover;

/// <summary>Writes pictures of at most sixteen colours (PNG, ISO/IEC 15948: colour type 3, four bits a pixel).</summary>
internal static class IndexedPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Of a cover, 4 leaves a fourteenth less and takes more than twice as long, 6 a sixth and five times: the runs of the ground are long.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 2 };

    /// <summary>Writes a picture.</summary>
    /// <param name="pixels">Its pixels.</param>
    /// <param name="palette">At most sixteen colours.</param>
    public static byte[] Write(IndexedPixels pixels, ReadOnlySpan<Color> palette)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, pixels.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], pixels.Height);
        (header[8], header[9], header[10], header[11], header[12]) = (4, 3, 0, 0, 0);
        WriteChunk(png, "IHDR", header);
        var colors = new byte[palette.Length * 3];
        for (var i = 0; i < palette.Length; i++)
        {
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = (palette[i].Red, palette[i].Green, palette[i].Blue);
        }

        WriteChunk(png, "PLTE", colors);
        WriteChunk(png, "IDAT", Compressed(pixels.Bytes));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compressed(ReadOnlySpan<byte> rows)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, Compression, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return data.ToArray();
    }

    private static void WriteChunk(Stream png, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(checkedBytes));
        png.Write(number);
    }
}
