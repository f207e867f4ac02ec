using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocBuilder.Reading.Parsing;
using SmartReader;

namespace DocBuilder.Reading.Extraction;

/// <summary>Finds the element of a page that holds the article: by the page's own markup, else by SmartReader's choice.</summary>
internal sealed class ArticleFinder(HtmlPage page, FindingList findings, CancellationToken cancellationToken)
{
    private const string Mark = "data-docbuilder-place";

    // SmartReader takes time by the square of some elements: twenty thousand forms take it half a minute. A larger page is kept whole.
    private const int MostElementsScored = 10_000;

    // Characters of text that are more likely an article than a menu.
    private const int ShortestArticle = 200;

    public IElement Find(ArticleScope scope, string name)
    {
        var body = page.Body;
        if (scope == ArticleScope.WholePage)
        {
            return body;
        }

        if (scope == ArticleScope.Automatic && IsOnlyAnArticle(body))
        {
            findings.Add(FindingCatalog.WholePageIsArticle);
            return body;
        }

        if (ByMarkup(body) is { } marked)
        {
            findings.Add(FindingCatalog.ArticleByMarkup, page.PositionOf(marked), marked.LocalName);
            return marked;
        }

        if (ByScore(body, name) is { } scored)
        {
            findings.Add(FindingCatalog.ArticleByScore, page.PositionOf(scored), Describe(scored));
            return scored;
        }

        findings.Add(FindingCatalog.ArticleUnsure);
        return body;
    }

    /// <summary>Whether nothing in the page looks like the furniture of a site.</summary>
    private static bool IsOnlyAnArticle(IElement body)
    {
        return Subtree.First(body, IsFurniture) is null && !HasTeasers(body);

        bool IsFurniture(IElement element) => element.LocalName switch
        {
            "nav" => !ShownContent.IsHidden(element) && !Tokens.HasRole(element, "doc-toc", "toc"),
            "form" => !ShownContent.IsHidden(element),
            "aside" => element.ParentElement == body && !ShownContent.IsHidden(element) && !Tokens.HasRole(element, "doc-footnote", "doc-endnotes", "note"),
            "footer" => IsOfThePage(element) && !ShownContent.IsHidden(element) && !Tokens.HasRole(element, "doc-footnote", "doc-endnotes", "note"),
            "iframe" or "div" or "section" or "ul" or "header" => !ShownContent.IsHidden(element) && Boilerplate.IsBoilerplate(element),
            _ => element.Has("role") && !ShownContent.IsHidden(element) && Boilerplate.IsBoilerplate(element),
        };
    }

    /// <summary>Whether a footer says something of the page, not of a part of it (HTML, 4.3.8).</summary>
    private static bool IsOfThePage(IElement footer) => footer.ParentElement?.Closest("article, section, main, blockquote, figure, td") is null;

    /// <summary>Whether one article of several is the one that is meant.</summary>
    private static bool HasTeasers(IElement body)
    {
        var articles = Subtree.All(body, static element => element.LocalName == "article" && element.ParentElement?.Closest("article") is null);
        return articles.Count > 1 && Largest(articles) is not null;
    }

    private static IElement? ByMarkup(IElement body)
    {
        var shown = Subtree.All(body, static element => element.LocalName is "article" or "main" || element.Attribute("role") == "main" || element.Attribute("itemprop") == "articleBody")
            .FindAll(element => !ShownContent.IsHiddenOrInHidden(element, body) && TextMeasure.IsAnyVisible(element));
        var main = shown.Find(static element => element.LocalName == "main" || Tokens.HasRole(element, "main"));
        var articles = shown.FindAll(element => element.LocalName == "article" && element.ParentElement?.Closest("article") is null
            && (main is null || main.Contains(element)) && element.Closest("aside, footer, nav") is null);
        if (articles.Count == 0)
        {
            return main;
        }

        if (LiveUpdates.Find(articles, body) is { } live)
        {
            return live;
        }

        var article = articles.Count == 1 ? articles[0] : Largest(articles);
        if (article is null)
        {
            return null;
        }

        if (IsTeaser(article, main ?? body))
        {
            return main;
        }

        // The title, and sometimes the whole text, may stand in main beside the article element.
        if (main is not null && article.QuerySelector("h1") is null && main.QuerySelector("h1") is { } title
            && (title.CompareDocumentPosition(article) & DocumentPositions.Following) != 0 && IsTitleBlockOf(title, article, main))
        {
            return main;
        }

        return article;
    }

