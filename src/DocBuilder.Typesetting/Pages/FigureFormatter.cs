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

    /// <summary>The part of a page that a picture may take which cannot float: less, since it may leave a hole before it.</summary>
    private const double TallestFixedPicture = 0.3;

    /// <summary>The part of a page that all pictures of one figure may take together.</summary>
    private const double TallestPictures = 0.8;

    /// <summary>The part of a page that each of very many pictures may take, so that none of them leaves a hole.</summary>
    private const double LeastPicture = 0.19;

    /// <summary>Whether a block is made of pictures and at most a caption, so that it can stand a little further on than the words around it.</summary>
    public static bool CanFloat(Block block, VerticalList formatted) =>
        block is ImageBlock or Figure { Blocks.Length: > 0 }
        && (block is not Figure figure || figure.Blocks.All(static b => b is ImageBlock))
        && formatted.Boxes.Exists(static box => box.Pieces.Exists(static piece => piece.Item is PlacedImage))
        && !formatted.Boxes.Exists(static box => box.IsLandscape || box.Pieces.Exists(static piece => piece.Target is NoteReference));

    public VerticalList Format(Figure figure, BlockContext column)
    {
        var space = blocks.BlockSpace(column, figure.Language);
        var content = Content(figure, column);
        column = column with { IsMainFlow = false };
        var captionStyle = column.Style with { Size = theme.Reduced(column.Style.Size, theme.SmallSize), Color = theme.SecondaryColor };
        var isLandscape = content.Boxes.Exists(b => b.IsLandscape);
        var captionColumn = isLandscape ? column with { Width = theme.Page.Turned.ContentWidth } : column;
        var caption = blocks.Format(figure.Caption, captionColumn with { Style = captionStyle, Alignment = figure.Blocks.Any(static block => block is ImageBlock or MathBlock) ? LineAlignment.Center : LineAlignment.Start, IsDense = true });
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

    public VerticalList Format(ImageBlock block, BlockContext column) =>
        Format(block, column, column.IsMainFlow ? TallestPicture : TallestFixedPicture);

    /// <summary>Several pictures share a page.</summary>
    private VerticalList Content(Figure figure, BlockContext column)
    {
        if (!column.IsMainFlow || figure.Blocks.Any(static b => b is not ImageBlock))
        {
            return blocks.Format(figure.Blocks, column with { IsMainFlow = false });
        }

        var tallest = figure.Blocks.Length > 1 ? Math.Max(LeastPicture, TallestPictures / figure.Blocks.Length) : TallestPicture;
        var list = new VerticalList();
        double spaceSoFar = 0;
        foreach (var block in figure.Blocks)
        {
            var picture = Format((ImageBlock)block, column, Math.Min(TallestPicture, tallest));
            if (block.Anchor is not null)
            {
                picture.Boxes.FirstOrDefault()?.Anchors.Insert(0, block);
            }

            list.Append(picture, spaceSoFar);
            spaceSoFar = picture.SpaceAfter;
        }

        return list;
    }

    private VerticalList Format(ImageBlock block, BlockContext column, double tallest)
    {
        var space = blocks.BlockSpace(column, block.Language);
        var list = new VerticalList(space, space);
        var image = block.Image;
        if (image.Resource is null)
        {
            var style = column.Style with { Color = theme.SecondaryColor };
            lines.AddWithoutWidows(list, paragraphs.Set([image], block.Direction, style, column.Left, column.Width, LineAlignment.Center), style, block.Language);
            return list;
        }

        var (width, height) = SizeOf(image, image.Resource, column.Width, tallestBox * tallest);
        var x = column.Left + ((column.Width - width) / 2);
        list.Add(new VerticalBox
        {
            Height = height,
            Pieces = [new LinePiece(new PlacedImage(ContentOwner.Of(image), image.Resource, new Box(x, 0, width, height)), null, width)],
        });
        return list;
    }

    /// <summary>The size the author or the file asks for, made smaller until it fits; the proportions are the file's.</summary>
    private static (double Width, double Height) SizeOf(Image image, ImageResource resource, double room, double tallest)
    {
        var ratio = resource.AspectRatio;
        var wanted = (image.Width ?? (image.Height is { } asked ? asked / ratio : resource.PixelWidth)) * PointsPerPixel;
        var width = Math.Min(Math.Min(wanted, room), tallest / ratio);
        return (width, width * ratio);
    }
}
