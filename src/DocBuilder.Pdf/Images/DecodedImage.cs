using DocBuilder.Pdf.Objects;
using SkiaSharp;

namespace DocBuilder.Pdf.Images;

/// <summary>Decodes with SkiaSharp what cannot go into a PDF as it is. The native library is loaded only when this is called.</summary>
internal static class DecodedImage
{
    /// <summary>The image as RGB, or grey where it has no colour, with a soft mask where it is not opaque; null when it cannot be decoded.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return null;
        }

        using var colors = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colors);
        var pixels = new byte[info.BytesSize];
        unsafe
        {
            fixed (byte* target = pixels)
            {
                if (codec.GetPixels(info, (nint)target) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
                {
                    return null;
                }
            }
        }

        var isGrey = IsGrey(pixels);
        var image = Rows(pixels, info.Width, info.Height, isGrey ? 1 : 3, 0);
        return image with
        {
            Alpha = IsOpaque(pixels) ? null : Rows(pixels, info.Width, info.Height, 1, 3),
            Orientation = new ImageOrientation((int)codec.EncodedOrigin),
        };
    }

    private static bool IsGrey(ReadOnlySpan<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOpaque(ReadOnlySpan<byte> pixels)
    {
        for (var i = 3; i < pixels.Length; i += 4)
        {
            if (pixels[i] != 0xFF)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Rows of some of the channels, each as its difference from the row above (PNG's filter Up).</summary>
    private static ImageData Rows(ReadOnlySpan<byte> pixels, int width, int height, int channels, int firstChannel)
    {
        const byte Up = 2;
        var stride = (width * channels) + 1;
        var rows = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * stride, stride);
            row[0] = Up;
            for (var x = 0; x < width; x++)
            {
                for (var c = 0; c < channels; c++)
                {
                    var at = (((y * width) + x) * 4) + firstChannel + c;
                    var above = y == 0 ? (byte)0 : pixels[at - (width * 4)];
                    row[1 + (x * channels) + c] = (byte)(pixels[at] - above);
                }
            }
        }

        return new ImageData(width, height, 8, channels, Flate.Compress(rows), ImageFilter.PngRows);
    }
}
