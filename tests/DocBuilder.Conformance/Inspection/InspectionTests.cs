using System.Text;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using DocBuilder.Documents.Announcements;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary><c>docbuilder inspect</c> over every edition of <c>content/</c>, and over those that others make.</summary>
public sealed class InspectionTests(Editions editions)
{
    // The text is said to be exact, so it is compared without any bar.
    [Theory, ClassData(typeof(Articles))]
    public void The_text_of_both_editions_is_the_articles_letter_for_letter(string article)
    {
        Texts.AssertSame(ExpectedText.Of(article), Spoken.Text(Spoken.Announced(editions.EpubPath(article))));
        Texts.AssertSame(ExpectedText.Of(article), Spoken.Text(Spoken.Announced(editions.PdfPathWithoutContents(article))));
    }

    [Theory, InlineData("none"), InlineData("full")]
    public async Task However_much_kashida_there_is_the_text_is_the_articles(string kashida)
    {
        using var folder = new TemporaryFolder();
        var result = await DocBuilderCommand.Run(["build", Repository.Content, "--edition", "pdf", "--toc", "false", "--kashida", kashida, "-o", folder["out"]]);
        Assert.Equal(0, result.ExitCode);
        foreach (var article in Repository.Articles)
        {
            Texts.AssertSame(ExpectedText.Of(article), Spoken.Text(Spoken.Announced(folder[$"out/{article}.pdf"])));
        }
    }

    [Theory, ClassData(typeof(Articles))]
    public void Both_editions_announce_the_same_in_the_same_order(string article)
    {
        var pdf = Spoken.Landmarks(Spoken.Announced(editions.PdfPathWithoutContents(article)));
        Assert.Equal(Spoken.Landmarks(Spoken.Announced(editions.EpubPath(article))), pdf);
        Assert.Contains(pdf, landmark => landmark.StartsWith("heading 1 ", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task The_command_prints_them_and_has_nothing_to_complain_of(string article)
    {
        foreach (var path in new[] { editions.PdfPath(article), editions.EpubPath(article) })
        {
            var text = await DocBuilderCommand.Run(["inspect", path]);
            Assert.Equal((0, ""), (text.ExitCode, text.Error));
            Assert.Contains(Spoken.Landmarks(Spoken.Announced(path))[0]["heading 1 ".Length..], text.Output, StringComparison.Ordinal);
            var json = await DocBuilderCommand.Run(["inspect", "--json", path]);
            Assert.Equal((0, ""), (json.ExitCode, json.Error));
            using var document = System.Text.Json.JsonDocument.Parse(json.Output);
            Assert.Equal(Path.GetExtension(path)[1..], document.RootElement.GetProperty("format").GetString());
        }
    }

    [Fact]
    public async Task A_file_that_is_neither_is_one_sentence_and_exit_code_1()
    {
        var result = await DocBuilderCommand.Run(["inspect", Path.Combine(Repository.Root, "LICENSE")]);
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("neither a PDF nor an EPUB", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_that_a_browser_printed_is_read()
    {
        using var folder = new TemporaryFolder();
        var page = folder.Write("page.html", """
            <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>صفحة</title></head><body>
            <h1>عنوان الصفحة (الأول)</h1><p>فقرة فيها <a href="https://example.org/a">رابط خارجي</a> ورقم ١٢٫٥٪ (بين قوسين).</p>
            <h2 id="b">قسم ثانٍ</h2><ul><li>أول</li><li>ثالث<ol><li>داخل</li></ol></li></ul>
            <table><tr><th scope="col">أ</th><th scope="col">ب</th></tr><tr><td colspan="2">٢</td></tr></table>
            <p lang="en" dir="ltr">An English paragraph with <a href="#b">an inner link</a> and a tail that is long enough to be broken over more than a single line of the page.</p>
            <div style="break-before:page"><h2>الصفحة الثانية</h2></div></body></html>
            """);
        await Command.Output(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--generate-pdf-document-outline", "--no-pdf-header-footer",
            $"--user-data-dir={folder["profile"]}", $"--print-to-pdf={folder["page.pdf"]}", new Uri(page).AbsoluteUri);
        string[] expected =
        [
            "heading 1 عنوان الصفحة (الأول)", "link رابط خارجي", "heading 2 قسم ثانٍ", "list 2", "list 1", "table 2x2", "link an inner link", "heading 2 الصفحة الثانية",
        ];
        foreach (var variant in new[] { "--object-streams=generate", "--object-streams=disable", "--linearize", "--stream-data=uncompress" })
        {
            await Command.Output("qpdf", variant, folder["page.pdf"], folder["variant.pdf"]);
            var edition = Spoken.Announced(folder["variant.pdf"]);
            Assert.Equal(expected, Spoken.Landmarks(edition));
            Assert.Contains("and a tail that is long enough to be broken over more than a single line of the page.", Spoken.Text(edition), StringComparison.Ordinal);
            Assert.Equal("صفحة", edition.Title);
        }
    }

    [Fact]
    public async Task An_encrypted_pdf_is_read_unless_it_needs_a_password()
    {
        using var folder = new TemporaryFolder();
        var article = Repository.Articles[0];
        foreach (var bits in new[] { "128", "256" })
        {
            await Command.Output("qpdf", "--allow-weak-crypto", "--encrypt", "", "owner", bits, "--", editions.PdfPath(article), folder["open.pdf"]);
            Assert.Equal(Spoken.Text(Spoken.Announced(editions.PdfPath(article))), Spoken.Text(Spoken.Announced(folder["open.pdf"])));
            await Command.Output("qpdf", "--allow-weak-crypto", "--encrypt", "user", "owner", bits, "--", editions.PdfPath(article), folder["closed.pdf"]);
            Assert.Equal("DB6102", new EditionInspector().Inspect(folder["closed.pdf"], TestContext.Current.CancellationToken).Failure?.Code);
        }
    }
}
