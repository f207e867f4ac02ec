using System.IO.Compression;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Cli;

public sealed class ThemeOptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("print", "amiri"), InlineData("clear", "notosansarabic"), InlineData("large-print", "notosansarabic")]
    public void Every_theme_builds_both_editions_on_every_paper_and_puts_its_fonts_into_the_book(string theme, string font)
    {
        foreach (var size in new[] { "A4", "A5", "Letter", "170x240mm" })
        {
            var run = Command.Run("build", _folder.Write("a.html"), "-o", _folder["out"], "--theme", theme, "--page-size", size);
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(["a.epub", "a.pdf"], _folder.Files("out"));
            using var book = ZipFile.OpenRead(_folder["out/a.epub"]);
            Assert.Contains(book.Entries, entry => entry.FullName == $"EPUB/fonts/{font}-regular.ttf");
        }
    }

    [Fact]
    public void A_theme_of_ones_own_is_used()
    {
        var article = _folder.Write("a.html");
        var theme = _folder.Write("mine.json", """{ "extends": "clear", "text": { "size": 14 } }""");
        Assert.Equal(0, Command.Run("build", article, "-o", _folder["clear"], "--theme", "clear").ExitCode);
        Assert.Equal(0, Command.Run("build", article, "-o", _folder["mine"], "--theme", theme).ExitCode);
        Assert.NotEqual(File.ReadAllBytes(_folder["clear/a.pdf"]), File.ReadAllBytes(_folder["mine/a.pdf"]));
    }

    [Fact]
    public void A_broken_theme_is_wrong_usage_told_in_a_sentence()
    {
        var theme = _folder.Write("mine.json", """{ "text": { "size": 200 } }""");
        var run = Command.Run("build", _folder.Write("a.html"), "-o", _folder["out"], "--theme", theme);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal($"docbuilder: {theme}: text.size must be a number from 5 to 72.", run.ErrorLines[0]);
        Assert.Empty(_folder.Files("out"));
    }

    [Fact]
    public void A_font_family_that_nobody_has_is_wrong_usage()
    {
        var theme = _folder.Write("mine.json", """{ "scripts": { "Arab": { "families": ["Amiri", "No Such Font"] } } }""");
        var run = Command.Run("build", _folder.Write("a.html"), "-o", _folder["out"], "--theme", theme);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"docbuilder: {theme}: scripts.Arab.families[1]: there is no font family 'No Such Font'; ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(_folder.Files("out"));
    }

    [Fact]
    public void Paper_without_room_for_a_line_is_wrong_usage()
    {
        var run = Command.Run("build", _folder.Write("a.html"), "-o", _folder["out"], "--theme", "large-print", "--page-size", "60x60mm");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("docbuilder: A page 60 mm wide leaves 36 mm between the margins of the theme large-print, and a line that can be read takes 50.8 mm; ", run.ErrorLines[0], StringComparison.Ordinal);
    }
}
