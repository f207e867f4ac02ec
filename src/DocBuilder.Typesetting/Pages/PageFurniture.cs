using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The running head and the folio: drawn on the page, not said.</summary>
internal sealed class PageFurniture(Document document, Theme theme, ParagraphSetter paragraphs)
{
    // More than any page is wide; a title of a hundred thousand words is not measured word by word.
    private const int MostCharacters = 300;

    private const double Air = 4.0 / 3;

    private readonly Dictionary<(string Words, double Width), string> _shortened = [];

    /// <summary>The folio of a page, from 0, as printed and as the page's label.</summary>
    public string Label(int pageIndex) => document.Numbering.Format(pageIndex + 1);

    /// <summary>Everything around the text of a page, as far as there is room for it.</summary>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="page">Its size and margins.</param>
    /// <param name="left">The left edge of its text.</param>
    /// <param name="section">The section that its text ends in; null before the first.</param>
    /// <param name="isOpening">Whether an article begins with the page: its title needs no running head above it.</param>
    public IEnumerable<PageItem> Around(int pageIndex, PageGeometry page, double left, Heading? section, bool isOpening)
    {
        if (!theme.Furniture)
        {
            return [];
        }

        var style = new TextStyle { Size = theme.FurnitureSize, Color = theme.SecondaryColor };
        var head = isOpening ? [] : RunningHead(pageIndex, page, left, section, style);
        return head.Concat(Folio(pageIndex, page, left, style));
    }

    /// <summary>The title on the right-hand pages of a right-to-left book and the left-hand pages of others, the section on those that face them.</summary>
    private IEnumerable<PageItem> RunningHead(int pageIndex, PageGeometry page, double left, Heading? section, TextStyle style)
    {
        var isTitlePage = pageIndex % 2 == 1;
        var (words, language, direction) = isTitlePage || section is null
            ? (document.Metadata.Title, document.Language, document.Direction)
            : (InlineText.Of(section.Inlines), section.Language, section.Direction);
        var baseline = page.Top * 0.58;
        return Line(Shortened(words, page.ContentWidth, language, direction, style), ArtifactKind.RunningHead, language, direction, style, page, left, baseline, page.Top - baseline);
    }

    private IEnumerable<PageItem> Folio(int pageIndex, PageGeometry page, double left, TextStyle style)
    {
        var room = page.Bottom * 0.5;
        return Line(Label(pageIndex), ArtifactKind.Folio, document.Language, document.Direction, style, page, left, page.Height - room, room);
    }

    /// <summary>A line in the middle of a margin; none where it would come nearer to the text than its own height.</summary>
    private IEnumerable<PageItem> Line(string words, ArtifactKind kind, string language, TextDirection direction, TextStyle style, PageGeometry page, double left, double baseline, double room)
    {
        var lines = paragraphs.Set(words, ContentOwner.Of(kind), language, direction, style, left, page.ContentWidth, LineAlignment.Center);
        return lines.Count == 0 || HeightOf(lines[0]) > room ? [] : lines[0].Pieces.Select(piece => piece.Item.Moved(0, baseline));
    }

    /// <summary>The height of what is drawn, and a third of it for air: faces for Arabic leave room for marks that a folio does not have.</summary>
    private static double HeightOf(Line line)
    {
        double height = 0;
        foreach (var run in line.Pieces.Select(static piece => piece.Item).OfType<TextFragment>().SelectMany(static fragment => fragment.Runs))
        {
            double top = 0, bottom = 0;
            foreach (var glyph in run.Glyphs)
            {
                var box = run.Face.BoxOf(glyph.Id) ?? default;
                (top, bottom) = (Math.Max(top, box.YMax + glyph.YOffset), Math.Min(bottom, box.YMin + glyph.YOffset));
            }

            height = Math.Max(height, Math.Max(1, (top - bottom) / run.Face.UnitsPerEm) * run.Size * Air);
        }

        return height;
    }

    /// <summary>The words, cut after one of them when they are wider than the page; nothing when not even one has room.</summary>
    private string Shortened(string words, double width, string language, TextDirection direction, TextStyle style)
    {
        if (_shortened.TryGetValue((words, width), out var known))
        {
            return known;
        }

        var shortened = words.Length > MostCharacters ? CutAfterWord(words[..MostCharacters]) : words;
        while (shortened.Length > 0 && paragraphs.Measure(shortened, language, direction, style) > width)
        {
            shortened = CutAfterWord(shortened);
        }

        _shortened.Add((words, width), shortened);
        return shortened;
    }

    private static string CutAfterWord(string words)
    {
        const char ellipsis = '…';
        var space = words.LastIndexOf(' ');
        return space <= 0 ? "" : words[..space].TrimEnd(ellipsis, ' ') + ellipsis;
    }
}
