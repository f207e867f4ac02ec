using AngleSharp.Dom;

namespace DocBuilder.Reading.Images;

/// <summary>Pictures that scripts load, with a <c>noscript</c> beside them that holds the same picture.</summary>
internal static class LazyImages
{
    /// <summary>Whether a picture with an address of its own stands before a <c>noscript</c>.</summary>
    public static bool StandsBeside(IElement noscript) =>
        noscript.PreviousElementSibling is { LocalName: "img" } image && ImageAddress.Of(image) is { } address && !ImageAddress.IsPlaceholder(address);

    /// <summary>Whether an <c>img</c> only keeps the place of the picture in the <c>noscript</c> after it.</summary>
    public static bool IsPlaceholder(IElement image) =>
        image.NextElementSibling is { LocalName: "noscript" } noscript && noscript.QuerySelector("img") is not null
        && (ImageAddress.Of(image) is not { } address || ImageAddress.IsPlaceholder(address));
}
