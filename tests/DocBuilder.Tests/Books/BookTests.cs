using DocBuilder.Documents;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Books;

/// <summary>Books of files: links from article to article, pictures, notes, what is told of whom.</summary>
public sealed class BookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_to_the_file_of_another_article_leads_to_its_title()
    {
        _folder.Write("in/a.html", Article("أ", "<p><a href='sub/%D8%AE%D8%A8%D8%B1.html?x=1'>الخبر</a> و<a href='https://example.org/'>الموقع</a>"));
        _folder.Write("in/sub/خبر.html", Article("خبر", "<p><a href=../a.html>أ</a>"));
        var book = BoundBook.Of(_folder, "in");

        Assert.Equal("خبر", book.At(1, book.Links(1)[0]).Value);
        Assert.Equal("https://example.org/", book.Links(1)[1]);
        Assert.Equal("أ", book.At(2, book.Links(2)[0]).Value);
        Assert.DoesNotContain("DB1404", book.Codes);
    }

    [Fact]
    public void A_link_to_a_place_in_another_article_leads_there_and_to_its_title_where_there_is_no_such_place()
    {
        _folder.Write("a.html", Article("أ", "<p><a href='b.html#%D9%85%D9%83%D8%A7%D9%86'>مكان</a> <a href=b.html#second>ثان</a> <a href=b.html#nowhere>لا شيء</a>"));
        _folder.Write("b.html", Article("ب", "<p>س<p id=مكان>هنا<h2 id=second>الثاني</h2><p>س"));
        var book = BoundBook.Of(_folder, "a.html", "b.html");

        Assert.Equal(["هنا", "الثاني", "ب"], book.Links(1).Select(address => book.At(1, address).Value));
    }

    [Fact]
    public void A_link_to_the_address_of_another_article_on_the_web_leads_to_it()
    {
        _folder.Write("a.html", Article("أ", "<p><a href=/news/b/>ب</a> <a href=http://example.org/news/b#place>مكان</a> <a href=/news/c>ج</a>", "https://example.org/news/a"));
        _folder.Write("b.html", Article("ب", "<p>س<p id=place>هنا", "https://example.org/news/b"));
        var book = BoundBook.Of(_folder, "a.html", "b.html");

        // The first link is the address under the title: it leads to where the article came from.
        var links = book.Links(1);
        Assert.Equal(["https://example.org/news/a", "https://example.org/news/c"], [links[0], links[3]]);
        Assert.Equal(["ب", "هنا"], links[1..3].Select(address => book.At(1, address).Value));
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_bound_leads_nowhere_and_is_told()
    {
        _folder.Write("a.html", Article("أ", "<p><a href=c.html>ج</a>"));
        _folder.Write("b.html", Article("ب", "<p>س"));
        _folder.Write("c.html", Article("ج", "<p>س"));
        var book = BoundBook.Of(_folder, "a.html", "b.html");

        Assert.Empty(book.Links(1));
        Assert.Equal("DB1404", Assert.Single(book.Result.Articles[0].Findings, static finding => finding.Code is "DB1404").Code);
        Assert.Empty(book.Result.Articles[1].Findings.Where(static finding => finding.Code == "DB1404"));
    }

    [Fact]
    public void Notes_of_two_articles_keep_their_marks_and_never_meet()
    {
        var notes = string.Concat(Enumerable.Range(1, 3).Select(static number => $"<aside id=fn{number} role=doc-footnote>حاشية {number}</aside>"));
        var body = "<p>س" + string.Concat(Enumerable.Range(1, 3).Select(static number => $"<a href='#fn{number}' role=doc-noteref>{number}</a>")) + notes;
        _folder.Write("a.html", Article("أ", body));
        _folder.Write("b.html", Article("ب", body));
        var book = BoundBook.Of(_folder, "a.html", "b.html");

        foreach (var number in new[] { 1, 2 })
        {
            var calls = book.Elements(number, "a").Where(static link => link.Attribute("role")?.Value == "doc-noteref").ToList();
            Assert.Equal(["1", "2", "3"], calls.Select(static call => call.Value));
            Assert.All(calls, call => Assert.StartsWith("#", call.Attribute("href")!.Value, StringComparison.Ordinal));
            Assert.Equal(["1 حاشية 1", "2 حاشية 2", "3 حاشية 3"], calls.Select(call => book.At(number, call.Attribute("href")!.Value).Value.Trim()));
        }
    }

    [Fact]
    public void The_same_picture_is_in_a_book_once_whatever_it_is_called()
    {
        var pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        _folder.Write("one/a.html", Article("أ", "<p>س<img alt=جسر src=bridge.png>"));
        _folder.Write("two/b.html", Article("ب", "<p>س<img alt=جسر src=harbour.png>"));
        File.WriteAllBytes(_folder["one/bridge.png"], pixel);
        File.WriteAllBytes(_folder["two/harbour.png"], pixel);
        var book = BoundBook.Of(_folder, "one/a.html", "two/b.html");

        Assert.Single(book.Names, static name => name.StartsWith("EPUB/images/", StringComparison.Ordinal));
        Assert.Single(book.Elements(2, "img"));
    }

    [Fact]
    public void An_article_is_a_file_in_its_own_language_with_its_own_digits()
    {
        _folder.Write("a.html", Article("أ", "<p>١٢٣<ol><li>س</ol>"));
        _folder.Write("b.html", "<html lang=en dir=ltr><title>B</title><h1>B</h1><p>1984<ol><li>x</ol>");
        var book = BoundBook.Of(_folder, "a.html", "b.html", "a.html");

        Assert.Equal(("ar", "rtl", "arabic-indic"), Facts(1));
        Assert.Equal(("en", "ltr", null), Facts(2));
        Assert.Equal(["h1", "h2", "h2"], Enumerable.Range(0, 3).Select(number => book.Chapter(number).Descendants().First(static element => element.Name.LocalName is "h1" or "h2").Name.LocalName));
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(number => book.Elements(number, "article").Count()));

        (string?, string?, string?) Facts(int number) => (book.Chapter(number).Attribute("lang")?.Value, book.Chapter(number).Attribute("dir")?.Value, book.Elements(number, "ol").Single().Attribute("class")?.Value);
    }

    [Fact]
    public void What_is_found_at_a_place_of_an_article_is_told_of_that_article()
    {
        _folder.Write("a.html", Article("أ", "<p>س"));
        _folder.Write("b.html", Article("ب", "<p>س\U00013000"));
        var book = BoundBook.Of(_folder, new BuildOptions { Title = "كتاب" }, "a.html", "b.html");

        var finding = Assert.Single(book.Result.Articles[1].Findings, static finding => finding.Code == "DB3001");
        Assert.True(finding.Position.Line > 0);
        Assert.DoesNotContain(book.Result.Articles[0].Findings.Concat(book.Result.Book.Findings), static finding => finding.Code == "DB3001");
    }

    [Fact]
    public void The_same_articles_give_the_same_bytes_from_any_folder()
    {
        foreach (var folder in new[] { "one", "two/deep" })
        {
            _folder.Write(folder + "/a.html", Article("أ", "<p><a href=b.html#x>س</a>"));
            _folder.Write(folder + "/b.html", Article("ب", "<p id=x>س"));
        }

        var one = BoundBook.Of(_folder, new BuildOptions(), "one");
        var two = BoundBook.Of(_folder, new BuildOptions(), "two/deep");

        Assert.NotEmpty(one.Pdf);
        Assert.Equal(one.Pdf, two.Pdf);
        Assert.Equal(one.Epub, two.Epub);
    }

    [Fact]
    public void A_book_is_dated_as_its_latest_article()
    {
        _folder.Write("a.html", Article("أ", "<p>س").Replace("<title>", "<meta property=article:published_time content=2024-05-06T07:08:09Z><title>", StringComparison.Ordinal));
        _folder.Write("b.html", Article("ب", "<p>س").Replace("<title>", "<meta property=article:published_time content=2023-05-06T07:08:09Z><title>", StringComparison.Ordinal));
        var book = BoundBook.Of(_folder, "a.html", "b.html");

        Assert.Contains("2024-05-06T07:08:09Z", book.Package.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("DB0008", book.Codes);
    }

    [Fact]
    public void Without_an_article_that_can_be_read_there_is_no_book()
    {
        _folder.Write("a.html", Article("أ", "<p>س"));
        _folder.Write("b.html", "");
        var book = BoundBook.Of(_folder, new BuildOptions(), "a.html", "b.html", "c.html");

        Assert.Empty(_folder.Files("out"));
        Assert.Equal([null, "DB1001", "DB0001"], book.Result.Articles.Select(static article => article.Failure?.Code));
        Assert.Equal("DB1001", book.Result.Failure?.Code);
        Assert.Empty(book.Result.Book.Editions);
    }

    [Fact]
    public void A_builder_without_inputs_is_a_mistake_of_its_caller() =>
        Assert.Throws<ArgumentException>(() => new ArticleBuilder(new()).Bind([], _folder["out/book"], cancellationToken: TestContext.Current.CancellationToken));

    private static string Article(string title, string body, string? address = null) =>
        $"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8>{(address is null ? "" : $"<link rel=canonical href='{address}'>")}<title>{title}</title><body><h1>{title}</h1>{body}";
}
