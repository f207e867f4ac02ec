using DocBuilder.Documents;
using SkiaSharp;

namespace DocBuilder.Reading.Images;

/// <summary>Decodes a picture once to know that it is whole. Only this class touches the native library.</summary>
internal static class RasterDecoder
{
    public static ImageCheck Check(byte[] bytes, string mediaType, Limits limits)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return ImageCheck.Failed(ImageProblem.Broken, "its header is damaged");
        }

        var info = codec.Info;
        if (info.Width < 1 || info.Height < 1)
        {
            return ImageCheck.Failed(ImageProblem.Broken, "it has no pixels");
        }

        if (ImageFile.TooManyPixels(info.Width, info.Height, limits) is { } tooLarge)
        {
            return tooLarge;
        }

        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(info.Width, info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul)))
        {
            return ImageCheck.Failed(ImageProblem.Broken, "it has more pixels than memory holds");
        }

        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result is not SKCodecResult.Success)
        {
            return ImageCheck.Failed(ImageProblem.Broken, result == SKCodecResult.IncompleteInput ? "the file ends too early" : "its data is damaged");
        }

        var isTurned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        return new ImageCheck(ImageProblem.None, "", mediaType, isTurned ? info.Height : info.Width, isTurned ? info.Width : info.Height);
    }
}
