using System.Text.RegularExpressions;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>
/// Pages of the real web in small: each file of Corpus stands for a trouble, which its first lines name, with the codes of the findings that must
/// be told; beside it stands what must come out, written by hand from the page.
/// </summary>
public sealed partial class CorpusTests
{
    private static readonly CorpusPages Corpus = new(DocBuilder.UnicodeTables.RepositoryRoot.Find(AppContext.BaseDirectory)!);

    public static TheoryData<string> Pages() => [.. Corpus.Names];

    [Fact]
    public void There_are_enough_pages() => Assert.True(Pages().Count >= 40, $"{Pages().Count}");

    [Theory, MemberData(nameof(Pages))]
    public void A_page_says_what_it_shows_and_nothing_else(string name)
    {
        var result = Open(name);
        Assert.NotNull(result.Document);
        Assert.Equal(Corpus.Expected(name), string.Join('\n', ModelDump.TextLines(result.Document)));
        var told = result.Findings.Select(static finding => finding.Code + " " + finding.Message).ToList();
        foreach (Match code in Codes().Matches(Beginning(name)))
        {
            Assert.Contains(told, finding => finding.StartsWith(code.Groups[1].Value, StringComparison.Ordinal)
                && (!code.Groups[2].Success || finding.Contains($"\"{code.Groups[2].Value}\"", StringComparison.Ordinal)));
        }
    }

    private static ReadingResult Open(string name) => Read.Bytes(File.ReadAllBytes(Corpus[name]), name, folder: Corpus.Folder);

    private static string Beginning(string name) =>
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Corpus[name]).Where(static b => b != 0).Take(800).ToArray());

    [GeneratedRegex(@"(DB\d{4})(?::([a-z]+))?(?=[ \]])")]
    private static partial Regex Codes();
}
