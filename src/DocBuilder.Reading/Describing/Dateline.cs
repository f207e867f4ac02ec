using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>Tells when a <c>time</c> says when the article was published from when it says when something in it happened.</summary>
internal static class Dateline
{
    // "نُشر في", "Published on", a weekday.
    private const int MostBeside = 24;

    private static readonly string[] Words = ["date", "dates", "time", "timestamp", "published", "pubdate", "posted", "dateline", "meta", "byline", "info", "details", "author"];

    /// <summary>Whether an element with a time is about the article: marked as such, in its head or foot, or alone in a line before the text.</summary>
    public static bool IsOne(IElement time)
    {
        if (Tokens.Has(time.Attribute("itemprop"), "datePublished") || time.Has("pubdate") || IsCalledDate(time))
        {
            return true;
        }

        for (var at = time.ParentElement; at is not null && at.LocalName is not ("article" or "body" or "main"); at = at.ParentElement)
        {
            if (at.LocalName is "header" or "footer" or "address" or "hgroup" || IsCalledDate(at))
            {
                return true;
            }

            if (at.LocalName is "li" or "td" or "th" or "dd" or "dt" or "blockquote" or "figcaption" or "caption" or "h2" or "h3" or "h4" or "h5" or "h6")
            {
                return false;
            }

            if (ElementKinds.IsBlock(at))
            {
                return TextCleaner.Fold(at.TextContent).Length - TextCleaner.Fold(time.TextContent).Length <= MostBeside
                    && !TitleFinder.StandsAfterText(time, at.Closest("article, main, body")!, static _ => false);
            }
        }

        return false;
    }

    private static bool IsCalledDate(IElement element) => ClassWords.Of(element) is { Count: > 0 } words && words.Overlaps(Words);
}
