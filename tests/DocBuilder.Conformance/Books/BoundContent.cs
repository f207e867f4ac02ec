using System.Collections.Concurrent;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Books;

/// <summary>All of <c>content/</c> bound by the real command: as a book, and as one without contents, which says nothing but its title and its articles.</summary>
public sealed class BoundContent : IAsyncLifetime
{
    internal const string Title = "كتاب المقالات";
    internal const string Author = "جامع المقالات";

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<PdfFile>>> profiles = new();

    internal CommandResult Bound { get; private set; } = new(-1, "", "");

    internal string Pdf => folder["book.pdf"];

    internal string Epub => folder["book.epub"];

    internal string PdfWithoutContents => folder["bare.pdf"];

    internal static IEnumerable<string> Command(string target, params string[] more) => ["bind", Repository.Content, "-o", target, "--title", Title, "--author", Author, .. more];

    public async ValueTask InitializeAsync()
    {
        Bound = await DocBuilderCommand.RunManaged(Command(folder["book"]));
        var bare = await DocBuilderCommand.RunManaged(Command(folder["bare"], "--toc", "false", "--edition", "pdf"));
        if (Bound.ExitCode != 0 || bare.ExitCode != 0)
        {
            throw new InvalidOperationException($"The articles cannot be bound. {Bound} {bare}");
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The book in another profile.</summary>
    internal Task<PdfFile> In(string profile) => profiles.GetOrAdd(profile, name => new(() => Bind(name))).Value;

    private async Task<PdfFile> Bind(string profile)
    {
        var result = await DocBuilderCommand.RunManaged(Command(folder[profile], "--profile", profile, "--edition", "pdf"));
        return result.ExitCode == 0 ? await PdfFile.Open(folder[profile + ".pdf"]) : throw new InvalidOperationException(result.ToString());
    }
}
