using System.Buffers.Binary;

namespace DocBuilder.Pdf.Images;

/// <summary>Reads the chunks of a PNG file: its rows are what FlateDecode with PNG predictors decodes, so they pass through.</summary>
internal static class PngReader
{
    private const int Grey = 0, TrueColor = 2, Indexed = 3;

    /// <summary>The image, or null when it has to be decoded: alpha, interlaced, or broken.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 33 || !bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return null;
        }

        var header = bytes.Slice(16, 13);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (bits, type, interlace) = (header[8], header[9], header[12]);
        if (width <= 0 || height <= 0 || interlace != 0 || type is not (Grey or TrueColor or Indexed) || bits is not (1 or 2 or 4 or 8 or 16))
        {
            return null;
        }

        ReadOnlyMemory<byte> palette = default;
        using var data = new MemoryStream();
        for (var at = 33; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12)
            {
                return null;
            }

            var name = bytes.Slice(at + 4, 4);
            if (name.SequenceEqual("tRNS"u8))
            {
                return null;
            }

            if (name.SequenceEqual("PLTE"u8))
            {
                palette = file.Slice(at + 8, length);
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(bytes.Slice(at + 8, length));
            }

            at += 12 + length;
        }

        var needsPalette = type == Indexed;
        if (data.Length == 0 || (needsPalette && (palette.Length is 0 or > 768 || palette.Length % 3 != 0 || bits > 8)))
        {
            return null;
        }

        return new ImageData(width, height, bits, type == TrueColor ? 3 : 1, data.ToArray(), ImageFilter.PngRows)
        {
            Palette = needsPalette ? palette : default,
        };
    }
}
