using System.Text.Json;
using DocBuilder.Conformance.Tools;
using Microsoft.Playwright;

namespace DocBuilder.Conformance.Inspection;

/// <summary>
/// The viewer of pdf.js in Chromium, fed from the disk without a server. Chromium's own viewer was tried too (156, without a screen): it opens the PDF, but
/// the tree that DevTools show ends at its EmbeddedObject, and the bus of AT-SPI needs a desktop session, so what it tells cannot be seen here.
/// </summary>
internal sealed class Viewer : IAsyncDisposable
{
    private const string Site = "http://viewer.invalid/";

    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        [".html"] = "text/html",
        [".mjs"] = "text/javascript",
        [".css"] = "text/css",
        [".pdf"] = "application/pdf",
    };

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Viewer(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <summary>Opens a PDF and shows every page of it once.</summary>
    public static async Task<Viewer> Open(string pdf)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        await page.RouteAsync("**/*", route => Answer(route, pdf));
        await page.GotoAsync(Site + "viewer.html");
        await page.WaitForSelectorAsync("body[data-ready]");
        await page.EvaluateAsync("async () => { for (let number = 1; number <= pages; number++) await show(number); }");
        return new(playwright, browser, page);
    }

    /// <summary>Chromium's accessibility tree.</summary>
    public async Task<AccessibilityTree> Accessibility()
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        var answer = await session.SendAsync("Accessibility.getFullAXTree");
        return new(answer!.Value.GetProperty("nodes"));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static Task Answer(IRoute route, string pdf)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var file = path switch
        {
            "/viewer.html" => Path.Combine(AppContext.BaseDirectory, "Data", "viewer.html"),
            "/document.pdf" => pdf,
            _ when path.StartsWith("/pdfjs/", StringComparison.Ordinal) => Path.Combine(Repository.Readers, "node_modules", "pdfjs-dist", path["/pdfjs/".Length..]),
            _ => "",
        };
        return File.Exists(file)
            ? route.FulfillAsync(new() { BodyBytes = File.ReadAllBytes(file), ContentType = MediaTypes.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream") })
            : route.AbortAsync();
    }
}

/// <summary>What Chromium tells assistive technology, as DevTools show it. They list what an element owns (aria-owns) beside its children, not among them.</summary>
internal sealed class AccessibilityTree
{
    private readonly Dictionary<string, JsonElement> nodes;
    private readonly Dictionary<int, string> byElement = [];
    private readonly string root;

    public AccessibilityTree(JsonElement all)
    {
        nodes = all.EnumerateArray().ToDictionary(node => node.GetProperty("nodeId").GetString()!);
        root = all[0].GetProperty("nodeId").GetString()!;
        foreach (var (id, node) in nodes)
        {
            if (node.TryGetProperty("backendDOMNodeId", out var element))
            {
                byElement.TryAdd(element.GetInt32(), id);
            }
        }
    }

    /// <summary>The nodes of some roles in their order: the role, the level of headings, and the words.</summary>
    public IEnumerable<(string Role, int Level, string Words)> Find(params string[] roles) =>
        Walk(root).Where(id => roles.Contains(Role(id))).Select(id => (Role(id), Level(id), string.Concat(Walk(id).Where(below => Role(below) == "StaticText").Select(Name))));

    private IEnumerable<string> Walk(string from)
    {
        var open = new Stack<string>([from]);
        while (open.TryPop(out var id))
        {
            if (!nodes.TryGetValue(id, out var node))
            {
                continue;
            }

            yield return id;
            foreach (var child in Children(node).Reverse())
            {
                open.Push(child);
            }
        }
    }

    private IEnumerable<string> Children(JsonElement node)
    {
        var children = node.TryGetProperty("childIds", out var ids) ? ids.EnumerateArray().Select(id => id.GetString()!) : [];
        var owned = Property(node, "owns") is { } owns && owns.TryGetProperty("relatedNodes", out var related)
            ? related.EnumerateArray().Select(element => byElement.GetValueOrDefault(element.GetProperty("backendDOMNodeId").GetInt32(), "")) : [];
        return children.Concat(owned);
    }

    private string Role(string id) => nodes[id].TryGetProperty("role", out var role) ? role.GetProperty("value").GetString() ?? "" : "";

    private string Name(string id) => nodes[id].TryGetProperty("name", out var name) ? name.GetProperty("value").GetString() ?? "" : "";

    private int Level(string id) => Property(nodes[id], "level") is { } level ? level.GetProperty("value").GetInt32() : 0;

    private static JsonElement? Property(JsonElement node, string name)
    {
        if (node.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateArray())
            {
                if (property.GetProperty("name").GetString() == name)
                {
                    return property.GetProperty("value");
                }
            }
        }

        return null;
    }
}
