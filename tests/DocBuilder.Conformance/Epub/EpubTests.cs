using System.IO.Compression;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>EPUBCheck, Ace and the hand-written text agree with every EPUB.</summary>
public sealed class EpubTests(Editions editions, ThemedEditions themed)
{
    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Epubcheck_has_nothing_to_say_in_any_theme(string article, string theme) => Assert.Empty(await themed.EpubCheck(article, theme));

    [Theory, ClassData(typeof(Articles))]
    public async Task Ace_finds_no_violation(string article) => Assert.Empty(await editions.Checks.Ace(article));

    [Theory, ClassData(typeof(Articles))]
    public void It_says_what_the_article_says_letter_for_letter(string article) =>
        Texts.AssertSame(ExpectedText.Of(article), Folding.Fold(EpubText.Read(editions.EpubPath(article))));

    // OCF 3.3, 4.2.2: readers find the media type at a fixed place, without unzipping.
    [Theory, ClassData(typeof(Articles))]
    public void Its_first_entry_is_the_media_type_stored_as_it_is(string article)
    {
        using var archive = ZipFile.OpenRead(editions.EpubPath(article));
        Assert.Equal("mimetype", archive.Entries[0].FullName);
        Assert.Equal("application/epub+zip"u8, File.ReadAllBytes(editions.EpubPath(article)).AsSpan(38, 20));
    }
}
