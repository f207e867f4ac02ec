using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Tells whether a picture is described. The one place where this is decided.</summary>
internal static class ImageDescription
{
    /// <summary>Whether the picture is shown, and says something.</summary>
    public static bool IsInformative(Image image) => image is { Resource: not null, IsDecorative: false };

    /// <summary>Whether a picture that says something has words that say the same.</summary>
    public static bool IsDescribed(Image image) => !image.LacksDescription && !string.IsNullOrWhiteSpace(image.AlternativeText);
}
