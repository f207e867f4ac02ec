using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class LongArticleTests
{
    private static readonly string Words = string.Concat(Enumerable.Repeat("نص طويل ", 4000));

    private static readonly Book Long = Book.Of(Article(
        Paragraph(Link("#second", Text("الثاني")), Reference("n", "١")),
        Heading(2, "الأول"),
        Heading(3, "مبحث"),
        Paragraph(Words),
        Heading(2, "الثاني", "second"),
        Paragraph(Words),
        Notes(Note("n", "١", Paragraph("شرح")))));

    [Fact]
    public void It_is_one_file_for_what_comes_first_and_one_for_each_top_section() =>
        Assert.Equal(["text/section-01.xhtml", "text/section-02.xhtml", "text/section-03.xhtml"], Long.Spine().Select(file => file.Name));

    [Fact]
    public void An_ordinary_article_is_one_file() =>
        Assert.Equal(["text/article.xhtml"], Book.Of(Article(Heading(2, "أ"), Paragraph("متن"), Heading(2, "ب"))).Spine().Select(file => file.Name));

    [Fact]
    public void Links_and_notes_cross_files_both_ways()
    {
        var files = Long.Spine().Select(file => file.Body).ToList();
        Assert.Equal(["section-03.xhtml#second", "section-03.xhtml#n"], files[0].All("a").Select(link => link.At("href")));
        Assert.Equal("section-01.xhtml#noteref-1", files[2].One("a").At("href"));
    }

    [Fact]
    public void Levels_of_headings_go_on_from_file_to_file() => Assert.Equal(
        ["h1", "h2", "h3", "h2"],
        Long.Spine().SelectMany(file => file.Body.Descendants()).Where(element => element.Name.LocalName is ['h', >= '1' and <= '6']).Select(heading => heading.Name.LocalName));

    [Fact]
    public void Identifiers_are_unique_in_the_whole_book()
    {
        var ids = Long.Spine().SelectMany(file => file.Body.Descendants()).Select(element => element.At("id")).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Titles_of_files_begin_with_their_own_heading() => Assert.Equal(
        ["العنوان", "الأول – العنوان", "الثاني – العنوان"],
        Long.Spine().Select(file => Long.Xml("EPUB/" + file.Name).Descendants(Book.Xhtml + "title").Single().Value));
}
