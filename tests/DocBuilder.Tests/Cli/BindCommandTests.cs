using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Cli;

public sealed class BindCommandTests : IDisposable
{
    private const string WithError = "<html lang=ar dir=rtl><title>ع</title><h1>ع</h1><p>س<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_becomes_one_book_in_two_editions()
    {
        _folder.Write("in/b.html");
        _folder.Write("in/a.txt", "عنوان\n\nنص المقال.");

        var run = Command.Run("bind", _folder["in"], "-o", _folder["out/book"], "--title", "كتاب");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([_folder["out/book.pdf"], _folder["out/book.epub"]], run.OutputLines);
        Assert.Equal(["book.epub", "book.pdf"], _folder.Files("out"));
        Assert.StartsWith("[1/3] " + _folder["in/a.txt"], run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("A book of 2 articles and 4 pages bound, 2 editions.", run.ErrorLines[^1]);
    }

    [Theory, InlineData("book.pdf"), InlineData("book.EPUB")]
    public void Who_names_one_edition_gets_those_that_were_asked_for(string name)
    {
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html"), "-o", _folder["out/" + name], "--edition", "epub", "--quiet");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["book.epub"], _folder.Files("out"));
    }

    [Fact]
    public void Standard_input_is_an_article_like_others()
    {
        var run = Command.Run(new Command.Given { Input = TemporaryFolder.NewsArticle }, "bind", "-", _folder.Write("b.html"), "-o", _folder["out/book"], "--edition", "epub");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["book.epub"], _folder.Files("out"));
    }

    [Fact]
    public void An_article_that_cannot_be_read_is_1_told_in_a_sentence_and_there_is_no_book()
    {
        var run = Command.Run("bind", _folder.Write("a.html"), _folder["missing.html"], "-o", _folder["out/book"], "--quiet");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(_folder["missing.html"] + ": fatal DB0001: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(_folder.Files("out"));
    }

    [Fact]
    public void An_older_book_stays_where_a_new_one_cannot_be_made()
    {
        _folder.Write("out/book.pdf", "old");
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html", ""), "-o", _folder["out/book"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("No book was written: 1 article of 2 could not be read.", run.ErrorLines[^1]);
        Assert.Equal(["book.pdf"], _folder.Files("out"));
        Assert.Equal("old", File.ReadAllText(_folder["out/book.pdf"]));
    }

    [Fact]
    public void A_strict_book_with_an_error_in_an_article_is_3_and_not_written()
    {
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html", WithError), "-o", _folder["out/book"], "--strict");
        var ignored = Command.Run("bind", _folder["a.html"], _folder["b.html"], "-o", _folder["out/book"], "--strict", "--ignore", "DB1501", "--ignore", "DB5001", "--edition", "epub");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal("No book was written: held back because of errors.", run.ErrorLines[^1]);
        Assert.Equal(0, ignored.ExitCode);
        Assert.Equal(["book.epub"], _folder.Files("out"));
    }

    [Fact]
    public void A_folder_where_nothing_can_be_written_is_told_before_the_work()
    {
        _folder.Write("file", "x");
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html"), "-o", _folder["file/book"], "--quiet");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(" DB0006: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_every_article_and_the_book()
    {
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html", WithError), "-o", _folder["out/book"], "--report", _folder["report.json"], "--quiet");
        var report = System.Text.Json.JsonDocument.Parse(File.ReadAllText(_folder["report.json"]));

        Assert.Equal(0, run.ExitCode);
        var articles = report.RootElement.GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal([_folder["a.html"], _folder["b.html"], _folder["out/book"]], articles.Select(static article => article.GetProperty("source").GetString()));
        Assert.Equal([0, 0, 2], articles.Select(static article => article.GetProperty("editions").GetArrayLength()));
        Assert.Contains(articles[1].GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("code").GetString() == "DB1501");
    }

    [Theory]
    [InlineData("A book binds two articles at least: name more files, or a folder.", "a.html")]
    [InlineData("Standard input can be read only once.", "-", "-")]
    [InlineData("There is no option '--jobs'.", "a.html", "b.html", "--jobs", "2")]
    [InlineData("The book has no name.", "a.html", "b.html", "-o", "")]
    [InlineData("'--whole-page' and '--article' contradict each other.", "a.html", "b.html", "--article", "--whole-page")]
    [InlineData("There is no kashida 'much': it is none, moderate or full.", "a.html", "b.html", "--kashida", "much")]
    public void Wrong_usage_is_2_and_told_in_a_sentence(string sentence, params string[] args)
    {
        var run = Command.Run(["bind", .. args]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(["docbuilder: " + sentence, "See 'docbuilder bind --help'."], run.ErrorLines);
    }

    [Fact]
    public void A_folder_is_no_book()
    {
        Directory.CreateDirectory(_folder["out"]);
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html"), "-o", _folder["out"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"docbuilder: '{_folder["out"]}' is a folder: name the book in it, such as {_folder["out/book"]}.", run.ErrorLines[0]);
    }

    [Fact]
    public void Messages_are_in_arabic_on_request()
    {
        var run = Command.Run("bind", _folder.Write("a.html"), _folder.Write("b.html"), "-o", _folder["out/book"], "--edition", "pdf", "--language", "ar");

        Assert.Equal("جُمع الكتاب. المقالات: 2، الصفحات: 4، الطبعات: 1.", run.ErrorLines[^1]);
    }
}
