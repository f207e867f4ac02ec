using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DocBuilder.Conformance.Drawings;
using DocBuilder.Conformance.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(RenderedSheets))]

namespace DocBuilder.Conformance.Drawings;

/// <summary>The sheets, each rendered once.</summary>
public sealed class RenderedSheets
{
    internal RenderedSheet Drawings { get; } = new(PictureSheet.Drawings);

    internal RenderedSheet Rasters { get; } = new(PictureSheet.Rasters);
}

/// <summary>Every picture of a sheet as poppler and PDFium show it from our PDF, and as Chromium shows the picture itself with the same fonts.</summary>
internal sealed class RenderedSheet
{
    private readonly PictureSheet sheet;
    private readonly Lazy<Task<Dictionary<string, IReadOnlyList<Pixels>>>> pictures;

    public RenderedSheet(PictureSheet sheet)
    {
        this.sheet = sheet;
        pictures = new(Render);
    }

    /// <summary>Where the pictures stay, to be looked at: beside the tests' assembly.</summary>
    private string Kept => Path.Combine(AppContext.BaseDirectory, sheet.Name);

    /// <summary>How much a picture in our PDF, as a reader shows it, differs from the browser's.</summary>
    public async Task<double> DifferenceIn(string reader, string name)
    {
        var index = sheet.Names.ToList().IndexOf(name);
        var shown = await pictures.Value;
        return shown[reader][index].DifferenceFrom(shown["Chromium"][index]);
    }

    /// <summary>The PDF.</summary>
    public async Task<string> Pdf()
    {
        await pictures.Value;
        return Path.Combine(Kept, "sheet.pdf");
    }

    private async Task<Dictionary<string, IReadOnlyList<Pixels>>> Render()
    {
        if (Directory.Exists(Kept))
        {
            Directory.Delete(Kept, recursive: true);
        }

        Directory.CreateDirectory(Kept);
        var pdf = Path.Combine(Kept, "sheet.pdf");
        await using (var output = File.Create(pdf))
        {
            sheet.Write(output);
        }

        await Command.Output("pdftoppm", "-r", (72 * sheet.DotsPerPixel).ToString(CultureInfo.InvariantCulture), pdf, Path.Combine(Kept, "poppler"));
        var request = new JsonObject { ["file"] = pdf, ["folder"] = Kept, ["scale"] = sheet.DotsPerPixel };
        var reply = (await NodeProcess.Ask("render.mjs", [request.ToJsonString()])).Single();
        var browsed = await Browse();
        var rows = sheet.Height * sheet.DotsPerPixel;
        return new()
        {
            ["poppler"] = [.. Directory.EnumerateFiles(Kept, "poppler*.ppm").Order(StringComparer.Ordinal).Select(Pixels.ReadPixmap)],
            ["PDFium"] = [.. reply.GetProperty("pages").EnumerateArray().Select(page => Pixels.ReadPixmap(page.GetString()!))],
            ["Chromium"] = [.. sheet.Files.Select((_, i) => browsed.Rows(i * rows, rows))],
        };
    }

    private async Task<Pixels> Browse()
    {
        using var folder = new TemporaryFolder();
        var page = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}img{display:block}</style>");
        foreach (var file in sheet.Files)
        {
            page.Append(CultureInfo.InvariantCulture, $"<img width={sheet.Width} height={sheet.Height} src='file://{file}'>");
        }

        // The browser sees our fonts as the system's.
        folder.Write("fonts.conf", $"""
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{Path.Combine(Repository.Root, "fonts")}</dir><cachedir>{folder["fonts-cache"]}</cachedir></fontconfig>
            """);
        var source = folder.Write("page.html", page.ToString());
        var picture = Path.Combine(Kept, "chromium.png");
        var result = await Command.Run(
            Environment.GetEnvironmentVariable("PUPPETEER_EXECUTABLE_PATH") ?? "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text", "--font-render-hinting=none", "--force-color-profile=srgb",
                "--user-data-dir=" + folder["browser"], $"--force-device-scale-factor={sheet.DotsPerPixel}",
                $"--window-size={Math.Max(sheet.Width, 300)},{sheet.Height * sheet.Files.Count}", "--screenshot=" + picture, "file://" + source,
            ],
            environment: new Dictionary<string, string> { ["FONTCONFIG_FILE"] = folder["fonts.conf"] });
        return File.Exists(picture) ? Pixels.Read(picture).Columns(sheet.Width * sheet.DotsPerPixel) : throw new InvalidOperationException($"Chromium: {result}");
    }
}
