using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Paths_go_to_standard_output_and_the_rest_to_standard_error()
    {
        var run = Command.Run("build", _folder.Write("a.html"), "-o", _folder["out"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([_folder["out/a.pdf"], _folder["out/a.epub"]], run.OutputLines);
        Assert.Equal("1 article built, 2 editions.", run.ErrorLines[^1]);
        Assert.Equal(["a.epub", "a.pdf"], _folder.Files("out"));
    }

    [Fact]
    public void Something_that_cannot_be_built_is_1_and_the_rest_is_built()
    {
        _folder.Write("in/a.html");
        _folder.Write("in/b.html", "");

        var run = Command.Run("build", _folder["in"], _folder["missing.html"], "-o", _folder["out"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["a.epub", "a.pdf", "manifest.json"], _folder.Files("out"));
        Assert.Single(run.ErrorLines, line => line.StartsWith(_folder["in/b.html"] + ": fatal DB", StringComparison.Ordinal));
        Assert.Single(run.ErrorLines, line => line.StartsWith(_folder["missing.html"] + ": fatal DB0001: ", StringComparison.Ordinal));
        Assert.Equal("1 article built, 2 editions; 2 could not be built.", run.ErrorLines[^1]);
    }

    [Fact]
    public void Inspect_prints_what_is_in_an_edition_and_tells_what_is_wrong_with_a_file()
    {
        Command.Run("build", _folder.Write("a.html"), "-o", _folder["out"], "--quiet");

        var pdf = Command.Run("inspect", _folder["out/a.pdf"]);
        var epub = Command.Run("inspect", _folder["out/a.epub"], "--json");
        var neither = Command.Run("inspect", _folder["a.html"]);
        var missing = Command.Run("inspect", _folder["b.pdf"]);

        Assert.Equal((0, "", 0, ""), (pdf.ExitCode, pdf.Error, epub.ExitCode, epub.Error));
        Assert.Equal("PDF 1.7, tagged, 1 page: \"افتتاح مكتبة المدينة\" (ar)", pdf.OutputLines[0]);
        Assert.Contains("  H1 \"افتتاح مكتبة المدينة\"", pdf.OutputLines);
        Assert.StartsWith("{", epub.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (neither.ExitCode, neither.Output));
        Assert.StartsWith(_folder["a.html"] + ": fatal DB6001: ", Assert.Single(neither.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith(_folder["b.pdf"] + ": fatal DB0001: ", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_articles_is_1()
    {
        Directory.CreateDirectory(_folder["in"]);

        Assert.Equal(1, Command.Run("build", _folder["in"], "-o", _folder["out"]).ExitCode);
    }

    [Theory]
    [InlineData]
    [InlineData("bild", "a.html")]
    [InlineData("bind", "a.html", "-o", "book")]
    [InlineData("build")]
    [InlineData("build", "")]
    [InlineData("build", "a.html", "--kashidas", "full")]
    [InlineData("build", "a.html", "--kashidas=full")]
    [InlineData("build", "a.html", "-x")]
    [InlineData("build", "a.html", "--jobs", "0")]
    [InlineData("build", "a.html", "--jobs", "two")]
    [InlineData("build", "a.html", "--jobs", "257")]
    [InlineData("build", "a.html", "--stricter")]
    [InlineData("build", "a.html", "--json")]
    [InlineData("build", "a.html", "--theme", "no-such-theme")]
    [InlineData("build", "a.html", "--cover", "no-such-picture.png")]
    [InlineData("build", "a.html", "--cover", "")]
    [InlineData("build", "a.html", "--certified-by", " ")]
    [InlineData("build", "a.html", "--certified-by", "A", "--certified-wcag", "3.0-AA")]
    [InlineData("build", "a.html", "--certified-by", "A", "--certifier-report", "report.pdf")]
    [InlineData("build", "a.html", "--certifier-credential", "A")]
    [InlineData("build", "a.html", "--theme", "")]
    [InlineData("build", "a.html", "--theme")]
    [InlineData("build", "a.html", "--theme", "large-print", "--page-size", "60x90mm")]
    [InlineData("build", "a.html", "--page-size", "60x90mm", "--gutter", "40mm")]
    [InlineData("build", "a.html", "--edition", "mobi")]
    [InlineData("build", "a.html", "--edition")]
    [InlineData("build", "a.html", "--lang", "ar_EG")]
    [InlineData("build", "a.html", "--lang", "")]
    [InlineData("build", "a.html", "--dir", "up")]
    [InlineData("build", "a.html", "--page-size", "A0x")]
    [InlineData("build", "a.html", "--profile", "ua3-a5")]
    [InlineData("build", "a.html", "--kashida", "some")]
    [InlineData("build", "a.html", "--notes", "margin")]
    [InlineData("build", "a.html", "--gutter", "90mm")]
    [InlineData("build", "a.html", "--bleed", "-3mm")]
    [InlineData("build", "a.html", "--font-dir", "/no/such/folder")]
    [InlineData("build", "a.html", "--whole-page", "--article")]
    [InlineData("build", "a.html", "--quiet", "--verbose")]
    [InlineData("build", "a.html", "b.html", "--title", "x")]
    [InlineData("build", "a.html", "--title", "x", "--title", "y")]
    [InlineData("build", "-", "-")]
    [InlineData("build", "a.html", "-o", "")]
    [InlineData("inspect")]
    [InlineData("inspect", "")]
    [InlineData("inspect", "a.pdf", "b.pdf")]
    [InlineData("inspect", "a.pdf", "--xml")]
    [InlineData("fonts", "Amiri")]
    [InlineData("fonts", "--xml")]
    [InlineData("fonts", "--font-dir", "/no/such/folder")]
    [InlineData("fonts", "--language", "fr")]
    public void What_it_does_not_know_is_2_and_builds_nothing(params string[] args)
    {
        var run = Command.Run(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.All(run.ErrorLines, line => Assert.EndsWith(".", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_that_is_none_is_wrong_usage()
    {
        var run = Command.Run(new Command.Given { Variables = { ["SOURCE_DATE_EPOCH"] = "yesterday" } }, "build", _folder.Write("a.html"), "-o", _folder["out"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("SOURCE_DATE_EPOCH", run.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files("out"));
    }

    [Fact]
    public void What_stands_behind_two_dashes_is_an_input()
    {
        var run = Command.Run("build", "-o", _folder["out"], "--", "--kashidas");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("--kashidas: fatal DB0001: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_at_sign_is_a_file_name_like_any_other()
    {
        _folder.Write("list", "--kashidas");

        Assert.Equal(1, Command.Run("build", "@" + _folder["list"], "-o", _folder["out"]).ExitCode);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("build", "--help")]
    [InlineData("fonts", "--help")]
    [InlineData("build", "--kashidas", "-h")]
    public void Help_is_0_and_goes_to_standard_output(params string[] args)
    {
        var run = Command.Run(args);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("docbuilder", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        var run = Command.Run("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^docbuilder \d+\.\d+\.\d+$", Assert.Single(run.OutputLines));
    }

    [Fact]
    public void Every_option_is_heard()
    {
        var run = Command.Run(
            "build", _folder.Write("a.html"), "--output", _folder["out"], "--edition", "pdf", "--edition", "EPUB", "--lang", "ar-EG", "--dir", "rtl", "--title", "عنوان آخر",
            "--author", "ليلى", "--author", "سالم", "--page-size", "170x240mm", "--article", "--encoding", "utf-8", "--font-dir", _folder.Path, "--profile", "ua1-a2a",
            "--verbose", "--no-color");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.ErrorLines, line => line.StartsWith(_folder["a.html"] + ": 2 editions in ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--page-size", "A5")]
    [InlineData("--title", "عنوان آخر")]
    public void An_option_changes_the_edition(string option, string value)
    {
        var path = _folder.Write("a.html");
        Command.Run("build", path, "-o", _folder["one"]);
        Command.Run("build", path, "-o", _folder["two"], option, value);

        Assert.NotEqual(File.ReadAllBytes(_folder["one/a.pdf"]), File.ReadAllBytes(_folder["two/a.pdf"]));
    }

    [Theory]
    [InlineData(TemporaryFolder.NewsArticle)]
    [InlineData("عنوان الخبر\n\nفقرة أولى من الخبر فيها كلام كثير.\n")]
    public void Standard_input_is_read(string input)
    {
        var run = Command.Run(new Command.Given { Input = input }, "build", "-", "-o", _folder["out"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["stdin.epub", "stdin.pdf"], _folder.Files("out"));
    }

    [Fact]
    public void Quiet_tells_errors_only()
    {
        _folder.Write("in/a.txt", "خبر قصير\n\nافتُتحت اليوم مكتبة المدينة.\n");
        _folder.Write("in/b.html", "");

        var run = Command.Run("build", _folder["in"], "-o", _folder["out"], "--quiet");

        Assert.StartsWith(_folder["in/b.html"] + ": fatal ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, run.OutputLines.Length);
    }

    [Fact]
    public void Colours_are_for_terminals_that_want_them()
    {
        string[] args = ["build", _folder["missing.html"], "-o", _folder["out"]];

        Assert.Contains("\e[", Command.Run(new Command.Given { Terminal = true }, args).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Command.Run(args).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Command.Run(new Command.Given { Terminal = true }, [.. args, "--no-color"]).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Command.Run(new Command.Given { Terminal = true, Variables = { ["NO_COLOR"] = "1" } }, args).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", Command.Run(new Command.Given { Terminal = true, Variables = { ["TERM"] = "dumb" } }, args).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_a_batch_has_a_bar_and_loses_no_line()
    {
        _folder.Write("in/a.html");
        _folder.Write("in/b.html", "");

        var run = Command.Run(new Command.Given { Terminal = true }, "build", _folder["in"], "-o", _folder["out"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([_folder["out/a.pdf"], _folder["out/a.epub"]], run.OutputLines);
        Assert.Contains("DB", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 article built, 2 editions; 1 could not be built.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_name_says_to_the_terminal_is_not_obeyed()
    {
        var run = Command.Run("build", _folder["\e[2Jgone\u202E.html"], "-o", _folder["out"]);

        Assert.DoesNotContain("\e", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupted_is_130_and_leaves_nothing()
    {
        var run = Command.Run(new Command.Given { Cancellation = new CancellationToken(canceled: true) }, "build", _folder.Write("a.html"), "-o", _folder["out"]);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Empty(_folder.Files("out"));
    }
}
