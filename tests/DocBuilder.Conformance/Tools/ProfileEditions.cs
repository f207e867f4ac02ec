using System.Collections.Concurrent;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using Xunit;

[assembly: AssemblyFixture(typeof(ProfileEditions))]

namespace DocBuilder.Conformance.Tools;

/// <summary>The print edition of every article of <c>content/</c> in every profile and theme, built in this process when a test asks for it.</summary>
public sealed class ProfileEditions : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<PdfFile>>> files = new();
    private readonly ConcurrentDictionary<string, Lazy<ArticleBuilder>> builders = new();

    private readonly Lazy<Task<IReadOnlyDictionary<string, ReaderTexts>>> texts;

    public ProfileEditions() => texts = new(ReadTexts);

    /// <summary>What the readers say of the articles in PDF 2.0.</summary>
    internal async Task<ReaderTexts> TextsOfPdf20(string article) => (await texts.Value)[article];

    /// <summary>An article in PDF 2.0.</summary>
    internal Task<PdfFile> Pdf20(string article) => Pdf(article, "ua2-a4");

    internal Task<PdfFile> Pdf(string article, string profile, string theme = "print") =>
        files.GetOrAdd($"{article} {profile} {theme}", _ => new(() => PdfFile.Open(Path(article, profile, theme)))).Value;

    private string Path(string article, string profile, string theme)
    {
        var target = folder[$"{profile}-{theme}"];
        var builder = builders.GetOrAdd($"{profile} {theme}", _ => new(() => new ArticleBuilder(new BuildOptions
        {
            Editions = [Edition.Pdf],
            Theme = PrintTheme.Open(theme, out var _)!,
            Print = new PrintOptions { Profile = PrintProfile.Find(profile)! },
        }))).Value;
        var result = builder.Build(ArticleInput.FromPath(Repository.PathOfText(article)), target, TestContext.Current.CancellationToken);
        return result.Editions is [{ Path: { } path }] ? path
            : throw new InvalidOperationException($"{article} cannot be built as {profile}: {string.Join('\n', result.Findings)}");
    }

    private async Task<IReadOnlyDictionary<string, ReaderTexts>> ReadTexts()
    {
        var read = new Dictionary<string, PdfFile>();
        foreach (var article in Repository.Articles)
        {
            read[article] = await Pdf20(article);
        }

        return await ReaderTexts.ReadAll(read);
    }

    public void Dispose() => folder.Dispose();
}

/// <summary>Every article in every profile and theme as theory data.</summary>
public sealed class ProfiledArticles : TheoryData<string, string, string>
{
    public ProfiledArticles()
    {
        foreach (var article in Repository.Articles)
        {
            foreach (var profile in PrintProfile.Names)
            {
                foreach (var theme in PrintTheme.Names)
                {
                    Add(article, profile, theme);
                }
            }
        }
    }
}
