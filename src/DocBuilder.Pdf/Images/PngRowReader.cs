using System.IO.Compression;

namespace DocBuilder.Pdf.Images;

/// <summary>Gives the rows of a PNG with their filters undone (ISO 15948, 9) and, where it is interlaced, put together from its seven passes (8.2).</summary>
internal static class PngRowReader
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Hands over all rows from top to bottom; those that the file lacks are zero.</summary>
    /// <exception cref="InvalidDataException">The data cannot be decompressed.</exception>
    public static void Read(PngFile png, Action<ReadOnlySpan<byte>> onRow)
    {
        using var zlib = new ZLibStream(new MemoryStream(png.Data.ToArray()), CompressionMode.Decompress);
        if (!png.IsInterlaced)
        {
            ReadPass(zlib, png, png.Width, png.Height, (_, row) => onRow(row));
            return;
        }

        var stride = RowBytes(png, png.Width);
        var image = new byte[(long)stride * png.Height];
        var pixelBits = png.Bits * png.Channels;
        foreach (var (x, y, stepX, stepY) in Passes)
        {
            var (width, height) = ((png.Width - x + stepX - 1) / stepX, (png.Height - y + stepY - 1) / stepY);
            if (width > 0 && height > 0)
            {
                ReadPass(zlib, png, width, height, (line, row) =>
                {
                    var target = image.AsSpan((y + (line * stepY)) * stride, stride);
                    for (var i = 0; i < width; i++)
                    {
                        CopyPixel(row, i, target, x + (i * stepX), pixelBits);
                    }
                });
            }
        }

        for (var line = 0; line < png.Height; line++)
        {
            onRow(image.AsSpan(line * stride, stride));
        }
    }

    /// <summary>Bytes of a row of so many pixels.</summary>
    public static int RowBytes(PngFile png, int width) => (int)((((long)width * png.Bits * png.Channels) + 7) / 8);

    private static void ReadPass(ZLibStream zlib, PngFile png, int width, int height, RowAction onRow)
    {
        var length = RowBytes(png, width);
        var pixelBytes = Math.Max(1, png.Bits * png.Channels / 8);
        var row = new byte[length + 1];
        var above = new byte[length];
        for (var line = 0; line < height; line++)
        {
            if (zlib.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
            {
                Array.Clear(row);
                Array.Clear(above);
            }

            var data = row.AsSpan(1);
            Unfilter(row[0], data, above, pixelBytes);
            onRow(line, data);
            data.CopyTo(above);
        }
    }

    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        if (filter == 0)
        {
            return;
        }

        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= pixelBytes ? row[i - pixelBytes] : (byte)0;
            var corner = i >= pixelBytes ? above[i - pixelBytes] : (byte)0;
            row[i] += filter switch
            {
                1 => left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => PngRowWriter.Paeth(left, above[i], corner),
                _ => throw new InvalidDataException("a filter that PNG does not have"),
            };
        }
    }

    private static void CopyPixel(ReadOnlySpan<byte> from, int fromIndex, Span<byte> to, int toIndex, int bits)
    {
        if (bits >= 8)
        {
            var bytes = bits / 8;
            from.Slice(fromIndex * bytes, bytes).CopyTo(to[(toIndex * bytes)..]);
            return;
        }

        var value = (from[fromIndex * bits / 8] >> (8 - bits - (fromIndex * bits % 8))) & ((1 << bits) - 1);
        to[toIndex * bits / 8] |= (byte)(value << (8 - bits - (toIndex * bits % 8)));
    }

    private delegate void RowAction(int line, ReadOnlySpan<byte> row);
}
