using System.Xml.Linq;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Typesetting.Pages;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

/// <summary>The pages of print in the text.</summary>
public sealed class PageBreakTests
{
    private const string PrintIdentifier = "urn:uuid:00000000-0000-8000-8000-00000000000f";

    private static readonly Text Words = Text("كلمة أولى ثم ثانية");
    private static readonly Text Linked = Text("رابط");
    private static readonly Text FirstItem = Text("بند أول");
    private static readonly Text SecondItem = Text("بند ثان");
    private static readonly Text Remark = Text("شرح");

    private static readonly Document Article = Model.Article(
        Paragraph(Words, Link("https://example.org/", Linked)),
        List(ListMarker.Disc, (0, [Paragraph(FirstItem)]), (0, [Paragraph(SecondItem)])),
        Notes(Note("n", "١", Paragraph(Remark))));

    [Fact]
    public void A_page_that_begins_within_a_paragraph_is_marked_before_its_first_word() => Assert.Equal(
        """كلمة أولى <span id="page-2" type="pagebreak" role="doc-pagebreak" title="٢"></span>ثم ثانية""",
        InnerMarkup(BookWith(Start(), Start(Words, 10)).Body.All("p").First()).Split("<a")[0]);

    [Fact]
    public void White_space_at_the_end_of_a_page_stays_there() => Assert.Contains(
        "أولى <span id=\"page-2\"", InnerMarkup(BookWith(Start(), Start(Words, 9)).Body.All("p").First()), StringComparison.Ordinal);

    [Fact]
    public void A_word_that_the_end_of_a_page_divides_stays_whole() =>
        Assert.Contains("></span>أولى", InnerMarkup(BookWith(Start(), Start(Words, 7)).Body.All("p").First()), StringComparison.Ordinal);

    [Fact]
    public void A_link_that_begins_a_page_keeps_its_words()
    {
        var link = BookWith(Start(), Start(Linked)).Body.One("a");
        Assert.Empty(link.All("span"));
        Assert.Equal("doc-pagebreak", ((XElement)link.PreviousNode!).At("role"));
    }

    [Fact]
    public void A_page_that_begins_with_a_block_is_marked_before_it()
    {
        var body = BookWith(Start(), Start(FirstItem)).Body;
        var mark = body.Descendants().Single(element => element.At("id") == "page-2");
        Assert.Equal(("div", "ul"), (mark.Name.LocalName, mark.ElementsAfterSelf().First().Name.LocalName));
    }

    [Fact]
    public void An_item_in_the_middle_of_a_list_is_marked_inside()
    {
        var mark = BookWith(Start(), Start(SecondItem)).Body.Descendants().Single(element => element.At("id") == "page-2");
        Assert.Equal(("span", "li"), (mark.Name.LocalName, mark.Parent!.Name.LocalName));
    }

    [Fact]
    public void A_page_without_text_shares_the_mark_of_the_next() => Assert.Equal(
        [("١", "page-1"), ("٢", "page-3"), ("٣", "page-3")], PageList(BookWith(Start(), null, Start(FirstItem))));

    [Fact]
    public void A_last_page_of_notes_is_marked_where_they_are() => Assert.Equal(
        [("١", "page-1"), ("٢", "page-2")],
        PageList(Book.Of(Article, Book.Options with { Print = () => new PrintEdition(Pages([Start(), null], [[], [new LinkArea(Remark, [])]]), PrintIdentifier) })));

    [Fact]
    public void Pages_never_go_back_in_the_text() => Assert.Equal(
        [("١", "page-1"), ("٢", "page-2"), ("٣", "page-2")], PageList(BookWith(Start(), Start(SecondItem), Start(Words, 10))));

