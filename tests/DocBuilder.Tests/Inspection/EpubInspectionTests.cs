using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>What is announced of an EPUB.</summary>
public sealed class EpubInspectionTests
{
    [Fact]
    public void Elements_are_told_as_a_screen_reader_does()
    {
        var book = HandMadeEpub.Good("""
            <section aria-label="Part"><h2 id="h">A <em>heading</em></h2>
            <p>Words <span lang="ar">كلمة</span> and <abbr title="et cetera">etc.</abbr><br/>more<span epub:type="pagebreak" id="p7" title="7"/> words<a epub:type="noteref" href="#n">1</a>.</p>
            <ul><li>one</li><li>two</li></ul><dl><dt>a</dt><dt>b</dt><dd>c</dd><dt>d</dt><dd>e</dd></dl>
            <table><tr><th scope="col">H</th><td rowspan="2">x</td></tr><tr><th scope="row">R</th></tr></table>
            <figure><img src="a.png" alt="A picture"/><figcaption>Caption</figcaption></figure><img src="b.png" alt=""/>
            <svg xmlns="http://www.w3.org/2000/svg"><title>Drawn</title><text>not read</text></svg>
            <pre><code>a = 1
            b = 2</code></pre><p hidden="hidden">unseen</p><script>code</script>
            <aside epub:type="footnote" id="n"><p>A note. <a role="doc-backlink" href="#h">back</a></p></aside></section>
            """).Bytes();
        Assert.Equal(
            [
                "html id=EPUB/chapter.xhtml (en)",
                "  section title=Part",
                "    h2 \"A heading\"",
                "    p",
                "      \"Words\"",
                "      span \"كلمة\" (ar)",
                "      \"and\"",
                "      abbr expansion=\"et cetera\" \"etc.\"",
                "      \"more\"",
                "      page 7",
                "      \"words\"",
                "      a as=noteref \"1\" -> #n",
                "      \".\"",
                "    ul items=2",
                "      li \"one\"",
                "      li \"two\"",
                "    dl items=2",
                "      dt \"a\"",
                "      dt \"b\"",
                "      dd \"c\"",
                "      dt \"d\"",
                "      dd \"e\"",
                "    table size=2x2",
                "      tr",
                "        th scope=Column \"H\"",
                "        td rows=2 \"x\"",
                "      tr",
                "        th scope=Row \"R\"",
                "    figure",
                "      img alt=\"A picture\"",
                "      figcaption \"Caption\"",
                "    svg alt=Drawn",
                "    pre \"a = 1 b = 2\"",
                "    aside as=footnote id=n",
                "      p",
                "        \"A note.\"",
                "        a as=doc-backlink \"back\" -> #h",
            ],
            Inspect.Lines(book));
    }

    [Fact]
    public void A_book_of_version_2_is_read_with_its_doctype_its_entities_and_its_ncx()
    {
        const string Doctype = "<?xml version='1.0' encoding='iso-8859-1'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd'>";
        const string Ncx = """
            <!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
            <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel><content src="chapter.xhtml"/>
            <navPoint><navLabel><text>Deeper</text></navLabel><content src="chapter.xhtml#d"/></navPoint></navPoint></navMap>
            <pageList><pageTarget><navLabel><text>3</text></navLabel><content src="chapter.xhtml#p3"/></pageTarget></pageList></ncx>
            """;
        var page = HandMadeEpub.Page("<p id='d'>Caf\u00E9&nbsp;&mdash; &eacute;t&eacute; &amp; &#x41;<span id='p3'/></p>", Doctype);
        var book = HandMadeEpub.Good().Remove("EPUB/nav.xhtml")
            .Set("EPUB/package.opf", HandMadeEpub.Package("<item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>", version: "2.0"))
            .Set("EPUB/toc.ncx", Ncx).Set(HandMadeEpub.Chapter, System.Text.Encoding.Latin1.GetBytes(page)).Bytes();
        var result = Inspect.Bytes(book);
        Assert.Empty(result.Findings);
        Assert.Equal("EPUB 2.0, 1 page of print, 2 entries of contents: \"Title\" (en)", result.ToLines().First());
        Assert.Equal("  p \"Café — été & A\"", result.ToLines().Last());
        Assert.Equal([(1, "One"), (2, "Deeper")], result.Edition!.Navigation.Select(entry => (entry.Level, entry.Text)));
    }
}
