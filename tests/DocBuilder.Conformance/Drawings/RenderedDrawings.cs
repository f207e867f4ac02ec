using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DocBuilder.Conformance.Drawings;
using DocBuilder.Conformance.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(RenderedDrawings))]

namespace DocBuilder.Conformance.Drawings;

/// <summary>Every drawing as poppler and PDFium show it from our PDF, and as Chromium shows the SVG itself with the same fonts; at two dots to the pixel.</summary>
public sealed class RenderedDrawings : IDisposable
{
    private const int DotsPerPixel = 2;

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<Dictionary<string, IReadOnlyList<Pixels>>>> pictures;

    public RenderedDrawings() => pictures = new(Render);

    /// <summary>Where the pictures stay, to be looked at: beside the tests' assembly.</summary>
    private static string Kept { get; } = Path.Combine(AppContext.BaseDirectory, "drawings");

    internal string PdfPath => Path.Combine(Kept, "drawings.pdf");

    /// <summary>How much a drawing in our PDF, as a reader shows it, differs from the browser's.</summary>
    internal async Task<double> DifferenceIn(string reader, string name)
    {
        var index = DrawingSheet.Names.ToList().IndexOf(name);
        var shown = await pictures.Value;
        return shown[reader][index].DifferenceFrom(shown["Chromium"][index]);
    }

    public void Dispose() => folder.Dispose();

    private async Task<Dictionary<string, IReadOnlyList<Pixels>>> Render()
    {
        var names = DrawingSheet.Names;
        if (Directory.Exists(Kept))
        {
            Directory.Delete(Kept, recursive: true);
        }

        Directory.CreateDirectory(Kept);
        await using (var output = File.Create(PdfPath))
        {
            DrawingSheet.Write(output, names.Select(name => (name, File.ReadAllBytes(Path.Combine(DrawingSheet.Folder, name + ".svg")))));
        }

        await Command.Output("pdftoppm", "-r", (72 * DotsPerPixel).ToString(CultureInfo.InvariantCulture), "-png", PdfPath, Path.Combine(Kept, "page"));
        var poppler = Directory.EnumerateFiles(Kept, "page*.png").Order(StringComparer.Ordinal).Select(Pixels.Read).ToArray();
        var request = new JsonObject { ["file"] = PdfPath, ["folder"] = folder.Path, ["scale"] = DotsPerPixel };
        var reply = (await NodeProcess.Ask("render.mjs", [request.ToJsonString()])).Single();
        var sheet = await Browse(names);
        var rows = DrawingSheet.Height * DotsPerPixel;
        return new()
        {
            ["poppler"] = poppler,
            ["PDFium"] = [.. reply.GetProperty("pages").EnumerateArray().Select(page => Pixels.ReadPixmap(page.GetString()!))],
            ["Chromium"] = [.. names.Select((_, i) => sheet.Rows(i * rows, rows))],
        };
    }

    private async Task<Pixels> Browse(IReadOnlyList<string> names)
    {
        var page = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}img{display:block}</style>");
        foreach (var name in names)
        {
            page.Append(CultureInfo.InvariantCulture, $"<img width={DrawingSheet.Width} height={DrawingSheet.Height} src='file://{DrawingSheet.Folder}/{name}.svg'>");
        }

        // The browser sees our fonts as the system's.
        folder.Write("fonts.conf", $"""
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{Path.Combine(Repository.Root, "fonts")}</dir><cachedir>{folder["fonts-cache"]}</cachedir></fontconfig>
            """);
        var source = folder.Write("page.html", page.ToString());
        var result = await Command.Run(
            Environment.GetEnvironmentVariable("PUPPETEER_EXECUTABLE_PATH") ?? "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text", "--font-render-hinting=none", "--force-color-profile=srgb",
                "--user-data-dir=" + folder["browser"], $"--force-device-scale-factor={DotsPerPixel}",
                $"--window-size={DrawingSheet.Width},{DrawingSheet.Height * names.Count}", "--screenshot=" + Path.Combine(Kept, "browser.png"), "file://" + source,
            ],
            environment: new Dictionary<string, string> { ["FONTCONFIG_FILE"] = folder["fonts.conf"] });
        return File.Exists(Path.Combine(Kept, "browser.png")) ? Pixels.Read(Path.Combine(Kept, "browser.png")) : throw new InvalidOperationException($"Chromium: {result}");
    }
}
