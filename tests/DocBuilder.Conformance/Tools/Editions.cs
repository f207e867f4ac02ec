using System.Collections.Concurrent;
using DocBuilder.Conformance.Epub;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(Editions))]

namespace DocBuilder.Conformance.Tools;

/// <summary>Both editions of every article of <c>content/</c>, built once by the real command, and what the readers say of them.</summary>
public sealed class Editions : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder extraction = new();
    private readonly TemporaryFolder withoutContents = new();
    private readonly TemporaryFolder pdf2 = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<PdfFile>>> files = new();
    private readonly ConcurrentDictionary<(string Article, string Profile), Lazy<Task<PdfFile>>> filesWithoutContents = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, ReaderTexts>>>> texts = new();

    internal CommandResult Build { get; private set; } = new(-1, "", "");

    internal string Folder => folder.Path;

    public async ValueTask InitializeAsync()
    {
        var source = await DocBuilderCommand.RunManaged(
            ["build", Repository.ExtractionTexts, "--edition", "pdf", "-o", extraction.Path]);
        if (source.ExitCode != 0)
        {
            throw new InvalidOperationException($"The texts to be read back cannot be built. {source}");
        }

        // For trying the checks on editions made before, or by others.
        if (Environment.GetEnvironmentVariable("DOCBUILDER_EDITIONS") is { Length: > 0 } made)
        {
            foreach (var file in Directory.EnumerateFiles(made))
            {
                File.Copy(file, folder[Path.GetFileName(file)]);
            }

            return;
        }

        Build = await DocBuilderCommand.RunManaged(["build", Repository.Content, "-o", folder.Path]);
        var read = await DocBuilderCommand.RunManaged(
            ["build", Repository.Content, "--edition", "pdf", "--toc", "false", "-o", withoutContents.Path]);
        var second = await DocBuilderCommand.RunManaged(
            ["build", Repository.Content, Repository.ExtractionTexts, "--edition", "pdf", "--toc", "false", "--profile", Repository.Pdf2, "-o", pdf2.Path]);
        if (read.ExitCode != Build.ExitCode || second.ExitCode != Build.ExitCode)
        {
            throw new InvalidOperationException($"The articles cannot be built without contents. {read} {second}");
        }
    }

    internal string PdfPath(string article) => Edition(article, ".pdf");

    internal string EpubPath(string article) => Edition(article, ".epub");

    internal Task<PdfFile> Pdf(string article) => files.GetOrAdd(article, name => new(() => PdfFile.Open(PdfPath(name)))).Value;

    /// <summary>
    /// The print edition that holds nothing but the article's own text, without a contents page, whose words are generated: what is read back
    /// is compared with the source.
    /// </summary>
    internal string PdfPathWithoutContents(string article, string profile = Repository.Pdf17)
    {
        var path = (profile == Repository.Pdf2 ? pdf2 : withoutContents)[article + ".pdf"];
        return File.Exists(path) ? path : PdfPath(article);
    }

    internal Task<PdfFile> PdfWithoutContents(string article, string profile = Repository.Pdf17) =>
        filesWithoutContents.GetOrAdd((article, profile), key => new(() => PdfFile.Open(PdfPathWithoutContents(key.Article, key.Profile)))).Value;

    internal async Task<ReaderTexts> Texts(string article, string profile = Repository.Pdf17) =>
        (await texts.GetOrAdd(profile, name => new(() => ReadTexts(name))).Value)[article];

    private async Task<IReadOnlyDictionary<string, ReaderTexts>> ReadTexts(string profile)
    {
        var read = new Dictionary<string, PdfFile>();
        foreach (var article in Repository.TextsToRead)
        {
            read[article] = await PdfWithoutContents(article, profile);
        }

        return await ReaderTexts.ReadAll(read);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        extraction.Dispose();
        withoutContents.Dispose();
        pdf2.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Edition(string article, string extension)
    {
        var path = (Repository.Articles.Contains(article) ? folder : extraction)[article + extension];
        return File.Exists(path) ? path : throw new FileNotFoundException($"The command wrote no {article}{extension}. {Build}");
    }
}

/// <summary>The articles as theory data.</summary>
public sealed class Articles : TheoryData<string>
{
    public Articles() => AddRange(Repository.Articles.ToArray());
}
