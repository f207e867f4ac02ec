using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>Pages of another print edition that a source marks.</summary>
public sealed class PageMarkTests
{
    [Theory]
    [InlineData("<span role=doc-pagebreak aria-label=12></span>")]
    [InlineData("<span role=doc-pagebreak title=12></span>")]
    [InlineData("<span role=doc-pagebreak>12</span>")]
    [InlineData("<span role='doc-pagebreak' aria-label=12>[12]</span>")]
    [InlineData("<a id=p12 epub:type=pagebreak title=12></a>")]
    [InlineData("<span epub:type='pagebreak bodymatter' id=p12 title=12 />")]
    [InlineData("<span epub:type=pagebreak><b>12</b></span>")]
    public void A_mark_stands_before_the_next_word_and_is_no_text(string mark)
    {
        var result = Read.EnglishPage($"<p>one two {mark}three four</p>");
        Assert.Equal("p one two three four", ModelDump.Body(result.Document!));
        Assert.Equal(["12|three four"], Marks(result));
    }

    [Theory]
    [InlineData("<span role=doc-pagebreak aria-label=12>But</span> of course", "But of course", "12|But of course")]
    [InlineData("<span role=doc-pagebreak aria-label=12>Twelve monkeys, 12 of them, came</span> home", "Twelve monkeys, 12 of them, came home", "12|Twelve monkeys, 12 of them, came home")]
    public void Words_inside_of_a_mark_are_the_articles(string body, string text, string mark)
    {
        var result = Read.EnglishPage($"<p>{body}</p>");
        Assert.Equal("p " + text, ModelDump.Body(result.Document!));
        Assert.Equal([mark], Marks(result));
    }

    [Theory]
    [InlineData("xiv")]
    [InlineData("صفحة ١٢")]
    [InlineData("p. 1,024")]
    public void What_names_a_page_may_be_shown(string label) => Assert.Equal([label + "|b"], Marks(Read.EnglishPage($"<p>a <span role=doc-pagebreak>{label}</span>b</p>")));

    [Fact]
    public void A_mark_without_a_number_is_told_and_its_words_kept()
    {
        var result = Read.EnglishPage("<p>a <span role=doc-pagebreak id=pg5>But</span> b <span role=doc-pagebreak></span> c</p>");
        Assert.Equal("p a But b c", ModelDump.Body(result.Document!));
        Assert.Equal(["DB1111", "DB1111"], Read.Codes(result).Where(static code => code.StartsWith("DB111", StringComparison.Ordinal)));
        Assert.Null(result.Document!.Metadata.PageBreakSource);
    }

    [Theory]
    [InlineData("<p>a</p><div role=doc-pagebreak aria-label=2></div><p>b</p>", "2|b")]
    [InlineData("<p>a</p><hr role=doc-pagebreak title=2><h2>b</h2>", "2|b")]
    [InlineData("<ul><li>a</li><li role=doc-pagebreak aria-label=2></li><div role=doc-pagebreak aria-label=3></div><li>b</li></ul>", "2|b;3|b")]
    [InlineData("<dl><dt>a</dt><div role=doc-pagebreak aria-label=2></div><dd>b</dd></dl>", "2|b")]
    [InlineData("<table><tr><th>a<th>c<tr><td><span role=doc-pagebreak aria-label=2></span>b<td>d</table>", "2|b")]
    [InlineData("<pre>a\n\n  <span role=doc-pagebreak aria-label=2></span>b</pre>", "2|b")]
    [InlineData("<pre>\n\n  \n  <span role=doc-pagebreak aria-label=2></span>b</pre>", "2|b")]
    [InlineData("<div class=poem><p>a line of it</p><div role=doc-pagebreak>2</div><p>b</p></div>", "2|b")]
    [InlineData("<div class=poem><p><span role=doc-pagebreak>2</span><span>first half of it</span><span>second half of it</span></p></div>", "2|first half of it")]
    [InlineData("<p>a<sup><a id=r href=#n>1</a></sup></p><ol class=footnotes><li id=n>first <span role=doc-pagebreak title=2></span>b <a href=#r>↩</a></ol>", "2|b")]
    [InlineData("<p>&nbsp;<span role=doc-pagebreak title=2></span>&nbsp; b</p>", "2|b")]
    public void A_mark_stands_wherever_words_can(string body, string marks) => Assert.Equal(marks.Split(';'), Marks(Read.EnglishPage(body)));

