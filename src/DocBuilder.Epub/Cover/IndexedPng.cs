using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocBuilder.Epub.Container;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Epub.Cover;

/// <summary>Writes pictures of at most sixteen colours (PNG, ISO/IEC 15948: colour type 3, four bits a pixel).</summary>
internal static class IndexedPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture.</summary>
    /// <param name="width">Its width in pixels, even.</param>
    /// <param name="rows">Its pixels, a row of palette indices each.</param>
    /// <param name="palette">At most sixteen colours.</param>
    public static byte[] Write(int width, IReadOnlyList<byte[]> rows, ReadOnlySpan<Color> palette)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], rows.Count);
        (header[8], header[9], header[10], header[11], header[12]) = (4, 3, 0, 0, 0);
        WriteChunk(png, "IHDR", header);
        var colors = new byte[palette.Length * 3];
        for (var i = 0; i < palette.Length; i++)
        {
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = (palette[i].Red, palette[i].Green, palette[i].Blue);
        }

        WriteChunk(png, "PLTE", colors);
        WriteChunk(png, "IDAT", Compressed(width, rows));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compressed(int width, IReadOnlyList<byte[]> rows)
    {
        using var data = new MemoryStream();
        // More effort takes ten times as long for a fortieth less: the runs of the ground are long.
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            // No filter: the next pixel of a drawing is mostly of the same colour, and a palette's neighbours mean nothing.
            var line = new byte[1 + (width / 2)];
            foreach (var row in rows)
            {
                for (var x = 0; x < width; x += 2)
                {
                    line[1 + (x / 2)] = (byte)((row[x] << 4) | row[x + 1]);
                }

                zlib.Write(line);
            }
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
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(checkedBytes));
        png.Write(number);
    }
}
