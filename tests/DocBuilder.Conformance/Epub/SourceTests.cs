using System.Text.Json;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using Microsoft.Playwright;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>The book against its source as a browser shows it: the same words, and as many of everything that has a meaning.</summary>
public sealed class SourceTests(ThemedEditions editions, Browser browser)
{
    // What stands in the article of a web page without being of it, and what a book says otherwise: where a note leads back, when it was published.
    private const string Prepare = """
        () => {
          const article = document.querySelector('article');
          article.querySelectorAll('.share-buttons, .related-inline, .ad-slot, .entry-footer, .dateline, .date, math, [role=doc-backlink]').forEach((element) => element.remove());
          article.querySelectorAll('details').forEach((element) => { element.open = true; });
          article.querySelectorAll('q').forEach((element) => {
            const quotes = getComputedStyle(element).quotes;
            const [open, close] = quotes === 'auto' ? ['“', '”'] : quotes.match(/"[^"]*"/g).map((mark) => mark.slice(1, -1));
            element.prepend(open);
            element.append(close);
          });
          return article.innerText;
        }
        """;

    // A note is an item of a list in the source and an aside in the book.
    private const string Count = """
        () => {
          const notes = ':is([role=doc-endnotes], .footnotes)';
          const counts = { notes: document.querySelectorAll(`${notes} > ol > li, [role=doc-footnote]`).length, calls: document.querySelectorAll('[role=doc-noteref]').length };
          const links = 'a[href]:not([role=doc-noteref], [role=doc-backlink])';
          const root = document.querySelector('article') ?? document.body;
          for (const name of ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'tr', 'th', 'td', 'figure', 'figcaption', 'img', 'blockquote', 'pre', links]) {
            counts[name] = [...root.querySelectorAll(name)].filter((element) => !element.matches(`${notes} > ol, ${notes} > ol > li`)).length;
          }
          return JSON.stringify(counts);
        }
        """;

    [Theory, ClassData(typeof(HtmlArticles))]
    public async Task It_says_what_a_browser_shows_of_the_source(string article)
    {
        var page = await OpenSource(article);
        var shown = await page.EvaluateAsync<string>(Prepare);
        await page.CloseAsync();
        var said = EpubText.Read(await editions.Epub(article, "print"), static element => element.Attribute("class")?.Value is "dateline" or "source");
        Texts.AssertSame(WithoutSpace(shown), WithoutSpace(said));
    }

    [Theory, ClassData(typeof(HtmlArticles))]
    public async Task It_has_as_many_of_everything_as_the_source(string article)
    {
        var page = await OpenSource(article);
        await page.EvaluateAsync<string>(Prepare);
        var expected = await Counts(page);
        await page.CloseAsync();
        var actual = new SortedDictionary<string, int>(expected.ToDictionary(static entry => entry.Key, static _ => 0));
        var epub = await editions.Epub(article, "print");
        foreach (var name in EpubText.Names(epub))
        {
            var file = await browser.Show(epub, name);
            foreach (var (what, count) in await Counts(file))
            {
                actual[what] += count;
            }

            await file.CloseAsync();
        }

        Assert.Equal(expected, actual);
        Assert.True(expected["h1"] == 1 && expected["h2"] > 0);
    }

    private async Task<IPage> OpenSource(string article) => await browser.ShowSource(Path.Combine(Repository.Content, article + ".html"));

    private static async Task<SortedDictionary<string, int>> Counts(IPage page)
    {
        using var counts = JsonDocument.Parse(await page.EvaluateAsync<string>(Count));
        return new(counts.RootElement.EnumerateObject().ToDictionary(static entry => entry.Name, static entry => entry.Value.GetInt32()));
    }

    // Between cells and blocks browsers put what they like.
    private static string WithoutSpace(string text) => Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>The articles that are HTML, as theory data.</summary>
public sealed class HtmlArticles : TheoryData<string>
{
    public HtmlArticles() => AddRange(Repository.Articles.Where(article => File.Exists(Path.Combine(Repository.Content, article + ".html"))).ToArray());
}
