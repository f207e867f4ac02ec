using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;

namespace DocBuilder.Pdf.Images;

/// <summary>The pictures of a file: each is written once, when a page first shows it.</summary>
internal sealed class ImageCollection(PdfFile file, ViolationList violations)
{
    private readonly Dictionary<ImageResource, PdfImage?> _images = new(ReferenceEqualityComparer.Instance);

    /// <summary>The image XObject of a picture; null when it cannot be drawn.</summary>
    public PdfImage? Resolve(ImageResource resource, Node? owner)
    {
        if (_images.TryGetValue(resource, out var image))
        {
            return image;
        }

        if (Read(resource) is { } data)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"I{_images.Count + 1}");
            image = new PdfImage(Write(data), name, data.Orientation);
        }
        else
        {
            violations.Add(Claims.None, PdfFindings.UndrawableImage(resource, owner));
        }

        _images.Add(resource, image);
        return image;
    }

    private static ImageData? Read(ImageResource resource) => resource.MediaType switch
    {
        "image/jpeg" => JpegReader.Read(resource.Bytes) ?? DecodedImage.Read(resource.Bytes),
        "image/png" => PngReader.Read(resource.Bytes) ?? DecodedImage.Read(resource.Bytes),
        "image/svg+xml" => null,
        _ => DecodedImage.Read(resource.Bytes),
    };

    private ObjectId Write(ImageData image)
    {
        var id = file.Reserve();
        var mask = image.Alpha is null ? default : Write(image.Alpha);
        if (image.Filter == ImageFilter.Jpeg)
        {
            file.WriteJpegStream(id, image.Data.Span, WriteDictionary);
        }
        else
        {
            file.WriteEncodedStream(id, image.Data.Span, "FlateDecode"u8, WriteDictionary);
        }

        return id;

        void WriteDictionary(TokenWriter w)
        {
            w.Name("Type"u8).Name("XObject"u8).Name("Subtype"u8).Name("Image"u8)
                .Name("Width"u8).Integer(image.Width).Name("Height"u8).Integer(image.Height)
                .Name("BitsPerComponent"u8).Integer(image.BitsPerComponent)
                .Name("ColorSpace"u8);
            WriteColorSpace(w, image);
            if (image.Alpha is not null)
            {
                w.Name("SMask"u8).Reference(mask);
            }

            if (image.Filter == ImageFilter.PngRows)
            {
                w.Name("DecodeParms"u8).BeginDictionary()
                    .Name("Predictor"u8).Integer(15).Name("Colors"u8).Integer(image.Colors)
                    .Name("BitsPerComponent"u8).Integer(image.BitsPerComponent).Name("Columns"u8).Integer(image.Width).EndDictionary();
            }
        }
    }

    private static void WriteColorSpace(TokenWriter w, ImageData image)
    {
        if (image.Palette.IsEmpty)
        {
            w.Name(image.Colors == 1 ? "DeviceGray"u8 : "DeviceRGB"u8);
            return;
        }

        w.BeginArray().Name("Indexed"u8).Name("DeviceRGB"u8).Integer((image.Palette.Length / 3) - 1).Hexadecimal(image.Palette.Span).EndArray();
    }
}
