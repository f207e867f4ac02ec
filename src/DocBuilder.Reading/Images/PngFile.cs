using System.Buffers.Binary;
using System.IO.Compression;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>Checks that a PNG has all its rows (ISO 15948): they are decompressed and counted, not kept.</summary>
internal static class PngFile
{
    public static ImageCheck Check(byte[] bytes, Limits limits)
    {
        if (bytes.Length < 33)
        {
            return EndsTooEarly;
        }

        var header = bytes.AsSpan(16, 13);
        long width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var channels = header[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (channels == 0 || header[8] is not (1 or 2 or 4 or 8 or 16) || header[12] > 1 || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            return ImageCheck.Failed(ImageProblem.Broken, "its header is damaged");
        }

        // The size stands in the header: a bomb is refused before anything is decoded.
        if (ImageFile.TooManyPixels(width, height, limits) is { } tooLarge)
        {
            return tooLarge;
        }

        using var data = new MemoryStream();
        if (!CollectData(bytes, data))
        {
            return EndsTooEarly;
        }

        data.Position = 0;
        try
        {
            return Count(data) >= Expected(width, height, header[8] * channels, header[12] == 1)
                ? new ImageCheck(ImageProblem.None, "", "image/png", (int)width, (int)height)
                : EndsTooEarly;
        }
        catch (InvalidDataException)
        {
            return ImageCheck.Failed(ImageProblem.Broken, "its data is damaged");
        }
    }

    private static ImageCheck EndsTooEarly => ImageCheck.Failed(ImageProblem.Broken, "the file ends too early");

    /// <summary>The pieces of the data together; false when the chunks do not go on to IEND.</summary>
    private static bool CollectData(ReadOnlySpan<byte> bytes, MemoryStream data)
    {
        for (long at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
            var name = bytes.Slice((int)at + 4, 4);
            if (name.SequenceEqual("IEND"u8))
            {
                return true;
            }

            if (at + 12 + length > bytes.Length)
            {
                return false;
            }

            if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(bytes.Slice((int)at + 8, (int)length));
            }

            at += 12 + length;
        }

        return false;
    }

    private static long Count(Stream data)
    {
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        var buffer = new byte[65536];
        long count = 0;
        for (int read; (read = zlib.Read(buffer)) > 0;)
        {
            count += read;
        }

        return count;
    }

    /// <summary>Bytes of all rows, each with the byte of its filter, of one pass or of seven.</summary>
    private static long Expected(long width, long height, int pixelBits, bool isInterlaced)
    {
        ReadOnlySpan<(int X, int Y, int StepX, int StepY)> passes = isInterlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        long expected = 0;
        foreach (var (x, y, stepX, stepY) in passes)
        {
            var (columns, rows) = ((width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY);
            expected += columns > 0 && rows > 0 ? rows * (1 + (((columns * pixelBits) + 7) / 8)) : 0;
        }

        return expected;
    }
}
