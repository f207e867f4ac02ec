using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class NoteTests
{
    [Theory]
    // DPUB-ARIA
    [InlineData("<p>x<a role=doc-noteref href=#n>[1]</a></p><aside role=doc-footnote id=n>note <a role=doc-backlink href=#r>↩</a></aside>")]
    // Pandoc
    [InlineData("<p>x<a href=#n class=footnote-ref id=r role=doc-noteref><sup>1</sup></a></p><section class=footnotes role=doc-endnotes><hr><ol><li id=n><p>note<a href=#r class=footnote-back>↩︎</a></p></ol></section>")]
    // WordPress
    [InlineData("<p>x<sup data-fn=n class=fn><a href=#n id=n-link>1</a></sup></p><ol class=wp-block-footnotes><li id=n>note <a href=#n-link>↩︎</a></ol>")]
    // Wikipedia
    [InlineData("<p>x<sup id=cite_ref-1 class=reference><a href=#n><span>[</span>1<span>]</span></a></sup></p><ol class=references><li id=n><span class=mw-cite-backlink>^ <a href=#cite_ref-1>a</a></span> <span class=reference-text>note</span></ol>")]
    // Word
    [InlineData("<p>x<a href=#_ftn1 name=_ftnref1>[1]</a></p><div><div id=ftn1><p><a href=#_ftnref1 name=_ftn1>[1]</a> note</p></div></div>")]
    // Nothing but shape
    [InlineData("<p>x<sup><a href=#k id=r>1</a></sup></p><p id=k><sup>1</sup> note</p>")]
    [InlineData("<p>x<sup><a href=#k id=r>1</a></sup></p><p id=k>1. note <a href=#r>back</a></p>")]
    // Modern Footnotes
    [InlineData("<p>x<sup class=modern-footnotes-footnote data-mfn=1><a href='javascript:void(0)'>1</a></sup><span class=modern-footnotes-footnote__note data-mfn=1>note</span></p>")]
    public void Notes_are_found_by_every_convention(string html)
    {
        var dump = Read.English(html);
        var lines = dump.Split('\n').ToList();
        Assert.Matches("^p x<note 1 #[a-z0-9_-]+>$", lines[0]);
        Assert.Equal("notes", lines[1]);
        Assert.StartsWith("  note 1#", lines[2], StringComparison.Ordinal);
        Assert.Equal("    p note", lines[3]);
        Assert.Equal(4, lines.Count);
    }

    [Theory]
    [InlineData("<p>By <a href=#e>(1)</a> it is so.</p><div class=equation id=e><math display=block><mi>x</mi></math> (1)</div>")]
    [InlineData("<p>By <a href=#e>(1)</a> it is so.</p><div id=e><math display=block><mi>x</mi></math> (1)</div>")]
    [InlineData("<p>See <a href=#e>(1)</a>.</p><p id=e>A paragraph of the text, which no mark begins.</p>")]
    [InlineData("<p>x <a href=#e>[1]</a></p><h2>References</h2><ol><li id=e>A book.<li>Another.</ol>")]
    public void What_a_text_names_by_its_number_is_no_note(string html) => Assert.DoesNotContain("note", Read.English(html), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>x<a href=#e id=c>[1]</a></p><h2>References</h2><ol><li id=e>A book. <a href=#c>back</a></ol>")]
    [InlineData("<p>x<a href=#e>(1)</a></p><p id=e>(1) A remark.</p>")]
    public void A_mark_in_brackets_calls_for_what_its_mark_begins(string html) => Assert.Contains("<note 1 #e>", Read.English(html), StringComparison.Ordinal);

    [Fact]
    public void A_note_that_is_called_twice_has_one_mark() =>
        Assert.Equal(
            Read.Lines("p أ<note ١ #n>ب<note ١ #n>", "notes", "  note ١#n", "    p ج"),
            Read.Arabic("<p>أ<sup><a href=#n>[١]</a></sup>ب<sup><a href=#n>٢</a></sup></p><ol><li id=n>ج</ol>"));

    [Fact]
    public void A_call_without_a_note_keeps_its_mark()
    {
        var result = Read.EnglishPage("<p>x<sup><a href=#none>1</a></sup></p>");
        Assert.Equal("p x<superscript>1</>", ModelDump.Body(result.Document!));
        Assert.Equal("DB1405", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Notes_outside_the_article_come_at_its_end()
    {
        var result = Read.Html("<html lang=en dir=ltr><nav>menu</nav><article><h1>T</h1><p>x<sup><a href=#n>1</a></sup></article><div class=footnotes><p id=n>note</div>");
        Assert.Equal(Read.Lines("p x<note 1 #n>", "notes", "  note 1#n", "    p note"), ModelDump.Body(result.Document!));
    }

    [Fact]
    public void Two_notes_with_one_id_have_two_anchors() =>
        Assert.Equal(
            Read.Lines("p أ<note ١ #n>", "notes", "  note ١#n", "    p ب", "  note ٢#anchor-2", "    p ج"),
            Read.Arabic("<p>أ<sup><a href=#n>[١]</a></sup></p><ol><li id=n>ب<li id=n>ج</ol>"));
}
