using System.Text.Json;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Cli;

/// <summary>The command <c>check</c>, and the options that say what findings do.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string WithError = "<!DOCTYPE html>\n<html lang=en dir=ltr><head><title>T</title></head><body><h1>Title</h1>\n<p>Words <a href='https://example.org/'></a>.</p></body></html>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_check_tells_the_findings_and_writes_nothing()
    {
        _folder.Write("in/a.html", WithError);
        _folder.Write("in/b.html");

        var run = Command.Run("check", _folder["in"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains(_folder["in/a.html"] + ":3:10: error DB1403: A link to \"https://example.org/\" has no words. Give it words, or its picture an alternative text. [WCAG 2.2 2.4.4]", run.ErrorLines);
        Assert.StartsWith("2 articles checked: 1 error, 0 warnings, ", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(["in/a.html", "in/b.html"], _folder.Files());
    }

    [Fact]
    public void A_check_finds_what_a_build_finds()
    {
        var path = _folder.Write("a.html", WithError + "<p>\U00013000 <pre>x\u202Ey</pre>");
        var check = Command.Run("check", path);
        var build = Command.Run("build", path, "-o", _folder["out"]);

        Assert.Equal(build.ErrorLines[..^1], check.ErrorLines[..^1]);
    }

    [Fact]
    public void Articles_of_one_name_can_be_checked_together() =>
        Assert.Equal(0, Command.Run("check", _folder.Write("one/a.html"), _folder.Write("two/a.html")).ExitCode);

    [Fact]
    public void What_cannot_be_read_is_1()
    {
        var run = Command.Run("check", _folder["missing.html"], _folder.Write("a.html"));

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("; 1 could not be read.", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory, InlineData("check"), InlineData("build")]
    public void Strict_errors_are_3(string command)
    {
        var run = Command.Run([command, _folder.Write("a.html", WithError), _folder.Write("b.html"), "--strict", .. Output(command)]);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(command == "build" ? ["b.epub", "b.pdf"] : [], _folder.Files("out"));
    }

    [Fact]
    public void What_is_held_back_leaves_the_older_editions_alone()
    {
        var path = _folder.Write("a.html");
        Assert.Equal(0, Command.Run("build", path, "-o", _folder["out"], "--strict").ExitCode);
        var before = File.ReadAllBytes(_folder["out/a.pdf"]);
        _folder.Write("a.html", WithError);

        var run = Command.Run("build", path, "-o", _folder["out"], "--strict");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal("0 articles built, 0 editions; 1 held back because of errors.", run.ErrorLines[^1]);
        Assert.Equal(before, File.ReadAllBytes(_folder["out/a.pdf"]));
        Assert.Equal(["a.epub", "a.pdf"], _folder.Files("out"));
    }

    [Fact]
    public void What_cannot_be_built_weighs_more_than_what_is_held_back() =>
        Assert.Equal(1, Command.Run("build", _folder["missing.html"], _folder.Write("a.html", WithError), "--strict", "-o", _folder["out"]).ExitCode);

    [Fact]
    public void An_ignored_code_is_neither_told_nor_counted()
    {
        var run = Command.Run("build", _folder.Write("a.html", WithError), "--strict", "--ignore", "db1403", "--ignore", "DB0008", "-o", _folder["out"]);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("DB1403", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("DB0008", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.OutputLines.Length);
    }

    [Theory]
    [InlineData("There is no finding 'DB4711'", "--ignore", "DB4711")]
    [InlineData("'DB0001' cannot be ignored", "--ignore", "DB0001")]
    [InlineData("There are no messages in 'fr'", "--language", "fr")]
    [InlineData("'findings.txt' is no report", "--report", "findings.txt")]
    [InlineData("There is no option '--output'", "--output", "x")]
    [InlineData("contradict each other", "--quiet", "--verbose")]
    public void Wrong_usage_is_2_and_one_sentence(string sentence, params string[] args)
    {
        var run = Command.Run(["check", _folder.Write("a.html"), .. args]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal("See 'docbuilder check --help'.", run.ErrorLines[^1]);
    }

    [Fact]
    public void Messages_are_in_arabic_on_demand_and_keep_their_order()
    {
        var run = Command.Run("check", _folder.Write("a.html", WithError), "--language", "ar");

        Assert.Contains(
            _folder["a.html"] + ":3:10: \u2067خطأ DB1403: رابط إلى «\u2068https://example.org/\u2069» ليس فيه كلمات. أعطه كلمات، أو أعطِ صورته نصًّا بديلًا. [WCAG 2.2 2.4.4]\u2069", run.ErrorLines);
        Assert.StartsWith("المقالات المفحوصة: 1. الأخطاء: 1، ", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_explains_each_code_once()
    {
        var run = Command.Run("check", _folder.Write("a.html", WithError), _folder.Write("b.html", WithError), "--verbose");

        Assert.Single(run.ErrorLines, static line => line.StartsWith("    A link that holds no words", StringComparison.Ordinal));
        Assert.Contains(run.ErrorLines, static line => line.Contains(": checked in ", StringComparison.Ordinal));
    }

    [Fact]
    public void Quiet_tells_errors_only()
    {
        var run = Command.Run("check", _folder.Write("a.html", WithError), "--quiet");

        Assert.Contains(" error DB1403: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory, InlineData("check"), InlineData("build")]
    public void Reports_are_written_beside_what_is_told(string command)
    {
        var run = Command.Run([command, _folder.Write("a.html", WithError), "--report", _folder["r.json"], "--report", _folder["r.sarif"], .. Output(command)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("DB1403", JsonDocument.Parse(File.ReadAllText(_folder["r.sarif"])).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(static result => result.GetProperty("ruleId").GetString()).Single(static code => code == "DB1403"));
        Assert.Equal(command == "build" ? 2 : 0, JsonDocument.Parse(File.ReadAllText(_folder["r.json"])).RootElement.GetProperty("articles")[0].GetProperty("editions").GetArrayLength());
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_1_and_one_sentence()
    {
        var run = Command.Run("check", _folder.Write("a.html"), "--quiet", "--report", _folder["no/such/folder/r.json"]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"docbuilder: The report '{_folder["no/such/folder/r.json"]}' cannot be written", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private string[] Output(string command) => command == "build" ? ["-o", _folder["out"]] : [];
}
