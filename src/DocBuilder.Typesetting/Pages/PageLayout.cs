using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Lays a document out on pages.</summary>
public static class PageLayout
{
    /// <summary>Lays a document out.</summary>
    /// <param name="document">The document.</param>
    /// <param name="theme">How the pages look.</param>
    /// <param name="fonts">The fonts to choose from.</param>
    /// <param name="cancellation">Stops the work between blocks.</param>
    /// <returns>The pages, at least one.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PageSet Lay(Document document, Theme theme, FontLibrary fonts, CancellationToken cancellation = default)
    {
        var selection = new FontSelection(theme, fonts);
        using var shaper = new Shaper(selection);
        var paragraphs = new ParagraphSetter(new InlineCollector(theme), shaper, new FirstFit(), new LineComposer(shaper, theme.MarkColor));
        var formatter = new BlockFormatter(document, theme, paragraphs, new LineBoxes(theme, selection), theme.Page.ContentHeight);
        var style = new TextStyle { Size = theme.TextSize, Color = theme.TextColor };
        var column = new BlockContext(0, theme.Page.ContentWidth, style, theme.Justified ? LineAlignment.Justify : LineAlignment.Start);

        var boxes = formatter.Format(document.Blocks, column, cancellation).Boxes;
        var furniture = new PageFurniture(document, theme, paragraphs);
        var composer = new PageComposer(theme.Page);
        foreach (var (start, end) in Paginator.Break(boxes, theme.Page.ContentHeight))
        {
            cancellation.ThrowIfCancellationRequested();
            composer.Add(boxes, start, end, furniture);
        }

        return new PageSet(composer.Pages, composer.Destinations, MissingCharacters(shaper));
    }

    private static ImmutableArray<Finding> MissingCharacters(Shaper shaper) =>
    [
        .. shaper.MissingCharacters.Select(missing => new Finding(
            "DB3001",
            FindingSeverity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"No font has the character U+{missing.Key:X4}; a substitute is drawn, and its text is kept."),
            "Give a font that has it with --font-dir.",
            missing.Value)),
    ];
}
