using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images;

/// <summary>Writes image XObjects (ISO 32000-1 8.9.5), and every ICC profile once.</summary>
internal sealed class ImageWriter(PdfFile file)
{
    private readonly List<(ReadOnlyMemory<byte> Profile, ObjectId Id)> _profiles = [];

    /// <summary>Writes an image, its soft mask and its profile.</summary>
    public ObjectId Write(ImageData image)
    {
        var id = file.Reserve();
        var mask = image.Alpha is null ? default : Write(image.Alpha);
        ObjectId? profile = image.Profile.IsEmpty ? null : ProfileId(image.Profile, image.Palette.IsEmpty ? image.Colors : 3);
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
            WriteColorSpace(w, image, profile);
            if (image.Alpha is not null)
            {
                w.Name("SMask"u8).Reference(mask);
            }
            else if (image.ColorKey.Count > 0)
            {
                w.Name("Mask"u8).BeginArray();
                foreach (var sample in image.ColorKey)
                {
                    w.Integer(sample);
                }

                w.EndArray();
            }

            if (image.Filter == ImageFilter.PngRows)
            {
                w.Name("DecodeParms"u8).BeginDictionary()
                    .Name("Predictor"u8).Integer(15).Name("Colors"u8).Integer(image.Colors)
                    .Name("BitsPerComponent"u8).Integer(image.BitsPerComponent).Name("Columns"u8).Integer(image.Width).EndDictionary();
            }
        }
    }

    private static void WriteColorSpace(TokenWriter w, ImageData image, ObjectId? profile)
    {
        if (!image.Palette.IsEmpty)
        {
            w.BeginArray().Name("Indexed"u8);
        }

        var isGrey = image.Palette.IsEmpty && image.Colors == 1;
        if (profile is { } id)
        {
            w.BeginArray().Name("ICCBased"u8).Reference(id).EndArray();
        }
        else if (image.Gamma is { } gamma)
        {
            CalibratedColor.Write(w, isGrey, gamma);
        }
        else
        {
            w.Name(isGrey ? "DeviceGray"u8 : "DeviceRGB"u8);
        }

        if (!image.Palette.IsEmpty)
        {
            w.Integer((image.Palette.Length / 3) - 1).Hexadecimal(image.Palette.Span).EndArray();
        }
    }

    private ObjectId ProfileId(ReadOnlyMemory<byte> profile, int components)
    {
        var known = _profiles.FindIndex(entry => entry.Profile.Span.SequenceEqual(profile.Span));
        if (known >= 0)
        {
            return _profiles[known].Id;
        }

        var id = file.Reserve();
        file.WriteStream(id, profile.Span, w => w.Name("N"u8).Integer(components));
        _profiles.Add((profile, id));
        return id;
    }
}
