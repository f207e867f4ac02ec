using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Epub.PageList;

/// <summary>Where a page of the print edition begins in the text.</summary>
/// <param name="Label">The page's number as printed.</param>
/// <param name="Start">Where its text begins; null when it has none of its own.</param>
/// <param name="Other">What else of the article is on it, a figure or a note; null when there is nothing.</param>
/// <param name="IsMarkedInSource">Whether the source has a mark there, which is kept even where another page's stands.</param>
internal readonly record struct PageStart(string Label, TextPosition? Start, TextPosition? Other = null, bool IsMarkedInSource = false)
{
    /// <summary>The pages of another print edition that a document marks.</summary>
    public static IEnumerable<PageStart> Of(Document document) => NodeTree.SelfAndDescendants(document).OfType<Inline>()
        .SelectMany(static inline => inline.PageMarks.Select(mark => new PageStart(mark.Label, new TextPosition(inline, mark.Offset), IsMarkedInSource: true)));

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
