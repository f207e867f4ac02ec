using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The running head and the folio: drawn on the page, not said.</summary>
internal sealed class PageFurniture(Document document, Theme theme, ParagraphSetter paragraphs)
{
    /// <summary>The folio of a page, from 0, as printed and as the page's label.</summary>
    public string Label(int pageIndex) => document.Numbering.Format(pageIndex + 1);

    /// <summary>Everything around the text of a page.</summary>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="page">Its size and margins.</param>
    public IEnumerable<PageItem> Around(int pageIndex, PageGeometry page)
    {
        if (!theme.Furniture)
        {
            return [];
        }

        var style = new TextStyle { Size = theme.FurnitureSize, Color = theme.SecondaryColor };
        var folio = Line(Label(pageIndex), ArtifactKind.Folio, style, page, page.Height - (page.Bottom * 0.5));
        return pageIndex == 0 ? folio : Line(RunningHead(style), ArtifactKind.RunningHead, style, page, page.Top * 0.58).Concat(folio);
    }

    private IEnumerable<PageItem> Line(string words, ArtifactKind kind, TextStyle style, PageGeometry page, double baseline)
    {
        var lines = paragraphs.Set(words, ContentOwner.Of(kind), document.Language, document.Direction, style, page.Sides, page.ContentWidth, LineAlignment.Center);
        return lines.Take(1).SelectMany(line => line.Pieces).Select(piece => piece.Item.Moved(0, baseline));
    }

    /// <summary>The title, cut at a word when it is wider than the page.</summary>
    private string RunningHead(TextStyle style)
    {
        const string ellipsis = "…";
        var title = document.Metadata.Title;
        while (paragraphs.Measure(title, document.Language, document.Direction, style) > theme.Page.ContentWidth)
        {
            var space = title.LastIndexOf(' ', title.Length - 1);
            if (space <= 0)
            {
                return "";
            }

            title = title[..space].TrimEnd('…', ' ') + ellipsis;
        }

        return title;
    }
}
