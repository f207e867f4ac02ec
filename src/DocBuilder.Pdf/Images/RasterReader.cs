namespace DocBuilder.Pdf.Images;

/// <summary>Reads raster pictures: as they are where a PDF can hold them so, else decoded.</summary>
internal static class RasterReader
{
    /// <summary>The data of an image XObject; null when the picture cannot be read.</summary>
    /// <param name="mediaType">Its kind.</param>
    /// <param name="bytes">The file.</param>
    public static ImageData? Read(string mediaType, ReadOnlyMemory<byte> bytes) => mediaType switch
    {
        "image/jpeg" => JpegReader.Read(bytes) ?? DecodedImage.Read(bytes),
        "image/png" => PngReader.Read(bytes) ?? DecodedImage.Read(bytes),
        _ => DecodedImage.Read(bytes),
    };

    /// <summary>The kind of a picture that stands in a drawing; null for kinds that are not read.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith(PngFile.Signature) ? "image/png"
        : bytes.StartsWith("GIF8"u8) ? "image/gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
