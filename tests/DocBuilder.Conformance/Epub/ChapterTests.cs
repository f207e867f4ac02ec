using System.IO.Compression;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>Every file of the books by itself in Chromium: axe finds nothing, and what assistive technology is told is as we read it.</summary>
public sealed class ChapterTests(ThemedEditions editions, Browser browser)
{
    // Rules for pages of a web site, which chapters are not: no main landmark, no way past a menu.
    private static readonly string[] ForSites = ["bypass", "landmark-one-main", "region", "page-has-heading-one"];

    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("DOCBUILDER_UPDATE_SNAPSHOTS") == "1";

    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Axe_finds_no_violation_in_any_theme(string article, string theme)
    {
        var epub = await editions.Epub(article, theme);
        foreach (var name in Files(epub))
        {
            var page = await browser.Show(epub, name);
            var options = new AxeRunOptions { Rules = ForSites.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }) };
            var violations = (await page.RunAxe(options)).Violations;
            Assert.True(violations.Length == 0, string.Join('\n', violations.Select(violation => $"{name} {violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}")));
            await page.CloseAsync();
        }
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task Assistive_technology_is_told_what_the_snapshot_says(string article)
    {
        var epub = await editions.Epub(article, "print");
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Readers, "heard.js"), TestContext.Current.CancellationToken);
        script = script[script.IndexOf("() =>", StringComparison.Ordinal)..];
        var heard = new List<string>();
        foreach (var name in Files(epub))
        {
            var page = await browser.Show(epub, name);
            heard.Add($"{name}\n{await page.EvaluateAsync<string>(script)}\n");
            await page.CloseAsync();
        }

        var text = string.Join('\n', heard);
        var path = Path.Combine(Repository.Snapshots, article + ".heard.txt");
        if (IsUpdating)
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(path), $"There is no snapshot {path}; write it with DOCBUILDER_UPDATE_SNAPSHOTS=1 and read it.");
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }

    private static List<string> Files(string epub)
    {
        using var book = ZipFile.OpenRead(epub);
        return ["nav.xhtml", .. EpubText.Spine(book).Select(file => file.Name)];
    }
}
