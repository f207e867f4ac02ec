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
}

/// <summary>What a picture's bytes are.</summary>
internal readonly record struct ImageCheck(ImageProblem Problem, string Detail, string MediaType, int Width, int Height)
{
    /// <summary>Height over width where whole pixels do not say it exactly; null where they do.</summary>
    public double? AspectRatio { get; init; }

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
        var known = mediaType switch
        {
            null => ImageCheck.Failed(ImageProblem.UnknownKind),
            "image/svg+xml" => SvgFile.Read(bytes, limits).Check,
            "image/png" => PngFile.Check(bytes, limits),
            "image/jpeg" => JpegFile.Check(bytes, limits),
            _ => null as ImageCheck?,
        };
        if (known is { } check)
        {
            return check;
        }

        try
        {
            return RasterDecoder.Check(bytes, mediaType!, limits);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException or BadImageFormatException)
        {
            return ImageCheck.Failed(ImageProblem.NoLibrary, (e.InnerException ?? e).GetType().Name);
        }
    }

    /// <summary>A failure when the picture has more pixels than the limit.</summary>
    public static ImageCheck? TooManyPixels(long width, long height, Limits limits) =>
        width * height > limits.ImagePixels
            ? ImageCheck.Failed(ImageProblem.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{width} x {height} pixels"))
            : null;

    /// <summary>The kind of a picture; null when it is none that is read.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes)
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
