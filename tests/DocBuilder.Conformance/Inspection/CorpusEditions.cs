using DocBuilder.Conformance.Tools;
using DocBuilder.Tests.Reading;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary>Both editions of every page of the corpus, built once by the real command.</summary>
public sealed class CorpusEditions : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal static CorpusPages Corpus { get; } = new(Repository.Root);

    public async ValueTask InitializeAsync()
    {
        foreach (var page in Corpus.Names)
        {
            File.Copy(Corpus[page], _folder[page]);
        }

        foreach (var picture in Directory.GetFiles(Corpus["saved-folder_files"]))
        {
            _folder.Write("saved-folder_files/" + Path.GetFileName(picture), await File.ReadAllBytesAsync(picture));
        }

        // A picture that is missing is stood for by its alternative text; what the page says is compared as if it were there.
        _folder.Write("missing.jpg", await File.ReadAllBytesAsync(Corpus["saved-folder_files/bridge.png"]));
        // One by one: names of pages differ, but not always before the dot, and a folder would be walked into.
        var result = await DocBuilderCommand.Run(["build", .. Corpus.Names.Select(page => _folder[page]), "--toc", "false", "-o", _folder["out"]]);
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
