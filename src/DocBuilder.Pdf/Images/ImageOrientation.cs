using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Images;

/// <summary>How a picture's rows and columns lie on the page: EXIF's Orientation, 1 to 8. The page turns the picture, no pixel is touched.</summary>
internal readonly record struct ImageOrientation(int Value)
{
    /// <summary>First row on top, first column at the left.</summary>
    public static ImageOrientation Upright => new(1);

    /// <summary>Whether what is a row of pixels stands upright on the page.</summary>
    public bool SwapsSides => Value >= 5;

    /// <summary>The matrix for <c>cm</c> that puts the unit square's picture into a box; y is the box's lower edge.</summary>
    public double[] Place(Box box)
    {
        var (w, h, x, y) = (box.Width, box.Height, box.X, box.Y);
        return Value switch
        {
            2 => [-w, 0, 0, h, x + w, y],
            3 => [-w, 0, 0, -h, x + w, y + h],
            4 => [w, 0, 0, -h, x, y + h],
            5 => [0, -h, -w, 0, x + w, y + h],
            6 => [0, -h, w, 0, x, y + h],
            7 => [0, h, w, 0, x, y],
            8 => [0, h, -w, 0, x + w, y],
            _ => [w, 0, 0, h, x, y],
        };
    }
}
