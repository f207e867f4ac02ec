using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using DocBuilder.Documents.Announcements;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary>What a page of the corpus shows comes out of both editions: their text is the one that was written by hand from the page.</summary>
public sealed class CorpusEditionTests(CorpusEditions corpus) : IClassFixture<CorpusEditions>
{
    public static TheoryData<string> Pages() => [.. CorpusEditions.Pages.Select(page => Path.GetFileName(page)!)];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_says_in_both_editions_what_it_shows(string page)
    {
        var expected = Folding.Fold(File.ReadAllText(CorpusEditions.ExpectedOf(Path.Combine(CorpusEditions.Folder, page))));
        foreach (var extension in new[] { ".epub", ".pdf" })
        {
            Texts.AssertSame(expected, Spoken.Text(Announced(corpus.Edition(page, extension))));
        }
    }

    private static InspectedEdition Announced(string path)
    {
        var result = new EditionInspector().Inspect(path, TestContext.Current.CancellationToken);
        return result.Edition ?? throw new InvalidOperationException($"{path}: {result.Failure?.Message}");
    }
}
