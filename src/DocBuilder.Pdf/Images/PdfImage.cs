using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images;

/// <summary>An image XObject that pages may show.</summary>
/// <param name="Id">Its object.</param>
/// <param name="ResourceName">Its name in the pages' resources.</param>
/// <param name="Orientation">How it is turned.</param>
/// <param name="Width">Its width as shown, in pixels.</param>
/// <param name="Height">Its height as shown, in pixels.</param>
internal sealed record PdfImage(ObjectId Id, string ResourceName, ImageOrientation Orientation, int Width, int Height);

/// <summary>The data of an image XObject (ISO 32000-1 8.9.5).</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="BitsPerComponent">1, 2, 4, 8 or 16.</param>
/// <param name="Colors">Components to a pixel: 1 or 3; 1 with a palette.</param>
/// <param name="Data">The encoded data.</param>
/// <param name="Filter">The filter that decodes them.</param>
internal sealed record ImageData(int Width, int Height, int BitsPerComponent, int Colors, ReadOnlyMemory<byte> Data, ImageFilter Filter)
{
    /// <summary>RGB triplets of an indexed image; empty for none.</summary>
    public ReadOnlyMemory<byte> Palette { get; init; }

    /// <summary>The soft mask; null when the image is opaque.</summary>
    public ImageData? Alpha { get; init; }

    /// <summary>The samples that are transparent, least and most of each component; empty for none.</summary>
    public IReadOnlyList<int> ColorKey { get; init; } = [];

    /// <summary>The ICC profile of its colours; empty for sRGB, or grey.</summary>
    public ReadOnlyMemory<byte> Profile { get; init; }

    /// <summary>Whether the file has a profile that PDF/A does not allow.</summary>
    public bool IsProfileDropped { get; init; }

    /// <summary>The exponent of its colours where that is not sRGB's and there is no profile; null for sRGB.</summary>
    public double? Gamma { get; init; }

    /// <summary>How the image is turned.</summary>
    public ImageOrientation Orientation { get; init; } = ImageOrientation.Upright;
}

/// <summary>How an image's data are encoded.</summary>
internal enum ImageFilter
{
    /// <summary>JPEG: <c>DCTDecode</c>.</summary>
    Jpeg,

    /// <summary>Deflate over rows with PNG's filters: <c>FlateDecode</c> with <c>Predictor</c> 15.</summary>
    PngRows,
}
