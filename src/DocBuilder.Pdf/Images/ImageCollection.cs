using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Pdf.Images.Svg;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Typesetting.Labels;

namespace DocBuilder.Pdf.Images;

/// <summary>The pictures of a file: each is written once, when a page first shows it, under however many names the article has it.</summary>
/// <param name="file">Where they go.</param>
/// <param name="labels">Sets the words in drawings; made when there is a drawing.</param>
/// <param name="violations">Where is noted what cannot be drawn.</param>
internal sealed class ImageCollection(PdfFile file, Lazy<LabelSetter> labels, ViolationList violations)
{
    private readonly Dictionary<ImageResource, PdfImage?> _images = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, List<(ReadOnlyMemory<byte> Bytes, PdfImage? Image)>> _bySize = [];
    private readonly ImageWriter _writer = new(file);
    private readonly DrawingObjects _objects = new(file);
    private int _count;

    /// <summary>The XObject of a picture; null when it cannot be drawn.</summary>
    public PdfImage? Resolve(ImageResource resource, Node? owner)
    {
        if (_images.TryGetValue(resource, out var image))
        {
            return image;
        }

        image = Once(resource.Bytes, () => resource.MediaType == "image/svg+xml" ? Draw(resource, owner) : Raster(resource.MediaType, resource.Bytes, resource, owner));
        if (image is null)
        {
            violations.Add(Claims.None, PdfFindings.UndrawableImage(resource, owner));
        }

        _images.Add(resource, image);
        return image;
    }

    /// <summary>What was made of the same bytes before, or is made of them now.</summary>
    private PdfImage? Once(ReadOnlyMemory<byte> bytes, Func<PdfImage?> make)
    {
        if (!_bySize.TryGetValue(bytes.Length, out var known))
        {
            _bySize.Add(bytes.Length, known = []);
        }

        var same = known.FindIndex(entry => entry.Bytes.Span.SequenceEqual(bytes.Span));
        if (same >= 0)
        {
            return known[same].Image;
        }

        var image = make();
        known.Add((bytes, image));
        return image;
    }

    private PdfImage? Raster(string mediaType, ReadOnlyMemory<byte> bytes, ImageResource resource, Node? owner)
    {
        if (RasterReader.Read(mediaType, bytes) is not { } data)
        {
            return null;
        }

        if (data.IsProfileDropped)
        {
            violations.Add(Claims.None, PdfFindings.ProfileDropped(resource, owner));
        }

        var isTurned = data.Orientation.SwapsSides;
        return new PdfImage(
            _writer.Write(data), NextName(), data.Orientation, isTurned ? data.Height : data.Width, isTurned ? data.Width : data.Height);
    }

    private PdfImage? Draw(ImageResource resource, Node? owner)
    {
        var form = SvgForm.Write(resource.Bytes, _objects, labels.Value, Embedded, owner?.Language ?? LanguageTag.Undetermined, out var leftOut);
        if (leftOut.Count > 0)
        {
            violations.Add(Claims.None, PdfFindings.DrawingLeavesOut(resource, string.Join(", ", leftOut), owner));
        }

        return form is { } id ? new PdfImage(id, NextName(), ImageOrientation.Upright, resource.PixelWidth, resource.PixelHeight) : null;

        PdfImage? Embedded(ReadOnlyMemory<byte> bytes) =>
            RasterReader.MediaTypeOf(bytes.Span) is { } mediaType ? Once(bytes, () => Raster(mediaType, bytes, resource, owner)) : null;
    }

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"I{++_count}");
}
