using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>What a page says of itself: JSON-LD first, then Open Graph, Dublin Core, the meta names, and marked elements.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>The address of the picture that stands for the article.</summary>
    public string? Image { get; init; }

    public string? SiteName { get; init; }

    public List<string> Authors { get; init; } = [];

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? Url { get; init; }

    /// <summary>The print edition that the page was made from.</summary>
    public string? PrintSource { get; init; }

    public string? Description { get; init; }

    public string? Rights { get; init; }

    public string? Section { get; init; }

    public List<string> Keywords { get; init; } = [];

    public string? Language { get; init; }

    public static PageMetadata Read(HtmlPage page, FindingList findings)
    {
        var document = page.Document;
        var meta = MetaElements.Read(page);
        var linked = JsonLdArticle.Find(page, findings);
        var site = First(linked?.Publisher, meta.Get("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "twitter:site"),
            Find(page, "itemprop", "[itemprop=publisher] [itemprop=name]") is { } publisher ? publisher.Attribute("content") ?? publisher.TextContent : null)?.TrimStart('@');
        return new PageMetadata
        {
            Title = First(linked?.Headline, meta.Get("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"), TitleCut.Cut(document.Title, site)),
            Subtitle = First(linked?.AlternativeHeadline, meta.Get("subtitle", "dcterms.alternative", "citation_subtitle", "alternativeheadline")),
            Image = First(meta.Get("og:image", "og:image:url", "twitter:image", "twitter:image:src", "image"), linked?.Image),
            SiteName = site,
            Authors = Names(linked?.Authors, meta.All("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author"), MarkedAuthors(page)),
            Published = PublicationDate.Parse(linked?.Published)
                ?? PublicationDate.Parse(meta.Get("article:published_time", "og:published_time", "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date",
                    "citation_publication_date", "citation_date", "datepublished", "date", "pubdate", "publish-date", "parsely-pub-date"))
                ?? PublicationDate.Parse(Find(page, "datetime", "time[itemprop=datePublished], time[pubdate]")?.Attribute("datetime"))
                ?? PublicationDate.Parse(Matching(page, "datetime", "article time[datetime], header time[datetime]").FirstOrDefault(Dateline.IsOne)?.Attribute("datetime"))
                ?? PublicationDate.Parse(Find(page, "itemprop", "[itemprop=datePublished][content]")?.Attribute("content"))
                ?? PublicationDate.Parse(Find(page, "title", "abbr.published[title], abbr[itemprop=datePublished][title]")?.Attribute("title")),
            Modified = PublicationDate.Parse(linked?.Modified)
                ?? PublicationDate.Parse(meta.Get("article:modified_time", "og:updated_time", "dcterms.modified", "datemodified", "last-modified"))
                ?? PublicationDate.Parse(Find(page, "itemprop", "time[itemprop=dateModified]")?.Attribute("datetime")),
            Url = LinkResolver.AbsoluteWeb(Find(page, "rel", "link[rel~=canonical][href]")?.Attribute("href"))
                ?? LinkResolver.AbsoluteWeb(meta.Get("og:url")) ?? LinkResolver.AbsoluteWeb(linked?.Url) ?? page.Address,
            PrintSource = First(meta.Get("pagebreaksource", "dc.source", "dcterms.source", "dc:source", "dcterms:source")),
            Description = First(linked?.Description, meta.Get("og:description", "description", "dc.description", "dcterms.description", "twitter:description")),
            Rights = First(meta.Get("dcterms.rights", "dc.rights", "copyright", "rights"), linked?.License),
            Section = First(linked?.Section, meta.Get("article:section", "articlesection", "og:section", "section")),
            Keywords = Names(linked?.Keywords, meta.All("article:tag"), [.. (meta.Get("keywords", "news_keywords") ?? "").Split([',', '،', ';'])]),
            Language = meta.Get("content-language", "dc.language", "dcterms.language", "og:locale", "language") ?? linked?.Language,
        };
    }

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (TextCleaner.FoldOrNull(value) is { } folded)
            {
                return folded;
            }
        }

        return null;
    }

    /// <summary>The first of the lists that names anything, addresses left out, each name once.</summary>
    private static List<string> Names(params ReadOnlySpan<List<string>?> lists)
    {
        foreach (var list in lists)
        {
            var names = (list ?? []).Select(TextCleaner.Fold)
                .Where(static name => name.Length is > 0 and < 200 && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.Ordinal).ToList();
            if (names.Count > 0)
            {
                return names;
            }
        }

        return [];
    }

    private static List<string> MarkedAuthors(HtmlPage page) =>
        [.. Matching(page, "itemprop", "[itemprop=author] [itemprop=name], [itemprop=author]:not(:has([itemprop=name]))").Concat(Matching(page, "rel", "a[rel~=author]:not([itemprop])"))
            .Concat(Matching(page, "class", ".author.vcard .fn, .byline .vcard .fn, .byline .author:not(:has(.fn)), .p-author .p-name, .p-author:not(:has(.p-name))").Where(static element => element.Closest("[class*=comment], [id*=comment], footer, aside") is null))
            .Select(static element => element.Attribute("content") ?? element.TextContent)];

    private static IElement? Find(HtmlPage page, string attribute, string selector) => Matching(page, attribute, selector).FirstOrDefault();

    /// <summary>The elements that a selector matches, all of which have the attribute.</summary>
    private static IEnumerable<IElement> Matching(HtmlPage page, string attribute, string selector)
    {
        var having = page.Nodes.Having(attribute);
        return having.Count > 0 && page.Document.Context.GetService<ICssSelectorParser>()?.ParseSelector(selector) is { } parsed ? having.Where(element => parsed.Match(element, null)) : [];
    }
}