    [Fact]
    public void The_source_of_the_pages_is_named_and_what_is_so_is_claimed()
    {
        var book = BookWith(Start(), Start(Words, 10));
        Assert.Equal([PrintIdentifier], book.Meta("pageBreakSource"));
        Assert.Equal(["pageBreakMarkers", "pageNavigation"], book.Meta("schema:accessibilityFeature").Where(feature => feature.StartsWith("page", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_print_edition_there_are_no_pages_and_none_are_claimed()
    {
        var book = Book.Of(Article);
        Assert.Empty(book.Meta("pageBreakSource"));
        Assert.DoesNotContain(book.Meta("schema:accessibilityFeature"), feature => feature.StartsWith("page", StringComparison.Ordinal));
        Assert.DoesNotContain(book.Body.Descendants(), element => element.At("role") == "doc-pagebreak");
        Assert.Equal(2, book.Xml("EPUB/nav.xhtml").Root!.All("nav").Count());
    }

    [Fact]
    public void Pages_that_the_source_marks_are_kept_in_place_of_ours()
    {
        var book = Book.Of(Marked, Book.Options with { Print = () => new PrintEdition(Pages([new TextPosition(((Heading)Marked.Blocks[0]).Inlines[0], 0)]), PrintIdentifier) });
        Assert.Equal(["urn:isbn:9783161484100"], book.Meta("pageBreakSource"));
        Assert.Equal([("xi", "page-1"), ("12", "page-2"), ("13", "page-3")], PageList(book));
        Assert.Equal(
            """<span id="page-1" type="pagebreak" role="doc-pagebreak" title="xi"></span><span id="page-2" type="pagebreak" role="doc-pagebreak" title="12"></span>كلمة <span id="page-3" type="pagebreak" role="doc-pagebreak" title="13"></span>ثانية""",
            InnerMarkup(book.Body.All("li").Last()).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_page_list_the_pages_of_the_source_are_not_marked_either()
    {
        var book = Book.Of(Marked, Book.Options with { HasPageList = false });
        Assert.Empty(book.Meta("pageBreakSource"));
        Assert.DoesNotContain(book.Body.Descendants(), element => element.At("role") == "doc-pagebreak");
    }

    [Fact]
    public void A_place_that_the_source_calls_like_a_page_keeps_its_name()
    {
        var words = Text("متن");
        var document = Model.Article(Heading(2, "قسم", "page-1"), Paragraph(words));
        var book = Book.Of(document, Book.Options with { Print = () => new PrintEdition(Pages([new TextPosition(((Heading)document.Blocks[0]).Inlines[0], 0), new TextPosition(words, 0)]), PrintIdentifier) });
        Assert.Equal("h2", book.Body.Descendants().Single(element => element.At("id") == "page-1").Name.LocalName);
        Assert.Equal(2, book.Body.Descendants().Where(element => element.At("role") == "doc-pagebreak").Select(mark => mark.At("id")).Distinct().Count());
    }

    private static readonly Document Marked = Model.Article(
        List(ListMarker.Disc, (0, [Paragraph("قبلها")]), (0, [Paragraph(Text("كلمة ثانية") with { PageMarks = [new("xi", 0), new("12", 0), new("13", 5)] })]))) with
    { Metadata = Model.Metadata with { PageBreakSource = "urn:isbn:9783161484100" } };

    private static TextPosition? Start() => new TextPosition(((Heading)Article.Blocks[0]).Inlines[0], 0);

    private static TextPosition? Start(Text text, int offset = 0) => new TextPosition(text, offset);

    private static Book BookWith(params TextPosition?[] starts) => Book.Of(Article, Book.Options with { Print = () => new PrintEdition(Pages(starts), PrintIdentifier) });

    private static PageSet Pages(TextPosition?[] starts, PageItem[][]? items = null) =>
        new([.. starts.Select((start, i) => new Page(100, 100, NumberingSystem.ArabicIndic.Format(i + 1), [.. items?[i] ?? []]) { FirstText = start })], [], []);

    private static IEnumerable<(string Label, string Id)> PageList(Book book) =>
        book.Xml("EPUB/nav.xhtml").Root!.All("nav").Last().All("a").Select(link => (link.Value, link.At("href")!.Split('#')[1]));

    private static string InnerMarkup(XElement element)
    {
        var markup = element.Markup();
        return markup[(markup.IndexOf('>', StringComparison.Ordinal) + 1)..markup.LastIndexOf('<')];
    }
}
