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
    /// <param name="options">What is decided for this edition.</param>
    /// <param name="cancellation">Stops the work between blocks.</param>
    /// <returns>The pages, at least one.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PageSet Lay(Document document, Theme theme, FontLibrary fonts, LayoutOptions options, CancellationToken cancellation = default) =>
        Lay(document, theme, fonts, options, null, cancellation);

    /// <summary>Lays a document out with another way of breaking lines than the one that the options ask for.</summary>
    internal static PageSet Lay(Document document, Theme theme, FontLibrary fonts, LayoutOptions options, ILineBreaking? lineBreaking, CancellationToken cancellation)
    {
        theme = theme with { Page = theme.Page.WithGutter(options.Gutter) };
        var selection = new FontSelection(theme, fonts);
        using var shaper = new Shaper(selection);
        var paragraphs = new ParagraphSetter(new InlineCollector(theme), shaper, lineBreaking ?? new TotalFit(Justification.ForProse(options.Kashida)), new LineComposer(shaper, theme.MarkColor, options.Kashida));
        var footNotes = options.Notes == NotePlacement.Foot ? FootNotes.Of(document) : FootNotes.None;
        var lines = new LineBoxes(theme, selection);
        var formatter = new BlockFormatter(document, theme, paragraphs, lines, theme.Page.ContentHeight, footNotes);
        var style = new TextStyle { Size = theme.TextSize, Color = theme.TextColor };
        var column = new BlockContext(0, theme.Page.ContentWidth, style, theme.Justified ? LineAlignment.Justify : LineAlignment.Start) { IsMainFlow = true };

        var boxes = formatter.Format(document.Blocks, column, cancellation).Boxes;
        var furniture = new PageFurniture(document, theme, paragraphs);
        var textHeight = lines.HeightOf(style, document.Language);
        var notesSet = new Dictionary<Note, VerticalList>(ReferenceEqualityComparer.Instance);
        var runningOver = new RunningOver(formatter, column, Break);
        var pagination = Break(boxes);
        Contents? contents = null;
        if (ContentsFormatter.IsWanted(options.HasContents, boxes, pagination.Pages.Count))
        {
            var formatted = new ContentsFormatter(document, theme, formatter, paragraphs, lines, column);
            formatted.Insert(boxes);
            pagination = runningOver.Mend(boxes, Break(boxes));
            contents = formatted.Number([.. pagination.Pages.Select(plan => pagination.Flow.BoxesOn(plan))], furniture.Label);
        }
        else
        {
            pagination = runningOver.Mend(boxes, pagination);
        }

        var composer = new PageComposer(theme.Page, document.Direction, theme.RuleColor);
        foreach (var plan in pagination.Pages)
        {
            cancellation.ThrowIfCancellationRequested();
            composer.Add(pagination.Flow, plan, textHeight, furniture);
        }

        var pages = new PageSet(composer.Pages, InReadingOrder(document, composer.Destinations), [.. MissingCharacters(shaper)]) { Contents = contents };
        return new PrinterSheet(options.Bleed, options.HasCropMarks).Place(pages);

        Pagination Break(List<VerticalBox> column)
        {
            var notes = new NoteStream(footNotes, FormatNote, textHeight);
            var flow = new ColumnFlow(column, notes, theme.Page.ContentHeight);
            return new Paginator(flow, new PageFiller(flow, theme.Page.ContentHeight, theme.Page.Turned.ContentHeight, textHeight)).Break();
        }

        VerticalList FormatNote(Note note, Heading? heading)
        {
            if (!notesSet.TryGetValue(note, out var set))
            {
                notesSet[note] = set = formatter.FormatFootNote(note, heading, column with { IsMainFlow = false });
            }

            return set;
        }
    }

    /// <summary>Figures and notes stand elsewhere on the pages than in the text.</summary>
    private static ImmutableArray<Destination> InReadingOrder(Document document, ImmutableArray<Destination> destinations)
    {
        var order = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in NodeTree.SelfAndDescendants(document))
        {
            order.TryAdd(node, order.Count);
        }

        return [.. destinations.OrderBy(destination => order.GetValueOrDefault(destination.Node, int.MaxValue))];
    }

    /// <summary>One finding for all characters that no font has, at the place of the first.</summary>
    private static IEnumerable<Finding> MissingCharacters(Shaper shaper)
    {
        const int named = 12;
        if (shaper.MissingCharacters.Count == 0)
        {
            yield break;
        }

        var names = shaper.MissingCharacters.Keys.Take(named).Select(character => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}"));
        var rest = shaper.MissingCharacters.Count > named ? string.Create(CultureInfo.InvariantCulture, $" and {shaper.MissingCharacters.Count - named} more") : "";
        yield return new Finding(
            "DB3001",
            FindingSeverity.Warning,
            $"No font has {string.Join(", ", names)}{rest}; a substitute is drawn for each, and the text is kept.",
            "Give a font that has the characters with --font-dir.",
            shaper.MissingCharacters.Values.MinBy(static position => (position.Line, position.Column)));
    }
}