    /// <summary>Teasers of other articles are articles too: the one meant has most of their text. Null when none has.</summary>
    private static IElement? Largest(List<IElement> articles)
    {
        var sizes = articles.ConvertAll(TextMeasure.Visible);
        var largest = sizes.IndexOf(sizes.Max());
        return sizes[largest] * 2 < sizes.Sum() ? null : articles[largest];
    }

    /// <summary>Whether an article is a small part of a page whose title stands elsewhere: the page's own text is in no article element then.</summary>
    private static bool IsTeaser(IElement article, IElement page) =>
        Subtree.First(article, static element => element.LocalName == "h1") is null && Subtree.First(page, static element => element.LocalName == "h1") is not null
        && TextMeasure.Visible(article) * 4 < TextMeasure.Visible(page);

    private static bool IsTitleBlockOf(IElement title, IElement article, IElement main) =>
        TextMeasure.Visible(main) < TextMeasure.Visible(article) * 2 && title.Closest("nav, aside") is null;

    private IElement? ByScore(IElement body, string name)
    {
        var elements = body.QuerySelectorAll("*").ToList();
        if (elements.Count > MostElementsScored)
        {
            return null;
        }

        for (var i = 0; i < elements.Count; i++)
        {
            elements[i].SetAttribute(Mark, i.ToString(CultureInfo.InvariantCulture));
        }

        try
        {
            var html = page.Document.DocumentElement.OuterHtml;
            using var reader = new Reader("https://article.invalid/" + Uri.EscapeDataString(Path.GetFileName(name)), html);
            var article = reader.GetArticleAsync(cancellationToken).GetAwaiter().GetResult();
            // Its own "is readable" asks for more text than a short news item has.
            return article.Completed && article.Length >= ShortestArticle && ContainerOf(article.Content, elements, body) is { } container
                ? WithTitle(container, body) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // Whatever the scorer stumbles over, the page can still be kept whole.
            return null;
        }
        finally
        {
            foreach (var element in elements)
            {
                element.RemoveAttribute(Mark);
            }
        }
    }

    /// <summary>The innermost element that holds all the text that was chosen.</summary>
    private static IElement? ContainerOf(string content, List<IElement> elements, IElement body)
    {
        var chosen = new HtmlParser().ParseDocument(content);
        IElement? container = null;
        var chosenText = 0;
        foreach (var copy in chosen.QuerySelectorAll("p, li, td, th, h2, h3, h4, blockquote, pre, figure, dd, div"))
        {
            var hasOwnText = copy.ChildNodes.Any(static node => node is IText text && !string.IsNullOrWhiteSpace(text.Data));
            // The scorer makes paragraphs of its own where line breaks divide the text: what they stand in is known.
            if (!hasOwnText || !int.TryParse(copy.Closest("[" + Mark + "]")?.GetAttribute(Mark), CultureInfo.InvariantCulture, out var place) || place < 0 || place >= elements.Count)
            {
                continue;
            }

            container = container is null ? elements[place] : CommonAncestor(container, elements[place]);
        }

        chosenText = chosen.Body is null ? 0 : TextMeasure.Visible(chosen.Body);
        if (container is null || container == body || !body.Contains(container))
        {
            return null;
        }

        while (container is not null && container != body && container.LocalName is "p" or "span" or "li" or "h2" or "h3" or "blockquote" or "ul" or "ol" or "tr" or "tbody" or "td")
        {
            container = container.ParentElement;
        }

        // A container that holds far more than what was chosen is not the article's.
        return container is null || container == body || TextMeasure.Visible(container) > chosenText * 3 ? null : container;
    }

    /// <summary>The container, widened to hold the title when that stands in a header beside it.</summary>
    private static IElement WithTitle(IElement container, IElement body)
    {
        if (container.QuerySelector("h1") is not null)
        {
            return container;
        }

        var size = TextMeasure.Visible(container);
        for (var at = container.ParentElement; at is not null && at != body && TextMeasure.Visible(at) * 2 < size * 3; at = at.ParentElement)
        {
            if (at.QuerySelector("h1") is { } title && (title.CompareDocumentPosition(container) & DocumentPositions.Following) != 0)
            {
                return at;
            }
        }

        return container;
    }

    private static IElement? CommonAncestor(IElement first, IElement second)
    {
        IElement? at = first;
        while (at is not null && at != second && !at.Contains(second))
        {
            at = at.ParentElement;
        }

        return at;
    }

    private static string Describe(IElement element) =>
        element.Attribute("id") is { Length: > 0 } id ? $"{element.LocalName} id=\"{id}\""
        : element.Attribute("class") is { Length: > 0 } names ? $"{element.LocalName} class=\"{names.Trim()}\""
        : element.LocalName;
}
