using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Building;

/// <summary>The source and its pictures come out of a PDF as they went in, by qpdf.</summary>
public sealed class AttachmentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, InlineData("ua1-a3a"), InlineData("ua2-a4f")]
    public async Task Sources_and_pictures_come_back_byte_for_byte(string profile)
    {
        var result = await DocBuilderCommand.Run(["build", Repository.Content, "--edition", "pdf", "--profile", profile, "-o", folder["out"]]);
        Assert.Equal(0, result.ExitCode);
        var images = Directory.EnumerateFiles(Path.Combine(Repository.Content, "images")).ToDictionary(file => Path.GetFileName(file));
        var shown = new HashSet<string>();
        foreach (var article in Repository.Articles)
        {
            var pdf = folder[$"out/{article}.pdf"];
            var source = Repository.PathOfText(article);
            var names = await Names(pdf);
            Assert.Contains(Path.GetFileName(source), names);
            foreach (var name in names)
            {
                await AssertSame(images.GetValueOrDefault(name, source), pdf, name);
                shown.Add(name);
            }
        }

        Assert.Empty(images.Keys.Except(shown));
    }

    [Fact]
    public async Task Standard_input_is_embedded_under_a_name_of_its_own()
    {
        // Windows-1256, which is no UTF-8 and must stay what it is.
        byte[] bytes = [.. "<html lang=ar dir=rtl><title>x</title><p>"u8, 0xE3, 0xD1, 0xCD, 0xC8, 0xC7, .. "</p>"u8];
        var source = folder.Write("source.bin", bytes);
        var result = await Command.Run("sh",
            ["-c", $"{DocBuilderCommand.ShellWords} build - --whole-page --encoding windows-1256 --edition pdf --profile ua1-a3a -o '{folder["out"]}' <'{source}'"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["stdin.html"], await Names(folder["out/stdin.pdf"]));
        await AssertSame(source, folder["out/stdin.pdf"], "stdin.html");
    }

    [Theory, InlineData("ua1-a2a"), InlineData("ua2-a4")]
    public async Task Other_profiles_embed_nothing(string profile)
    {
        var article = folder.Write("a.html", "<html lang=en><title>A</title><h1>A</h1><p>Words and words and words.");
        var result = await DocBuilderCommand.Run(["build", article, "--edition", "pdf", "--profile", profile, "-o", folder["out"]]);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(await Names(folder["out/a.pdf"]));
    }

    private async Task AssertSame(string expected, string pdf, string name)
    {
        var file = folder["attachment"];
        var result = await Command.Run("sh", ["-c", $"qpdf --show-attachment='{name}' '{pdf}' >'{file}'"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(expected), await File.ReadAllBytesAsync(file));
    }

    private static async Task<string[]> Names(string pdf)
    {
        var list = await Command.Run("qpdf", ["--list-attachments", pdf]);
        return [.. list.Output.Split('\n').Where(line => line.Contains(" -> ", StringComparison.Ordinal)).Select(line => line.Split(" -> ")[0])];
    }
}
