using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>What items of a page cover, in the page's coordinates.</summary>
internal static class ItemBox
{
    /// <summary>The box around an item; empty for one that draws nothing.</summary>
    public static Box Of(PageItem item)
    {
        switch (item)
        {
            case PlacedImage image:
                return image.Box;
            case TextFragment fragment:
                double ascent = 0, descent = 0;
                foreach (var run in fragment.Runs)
                {
                    ascent = Math.Max(ascent, run.Face.Ascender * run.Size / run.Face.UnitsPerEm);
                    descent = Math.Max(descent, -run.Face.Descender * run.Size / run.Face.UnitsPerEm);
                }

                return new Box(fragment.X, fragment.Y - ascent, fragment.Width, ascent + descent);
            default:
                return default;
        }
    }

    /// <summary>The box around both.</summary>
    public static Box Union(Box? first, Box second)
    {
        if (first is not { } box)
        {
            return second;
        }

        var (x, y) = (Math.Min(box.X, second.X), Math.Min(box.Y, second.Y));
        return new Box(x, y, Math.Max(box.Right, second.Right) - x, Math.Max(box.Bottom, second.Bottom) - y);
    }
}
