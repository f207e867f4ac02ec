using System.Collections.Concurrent;
using System.Text.Json;
using DocBuilder.Conformance.Epub;
using DocBuilder.Conformance.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(ThemedEditions))]

namespace DocBuilder.Conformance.Epub;

/// <summary>Both editions of every article in every theme, built and checked once.</summary>
public sealed class ThemedEditions : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TemporaryFolder>>> folders = new();
    private Lazy<Task<Dictionary<string, string[]>>>? checks;
    private Lazy<Task<Dictionary<string, string[]>>>? aceChecks;

    internal static IReadOnlyList<string> Themes { get; } = ["print", "clear", "large-print"];

    /// <summary>The EPUB of an article in a theme.</summary>
    internal async Task<string> Epub(string article, string theme) => await PathOf(article, theme, ".epub");

    /// <summary>The PDF of an article in a theme.</summary>
    internal async Task<string> Pdf(string article, string theme) => await PathOf(article, theme, ".pdf");

    /// <summary>What EPUBCheck says of a book: errors, warnings, and usage notes that a careful publisher would mend.</summary>
    internal async Task<string[]> EpubCheck(string article, string theme)
    {
        LazyInitializer.EnsureInitialized(ref checks, () => new(CheckAll));
        return (await checks.Value)[theme + "/" + article];
    }

    /// <summary>Ace's violations, whatever their impact.</summary>
    internal async Task<string[]> Ace(string article, string theme)
    {
        LazyInitializer.EnsureInitialized(ref aceChecks, () => new(AskAce));
        return (await aceChecks.Value)[theme + "/" + article];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var folder in folders.Values)
        {
            folder.Value.Result.Dispose();
        }
    }

    private async Task<string> PathOf(string article, string theme, string extension) =>
        (await folders.GetOrAdd(theme, name => new(() => Build(name))).Value)[article + extension];

    private static async Task<TemporaryFolder> Build(string theme)
    {
        var folder = new TemporaryFolder();
        var result = await DocBuilderCommand.RunManaged(["build", Repository.Content, "--theme", theme, "-o", folder.Path]);
        return result.ExitCode == 0 ? folder : throw new InvalidOperationException($"The articles cannot be built in the theme {theme}. {result}");
    }

    private async Task<List<(string Name, string Path)>> Books()
    {
        var books = new List<(string Name, string Path)>();
        foreach (var theme in Themes)
        {
            foreach (var article in Repository.Articles)
            {
                books.Add((theme + "/" + article, await Epub(article, theme)));
            }
        }

        return books;
    }

    private async Task<Dictionary<string, string[]>> AskAce()
    {
        var books = await Books();
        var replies = (await NodeProcess.Ask("ace.mjs", books.Select(book => $$"""{"file":{{JsonSerializer.Serialize(book.Path)}}}""")))
            .ToDictionary(reply => reply.GetProperty("file").GetString()!);
        return books.ToDictionary(book => book.Name, book => Violations(replies[book.Path]));
    }

    private static string[] Violations(JsonElement reply) =>
        [.. reply.GetProperty("violations").EnumerateArray().Select(violation => violation.ToString()), .. reply.GetProperty("outcome").GetString() == "pass" ? [] : (string[])[$"outcome: {reply.GetProperty("outcome")}"]];

    private async Task<Dictionary<string, string[]>> CheckAll()
    {
        var books = await Books();
        var reports = await EpubCheckReport.Of([.. books.Select(static book => book.Path)]);
        return books.Index().ToDictionary(entry => entry.Item.Name, entry => reports[entry.Index]);
    }
}

/// <summary>Every article in every theme as theory data.</summary>
public sealed class ArticlesInThemes : TheoryData<string, string>
{
    public ArticlesInThemes()
    {
        foreach (var article in Repository.Articles)
        {
            foreach (var theme in ThemedEditions.Themes)
            {
                Add(article, theme);
            }
        }
    }
}
