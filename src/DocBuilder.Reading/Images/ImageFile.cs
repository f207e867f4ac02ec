using System.Buffers.Binary;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>What keeps a picture out of the article.</summary>
internal enum ImageProblem
{
    None,
    UnknownKind,
    Broken,
    TooLarge,
    NoLibrary,
    WithoutSize,
}

/// <summary>What a picture's bytes are.</summary>
internal readonly record struct ImageCheck(ImageProblem Problem, string Detail, string MediaType, int Width, int Height)
{
    public static ImageCheck Failed(ImageProblem problem, string detail = "") => new(problem, detail, "", 0, 0);
}

/// <summary>Tells a picture's kind from its bytes, whatever its name says, and whether it is whole.</summary>
internal static class ImageFile
{
    public static ImageCheck Check(byte[] bytes, Limits limits)
    {
        if (bytes.Length == 0)
        {
            return ImageCheck.Failed(ImageProblem.Broken, "the file is empty");
        }

        var mediaType = MediaTypeOf(bytes);
        if (mediaType == "image/svg+xml")
        {
            return SvgFile.Check(bytes);
        }

        if (mediaType is null)
        {
            return ImageCheck.Failed(ImageProblem.UnknownKind);
        }

        // The size stands in the header: a bomb is refused before anything is decoded.
        if (mediaType == "image/png" && bytes.Length >= 24 && TooManyPixels(
            BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20)), limits) is { } tooLarge)
        {
            return tooLarge;
        }

        if ((mediaType == "image/png" && !PngEnds(bytes)) || (mediaType == "image/jpeg" && !JpegEnds(bytes)))
        {
            return ImageCheck.Failed(ImageProblem.Broken, "the file ends too early");
        }

        try
        {
            return RasterDecoder.Check(bytes, mediaType, limits);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException or BadImageFormatException)
        {
            return ImageCheck.Failed(ImageProblem.NoLibrary, (e.InnerException ?? e).GetType().Name);
        }
    }

    /// <summary>A failure when the picture has more pixels than the limit.</summary>
    public static ImageCheck? TooManyPixels(long width, long height, Limits limits) =>
        width * height > limits.ImagePixels
            ? ImageCheck.Failed(ImageProblem.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{width} x {height}"))
            : null;

    /// <summary>Whether the chunks of a PNG go on to IEND: decoders show what there is of a file that was cut off.</summary>
    private static bool PngEnds(ReadOnlySpan<byte> bytes)
    {
        long at = 8;
        while (at + 12 <= bytes.Length)
        {
            if (bytes.Slice((int)at + 4, 4).SequenceEqual("IEND"u8))
            {
                return true;
            }

            at += 12 + BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
        }

        return false;
    }

    /// <summary>Whether the end marker follows the first scan of a JPEG: decoders show what there is of a progressive one that was cut off.</summary>
    private static bool JpegEnds(ReadOnlySpan<byte> bytes)
    {
        const byte startOfScan = 0xDA;
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            if (bytes[at + 1] == startOfScan)
            {
                return bytes[at..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
            }

            // A marker may be filled up with further 0xFF bytes.
            at += bytes[at + 1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return false;
    }

    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }

        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            return "image/gif";
        }

        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
        {
            return "image/webp";
        }

        var start = bytes[..Math.Min(bytes.Length, 1024)];
        return start.IndexOf("<svg"u8) >= 0 || (start.IndexOf("<?xml"u8) is >= 0 and < 8 && bytes[..Math.Min(bytes.Length, 65536)].IndexOf("<svg"u8) >= 0)
            ? "image/svg+xml" : null;
    }
}
