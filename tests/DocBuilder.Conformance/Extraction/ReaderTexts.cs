using System.Globalization;
using System.Text.Json;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Extraction;

/// <summary>What every reader reads in one PDF, furniture left out.</summary>
internal sealed class ReaderTexts(string article)
{
    private readonly List<IReadOnlyDictionary<int, string>> marks = [];

    /// <summary>The text by reader: "pdf.js", "pdf.js structure", "PDFium", "MuPDF", "poppler".</summary>
    public Dictionary<string, string> ByReader { get; } = [];

    /// <summary>The article that was read.</summary>
    public string Article => article;

    public Dictionary<string, string> Versions { get; } = [];

    /// <summary>The text that pdf.js gives to a marked-content sequence of a page, counted from 0.</summary>
    public string MarkedText(int page, int id) => marks[page].GetValueOrDefault(id, "");

    /// <summary>Reads files by the names of their articles, with one Node process for the three readers that run in it.</summary>
    public static async Task<IReadOnlyDictionary<string, ReaderTexts>> ReadAll(IReadOnlyDictionary<string, PdfFile> files)
    {
        var bodies = files.ToDictionary(pair => pair.Key, pair => pair.Value.Contents.Select(PageBody.Of).ToArray());
        var requests = bodies.Select(pair =>
            $$"""{"file":{{JsonSerializer.Serialize(files[pair.Key].Path)}},"bodies":[{{string.Join(',', pair.Value.Select(body => body.ToJson()))}}]}""");
        var texts = files.Keys.ToDictionary(article => article, article => new ReaderTexts(article));
        foreach (var reply in await NodeProcess.Ask("extract.mjs", requests))
        {
            texts[Path.GetFileNameWithoutExtension(reply.GetProperty("file").GetString()!)].Take(reply);
        }

        var version = (await Command.Run("pdftotext", ["-v"])).Error.Split('\n')[0].Split(' ')[^1];
        foreach (var (article, text) in texts)
        {
            text.ByReader["poppler"] = await Poppler(files[article].Path, files[article].Pages, bodies[article]);
            text.Versions["poppler"] = version;
        }

        return texts;
    }

    private void Take(JsonElement reply)
    {
        var reader = reply.GetProperty("reader").GetString()!;
        var pages = reply.GetProperty("pages").EnumerateArray().ToArray();
        Versions[reader] = reply.GetProperty("version").GetString()!;
        if (pages.Length > 0 && pages[0].ValueKind == JsonValueKind.String)
        {
            ByReader[reader] = string.Join('\n', pages.Select(page => page.GetString()));
            return;
        }

        ByReader[reader] = string.Join('\n', pages.Select(page => page.GetProperty("text").GetString()));
        ByReader[reader + " structure"] = string.Join('\n', pages.Select(page => page.GetProperty("structure").GetString()));
        Versions[reader + " structure"] = Versions[reader];
        marks.AddRange(pages.Select(page => page.GetProperty("marks").EnumerateObject()
            .ToDictionary(mark => int.Parse(mark.Name, CultureInfo.InvariantCulture), mark => mark.Value.GetString()!)));
    }

    // pdftotext crops to one rectangle for all pages, so it is asked for one page at a time.
    private static async Task<string> Poppler(string path, IReadOnlyList<PdfValue> pages, PageBody[] bodies)
    {
        var texts = new List<string>();
        foreach (var (index, body) in bodies.Index())
        {
            double[] box = [.. pages[index]["MediaBox"].Items.Select(side => side.Number)];
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            texts.Add(await Command.Output(
                "pdftotext", "-enc", "UTF-8", "-nopgbrk", "-f", number, "-l", number, "-x", "0", "-W", Whole(box[2]),
                "-y", Whole(box[3] - body.Top), "-H", Whole(body.Top - body.Bottom), path, "-"));
        }

        return string.Join('\n', texts);
    }

    private static string Whole(double points) => Math.Round(points).ToString(CultureInfo.InvariantCulture);
}
