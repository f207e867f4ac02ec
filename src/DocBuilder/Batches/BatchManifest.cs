using System.Text.Encodings.Web;
using System.Text.Json;
using DocBuilder.Documents;

namespace DocBuilder.Batches;

/// <summary>
/// What a batch has done, as files in its output folder: a journal that grows by a line for each article, and in its place, when all are
/// done, the manifest. Either tells a later batch what it need not do again, at whatever moment this one ends.
/// </summary>
internal sealed class BatchManifest : IDisposable
{
    public const string FileName = "manifest.json";

    private const string JournalName = ".docbuilder-journal";
    private const string VersionKey = "version";
    private const string OptionsKey = "options";
    private const string ArticlesKey = "articles";

    // Names in every script are to be read by people; nothing here goes into HTML.
    private static readonly JsonWriterOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly string _folder;
    private readonly string _options;
    private readonly FileStream _journal;
    private readonly Dictionary<string, BatchRecord> _known;
    private readonly List<BatchRecord> _records = [];

    private BatchManifest(string folder, string options, FileStream journal, Dictionary<string, BatchRecord> known)
    {
        _folder = folder;
        _options = options;
        _journal = journal;
        _known = known;
    }

    /// <summary>The version that built the editions.</summary>
    public static string Version { get; } = typeof(BatchManifest).Assembly.GetName().Version!.ToString(3);

    /// <summary>Opens the journal of an output folder.</summary>
    /// <param name="folder">The output folder, which is there.</param>
    /// <param name="options">The digest of the options.</param>
    /// <param name="resume">Whether what an earlier batch recorded counts.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static BatchManifest Open(string folder, string options, bool resume)
    {
        var known = new Dictionary<string, BatchRecord>(StringComparer.Ordinal);
        var path = Path.Combine(folder, JournalName);
        if (resume)
        {
            ReadManifest(Path.Combine(folder, FileName), options, known);
            ReadJournal(path, options, known);
        }

        var journal = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        var manifest = new BatchManifest(folder, options, journal, known);
        manifest.WriteLine(json =>
        {
            json.WriteStartObject();
            json.WriteString(VersionKey, Version);
            json.WriteString(OptionsKey, options);
            json.WriteEndObject();
        });

        // The old journal is gone: what it knew must be known to the next batch if this one ends early.
        foreach (var record in known.Values)
        {
            manifest.WriteLine(json => BatchRecordJson.Write(json, record));
        }

        return manifest;
    }

    /// <summary>What an earlier batch recorded of an article whose editions still stand as it wrote them; null when it has to be built.</summary>
    public BatchRecord? Find(string source)
    {
        if (!_known.TryGetValue(source, out var record) || record.Editions.IsEmpty)
        {
            return null;
        }

        foreach (var edition in record.Editions)
        {
            try
            {
                if (Digest(File.ReadAllBytes(Path.Combine(_folder, edition.Path))) != edition.Digest)
                {
                    return null;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return record;
    }

    /// <summary>Records an article. Called in the order of the articles.</summary>
    public void Add(BatchRecord record)
    {
        _records.Add(record);
        if (!_known.TryGetValue(record.Source, out var known) || !ReferenceEquals(known, record))
        {
            WriteLine(json => BatchRecordJson.Write(json, record));
        }
    }

    /// <summary>Writes the manifest beside its place and renames it into it; then the journal goes.</summary>
    public void Publish()
    {
        using (var file = new EditionFile(Edition.Pdf, Path.Combine(_folder, FileName)))
        {
            using (var json = new Utf8JsonWriter(file.Stream, Lines with { Indented = true }))
            {
                json.WriteStartObject();
                json.WriteString(VersionKey, Version);
                json.WriteString(OptionsKey, _options);
                json.WriteStartArray(ArticlesKey);
                _records.ForEach(record => BatchRecordJson.Write(json, record));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            file.Stream.WriteByte((byte)'\n');
            file.Complete();
            file.Publish();
        }

        _journal.Dispose();
        File.Delete(_journal.Name);
    }

    /// <summary>Closes the journal, which stays unless the manifest was published.</summary>
    public void Dispose() => _journal.Dispose();

    /// <summary>The SHA-256 hash of some bytes, in hexadecimal.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(Sha256.HashData(bytes));

    private static void ReadManifest(string path, string options, Dictionary<string, BatchRecord> known)
    {
        if (Read(path) is not { } bytes || Parse(bytes) is not { } document)
        {
            return;
        }

        using (document)
        {
            if (IsOf(document.RootElement, options) && document.RootElement.TryGetProperty(ArticlesKey, out var articles) && articles.ValueKind == JsonValueKind.Array)
            {
                foreach (var article in articles.EnumerateArray())
                {
                    Learn(article, known);
                }
            }
        }
    }

    private static void ReadJournal(string path, string options, Dictionary<string, BatchRecord> known)
    {
        var isFirst = true;
        for (var rest = (Read(path) ?? []).AsMemory(); rest.Span.IndexOf((byte)'\n') is var end and >= 0; rest = rest[(end + 1)..])
        {
            // The last line may be cut short by whatever ended the batch; it has no end and is not looked at.
            if (Parse(rest[..end]) is not { } line)
            {
                return;
            }

            using (line)
            {
                if (isFirst && !IsOf(line.RootElement, options))
                {
                    return;
                }

                if (!isFirst)
                {
                    Learn(line.RootElement, known);
                }
            }

            isFirst = false;
        }
    }

    private static void Learn(JsonElement article, Dictionary<string, BatchRecord> known)
    {
        if (BatchRecordJson.Read(article) is { } record)
        {
            known[record.Source] = record;
        }
    }

    private static bool IsOf(JsonElement element, string options) =>
        element.ValueKind == JsonValueKind.Object
        && Says(element, VersionKey, Version)
        && Says(element, OptionsKey, options);

    private static bool Says(JsonElement element, string key, string text) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_journal, Lines))
        {
            write(json);
        }

        _journal.WriteByte((byte)'\n');
        _journal.Flush();
    }
}
