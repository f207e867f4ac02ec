using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>Emoji that are made of several characters, in a browser: one face draws all of each.</summary>
public sealed class EmojiTests(Browser browser)
{
    private static readonly string[] Emoji = ["☝\U0001F3FB", "☝\uFE0F", "❤\uFE0F\u200D\U0001F525", "⛹\U0001F3FD\u200D♂\uFE0F", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "1\uFE0F\u20E3"];

    [Fact]
    public async Task An_emoji_of_several_characters_is_drawn_from_one_face()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder["emoji.html"],
            "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>رموز</title><h1>رموز</h1><p>☝ ❤ ⛹ ♂ \U0001F468 1 مفردة." + string.Concat(Emoji.Select(static emoji => "<p>" + emoji)),
            TestContext.Current.CancellationToken);
        var built = await DocBuilderCommand.RunManaged(["build", folder["emoji.html"], "--edition", "epub", "-o", folder.Path]);
        Assert.True(built.ExitCode == 0, built.ToString());

        var page = await browser.Show(folder["emoji.epub"], "text/article.xhtml");
        await page.EvaluateAsync("() => document.fonts.ready");
        await Browser.Keep(page, "emoji");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("DOM.enable");
        await session.SendAsync("CSS.enable");
        var root = (await session.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var paragraphs = (await session.SendAsync("DOM.querySelectorAll", new() { ["nodeId"] = root, ["selector"] = "p" }))!.Value.GetProperty("nodeIds");
        var drawn = new List<string>();
        foreach (var paragraph in paragraphs.EnumerateArray().TakeLast(Emoji.Length))
        {
            var fonts = (await session.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = paragraph.GetInt32() }))!.Value.GetProperty("fonts");
            drawn.Add(string.Join(" and ", fonts.EnumerateArray().Select(static font => font.GetProperty("familyName").GetString())));
        }

        Assert.All(drawn, static faces => Assert.Matches("^(Noto Emoji|Noto Color Emoji)$", faces));
        await page.CloseAsync();
    }
}
