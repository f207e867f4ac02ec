using System.Text.RegularExpressions;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using DocBuilder.Inspection;
using Xunit;

namespace DocBuilder.Conformance.Pdf;

/// <summary>What qpdf, poppler and a screen reader find in every PDF.</summary>
public sealed partial class PdfTests(Editions editions, ProfileEditions profiles)
{
    /// <summary>Set to 1 to write the snapshots anew.</summary>
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("DOCBUILDER_UPDATE_SNAPSHOTS") == "1";

    [Theory, ClassData(typeof(Articles))]
    public async Task Qpdf_finds_no_fault(string article)
    {
        var result = await Command.Run("qpdf", ["--check", editions.PdfPath(article)]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }

    /// <summary>Fonts are 36 kB of it, the picture 15 kB.</summary>
    [Fact]
    public void The_news_article_with_its_picture_is_no_larger_than_70_kB() =>
        Assert.InRange(new FileInfo(editions.PdfPath("arabic-news")).Length, 1, 70_000);

    [Theory, ClassData(typeof(Articles))]
    public async Task Poppler_finds_tags_and_the_title(string article)
    {
        var information = await Command.Output("pdfinfo", "-enc", "UTF-8", editions.PdfPath(article));
        Assert.Matches(@"(?m)^Tagged:\s+yes$", information);
        Assert.Equal(ExpectedText.Lines(article)[0].Trim(), Title().Match(information).Groups[1].Value);
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task The_language_is_the_articles(string article)
    {
        var language = (await editions.Pdf(article)).Catalog["Lang"].Text;
        Assert.Equal(article.Split('-')[0] switch { "arabic" => "ar", "persian" => "fa", "hebrew" => "he", _ => "en" },
            language?.Split('-')[0]);
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task There_is_one_h1_the_title_and_then_the_headings_in_order(string article)
    {
        var file = await editions.PdfWithoutContents(article);
        var text = new TaggedText(file, await editions.Texts(article));
        var poppler = await Command.Output("pdfinfo", "-struct", editions.PdfPathWithoutContents(article));
        Assert.Single(TopHeading().Matches(poppler));
        var headings = file.Structure.Elements.Where(element => element.HeadingLevel > 0).Select(heading => Letters(text.Of(heading))).ToArray();
        var lines = ExpectedText.Lines(article).Select(Letters).ToArray();
        Assert.Equal(lines[0], headings[0]);
        Assert.Equal(headings, lines.Where(headings.Contains));
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task Nothing_of_the_web_page_around_the_article_is_left(string article)
    {
        var source = Directory.EnumerateFiles(Repository.Content, article + ".*").First(
            file => Path.GetExtension(file) is ".html" or ".txt");
        var page = Tags().Replace(Invisible().Replace(await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken), " "),
            " ");
        // Readers that break a word make two words of it, so a part of the article's own words is no boilerplate.
        var expected = ExpectedText.Of(article);
        var boilerplate = Words(page).Where(word => !expected.Contains(word, StringComparison.Ordinal));
        Assert.Empty(boilerplate.Intersect(Words((await editions.Texts(article)).ByReader["pdf.js structure"])));
    }

    [Theory, ClassData(typeof(Articles))]
    public Task The_tag_tree_is_the_snapshot(string article) => AssertSnapshot(editions.PdfPathWithoutContents(article), article + ".tags.txt");

    [Theory, ClassData(typeof(Articles))]
    public async Task The_tag_tree_of_pdf_2_0_is_the_snapshot(string article) =>
        await AssertSnapshot((await profiles.Pdf(article, "ua2-a4")).Path, article + ".pdf2.tags.txt");

    private static async Task AssertSnapshot(string pdf, string name)
    {
        var edition = new EditionInspector().Inspect(pdf, TestContext.Current.CancellationToken).Edition!;
        // Without pages: where they break is not the tags' business.
        var tree = string.Join('\n', AnnouncementText.Lines(edition, hasPages: false)) + "\n";
        var path = Path.Combine(Repository.Snapshots, name);
        if (IsUpdating)
        {
            await File.WriteAllTextAsync(path, tree, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {path}; write it with DOCBUILDER_UPDATE_SNAPSHOTS=1 and read it.");
        Texts.AssertSame(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), tree);
    }

    // What pdf.js keeps of a heading for certain: it drops format characters and may break words.
    private static string Letters(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetter).Order());

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(System.Net.WebUtility.HtmlDecode(text)).Select(word => word.Value)];

    [GeneratedRegex(@"(?m)^Title:\s+(.*)$")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?m)^\s*H1\b")]
    private static partial Regex TopHeading();

    [GeneratedRegex(@"<head\b.*?</head>|<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->",
        RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}
