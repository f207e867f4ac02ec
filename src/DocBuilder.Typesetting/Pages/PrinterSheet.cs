namespace DocBuilder.Typesetting.Pages;

/// <summary>Puts finished pages on larger sheets for the printer: room for the bleed around them, and marks where they are cut.</summary>
internal sealed class PrinterSheet(double bleed, bool hasMarks)
{
    /// <summary>The room for marks outside the bleed, in points.</summary>
    public const double MarkRoom = 18;

    // A hairline; the marks keep clear of the bleed, and printers ask that they do not begin too near to the cut.
    private const double Hairline = 0.25;
    private const double MarkLength = 12;

    private readonly double _margin = bleed + (hasMarks ? MarkRoom : 0);

    /// <summary>The same pages on their sheets.</summary>
    public PageSet Place(PageSet pages) => _margin <= 0 ? pages : pages with
    {
        Pages = [.. pages.Pages.Select(Place)],
        Destinations = [.. pages.Destinations.Select(place => place with { X = place.X + _margin, Y = place.Y + _margin })],
    };

    private Page Place(Page page)
    {
        var trim = new Box(_margin, _margin, page.Width, page.Height);
        var items = page.Items.Select(item => item.Moved(_margin, _margin));
        return page with
        {
            Width = page.Width + (2 * _margin),
            Height = page.Height + (2 * _margin),
            TrimBox = trim,
            BleedBox = new Box(trim.X - bleed, trim.Y - bleed, trim.Width + (2 * bleed), trim.Height + (2 * bleed)),
            Items = hasMarks ? [.. CropMarks(trim), .. items] : [.. items],
        };
    }

    /// <summary>Two lines at each corner, in line with the edges of the trimmed page and ending at the edge of the sheet.</summary>
    private IEnumerable<PageItem> CropMarks(Box trim)
    {
        var (sheetRight, sheetBottom) = (trim.Right + _margin, trim.Bottom + _margin);
        foreach (var y in new[] { trim.Y, trim.Bottom })
        {
            yield return Mark(new Box(0, y - (Hairline / 2), MarkLength, Hairline));
            yield return Mark(new Box(sheetRight - MarkLength, y - (Hairline / 2), MarkLength, Hairline));
        }

        foreach (var x in new[] { trim.X, trim.Right })
        {
            yield return Mark(new Box(x - (Hairline / 2), 0, Hairline, MarkLength));
            yield return Mark(new Box(x - (Hairline / 2), sheetBottom - MarkLength, Hairline, MarkLength));
        }
    }

    private static FilledBox Mark(Box box) => new(ContentOwner.Of(ArtifactKind.PrinterMark), box, Color.Black);
}
