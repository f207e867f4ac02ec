using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Moves items about while a page is made.</summary>
internal static class PageItems
{
    /// <summary>The item moved right and down, in points.</summary>
    public static PageItem Moved(this PageItem item, double right, double down) => item switch
    {
        TextFragment fragment => fragment with { X = fragment.X + right, Y = fragment.Y + down },
        PlacedImage image => image with { Box = image.Box.Moved(right, down) },
        FilledBox filled => filled with { Box = filled.Box.Moved(right, down) },
        LinkArea link => link with { Boxes = [.. link.Boxes.Select(box => box.Moved(right, down))] },
        _ => item,
    };

    /// <summary>The piece moved right and down, in points.</summary>
    public static LinePiece Moved(this LinePiece piece, double right, double down) => piece with { Item = piece.Item.Moved(right, down) };

    /// <summary>The box moved right and down, in points.</summary>
    public static Box Moved(this Box box, double right, double down) => box with { X = box.X + right, Y = box.Y + down };

    /// <summary>The item as something that is drawn but not said.</summary>
    public static PageItem AsArtifact(this PageItem item, ArtifactKind kind) =>
        item.Owner.IsArtifact ? item : item with { Owner = ContentOwner.Of(kind) };
}
