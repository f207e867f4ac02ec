using System.Text.Json;

namespace DocBuilder.Conformance.Tools;

/// <summary>Asks a script of <c>tests/readers</c>: a JSON object a line in, a JSON object a line out, one process for all.</summary>
internal static class NodeProcess
{
    public static async Task<IReadOnlyList<JsonElement>> Ask(string script, IEnumerable<string> requests)
    {
        if (!Directory.Exists(Path.Combine(Repository.Readers, "node_modules")))
        {
            throw new InvalidOperationException(
                "The readers are not installed: run `npm ci --ignore-scripts` in tests/readers, or tests/run.");
        }

        var environment = new Dictionary<string, string>
        {
            ["PUPPETEER_EXECUTABLE_PATH"] = Environment.GetEnvironmentVariable("PUPPETEER_EXECUTABLE_PATH") ?? "/usr/bin/chromium",
            // Milliseconds that Ace waits for the browser to start; on a busy machine its own five seconds are too few.
            ["ACE_TIMEOUT_INITIAL"] = "120000",
        };
        using var folder = new TemporaryFolder();
        var result = await Command.Run(
            "node", [Path.Combine(Repository.Readers, script)], string.Join('\n', requests) + "\n", folder.Path, environment);
        var replies = new List<JsonElement>();
        foreach (var line in result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var reply = JsonDocument.Parse(line);
            if (reply.RootElement.TryGetProperty("error", out var error))
            {
                throw new InvalidOperationException($"{script}: {error.GetString()}");
            }

            replies.Add(reply.RootElement.Clone());
        }

        return result.ExitCode == 0 && replies.Count > 0 ? replies : throw new InvalidOperationException($"{script}: {result}");
    }
}
