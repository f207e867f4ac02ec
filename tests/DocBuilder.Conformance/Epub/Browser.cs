using System.IO.Compression;
using DocBuilder.Conformance.Epub;
using DocBuilder.Conformance.Tools;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace DocBuilder.Conformance.Epub;

/// <summary>One Chromium for all tests; books are served to it from the disk, nothing from the network.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Origin = "http://book.test";

    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        [".css"] = "text/css",
        [".html"] = "text/html",
        [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
        [".woff2"] = "font/woff2",
        [".xhtml"] = "application/xhtml+xml",
        [".epub"] = "application/epub+zip",
    };

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> chromium = new(Launch);

    /// <summary>The reading system with a book open at its beginning.</summary>
    internal async Task<IPage> Read(string epub, int width = 600, int height = 800)
    {
        var page = await NewPage(epub, width, height);
        await page.GotoAsync(Origin + "/");
        await page.WaitForFunctionAsync("globalThis.reader !== undefined");
        return page;
    }

    /// <summary>A file of a book by itself.</summary>
    internal async Task<IPage> Show(string epub, string name)
    {
        var page = await NewPage(epub, 600, 800);
        await page.GotoAsync($"{Origin}/epub/{name}");
        return page;
    }

    /// <summary>An article as it was before it was made a book, without its pictures and scripts.</summary>
    internal async Task<IPage> ShowSource(string path)
    {
        var page = await NewPage(path, 1200, 800);
        await page.SetContentAsync(await File.ReadAllTextAsync(path));
        return page;
    }

    /// <summary>A picture of the page for whoever wants to look: into the folder that <c>DOCBUILDER_SCREENSHOTS</c> names.</summary>
    internal static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DOCBUILDER_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (chromium.IsValueCreated)
        {
            var (playwright, browser) = await chromium.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PUPPETEER_EXECUTABLE_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--enable-blink-features=ComputedAccessibilityInfo"],
        }));
    }

    private async Task<IPage> NewPage(string epub, int width, int height)
    {
        var (_, browser) = await chromium.Value;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        page.SetDefaultTimeout(60_000);
        await page.RouteAsync("**/*", route => Answer(route, epub));
        return page;
    }

    private static async Task Answer(IRoute route, string epub)
    {
        var address = new Uri(route.Request.Url);
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        if (address.Scheme is "blob" or "data")
        {
            await route.ContinueAsync();
            return;
        }

        var bytes = Bytes(path, epub);
        await route.FulfillAsync(bytes is null
            ? new() { Status = 404 }
            : new() { BodyBytes = bytes, ContentType = MediaTypes.GetValueOrDefault(path == "/" ? ".html" : Path.GetExtension(path), "application/octet-stream") });
    }

    private static byte[]? Bytes(string path, string epub)
    {
        const string foliate = "/foliate/";
        const string inBook = "/epub/";
        if (path == "/")
        {
            return File.ReadAllBytes(Path.Combine(Repository.Readers, "reading-system.html"));
        }

        if (path == "/book.epub")
        {
            return File.ReadAllBytes(epub);
        }

        if (path.StartsWith(foliate, StringComparison.Ordinal))
        {
            var file = Path.Combine(Repository.Readers, "node_modules", "foliate-js", path[foliate.Length..]);
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }

        if (!path.StartsWith(inBook, StringComparison.Ordinal))
        {
            return null;
        }

        using var archive = ZipFile.OpenRead(epub);
        if (archive.GetEntry("EPUB/" + path[inBook.Length..]) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
