using System.Text.Json;
using DocBuilder.Conformance.Tools;
using Microsoft.Playwright;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>The books in a reading system that knows nothing of us: foliate-js in Chromium.</summary>
public sealed class ReadingSystemTests(ThemedEditions editions, Browser browser)
{
    // A reader's night: light letters on a dark ground, which the book's own colours must not undo.
    private const string Night = "html { color-scheme: dark; background: rgb(18, 18, 18) !important; color: rgb(230, 230, 230) !important; } body { background: transparent; }";
    private const string Large = "html { font-size: 300% !important; }";

    [Theory, InlineData("arabic-structure", "rtl"), InlineData("hebrew", "rtl"), InlineData("english-arabic", "ltr")]
    public async Task Pages_turn_as_the_text_is_read(string article, string direction)
    {
        var page = await Open(article);
        Assert.Equal(direction, await page.EvaluateAsync<string>("async () => (await reader.open('/book.epub')).direction"));
        await page.EvaluateAsync("() => reader.goTo(reader.toc()[0].href)");
        var start = await page.EvaluateAsync<double>("() => reader.fraction()");
        var (forward, back) = direction == "rtl" ? ("left", "right") : ("right", "left");
        var next = await page.EvaluateAsync<double>("side => reader.turn(side)", forward);
        await Browser.Keep(page, article + "-turned");
        Assert.True(next > start, $"{next} after {start}");
        Assert.Equal(start, await page.EvaluateAsync<double>("side => reader.turn(side)", back), 3);
        await page.CloseAsync();
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task Contents_and_page_list_lead_where_they_say(string article)
    {
        var page = await Open(article);
        var opened = await page.EvaluateAsync<JsonElement>("() => reader.open('/book.epub')");
        Assert.True(opened.GetProperty("hasCover").GetBoolean());
        await Browser.Keep(page, article + "-cover");
        foreach (var list in new[] { "toc", "pageList" })
        {
            var entries = await page.EvaluateAsync<JsonElement>($"() => reader.{list}()");
            Assert.NotEqual(0, entries.GetArrayLength());
            foreach (var entry in entries.EnumerateArray())
            {
                Assert.True(await page.EvaluateAsync<bool>("href => reader.goTo(href)", entry.GetProperty("href").GetString()), $"{list}: {entry}");
            }
        }

        await page.CloseAsync();
    }

    [Theory, InlineData("arabic-structure"), InlineData("english-arabic")]
    public async Task Notes_open_and_come_back(string article)
    {
        var page = await Open(article);
        await page.EvaluateAsync("() => reader.open('/book.epub')");
        await page.EvaluateAsync("() => reader.goTo(reader.toc()[0].href)");
        var calls = await page.EvaluateAsync<int>("() => reader.document().querySelectorAll('[role=doc-noteref]').length");
        Assert.NotEqual(0, calls);
        for (var i = 0; i < calls; i++)
        {
            var note = await page.EvaluateAsync<JsonElement>(
                """
                async i => {
                  const call = reader.document().querySelectorAll('[role=doc-noteref]')[i];
                  const aside = reader.document().getElementById(call.getAttribute('href').split('#')[1]);
                  const back = aside.querySelector('[role=doc-backlink]');
                  return { ...await reader.openNote(call), expected: aside.textContent, returns: await reader.goTo(reader.toc()[0].href.split('#')[0] + back.getAttribute('href')), leadsTo: back.getAttribute('href'), call: '#' + call.id };
                }
                """,
                i);
            Assert.Equal("footnote", note.GetProperty("type").GetString());
            Assert.Equal(note.GetProperty("expected").GetString(), note.GetProperty("text").GetString());
            Assert.Equal(note.GetProperty("call").GetString(), note.GetProperty("leadsTo").GetString());
            Assert.True(note.GetProperty("returns").GetBoolean(), note.ToString());
        }

        await page.CloseAsync();
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task The_fonts_of_the_book_load(string article)
    {
        var page = await Open(article);
        await page.EvaluateAsync("() => reader.open('/book.epub')");
        var loaded = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              await reader.goTo(reader.toc()[0].href);
              const document = reader.document();
              await document.fonts.ready;
              const family = document.defaultView.getComputedStyle(document.body).fontFamily.split(',')[0].replaceAll('"', '').trim();
              return { family, isLoaded: [...document.fonts].some(face => face.family.replaceAll('"', '') === family && face.status === 'loaded') };
            }
            """);
        Assert.True(loaded.GetProperty("isLoaded").GetBoolean(), loaded.ToString());
        await page.CloseAsync();
    }

    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Night_and_three_times_the_size_lose_nothing(string article, string theme)
    {
        var page = await Open(article, theme);
        await page.EvaluateAsync("() => reader.open('/book.epub')");
        await page.EvaluateAsync("() => reader.goTo(reader.toc()[0].href)");
        await page.EvaluateAsync("css => reader.setStyle(css, 'scrolled')", Night + Large);
        await Browser.Keep(page, $"{article}-{theme}-night");
        var seen = await File.ReadAllTextAsync(Path.Combine(Repository.Readers, "seen.js"), TestContext.Current.CancellationToken);
        var lost = await page.EvaluateAsync<string[]>($"() => reader.document().defaultView.eval({JsonSerializer.Serialize(seen[seen.IndexOf("(ground)", StringComparison.Ordinal)..])})([18, 18, 18])");
        Assert.True(lost.Length == 0, string.Join('\n', lost));
        await page.CloseAsync();
    }

    private async Task<IPage> Open(string article, string theme = "print") => await browser.Read(await editions.Epub(article, theme));
}
