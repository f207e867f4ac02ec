using System.Text.Json;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Pdf;

/// <summary>A PDF as qpdf reads it, with what is computed from it once.</summary>
internal sealed class PdfFile
{
    private readonly Dictionary<string, JsonElement> objects = [];
    private readonly Lazy<IReadOnlyList<PageContent>> contents;
    private readonly Lazy<StructureTree> structure;
    private readonly Lazy<IReadOnlyList<EmbeddedFont>> fonts;
    private readonly Lazy<IReadOnlyList<PdfValue>> dictionaries;

    private PdfFile(string path, byte[] bytes, string json)
    {
        Path = path;
        FileBytes = bytes;
        // Structure trees of long articles nest deeper than the default of 64 in no case, but arrays of arrays may.
        var qpdf = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 }).RootElement.GetProperty("qpdf");
        foreach (var property in qpdf[1].EnumerateObject())
        {
            objects[property.Name] = property.Value.TryGetProperty("value", out var value) ? value : property.Value;
        }

        Trailer = new(this, objects["trailer"]);
        Pages = [.. PagesBelow(Catalog["Pages"], 0)];
        contents = new(() => [.. Pages.Select(PageContent.Read)]);
        structure = new(() => StructureTree.Read(this));
        fonts = new(() => EmbeddedFont.ReadAll(this));
        dictionaries = new(() => [.. AllDictionaries()]);
    }

    public string Path { get; }

    public byte[] FileBytes { get; }

    public bool IsPdf20 => FileBytes.AsSpan().StartsWith("%PDF-2."u8);

    public PdfValue Trailer { get; }

    public PdfValue Catalog => Trailer["Root"];

    public IReadOnlyList<PdfValue> Pages { get; }

    public IReadOnlyList<PageContent> Contents => contents.Value;

    public StructureTree Structure => structure.Value;

    public IReadOnlyList<EmbeddedFont> Fonts => fonts.Value;

    /// <summary>Every dictionary of the file, streams' and direct ones too.</summary>
    public IReadOnlyList<PdfValue> Dictionaries => dictionaries.Value;

    public IEnumerable<PdfValue> Objects => objects.Keys.Where(key => key != "trailer").Select(key => Object(key["obj:".Length..]));

    public int ObjectCount => objects.Count - 1;

    public static async Task<PdfFile> Open(string path) =>
        new(path, await File.ReadAllBytesAsync(path), await QpdfJson(path));

    /// <summary>The same file with its objects changed: for trying whether a check can fail.</summary>
    public static PdfFile FromJson(string path, byte[] bytes, string json) => new(path, bytes, json);

    public static Task<string> QpdfJson(string path) =>
        Command.Output("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none", path);

    public PdfValue Object(string reference) =>
        objects.TryGetValue("obj:" + reference, out var json) ? new(this, json, reference) : default;

    private static IEnumerable<PdfValue> PagesBelow(PdfValue node, int depth)
    {
        if (depth > 50)
        {
            throw new InvalidDataException("The page tree goes round in circles.");
        }

        return node["Type"].Name == "Page" ? [node] : node["Kids"].Items.SelectMany(kid => PagesBelow(kid, depth + 1));
    }

    private IEnumerable<PdfValue> AllDictionaries() => objects.Keys
        .Select(key => key == "trailer" ? Trailer : Object(key["obj:".Length..]))
        .SelectMany(value => DictionariesIn(value, value.Reference));

    // References are not followed: each object is visited once, from the list of objects.
    private IEnumerable<PdfValue> DictionariesIn(PdfValue value, string? owner)
    {
        if (value.IsArray)
        {
            return value.Json.EnumerateArray().SelectMany(item => DictionariesIn(new(this, item, owner), owner));
        }

        if (!value.IsDictionary)
        {
            return [];
        }

        var dictionary = value.IsStream ? value.Json.GetProperty("stream").GetProperty("dict") : value.Json;
        return dictionary.EnumerateObject().SelectMany(entry => DictionariesIn(new(this, entry.Value, owner), owner)).Prepend(value);
    }
}
