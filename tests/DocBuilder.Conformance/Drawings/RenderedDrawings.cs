using System.Globalization;
using System.Text;
using DocBuilder.Conformance.Drawings;
using DocBuilder.Conformance.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(RenderedDrawings))]

namespace DocBuilder.Conformance.Drawings;

/// <summary>Every drawing as poppler shows it from our PDF, and as Chromium shows the SVG itself with the same fonts; at two dots to the pixel.</summary>
public sealed class RenderedDrawings : IDisposable
{
    private const int DotsPerPixel = 2;

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<(IReadOnlyList<Pixels> Ours, IReadOnlyList<Pixels> Browsers)>> pictures;

    public RenderedDrawings() => pictures = new(Render);

    internal string PdfPath => folder["drawings.pdf"];

    /// <summary>A drawing from our PDF, and from the browser.</summary>
    internal async Task<(Pixels Ours, Pixels Browsers)> Of(string name)
    {
        var index = DrawingSheet.Names.ToList().IndexOf(name);
        var (ours, browsers) = await pictures.Value;
        return (ours[index], browsers[index]);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(IReadOnlyList<Pixels> Ours, IReadOnlyList<Pixels> Browsers)> Render()
    {
        var names = DrawingSheet.Names;
        await using (var output = File.Create(PdfPath))
        {
            DrawingSheet.Write(output, names.Select(name => (name, File.ReadAllBytes(Path.Combine(DrawingSheet.Folder, name + ".svg")))));
        }

        await Command.Output("pdftoppm", "-r", (72 * DotsPerPixel).ToString(CultureInfo.InvariantCulture), "-png", PdfPath, folder["page"]);
        var ours = folder.Files().Where(file => file.StartsWith("page", StringComparison.Ordinal)).Select(file => Pixels.Read(folder[file])).ToArray();
        var sheet = await Browse(names);
        var rows = DrawingSheet.Height * DotsPerPixel;
        return (ours, [.. names.Select((_, i) => sheet.Rows(i * rows, rows))]);
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
                $"--window-size={DrawingSheet.Width},{DrawingSheet.Height * names.Count}", "--screenshot=" + folder["browser.png"], "file://" + source,
            ],
            environment: new Dictionary<string, string> { ["FONTCONFIG_FILE"] = folder["fonts.conf"] });
        return File.Exists(folder["browser.png"]) ? Pixels.Read(folder["browser.png"]) : throw new InvalidOperationException($"Chromium: {result}");
    }
}
