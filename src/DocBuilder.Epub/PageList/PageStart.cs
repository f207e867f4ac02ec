using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Epub.PageList;

/// <summary>Where a page of the print edition begins in the text.</summary>
/// <param name="Label">The page's number as printed.</param>
/// <param name="Start">Where its text begins; null when it has none of its own.</param>
/// <param name="Other">What else of the article is on it, a figure or a note; null when there is nothing.</param>
internal readonly record struct PageStart(string Label, TextPosition? Start, TextPosition? Other = null)
{
    /// <summary>The pages of a laid-out edition.</summary>
    public static IEnumerable<PageStart> Of(PageSet pages) => pages.Pages.Select(static page => new PageStart(page.Label, page.FirstText, FirstSaid(page)));

    private static TextPosition? FirstSaid(Page page)
    {
        foreach (var item in page.Items)
        {
            if (item.Owner.Node is { } node)
            {
                return new TextPosition(node, item is TextFragment fragment ? fragment.TextStart : 0);
            }
        }

        return null;
    }
}
