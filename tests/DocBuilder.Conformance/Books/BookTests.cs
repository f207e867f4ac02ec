using System.IO.Compression;
using System.Xml.Linq;
using DocBuilder.Conformance.Epub;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Inspection;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Rules;
using DocBuilder.Conformance.Tools;
using DocBuilder.Documents;
using DocBuilder.Documents.Announcements;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Conformance.Books;

/// <summary>A book of all articles is held to what every article is held to.</summary>
public sealed class BookTests(BoundContent book) : IClassFixture<BoundContent>
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    [Fact]
    public async Task Epubcheck_has_nothing_to_say() => Assert.Empty(Assert.Single(await EpubCheckReport.Of([book.Epub])));

    [Theory, InlineData("ua1-a2a"), InlineData("ua2-a4f")]
    public async Task Every_rule_of_its_profile_is_met(string profile)
    {
        var file = profile == "ua1-a2a" ? await PdfFile.Open(book.Pdf) : await book.In(profile);
        RuleTests.AssertMet(file, profile);
        var result = await Command.Run("qpdf", ["--check", file.Path]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }

    [Fact]
    public async Task A_profile_that_holds_the_source_holds_those_of_all_articles()
    {
        var file = await book.In("ua2-a4f");
        var listed = await Command.Output("pdfdetach", "-list", file.Path);
        Assert.All(Repository.Articles, article => Assert.Contains(Path.GetFileName(Repository.PathOfText(article)), listed, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_editions_say_what_the_articles_say_in_their_order_letter_for_letter()
    {
        var expected = Folding.Fold(string.Join('\n', Repository.Articles.SelectMany(LinesOf).Prepend(BoundContent.Author).Prepend(BoundContent.Title)));
        Texts.AssertSame(expected, Spoken.Text(Announced(book.Epub)));
        Texts.AssertSame(expected, Spoken.Text(Announced(book.PdfWithoutContents)));
    }

    [Fact]
    public void Both_editions_announce_the_same_in_the_same_order() =>
        Assert.Equal(Spoken.Landmarks(Announced(book.Epub)), Spoken.Landmarks(Announced(book.PdfWithoutContents)));

    [Fact]
    public async Task The_page_list_has_the_labels_of_the_pages_in_print()
    {
        using var archive = ZipFile.OpenRead(book.Epub);
        var listed = EpubText.Parse(archive, "EPUB/nav.xhtml").Descendants(Xhtml + "nav").Single(list => list.Attribute(Ops + "type")!.Value == "page-list").Descendants(Xhtml + "a").ToList();
        var pages = (await PrintPages.Read([book.Pdf]))[book.Pdf];

        Assert.True(pages.Length > Repository.Articles.Count + 2);
        Assert.Equal(pages.Select(static page => page.Label), listed.Select(static link => link.Value));
        var files = listed.Select(static link => link.Attribute("href")!.Value.Split('#')[0]).Distinct().ToList();
        Assert.Equal(EpubText.Spine(archive).Select(static file => file.Name).Where(static name => name != "cover.xhtml" && name.StartsWith("text/section", StringComparison.Ordinal)), files);
    }

    [Fact]
    public void The_navigation_nests_the_sections_of_an_article_under_its_title()
    {
        using var archive = ZipFile.OpenRead(book.Epub);
        var top = EpubText.Parse(archive, "EPUB/nav.xhtml").Descendants(Xhtml + "nav").Single(list => list.Attribute(Ops + "type")!.Value == "toc").Elements(Xhtml + "ol").Elements(Xhtml + "li").ToList();

        Assert.Equal(BoundContent.Title, Assert.Single(top).Element(Xhtml + "a")!.Value);
        var articles = top[0].Element(Xhtml + "ol")!.Elements(Xhtml + "li").ToList();
        Assert.Equal(Repository.Articles.Select(static article => Folding.Fold(ExpectedText.Lines(article)[0])), articles.Select(static entry => Folding.Fold(entry.Element(Xhtml + "a")!.Value)));
        Assert.Contains(articles, static entry => entry.Element(Xhtml + "ol") is not null);
    }

    [Fact]
    public async Task The_same_articles_elsewhere_are_the_same_bytes()
    {
        using var elsewhere = new TemporaryFolder();
        var result = await DocBuilderCommand.Run(BoundContent.Command(elsewhere["other"]), elsewhere.Path, new Dictionary<string, string> { ["TZ"] = "Asia/Kathmandu", ["LANG"] = "ar_EG.UTF-8" });

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(File.ReadAllBytes(book.Pdf), File.ReadAllBytes(elsewhere["other.pdf"]));
        Assert.Equal(File.ReadAllBytes(book.Epub), File.ReadAllBytes(elsewhere["other.epub"]));
    }

    /// <summary>What an article says in a book: below the lines under its title, where it stands on the web.</summary>
    private static IEnumerable<string> LinesOf(string article)
    {
        var path = Repository.PathOfText(article);
        var document = new ArticleReader(new ReadingOptions()).Read(new ArticleSource(path, File.ReadAllBytes(path), Repository.Content), TestContext.Current.CancellationToken).Document!;
        var title = 1 + document.Blocks.Skip(1).TakeWhile(static block => block is Paragraph { Role: not ParagraphRole.Body }).Count();
        var lines = ExpectedText.Lines(article);
        return document.Metadata.SourceUrl is { } url ? [.. lines.Take(title), Uri.UnescapeDataString(url), .. lines.Skip(title)] : lines;
    }

    private static InspectedEdition Announced(string path)
    {
        var result = new EditionInspector().Inspect(path, TestContext.Current.CancellationToken);
        return result.Edition ?? throw new InvalidOperationException($"{path}: {result.Failure?.Message}");
    }
}
