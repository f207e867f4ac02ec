using System.Buffers.Binary;

namespace DocBuilder.Pdf.Images;

/// <summary>
/// Reads PNG without loss: rows are what FlateDecode with PNG predictors decodes, so they pass through; opacity is parted from the colours, and
/// interlaced rows are put in order, at the bits that they have.
/// </summary>
internal static class PngReader
{
    /// <summary>gAMA of sRGB, and how far off still means it.</summary>
    private const double SrgbGamma = 45455, Tolerance = 1000;

    /// <summary>The image, or null when the file is broken.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return PngFile.Read(file) is { } png ? Read(png) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ImageData Read(PngFile png)
    {
        var hasAlphaChannel = png.Type is PngFile.GreyAlpha or PngFile.TrueColorAlpha;
        var hasAlphaPalette = png.Type == PngFile.Indexed && png.Transparency.Length > 0;
        var (colors, alpha) = hasAlphaChannel ? Part(png)
            : hasAlphaPalette ? (Ordered(png), PaletteOpacity(png))
            : (Ordered(png), null);
        var verdict = png.Profile.IsEmpty ? IccVerdict.Srgb : IccProfile.Judge(png.Profile.Span, png.Type == PngFile.Indexed ? 3 : png.Colors);
        return new ImageData(png.Width, png.Height, png.Bits, png.Colors, colors, ImageFilter.PngRows)
        {
            Palette = png.Type == PngFile.Indexed ? png.Palette[..Math.Min(png.Palette.Length, 3 << png.Bits)] : default,
            Alpha = alpha is null ? null : new ImageData(png.Width, png.Height, hasAlphaChannel ? png.Bits : 8, 1, alpha, ImageFilter.PngRows),
            ColorKey = png.Type is PngFile.Grey or PngFile.TrueColor ? ColorKey(png) : [],
            Profile = verdict == IccVerdict.Usable ? png.Profile : default,
            IsProfileDropped = verdict == IccVerdict.Unusable,
            Gamma = png.Gamma is > 10_000 and < 500_000 and var gamma && Math.Abs(gamma - SrgbGamma) > Tolerance ? 100_000.0 / gamma : null,
        };
    }

    /// <summary>The rows as they are, or, when they are interlaced, in order.</summary>
    private static ReadOnlyMemory<byte> Ordered(PngFile png)
    {
        if (!png.IsInterlaced)
        {
            return png.Data;
        }

        using var rows = new PngRowWriter(PngRowReader.RowBytes(png, png.Width), Math.Max(1, png.Bits * png.Channels / 8));
        PngRowReader.Read(png, rows.Add);
        return rows.Finish();
    }

    /// <summary>Colours and opacity apart.</summary>
    private static (ReadOnlyMemory<byte> Colors, byte[]? Alpha) Part(PngFile png)
    {
        var sample = png.Bits / 8;
        var (colorBytes, pixelBytes) = (png.Colors * sample, png.Channels * sample);
        using var colors = new PngRowWriter(png.Width * colorBytes, colorBytes);
        using var alpha = new PngRowWriter(png.Width * sample, sample);
        var (colorRow, alphaRow) = (new byte[png.Width * colorBytes], new byte[png.Width * sample]);
        var isOpaque = true;
        PngRowReader.Read(png, row =>
        {
            for (var x = 0; x < png.Width; x++)
            {
                var pixel = row.Slice(x * pixelBytes, pixelBytes);
                pixel[..colorBytes].CopyTo(colorRow.AsSpan(x * colorBytes));
                pixel[colorBytes..].CopyTo(alphaRow.AsSpan(x * sample));
            }

            isOpaque = isOpaque && alphaRow.AsSpan().IndexOfAnyExcept((byte)0xFF) < 0;
            colors.Add(colorRow);
            alpha.Add(alphaRow);
        });
        return (colors.Finish(), isOpaque ? null : alpha.Finish());
    }

    private static byte[]? PaletteOpacity(PngFile png)
    {
        var opacities = png.Transparency.Span.ToArray();
        if (opacities.AsSpan().IndexOfAnyExcept((byte)0xFF) < 0)
        {
            return null;
        }

        using var alpha = new PngRowWriter(png.Width, 1);
        var alphaRow = new byte[png.Width];
        var mask = (1 << png.Bits) - 1;
        PngRowReader.Read(png, row =>
        {
            for (var x = 0; x < png.Width; x++)
            {
                var index = (row[x * png.Bits / 8] >> (8 - png.Bits - (x * png.Bits % 8))) & mask;
                alphaRow[x] = index < opacities.Length ? opacities[index] : (byte)0xFF;
            }

            alpha.Add(alphaRow);
        });
        return alpha.Finish();
    }

    /// <summary>The one colour that is transparent, as ranges of samples (ISO 32000-1 8.9.6.4).</summary>
    private static int[] ColorKey(PngFile png)
    {
        var key = png.Transparency.Span;
        if (key.Length < 2 * png.Colors)
        {
            return [];
        }

        var ranges = new int[2 * png.Colors];
        for (var i = 0; i < png.Colors; i++)
        {
            ranges[2 * i] = ranges[(2 * i) + 1] = BinaryPrimitives.ReadUInt16BigEndian(key[(2 * i)..]) & ((1 << png.Bits) - 1);
        }

        return ranges;
    }
}
