using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Books;

/// <summary>Makes one document of many articles.</summary>
internal static class Book
{
    // A title page names the authors of a book. With more of them it is a collection, and each is named where their article begins.
    private const int MostAuthors = 8;

    /// <summary>Binds articles: a title page, then each article as a part, in order.</summary>
    /// <param name="articles">The articles, at least one.</param>
    /// <param name="links">Follows links from article to article.</param>
    /// <param name="options">Title, authors, language and direction of the book, as far as they are given.</param>
    /// <param name="findings">Told what was decided for the reader.</param>
    internal static Document Bind(IReadOnlyList<Document> articles, BookLinks links, BuildOptions options, ImmutableArray<Finding>.Builder findings)
    {
        var language = options.Language is { } asked && LanguageTag.IsKnown(asked) ? asked : MostCommon(articles.Where(static article => LanguageTag.IsKnown(article.Language)), static article => article.Language) ?? articles[0].Language;
        List<Document> alike = [.. articles.Where(article => string.Equals(LanguageTag.Primary(article.Language), LanguageTag.Primary(language), StringComparison.OrdinalIgnoreCase))];
        var direction = options.Direction ?? (alike is [var first, ..] ? first.Direction : articles[0].Direction);
        var metadata = MetadataOf(articles, options, language, findings);

        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(TitlePage(metadata, language, direction, author => articles.FirstOrDefault(article => article.Metadata.Authors.Contains(author))));
        var parts = ImmutableArray.CreateBuilder<BookPart>(articles.Count);
        var pictures = new PictureShelf();
        for (var i = 0; i < articles.Count; i++)
        {
            parts.Add(new BookPart(blocks.Count, articles[i].Language, articles[i].Direction, articles[i].Numbering, articles[i].Metadata));
            blocks.AddRange(new BoundArticle(i + 1, links, pictures).Copy(articles[i]));
        }

        return new Document
        {
            Metadata = metadata,
            Language = language,
            Direction = direction,
            Numbering = (alike.Count > 0 ? alike : articles).GroupBy(static article => article.Numbering).MaxBy(static group => group.Count())!.Key,
            Blocks = blocks.ToImmutable(),
            Parts = parts.ToImmutable(),
        };
    }

    private static Metadata MetadataOf(IReadOnlyList<Document> articles, BuildOptions options, string language, ImmutableArray<Finding>.Builder findings)
    {
        List<Metadata> all = [.. articles.Select(static article => article.Metadata)];
        List<string> authors = [.. all.SelectMany(static one => one.Authors).Distinct(StringComparer.Ordinal)];
        return new Metadata
        {
            Title = Folded(options.Title) ?? MadeTitle(all, language, findings),
            Identifier = EditionIdentifier.Of("book"u8, Encoding.UTF8.GetBytes(string.Join('\n', all.Select(static one => one.Identifier)))),
            Authors = !options.Authors.IsDefaultOrEmpty ? options.Authors : authors.Count <= MostAuthors ? [.. authors] : [],
            Published = all.Max(static one => one.Published),
            Modified = all.Max(static one => one.Modified ?? one.Published),
            Publisher = Shared(all, static one => one.Publisher),
            Rights = Shared(all, static one => one.Rights),
            Keywords = [.. all.SelectMany(static one => one.Keywords).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static string MadeTitle(List<Metadata> all, string language, ImmutableArray<Finding>.Builder findings)
    {
        var words = BookWords.In(language);
        var title = Shared(all, static one => one.Publisher) is { } site
            ? string.Format(CultureInfo.InvariantCulture, words.OfSite, site)
            : string.Format(CultureInfo.InvariantCulture, words.AndOthers, all[0].Title);
        findings.Add(BuildFindings.BookTitle.Of(title));
        return title;
    }

    /// <summary>Title, authors, and the site that all articles are from.</summary>
    /// <param name="metadata">What is known about the book.</param>
    /// <param name="language">Its language.</param>
    /// <param name="direction">Its direction.</param>
    /// <param name="articleOf">The first article of an author, in whose language the name is said; null for none.</param>
    private static IEnumerable<Block> TitlePage(Metadata metadata, string language, TextDirection direction, Func<string, Document?> articleOf)
    {
        yield return new Heading { Level = 1, Inlines = [Said(metadata.Title)], Language = language, Direction = direction };
        if (!metadata.Authors.IsEmpty)
        {
            var names = metadata.Authors.SelectMany((author, i) => i == 0 ? [Name(author)] : new Inline[] { Said(BookWords.In(language).Comma), Name(author) });
            yield return Line(ParagraphRole.Byline, [.. names]);
        }

        if (metadata.Publisher is { } publisher && !metadata.Title.Contains(publisher, StringComparison.OrdinalIgnoreCase))
        {
            yield return Line(ParagraphRole.Source, [Said(publisher)]);
        }

        Paragraph Line(ParagraphRole role, ImmutableArray<Inline> inlines) => new() { Role = role, Inlines = inlines, Language = language, Direction = direction };

        Text Said(string words) => new() { Value = words, Language = language, Direction = direction };

        Inline Name(string author) => articleOf(author) is { } article && article.Language != language && LanguageTag.IsKnown(article.Language)
            ? new Span
            {
                Bidi = BidiIsolation.Isolate,
                Inlines = [new Text { Value = author, Language = article.Language, Direction = article.Direction }],
                Language = article.Language,
                Direction = article.Direction,
            }
            : Said(author);
    }

    private static string? Folded(string? title) =>
        title?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? string.Join(' ', words) : null;

    /// <summary>What all say; null when they differ.</summary>
    private static string? Shared(IEnumerable<Metadata> all, Func<Metadata, string?> said) =>
        all.Select(said).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var one] ? one : null;

    /// <summary>What most say; of equals the first.</summary>
    private static string? MostCommon(IEnumerable<Document> articles, Func<Document, string> said) =>
        articles.GroupBy(said, StringComparer.Ordinal).MaxBy(static group => group.Count())?.Key;
}
