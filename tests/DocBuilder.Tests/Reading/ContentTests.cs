using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>The articles in content/ against what they say, written by hand in tests/expected/.</summary>
public sealed class ContentTests
{
    public static TheoryData<string> Articles()
    {
        var articles = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Root(), "content")).Order(StringComparer.Ordinal))
        {
            articles.Add(Path.GetFileName(path));
        }

        return articles;
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_says_what_was_written_by_hand(string name)
    {
        var path = Path.Combine(Root(), "content", name);
        var result = new ArticleReader(new ReadingOptions()).Read(
            new ArticleSource(name, File.ReadAllBytes(path), Path.GetDirectoryName(path)), TestContext.Current.CancellationToken);
        var expected = File.ReadAllLines(Path.Combine(Root(), "tests", "expected", Path.GetFileNameWithoutExtension(name) + ".txt"))
            .Select(static line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(static line => line.Length > 0);
        Assert.Equal(expected, ModelDump.TextLines(result.Document!));
        Assert.DoesNotContain(result.Findings, static finding => finding.Severity >= FindingSeverity.Error);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DocBuilder.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }

        return folder;
    }
}
