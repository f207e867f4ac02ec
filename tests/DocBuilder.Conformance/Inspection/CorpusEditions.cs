using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary>Both editions of every page of the corpus, built once by the real command.</summary>
public sealed class CorpusEditions : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "DocBuilder.Tests", "Corpus");

    /// <summary>The pages; what must come out of each lies beside it as text.</summary>
    internal static IEnumerable<string> Pages => Directory.GetFiles(Folder).Where(static path => ExpectedOf(path) != path && File.Exists(ExpectedOf(path))).Order(StringComparer.Ordinal);

    internal static string ExpectedOf(string page)
    {
        if (page.EndsWith(".expected.txt", StringComparison.Ordinal))
        {
            return page;
        }

        return Path.ChangeExtension(page, page.EndsWith(".txt", StringComparison.Ordinal) ? ".expected.txt" : ".txt");
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var page in Pages)
        {
            File.Copy(page, _folder[Path.GetFileName(page)]);
        }

        foreach (var picture in Directory.GetFiles(Path.Combine(Folder, "saved-folder_files")))
        {
            _folder.Write("saved-folder_files/" + Path.GetFileName(picture), await File.ReadAllBytesAsync(picture));
        }

        // A picture that is missing is stood for by its alternative text; what the page says is compared as if it were there.
        _folder.Write("missing.jpg", await File.ReadAllBytesAsync(Path.Combine(Folder, "saved-folder_files", "bridge.png")));
        // One by one: names of pages differ, but not always before the dot, and a folder would be walked into.
        var result = await DocBuilderCommand.Run(["build", .. Pages.Select(page => _folder[Path.GetFileName(page)]), "--toc", "false", "-o", _folder["out"]]);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"The corpus cannot be built. {result}");
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string Edition(string page, string extension) => _folder["out/" + Path.ChangeExtension(page, extension)];
}
