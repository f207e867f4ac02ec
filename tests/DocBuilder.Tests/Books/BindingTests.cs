using System.Collections.Immutable;
using DocBuilder.Books;
using DocBuilder.Documents;
using DocBuilder.Reading;
using DocBuilder.Tests.Reading;
using Xunit;
using Book = DocBuilder.Books.Book;

namespace DocBuilder.Tests.Books;

/// <summary>One document of many.</summary>
public sealed class BindingTests
{
    private static readonly string Corpus = Path.Combine(DocBuilder.UnicodeTables.RepositoryRoot.Find(AppContext.BaseDirectory)!, "tests", "DocBuilder.Tests", "Corpus");

    [Fact]
    public void Every_part_says_what_its_article_says()
    {
        List<Document> articles = [.. Directory.EnumerateFiles(Corpus, "*.*html").Order(StringComparer.Ordinal)
            .Select(path => Read.Bytes(File.ReadAllBytes(path), Path.GetFileName(path), folder: Corpus).Document!)];
        Assert.True(articles.Count > 40);
        var book = Bind(articles);
        var parts = book.Sections().Skip(1).ToList();

        Assert.Equal(articles.Count, parts.Count);
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            Assert.Equal((article.Language, article.Direction, article.Numbering), (parts[i].Language, parts[i].Direction, parts[i].Numbering));
            // Where the article stands on the web is told in one more line.
            var blocks = article.Metadata.SourceUrl is null ? parts[i].Blocks : parts[i].Blocks.RemoveAt(parts[i].Blocks.ToList().FindLastIndex(static block => block is Paragraph { Role: ParagraphRole.Source }));
            Assert.Equal(Everything(article), Everything(article with { Blocks = blocks }));
        }

