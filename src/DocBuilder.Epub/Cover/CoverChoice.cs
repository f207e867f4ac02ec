using DocBuilder.Documents;

namespace DocBuilder.Epub.Cover;

/// <summary>What a book shows on a shelf.</summary>
public sealed record CoverChoice
{
    private CoverChoice(CoverKind kind, ImageResource? picture = null) => (Kind, Picture) = (kind, picture);

    /// <summary>A cover drawn from title, authors and publisher in their own script.</summary>
    public static CoverChoice Drawn { get; } = new(CoverKind.Drawn);

    /// <summary>The first picture of the article that says something and is large enough; a drawn cover when there is none.</summary>
    public static CoverChoice MainPicture { get; } = new(CoverKind.MainPicture);

    /// <summary>No cover.</summary>
    public static CoverChoice None { get; } = new(CoverKind.None);

    /// <summary>The kind of cover.</summary>
    public CoverKind Kind { get; }

    /// <summary>The picture of <see cref="CoverKind.Picture"/>; null for any other.</summary>
    public ImageResource? Picture { get; }

    /// <summary>A picture of the caller's, of a core media type (EPUB 3.3, 3.2): JPEG, PNG, GIF, WebP or SVG.</summary>
    public static CoverChoice Of(ImageResource picture) => new(CoverKind.Picture, picture);
}

/// <summary>Where a cover comes from.</summary>
public enum CoverKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It is drawn from the words.</summary>
    Drawn,

    /// <summary>It is the article's main picture.</summary>
    MainPicture,

    /// <summary>It is a picture of the caller's.</summary>
    Picture,
}