    [Fact]
    public void A_page_that_begins_with_a_picture_or_a_call_is_marked_there()
    {
        var document = Read.EnglishPage("<p>x<span role=doc-pagebreak title=2></span><sup><a id=r href=#n>1</a></sup></p><p><span role=doc-pagebreak title=3></span><img alt=A src=a.png></p><ol class=footnotes><li id=n>note <a href=#r>↩</a></ol>").Document!;
        Assert.Equal(
            [(typeof(NoteReference), "2"), (typeof(Image), "3")],
            NodeTree.SelfAndDescendants(document).OfType<Inline>().SelectMany(static inline => inline.PageMarks.Select(mark => (inline.GetType(), mark.Label))));
    }

    [Fact]
    public void A_link_to_a_page_leads_to_what_begins_it() =>
        Assert.DoesNotContain("DB1402", Read.Codes(Read.EnglishPage("<p>see <a href=#p2>page 2</a></p><p><span id=p2 role=doc-pagebreak title=2></span>b</p>")));

    [Fact]
    public void What_was_kept_is_told_and_what_leads_nowhere_too()
    {
        var findings = Read.EnglishPage("<p><span role=doc-pagebreak title=2></span>a <span role=doc-pagebreak title=3></span>b<span role=doc-pagebreak title=4></span></p>").Findings;
        Assert.Contains("2 pages of another print edition (\"2\" to \"3\")", Assert.Single(findings, finding => finding.Code == "DB1110").Message, StringComparison.Ordinal);
        Assert.Contains("page \"4\"", Assert.Single(findings, finding => finding.Code == "DB1112").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta name=pageBreakSource content=urn:isbn:9783161484100><meta name=dc.source content=other>", "urn:isbn:9783161484100")]
    [InlineData("<meta property=dc:source content='The second edition,  1931'>", "The second edition, 1931")]
    [InlineData("", "unknown")]
    public void The_edition_is_the_one_that_the_source_names(string meta, string source)
    {
        const string mark = "<p>a <span role=doc-pagebreak title=2></span>b</p>";
        Assert.Equal(source, Read.Html($"<!doctype html><html lang=en><title>T</title>{meta}<h1>T</h1>{mark}").Document!.Metadata.PageBreakSource);
        Assert.Null(Read.Html($"<!doctype html><html lang=en><title>T</title>{meta}<h1>T</h1><p>a b</p>").Document!.Metadata.PageBreakSource);
    }

    [Fact]
    public void The_document_is_the_one_without_marks()
    {
        const string body = "<p>one §two</p><h2>Hea§d</h2><ul><li>§it<b>e§m</b></li></ul><table><tr><th>§h<tr><td>c§d</table>";
        string Written(string mark) => SameDocument.Write(
            Read.EnglishPage(body.Replace("§", mark, StringComparison.Ordinal)).Document!, nameof(Inline.PageMarks), nameof(Document.Metadata));
        Assert.Equal(Written(""), Written("<span role=doc-pagebreak>7</span>"));
    }

    /// <summary>Every mark with the words after it in its text.</summary>
    private static ImmutableArray<string> Marks(ReadingResult result) =>
        [.. NodeTree.SelfAndDescendants(result.Document!).OfType<Text>().SelectMany(static text => text.PageMarks.Select(mark => mark.Label + "|" + text.Value[mark.Offset..].Trim()))];
}
