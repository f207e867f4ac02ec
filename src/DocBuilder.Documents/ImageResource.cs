namespace DocBuilder.Documents;

/// <summary>A picture's file, checked to be readable. The same file used twice is the same object.</summary>
public sealed class ImageResource
{
    /// <summary>Makes a resource over bytes that nobody changes any more.</summary>
    public ImageResource(string name, string mediaType, ReadOnlyMemory<byte> bytes, int pixelWidth, int pixelHeight)
    {
        Name = name;
        MediaType = mediaType;
        Bytes = bytes;
        PixelWidth = pixelWidth;
        PixelHeight = pixelHeight;
    }

    /// <summary>The file's name without its folder; for <c>data:</c> addresses a made-up one.</summary>
    public string Name { get; }

    /// <summary><c>image/jpeg</c>, <c>image/png</c>, <c>image/gif</c>, <c>image/webp</c> or <c>image/svg+xml</c>: found from the bytes.</summary>
    public string MediaType { get; }

    /// <summary>The file as it was found.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The width in pixels, as shown (after an EXIF turn).</summary>
    public int PixelWidth { get; }

    /// <summary>The height in pixels, as shown.</summary>
    public int PixelHeight { get; }

    /// <summary>Height over width as shown: of a drawing, whose size need not be whole pixels, more exact than those.</summary>
    public double AspectRatio { get => field > 0 ? field : (double)PixelHeight / PixelWidth; init; }
}
