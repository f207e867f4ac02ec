using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Formulas;
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
        var paragraphs = new ParagraphSetter(new InlineCollector(theme, new FormulaSetter(theme, selection, shaper)), shaper, lineBreaking ?? new TotalFit(Justification.ForProse(options.Kashida)), new LineComposer(shaper, theme.MarkColor, options.Kashida));
        var lines = new LineBoxes(theme, selection);
        var style = new TextStyle { Size = theme.TextSize, Color = theme.TextColor };
        var column = new BlockContext(0, theme.Page.ContentWidth, style, theme.Justified ? LineAlignment.Justify : LineAlignment.Start) { IsMainFlow = true };
        var textHeight = lines.HeightOf(style, document.Language);
        List<SectionLayout> sections = [.. document.Sections().Select(section => new SectionLayout(section, theme, options.Notes, paragraphs, lines, column, textHeight, cancellation))];

        var furniture = new PageFurniture(document, theme, paragraphs);
        var formatter = new ContentsFormatter(document, theme, sections[0].Formatter, paragraphs, lines, column);
        var (columns, contents) = document.IsBook ? LayBook(sections, formatter, furniture, options, cancellation) : LayArticle(sections[0], formatter, furniture, options);

        var composer = new PageComposer(theme.Page, document.Direction, theme.RuleColor, contents);
        foreach (var pagination in columns)
        {
            foreach (var plan in pagination.Pages)
            {
                cancellation.ThrowIfCancellationRequested();
                composer.Add(pagination.Flow, plan, textHeight, furniture, isOpening: ReferenceEquals(plan, pagination.Pages[0]));
            }
        }

        var pages = new PageSet(composer.Pages, InReadingOrder(document, composer.Destinations), [.. MissingCharacters(shaper)]) { Contents = contents };
        return new PrinterSheet(options.Bleed, options.HasCropMarks).Place(pages);
    }

    private static (IReadOnlyList<Pagination> Columns, Contents? Contents) LayArticle(SectionLayout article, ContentsFormatter contents, PageFurniture furniture, LayoutOptions options)
    {
        var pagination = article.Break();
        if (!ContentsFormatter.IsWanted(options.HasContents, article.Boxes, pagination.Pages.Count))
        {
            return ([article.Mend(pagination)], null);
        }

        contents.Insert(article.Boxes);
        pagination = article.Mend(article.Break());
        return ([pagination], contents.Number([.. pagination.Boxes], furniture.Label));
    }

    /// <summary>Title page, contents and articles begin on pages of their own, so each is cut by itself: what a book takes grows as it does.</summary>
    private static (IReadOnlyList<Pagination> Columns, Contents? Contents) LayBook(List<SectionLayout> sections, ContentsFormatter contents, PageFurniture furniture, LayoutOptions options, CancellationToken cancellation)
    {
        sections[0].Lower();
        var columns = new List<Pagination> { sections[0].Break() };
        var hasContents = ContentsFormatter.IsWanted(options.HasContents ?? true, sections.Skip(1).SelectMany(static part => part.Boxes), columns.Count);
        if (hasContents)
        {
            columns.Add(sections[0].Break(contents.OfBook(sections.Skip(1).SelectMany(static part => part.Boxes))));
        }

        foreach (var part in sections.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            columns.Add(part.Mend(part.Break()));
        }

        return (columns, hasContents ? contents.Number([.. columns.SelectMany(static pagination => pagination.Boxes)], furniture.Label) : null);
    }

    /// <summary>Figures and notes stand elsewhere on the pages than in the text.</summary>
    private static ImmutableArray<Destination> InReadingOrder(Document document, ImmutableArray<Destination> destinations)
    {
        var order = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in NodeTree.SelfAndDescendants(document).Where(static node => node is Heading or NoteReference || node.Anchor is not null))
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

        FindingArgument characters = string.Join(", ", shaper.MissingCharacters.Keys.Take(named).Select(static character => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}")));
        if (shaper.MissingCharacters.Count > named)
        {
            characters = FindingArgument.Of(PageFindings.AndMore, characters, (shaper.MissingCharacters.Count - named).ToString(CultureInfo.InvariantCulture));
        }

        yield return PageFindings.MissingCharacters.At(shaper.MissingCharacters.Values.MinBy(static position => (position.Article, position.Line, position.Column)), characters);
    }
}
