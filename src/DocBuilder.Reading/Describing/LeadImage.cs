using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Images;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>Finds the picture that a page's metadata names for the article, when the page shows it before the article and outside its element.</summary>
internal static class LeadImage
{
    /// <summary>The figure or picture; null when there is none, or the article has it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="root">The article's element.</param>
    /// <param name="address">The address that the metadata names.</param>
    public static IElement? Find(HtmlPage page, IElement root, string? address)
    {
        if (address is null || root == page.Body || NameOf(address) is not { Length: > 0 } name)
        {
            return null;
        }

        var image = page.Body.QuerySelectorAll("img").FirstOrDefault(image => NameOf(ImageAddress.Of(image)) == name);
        if (image is null || root.Contains(image) || ShownContent.IsHiddenOrInHidden(image, page.Body) || image.Closest("nav, aside, footer") is not null
            || (image.CompareDocumentPosition(root) & DocumentPositions.Following) == 0)
        {
            return null;
        }

        return image.Closest("figure") is { } figure && !figure.Contains(root) ? figure : image;
    }

    // Saved pages keep the file's name and lose the rest of its address.
    private static string? NameOf(string? address) =>
        string.IsNullOrWhiteSpace(address) || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? null : ImageAddress.NameOf(address.Trim());
}
