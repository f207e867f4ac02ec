using CsCheck;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>A short run of what <c>DocBuilder.Benchmarks -- fuzz</c> does for as long as one likes.</summary>
public sealed class FuzzTests
{
    private const string Seed = "0000KOXkIuC4";

    private static readonly byte[][] Corpus =
        [.. Directory.GetFiles(Path.Combine(DocBuilder.UnicodeTables.RepositoryRoot.Find(AppContext.BaseDirectory)!, "tests", "DocBuilder.Tests", "Corpus")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    [Fact]
    public void Whatever_is_read_ends_in_a_document_that_keeps_its_promises_or_in_a_sentence() =>
        HostilePages.All(Corpus).Sample(
            static source => Assert.Empty(BrokenBy(source.Name, source.Bytes)),
            iter: 400, threads: 1, seed: Seed, print: static source => source.Name + "\n" + Convert.ToBase64String(source.Bytes));

    private static List<string> BrokenBy(string name, byte[] bytes)
    {
        var result = new ArticleReader(new ReadingOptions()).Read(new ArticleSource(name, bytes, null), TestContext.Current.CancellationToken);
        return result.Document is { } document ? ModelPromises.BrokenBy(document)
            : result.Findings.Any(static finding => finding.Severity == DocBuilder.Documents.FindingSeverity.Fatal) ? []
            : ["no document and no sentence why"];
    }
}
