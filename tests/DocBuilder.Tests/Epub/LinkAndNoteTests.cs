using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class LinkAndNoteTests
{
    [Theory]
    [InlineData("https://example.org/a b?q=[x]&y=ق#z#w", "https://example.org/a%20b?q=%5Bx%5D&y=%D9%82#z%23w")]
    [InlineData("http://مثال.إختبار/ق?100%", "http://مثال.إختبار/%D9%82?100%25")]
    [InlineData("https://example.org/%D9%82", "https://example.org/%D9%82")]
    [InlineData("mailto:a@example.org?subject=b c", "mailto:a@example.org?subject=b%20c")]
    [InlineData("tel:+201234", "tel:+201234")]
    public void Addresses_outside_are_written_as_the_standard_has_them(string target, string address) =>
        Assert.Equal(address, Book.BodyOf(Paragraph(Link(target, Text("رابط")))).One("a").At("href"));

    [Theory, InlineData("javascript:alert(1)"), InlineData("http://"), InlineData("file:///etc/passwd"), InlineData("relative.html"), InlineData("#nowhere"), InlineData("https://a b/")]
    public void What_is_no_address_leaves_its_words_and_a_finding(string target)
    {
        var book = Book.Of(Article(Paragraph(Link(target, Text("رابط")))));
        Assert.Equal("<p><span>رابط</span></p>", book.Body.One("p").Markup());
        Assert.Equal("DB4002", Assert.Single(book.Findings).Code);
    }

    [Fact]
    public void Links_inside_lead_to_the_anchor_whatever_its_name()
    {
        var body = Book.BodyOf(Paragraph(Link("#القسم ١", Text("هنا")), Link("#plain", Text("هناك"))), Heading(2, "أ", "القسم ١"), Heading(2, "ب", "plain"));
        Assert.Equal(["#place-1", "#plain"], body.All("a").Select(link => link.At("href")));
        Assert.Equal(["place-1", "plain"], body.All("h2").Select(heading => heading.At("id")));
    }

    [Fact]
    public void A_link_in_a_link_is_one_link()
    {
        var paragraph = Book.BodyOf(Paragraph(Link("https://a.example/", Text("أ"), Link("https://b.example/", Text("ب"))))).One("p");
        Assert.Equal("""<p><a href="https://a.example/">أ<span>ب</span></a></p>""", paragraph.Markup());
    }

    [Fact]
    public void A_link_without_words_has_a_name() =>
        Assert.Equal("https://a.example/", Book.BodyOf(Paragraph(Link("https://a.example/", Image(Picture(), "", isDecorative: true)))).One("a").At("aria-label"));

    [Fact]
    public void A_note_and_its_call_lead_to_each_other()
    {
        var body = Book.BodyOf(Paragraph(Text("كلمة"), Reference("fn1", "١")), Notes(Note("fn1", "١", Paragraph("شرح"))));
        Assert.Equal(
            """<p>كلمة<a id="noteref-1" type="noteref" role="doc-noteref" href="#fn1" class="noteref">١</a></p>""",
            body.All("p").First().Markup());
        Assert.Equal(
            """<section id="notes-1" role="doc-endnotes" class="notes" aria-label="الحواشي"><aside id="fn1" type="footnote" role="doc-footnote"><p><a role="doc-backlink" class="note-mark" href="#noteref-1" aria-label="العودة إلى موضع الحاشية ١">١</a> شرح</p></aside></section>""",
            body.All("section").Last().Markup());
    }

    [Fact]
    public void A_note_called_twice_leads_back_to_both_calls()
    {
        var body = Book.BodyOf(Paragraph(Reference("n", "*"), Text("كلمة"), Reference("n", "*")), Notes(Note("n", "*", Paragraph("شرح"))));
        var back = body.All("a").Where(link => link.At("role") == "doc-backlink").ToList();
        Assert.Equal(["#noteref-1", "#noteref-2"], back.Select(link => link.At("href")));
        Assert.Equal(["*", "*-٢"], back.Select(link => link.Value));
        Assert.All(back, link => Assert.EndsWith(link.Value, link.At("aria-label"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_mark_of_a_note_that_begins_with_a_list_stands_before_it()
    {
        var note = Book.BodyOf(Paragraph(Reference("n", "١")), Notes(Note("n", "١", List(ListMarker.Disc, (0, [Paragraph("بند")]))))).One("aside");
        Assert.Equal(["p", "ul"], note.Elements().Select(element => element.Name.LocalName));
    }
}
