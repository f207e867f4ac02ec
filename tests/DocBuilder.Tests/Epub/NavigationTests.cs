using System.Xml.Linq;
using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class NavigationTests
{
    private static readonly Book Nested = Book.Of(Article(
        Heading(2, "أ", "a"),
        Heading(3, "ب", "b"),
        new BlockQuote { Language = "ar", Direction = Rtl, Blocks = [Heading(2, "مقتبس")] },
        Heading(2, "ج", "c") with { Language = "en", Direction = Ltr }));

    private static XElement Nav(string type) =>
        Nested.Xml("EPUB/nav.xhtml").Descendants(Book.Xhtml + "nav").Single(nav => nav.Attribute(Book.Ops + "type")!.Value == type);

    [Fact]
    public void The_contents_nest_as_the_headings_and_leave_out_quoted_ones() => Assert.Equal(
        """<ol><li><a href="text/article.xhtml#heading-1">العنوان</a><ol><li><a href="text/article.xhtml#a">أ</a><ol><li><a href="text/article.xhtml#b">ب</a></li></ol></li><li><a lang="en" dir="ltr" href="text/article.xhtml#c">ج</a></li></ol></li></ol>""",
        Nav("toc").Element(Book.Xhtml + "ol")!.Markup());

    [Fact]
    public void The_contents_are_in_the_articles_language()
    {
        Assert.Equal("المحتويات", Nav("toc").One("h1").Value);
        Assert.Equal("ar", Nested.Xml("EPUB/nav.xhtml").Root!.At("lang"));
    }

    [Fact]
    public void Landmarks_lead_into_the_spine() =>
        Assert.Equal(["bodymatter"], Nav("landmarks").All("a").Select(link => link.Attribute(Book.Ops + "type")!.Value));

    [Fact]
    public void The_notes_are_a_landmark()
    {
        var book = Book.Of(Article(Paragraph(Reference("n", "١")), Notes(Note("n", "١", Paragraph("شرح")))));
        var link = book.Xml("EPUB/nav.xhtml").Root!.All("a").Last();
        Assert.Equal(("endnotes", "text/article.xhtml#notes-1"), (link.Attribute(Book.Ops + "type")!.Value, link.At("href")));
    }

    [Fact]
    public void Old_readers_find_the_same_places_in_the_ncx()
    {
        XNamespace ncx = "http://www.daisy.org/z3986/2005/ncx/";
        var document = Nested.Xml("EPUB/toc.ncx");
        Assert.Equal(Nav("toc").All("a").Select(link => link.At("href")), document.Descendants(ncx + "content").Select(content => content.At("src")));
        Assert.Equal(["1", "2", "3", "4"], document.Descendants(ncx + "navPoint").Select(point => point.At("playOrder")));
        Assert.Equal(Book.Options.Identifier, document.Descendants(ncx + "meta").Single(meta => meta.At("name") == "dtb:uid").At("content"));
    }

    [Fact]
    public void Marks_of_notes_are_no_part_of_an_entry()
    {
        var heading = new Heading { Language = "ar", Direction = Rtl, Level = 2, Inlines = [Text("قسم"), Reference("n", "١")] };
        var book = Book.Of(Article(heading, Notes(Note("n", "١", Paragraph("شرح")))));
        Assert.Equal(["العنوان", "قسم"], book.Xml("EPUB/nav.xhtml").Descendants(Book.Xhtml + "nav").First().Descendants(Book.Xhtml + "a").Select(link => link.Value));
    }
}
