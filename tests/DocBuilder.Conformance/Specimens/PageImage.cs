using SkiaSharp;

namespace DocBuilder.Conformance.Specimens;

/// <summary>A page as grey values.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Grey">A value for each pixel, row by row; 0 is black.</param>
internal sealed record PageImage(int Width, int Height, byte[] Grey)
{
    /// <summary>The side of a neighbourhood in pixels: about a line's height at 70 dpi.</summary>
    private const int Neighbourhood = 20;

    public static PageImage Read(string path)
    {
        using var bitmap = SKBitmap.Decode(path) ?? throw new InvalidOperationException("No picture: " + path);
        var grey = new byte[bitmap.Width * bitmap.Height];
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                var color = bitmap.GetPixel(x, y);
                grey[(y * bitmap.Width) + x] = (byte)((color.Red + color.Green + color.Blue) / 3);
            }
        }

        return new PageImage(bitmap.Width, bitmap.Height, grey);
    }

    /// <summary>How far two pages are apart: the mean of all pixels, and of the neighbourhood that is furthest; 0 to 1.</summary>
    public (double OfPage, double OfNeighbourhood, string Place) DifferenceFrom(PageImage other)
    {
        if (Width != other.Width || Height != other.Height)
        {
            return (1, 1, $"{Width} × {Height} pixels against {other.Width} × {other.Height}");
        }

        double page = 0, worst = 0;
        var place = "nowhere";
        for (var top = 0; top < Height; top += Neighbourhood)
        {
            for (var left = 0; left < Width; left += Neighbourhood)
            {
                double sum = 0;
                for (var y = top; y < Math.Min(top + Neighbourhood, Height); y++)
                {
                    for (var x = left; x < Math.Min(left + Neighbourhood, Width); x++)
                    {
                        sum += Math.Abs(Grey[(y * Width) + x] - other.Grey[(y * Width) + x]);
                    }
                }

                page += sum;
                if (sum / (255.0 * Neighbourhood * Neighbourhood) is var mean && mean > worst)
                {
                    (worst, place) = (mean, $"x {left}, y {top}");
                }
            }
        }

        return (page / (255.0 * Width * Height), worst, place);
    }
}
