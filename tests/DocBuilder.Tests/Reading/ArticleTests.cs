using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class ArticleTests
{
    private const string Prose = "<p>Long enough prose, with commas, so that anybody can tell that it is the text of an article and not a menu.</p>";

    private const string Page = """
        <!doctype html><html lang="en" dir="ltr"><head><title>Rain at last | The Daily</title>
        <meta property="og:site_name" content="The Daily"><meta name="description" content="It rained.">
        <link rel="canonical" href="https://daily.example/rain">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Daily"},{"@type":["NewsArticle"],"headline":"Rain at last",
        "author":[{"@id":"#p"}],"datePublished":"2026-03-12T08:00:00+03:00","publisher":{"@type":"Organization","name":"The Daily"}},
        {"@type":"Person","@id":"#p","name":"A. Writer"}]}</script></head>
        <body><header><nav><a href="/">Home</a></nav></header>
        <div id="wrap"><div class="story"><h1>Rain at last</h1>
        <div class="share">Share this</div>
        PROSE PROSE PROSE PROSE PROSE
        <div class="related">Read also: <a href="/x">X</a></div>
        PROSE</div><div class="sidebar"><ul><li><a href="/1">One</a><li><a href="/2">Two</a></ul></div></div>
        <footer>Copyright</footer></body></html>
        """;

    [Fact]
    public void The_article_is_found_in_a_page_without_landmarks()
    {
        var result = Read.Html(Page.Replace("PROSE", Prose, StringComparison.Ordinal));
        var dump = ModelDump.Blocks(result.Document!);
        Assert.StartsWith(Read.Lines("h1 Rain at last", "byline A. Writer", "dateline 12 March 2026", "source The Daily", "p Long"), dump, StringComparison.Ordinal);
        Assert.Equal(6, dump.Split('\n').Count(static line => line.StartsWith("p Long", StringComparison.Ordinal)));
        Assert.DoesNotContain("Share", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("also", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Two", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", dump, StringComparison.Ordinal);
        Assert.Contains("DB1103", Read.Codes(result));
        Assert.Equal("https://daily.example/rain", result.Document!.Metadata.SourceUrl);
        Assert.Equal("It rained.", result.Document.Metadata.Description);
    }

    [Fact]
    public void The_whole_page_is_kept_on_demand()
    {
        var result = Read.Html(Page.Replace("PROSE", Prose, StringComparison.Ordinal), new ReadingOptions { Scope = ArticleScope.WholePage });
        var dump = ModelDump.Blocks(result.Document!);
        Assert.Contains("Home", dump, StringComparison.Ordinal);
        Assert.Contains("Copyright", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void The_article_element_is_taken_without_scoring()
    {
        var result = Read.Html($"<html lang=en dir=ltr><nav>menu</nav><main><article><h1>T</h1>{Prose}</article><article><h2>Teaser</h2></article></main>");
        Assert.DoesNotContain("Teaser", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
        Assert.Contains("DB1102", Read.Codes(result));
    }

    [Fact]
    public void The_title_block_takes_its_roles_from_what_is_shown() =>
        Assert.Equal(
            Read.Lines("h1 T", "subtitle Sub", "byline By A. Writer", "dateline <time 2026-03-12>12 March</>", "p Body."),
            ModelDump.Blocks(Read.Html("<html lang=en dir=ltr><article><header><h1>T</h1><p class=meta><time datetime=2026-03-12>12 March</time></p><p class=subtitle>Sub</p><p>By A. Writer</p></header><p>Body.</p></article>").Document!));

    [Fact]
    public void A_title_that_is_not_shown_comes_from_the_metadata()
    {
        var result = Read.Html("<html lang=en dir=ltr><title>The title</title><p>Body.");
        Assert.Equal(Read.Lines("h1 The title", "p Body."), ModelDump.Blocks(result.Document!));
        Assert.Contains("DB1107", Read.Codes(result));
    }

    [Fact]
    public void The_identifier_depends_on_the_bytes_alone()
    {
        var first = Read.Html("<h1>a</h1>").Document!.Metadata.Identifier;
        Assert.Equal(first, Read.Html("<h1>a</h1>").Document!.Metadata.Identifier);
        Assert.NotEqual(first, Read.Html("<h1>b</h1>").Document!.Metadata.Identifier);
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
    }

    [Fact]
    public void Positions_are_those_of_the_source()
    {
        var document = Read.Html("<html lang=en dir=ltr>\r\n<h1>T</h1>\r\n  <p>x</p>").Document!;
        Assert.Equal(new DocBuilder.Documents.SourcePosition(2, 1), document.Blocks[0].Position);
        Assert.Equal(new DocBuilder.Documents.SourcePosition(3, 3), document.Blocks[1].Position);
    }

    [Fact]
    public void Codes_of_findings_are_unique() =>
        Assert.Equal(FindingCatalog.All.Length, FindingCatalog.All.Select(static rule => rule.Code).Distinct().Count());
}
