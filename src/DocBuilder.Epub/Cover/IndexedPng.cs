using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using DocBuilder.Epub.Container;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Epub.Cover;

/// <summary>Writes pictures of at most sixteen colours (PNG, ISO/IEC 15948: colour type 3, four bits a pixel).</summary>
internal static class IndexedPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Four bits a pixel.
    private const int MostColors = 16;

    // Of a cover, 4 leaves a fourteenth less and takes more than twice as long, 6 a sixth and five times: the runs of the ground are long.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 2 };

    /// <summary>Writes a picture.</summary>
    /// <param name="pixels">Its pixels.</param>
    /// <param name="palette">At most sixteen colours.</param>
    public static byte[] Write(IndexedPixels pixels, ReadOnlySpan<Color> palette)
    {
        using var png = new RentedStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, pixels.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], pixels.Height);
        (header[8], header[9], header[10], header[11], header[12]) = (4, 3, 0, 0, 0);
        WriteChunk(png, "IHDR"u8, header);
        Span<byte> colors = stackalloc byte[MostColors * 3];
        for (var i = 0; i < palette.Length; i++)
        {
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = (palette[i].Red, palette[i].Green, palette[i].Blue);
        }

        WriteChunk(png, "PLTE"u8, colors[..(palette.Length * 3)]);
        using var data = new RentedStream();
        using (var zlib = new ZLibStream(data, Compression, leaveOpen: true))
        {
            zlib.Write(pixels.Bytes);
        }

        WriteChunk(png, "IDAT"u8, data.Written.Span);
        WriteChunk(png, "IEND"u8, []);
        return png.Written.ToArray();
    }

    private static void WriteChunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        var checksum = new Crc32();
        checksum.Append(type);
        checksum.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
