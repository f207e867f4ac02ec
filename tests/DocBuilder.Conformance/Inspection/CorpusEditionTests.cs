using DocBuilder.Conformance.Extraction;
using DocBuilder.Documents.Announcements;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary>What a page of the corpus shows comes out of both editions: their text is the one that was written by hand from the page.</summary>
public sealed class CorpusEditionTests(CorpusEditions corpus) : IClassFixture<CorpusEditions>
{
    public static TheoryData<string> Pages() => [.. CorpusEditions.Corpus.Names];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_says_in_both_editions_what_it_shows(string page)
    {
        var expected = Folding.Fold(CorpusEditions.Corpus.Expected(page));
        foreach (var extension in new[] { ".epub", ".pdf" })
        {
            Texts.AssertSame(expected, Spoken.Text(Spoken.Announced(corpus.Edition(page, extension))));
        }
    }
}
