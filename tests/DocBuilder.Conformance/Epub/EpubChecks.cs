using System.Text.Json;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Epub;

/// <summary>What Ace says of all books, asked once.</summary>
internal sealed class EpubChecks
{
    private readonly Lazy<Task<Dictionary<string, string[]>>> ace;

    public EpubChecks(Editions editions) => ace = new(() => AskAce(editions));

    /// <summary>Ace's violations, one a string.</summary>
    public async Task<string[]> Ace(string article) => (await ace.Value)[article];

    private static async Task<Dictionary<string, string[]>> AskAce(Editions editions)
    {
        var requests = Repository.Articles.Select(article => $$"""{"file":{{JsonSerializer.Serialize(editions.EpubPath(article))}}}""");
        return (await NodeProcess.Ask("ace.mjs", requests)).ToDictionary(
            reply => Path.GetFileNameWithoutExtension(reply.GetProperty("file").GetString()!),
            reply => reply.GetProperty("violations").EnumerateArray().Select(violation => violation.ToString())
                .Concat(reply.GetProperty("outcome").GetString() == "pass" ? [] : [$"outcome: {reply.GetProperty("outcome")}"]).ToArray());
    }
}
