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

    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Ace_finds_no_violation_in_any_theme(string article, string theme) => Assert.Empty(await themed.Ace(article, theme));

    [Theory, ClassData(typeof(Articles))]
    public void It_says_what_the_article_says_letter_for_letter(string article) =>
        Texts.AssertSame(ExpectedText.Of(article), Folding.Fold(EpubText.Read(editions.EpubPath(article))));

    [Fact]
    public void The_news_article_weighs_less_than_150_kilobytes_with_fonts_and_cover() =>
        Assert.InRange(new FileInfo(editions.EpubPath("arabic-news")).Length, 1, 150_000);

    // OCF 3.3, 4.2.2: readers find the media type at a fixed place, without unzipping.
    [Theory, ClassData(typeof(Articles))]
    public void Its_first_entry_is_the_media_type_stored_as_it_is(string article)
    {
        using var archive = ZipFile.OpenRead(editions.EpubPath(article));
        Assert.Equal("mimetype", archive.Entries[0].FullName);
        Assert.Equal("application/epub+zip"u8, File.ReadAllBytes(editions.EpubPath(article)).AsSpan(38, 20));
    }
}
