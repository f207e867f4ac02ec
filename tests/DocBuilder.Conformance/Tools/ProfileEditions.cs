using System.Collections.Concurrent;
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
