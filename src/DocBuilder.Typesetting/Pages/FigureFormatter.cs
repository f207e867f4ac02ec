using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Pictures, scaled to fit, and figures with their captions.</summary>
internal sealed class FigureFormatter(BlockFormatter blocks, ParagraphSetter paragraphs, LineBoxes lines, Theme theme, double tallestBox)
{
    /// <summary>CSS pixels are 96 to the inch, points 72.</summary>
    public const double PointsPerPixel = 0.75;

    /// <summary>The part of a page that a picture may take, so that its caption stays with it.</summary>
    private const double TallestPicture = 0.62;

    /// <summary>Whether a picture can be put on a page. Vector pictures cannot yet: their alternative text stands in their place.</summary>
    public static bool CanDraw(ImageResource resource) => resource.MediaType != "image/svg+xml";

    public VerticalList Format(Figure figure, BlockContext column)
    {
        var space = blocks.BlockSpace(column, figure.Language);
        var content = blocks.Format(figure.Blocks, column);
        var captionStyle = column.Style with { Size = theme.Reduced(column.Style.Size, theme.SmallSize), Color = theme.SecondaryColor };
        var isLandscape = content.Boxes.Exists(b => b.IsLandscape);
        var captionColumn = isLandscape ? column with { Width = theme.Page.Turned.ContentWidth } : column;
        var caption = blocks.Format(figure.Caption, captionColumn with { Style = captionStyle, Alignment = LineAlignment.Center, IsDense = true });
        var result = new VerticalList(space, space);
        result.Append(figure.CaptionFirst ? caption : content, 0);
        result.KeepWithNext = true;
        result.Append(figure.CaptionFirst ? content : caption, space * 0.5);
        result.KeepWithNext = false;
        foreach (var box in isLandscape ? result.Boxes : [])
        {
            box.IsLandscape = true;
        }

        return figure.Blocks is [ImageBlock] ? result.KeptTogether() : result;
    }

    public VerticalList Format(ImageBlock block, BlockContext column)
    {
        var space = blocks.BlockSpace(column, block.Language);
        var list = new VerticalList(space, space);
        var image = block.Image;
        if (image.Resource is null || !CanDraw(image.Resource))
        {
            var style = column.Style with { Color = theme.SecondaryColor };
            lines.AddWithoutWidows(list, paragraphs.Set([image], block.Direction, style, column.Left, column.Width, LineAlignment.Center), style, block.Language);
            return list;
        }

        var (width, height) = SizeOf(image, image.Resource, column.Width);
        var x = column.Left + ((column.Width - width) / 2);
        list.Add(new VerticalBox
        {
            Height = height,
            Pieces = [new LinePiece(new PlacedImage(ContentOwner.Of(image), image.Resource, new Box(x, 0, width, height)), null, width)],
        });
        return list;
    }

    /// <summary>The size the author or the file asks for, made smaller until it fits; the proportions are the file's.</summary>
    private (double Width, double Height) SizeOf(Image image, ImageResource resource, double room)
    {
        var ratio = (double)resource.PixelHeight / resource.PixelWidth;
        var wanted = (image.Width ?? (image.Height is { } asked ? asked / ratio : resource.PixelWidth)) * PointsPerPixel;
        var width = Math.Min(Math.Min(wanted, room), tallestBox * TallestPicture / ratio);
        return (width, width * ratio);
    }
}