        static string Everything(Document document) => SameDocument.Write(document, "Anchor", "NoteAnchor", "Headers", "Target", "Level");
    }

    [Fact]
    public void No_two_articles_share_an_anchor_or_a_node()
    {
        var article = Arabic(
            "<p id=place><a href=#place>هنا</a> و<a href='#fn1' role=doc-noteref>1</a><table><tr><th id=h>س<th>ص<tr><td headers=h>١<td>٢</table><aside id=fn1 role=doc-footnote>حاشية</aside>");
        var book = Bind([article, article, article]);
        var nodes = NodeTree.SelfAndDescendants(book).ToList();

        Assert.Equal(nodes.Count, nodes.Distinct(ReferenceEqualityComparer.Instance).Count());
        var anchors = nodes.Select(static node => node.Anchor).OfType<string>().ToList();
        Assert.Equal(anchors.Count, anchors.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var (section, number) in book.Sections().Skip(1).Select((section, i) => (section, i + 1)))
        {
            var own = section.Blocks.SelectMany(NodeTree.SelfAndDescendants).ToList();
            var here = own.Select(static node => node.Anchor).OfType<string>().ToHashSet();
            Assert.All(here, anchor => Assert.StartsWith($"a{number}", anchor, StringComparison.Ordinal));
            Assert.Contains(own.OfType<Link>(), link => here.Contains(link.Target[1..]));
            Assert.All(own.OfType<NoteReference>(), call => Assert.Contains(call.NoteAnchor, here));
            Assert.All(own.OfType<TableCell>().SelectMany(static cell => cell.Headers), header => Assert.Contains(header, here));
            Assert.All(own.Where(static node => node.Position.Line > 0), node => Assert.Equal(number, node.Position.Article));
        }
    }

    [Fact]
    public void Headings_go_down_by_a_level_under_the_title_of_the_book()
    {
        var book = Bind([Arabic("<h2>ب</h2><p>س<h3>ج</h3><p>س<h4>د</h4><p>س<h5>ه</h5><p>س<h6>و</h6><p>س")]);

        Assert.Equal([1, 2, 3, 4, 5, 6, 6], NodeTree.SelfAndDescendants(book).OfType<Heading>().Select(static heading => heading.Level));
    }

    [Fact]
    public void The_book_is_in_the_language_that_most_of_its_articles_are_in()
    {
        var (arabic, english) = (Arabic("<ol><li>س</ol><p>١٢٣"), Read.Html("<html lang=en dir=ltr><h1>T</h1><p>1984<ol><li>x</ol>").Document!);
        var book = Bind([english, arabic, arabic]);

        Assert.Equal(("ar", TextDirection.RightToLeft, NumberingSystem.ArabicIndic), (book.Language, book.Direction, book.Numbering));
        Assert.Equal([NumberingSystem.Latin, NumberingSystem.ArabicIndic, NumberingSystem.ArabicIndic], book.Parts.Select(static part => part.Numbering));
        Assert.Equal(["en", "ar", "ar"], book.Parts.Select(static part => part.Language));
        Assert.Equal(("en", TextDirection.LeftToRight), Bind([english, arabic, arabic], new BuildOptions { Language = "en" }) is var asked ? (asked.Language, asked.Direction) : default);
    }

    [Theory]
    [InlineData("", "«ع» ومقالات أخرى")]
    [InlineData("<meta property=og:site_name content='صحيفة المرسى'>", "مقالات من صحيفة المرسى")]
    public void A_book_without_a_title_is_called_after_its_first_article(string meta, string title)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var article = Read.Html($"<html lang=ar dir=rtl><title>ع</title>{meta}<h1>ع</h1><p>س").Document!;
        var book = Book.Bind([article], new BookLinks([article]), new BuildOptions(), findings);

        Assert.Equal(title, book.Metadata.Title);
        Assert.Equal(title, InlineText.Of(((Heading)book.Blocks[0]).Inlines));
        var finding = Assert.Single(findings);
        Assert.Equal(("DB0012", FindingSeverity.Note, true), (finding.Code, finding.Severity, finding.Message.Contains(title, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_title_page_names_title_and_authors_and_the_site_of_all()
    {
        var article = Read.Html("<html lang=ar dir=rtl><meta property=og:site_name content='صحيفة المرسى'><meta name=author content='ليلى حداد'><h1>ع</h1><p>س").Document!;
        var book = Bind([article, article], new BuildOptions { Title = "  كتاب \n البحر " });
        var given = Bind([article], new BuildOptions { Title = "كتاب", Authors = ["أمين"] });
        var many = Bind([.. Enumerable.Range(1, 9).Select(number => article with { Metadata = article.Metadata with { Authors = [$"مؤلف {number}"], Publisher = $"موقع {number}" } })], new BuildOptions { Title = "كتاب" });

        Assert.Equal(["كتاب البحر", "ليلى حداد", "صحيفة المرسى"], TitlePage(book));
        Assert.Equal(["كتاب", "أمين", "صحيفة المرسى"], TitlePage(given));
        Assert.Equal(["كتاب"], TitlePage(many));
        Assert.Empty(many.Metadata.Authors);

        static IEnumerable<string> TitlePage(Document document) => document.Sections().First().Blocks.Select(static block => InlineText.Of(block is Heading heading ? heading.Inlines : ((Paragraph)block).Inlines));
    }

    [Fact]
    public void Where_an_article_stands_on_the_web_is_told_under_its_title()
    {
        var article = Read.Html("<html lang=ar dir=rtl><link rel=canonical href='https://example.org/%D8%AE%D8%A8%D8%B1/1'><meta name=author content='ليلى'><h1>ع</h1><p>س").Document!;
        var blocks = Bind([article]).Sections().Last().Blocks;

        Assert.Equal([ParagraphRole.Byline, ParagraphRole.Source, ParagraphRole.Body], blocks.OfType<Paragraph>().Select(static paragraph => paragraph.Role));
        var link = Assert.IsType<Link>(Assert.Single(((Paragraph)blocks[2]).Inlines));
        Assert.Equal(("https://example.org/%D8%AE%D8%A8%D8%B1/1", "https://example.org/خبر/1"), (link.Target, InlineText.Of(link.Inlines)));
    }

    [Fact]
    public void The_same_articles_are_the_same_book_and_others_are_another()
    {
        var (one, two) = (Arabic("<p>س"), Arabic("<p>ص"));

        Assert.Equal(Bind([one, two]).Metadata.Identifier, Bind([one, two], new BuildOptions { Title = "آخر" }).Metadata.Identifier);
        Assert.NotEqual(Bind([one, two]).Metadata.Identifier, Bind([two, one]).Metadata.Identifier);
    }

    private static Document Bind(IReadOnlyList<Document> articles, BuildOptions? options = null) =>
        Book.Bind(articles, new BookLinks(articles), options ?? new BuildOptions { Title = "كتاب" }, ImmutableArray.CreateBuilder<Finding>());

    private static Document Arabic(string body) =>
        Read.Html($"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>ع</title><body><h1>ع</h1>{body}", new ReadingOptions { Scope = ArticleScope.WholePage }).Document!;
}
