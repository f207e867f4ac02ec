using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Extraction;

/// <summary>
/// Articles that stand side by side under one title: the updates of live coverage (schema.org, liveBlogUpdate), or the answers of an interview in parts.
/// None of them alone is what the page is about.
/// </summary>
internal static class LiveUpdates
{
    // Characters of text beside links that make an update and no teaser.
    private const int ShortestUpdate = 40;

    // A title says more than the name of a site.
    private const int FewestWordsOfTitle = 3;

    /// <summary>The innermost element that holds the updates and their title; null when the articles are no updates of one thing.</summary>
    /// <param name="articles">The articles of a page that are in no other, in its order.</param>
    /// <param name="body">The page's body.</param>
    public static IElement? Find(List<IElement> articles, IElement body)
    {
        var parent = articles[0].ParentElement;
        if (articles.Count < 2 || parent is null || !articles.TrueForAll(article => article.ParentElement == parent && IsUpdate(article)))
        {
            return null;
        }

        for (IElement? at = parent; at is not null && body.Contains(at); at = at.ParentElement)
        {
            if (Subtree.First(at, element => element.LocalName == "h1" && IsTitle(element)) is { } title)
            {
                var isAbove = (title.CompareDocumentPosition(articles[0]) & DocumentPositions.Following) != 0;
                return isAbove && articles.Sum(TextMeasure.Visible) * 2 > TextMeasure.Visible(at) ? at : null;
            }
        }

        return null;
    }

    private static bool IsUpdate(IElement article)
    {
        var length = TextMeasure.Visible(article);
        var linked = Subtree.All(article, static element => element.LocalName == "a").Sum(TextMeasure.Visible);
        return length - linked >= ShortestUpdate && linked * 2 < length && Subtree.First(article, static element => element.LocalName == "h1") is null;
    }

    private static bool IsTitle(IElement heading) =>
        heading.Closest("nav, aside, footer") is null && heading.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWordsOfTitle;
}
