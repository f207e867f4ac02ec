using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Reading;
using DocBuilder.Tests.Building;
using DocBuilder.Tests.Epub;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>
/// A chapter that we wrote says what the article said: read again as HTML it gives an equal document. What differs by nature: the identifier and the
/// rest of the metadata, which a book keeps in its package; the names of anchors, which the book makes; places in the source.
/// </summary>
public sealed class RoundTripTests
{
    private static readonly string[] ByNature = [nameof(Document.Metadata), nameof(Node.Anchor), nameof(NoteReference.NoteAnchor), nameof(Link.Target), nameof(TableCell.Headers)];

    [Theory]
    [InlineData("<p>One <em>two</em> <strong>three</strong> <i>4</i> <b>5</b> <cite>6</cite> <dfn>7</dfn> <mark>8</mark> <small>9</small> <ins>10</ins> <del>11</del> <s>12</s> <u>13</u> H<sub>2</sub><sup>3</sup> <code>c</code> <kbd>k</kbd> <samp>s</samp> <var>v</var></p>")]
    [InlineData("<p><a href='https://a.example/x?y=1&amp;z=2' title='T'>link</a> <abbr title='World Health Organization'>WHO</abbr> <time datetime='2026-01-02'>today</time> a<br>b<wbr>c <q cite='https://a.example/'>said</q></p>")]
    [InlineData("<p>Latin <span lang=ar dir=rtl>عربي</span> <bdi>אבג</bdi> <bdo dir=rtl>abc</bdo> <span lang=fr>mot</span> end.</p>")]
    [InlineData("<p lang=ar dir=rtl>فقرة عربية فيها <span dir=ltr lang=en>English</span> ورقم ١٢.</p>")]
    [InlineData("<ul><li>a<ul><li>b<li>c</ul><li>d</ul><ol start=3 type=a><li>e<li value=9>f</ol><ol reversed><li>g<li>h</ol>")]
    [InlineData("<dl><dt>t<dt>u<dd>d<p>e</dl>")]
    [InlineData("<blockquote cite='https://a.example/'><p>q</p><p>r</p></blockquote><aside><p>beside</p></aside><hr><details><summary>s</summary><p>in</p></details>")]
    [InlineData("<pre><code class=language-python>if x:\n    y = 1\n</code></pre><pre>plain\n  kept</pre>")]
    [InlineData("<div class=poem><div><span>first half of the line</span><span>second half of it</span></div><div><span>third half there is</span><span>and the fourth one</span></div></div>")]
    [InlineData("<table><caption>C</caption><thead><tr><th rowspan=2>a<th colspan=2>b</tr><tr><th>c<th>d</tr></thead><tbody><tr><th scope=row>e<td>1<td>2</tr></tbody><tfoot><tr><td>s<td>3<td>4</tr></tfoot></table>")]
    [InlineData("<p>x<sup><a id=r1 href=#n1>1</a></sup> y<sup><a id=r2 href=#n2>2</a></sup></p><h2>Part</h2><p>z <a href=#s>see</a></p><h3 id=s>Sub</h3><p>end</p><ol class=footnotes><li id=n1>First note. <a href=#r1>↩</a><li id=n2>Second <em>note</em>. <a href=#r2>↩</a></ol>")]
    [InlineData("<p>Formula <math alttext='a plus b'><mi>a</mi><mo>+</mo><mi>b</mi></math> in line.</p><p><ruby>漢<rt>kan</rt></ruby></p>")]
    [InlineData("<figure><img src=bridge.png alt='The bridge' width=40 height=30><figcaption>Caption <em>here</em></figcaption></figure><p>Small <img src=bridge.png alt=bridge> in line.</p>")]
    [InlineData("<p class=subtitle>Under it</p><p class=byline>By A. Writer</p><p>Body.</p>")]
    [InlineData("<div role=doc-pagebreak aria-label=iv></div><p>On it <span role=doc-pagebreak>5</span>goes, and <a href='https://a.example/'><span epub:type=pagebreak title=6></span>on</a>.</p><ul><li>a<li><span role=doc-pagebreak title=7></span><span role=doc-pagebreak title=8></span>b</ul><p><span role=doc-pagebreak title=9></span><img src=bridge.png alt=B></p>")]
    public void A_chapter_that_was_written_is_read_as_what_it_was(string body)
    {
        using var folder = new TemporaryFolder();
        var corpus = Path.Combine(DocBuilder.UnicodeTables.RepositoryRoot.Find(AppContext.BaseDirectory)!, "tests", "DocBuilder.Tests", "Corpus", "saved-folder_files");
        var first = Article(body, corpus);
        var book = Book.Of(first);
        foreach (var name in book.Names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllBytes(folder[name], book.Entry(name));
        }

        // Pictures lie beside the folder of the chapters, and outside the article's own folder nothing is read.
        var html = Encoding.UTF8.GetString(book.Entry("EPUB/text/article.xhtml")).Replace("src=\"../", "src=\"", StringComparison.Ordinal);
        var second = Read.Bytes(Encoding.UTF8.GetBytes(html), "chapter.xhtml", new ReadingOptions { Scope = ArticleScope.WholePage }, folder["EPUB"]);
        Assert.Equal(SameDocument.Write(first, ByNature), SameDocument.Write(second.Document!, ByNature));
        Assert.Equal(first.Metadata.Title, second.Document!.Metadata.Title);
        Assert.Equal(first.Metadata.PageBreakSource, second.Document!.Metadata.PageBreakSource);
    }

    [Fact]
    public void The_pages_of_our_print_edition_are_read_as_those_of_another()
    {
        var first = Article(string.Concat(Enumerable.Range(1, 90).Select(number => $"<p>Paragraph {number} says what its number is, and so do all the others, in words that fill a line and more of the page.</p>")));
        var pages = PageLayout.Lay(first, Theme.Print, FontLibrary.Shipped, new LayoutOptions(), TestContext.Current.CancellationToken);
        var book = Book.Of(first, Book.Options with { Print = () => new PrintEdition(pages, "urn:uuid:00000000-0000-8000-8000-00000000000f") });
        var second = Read.Bytes(book.Entry("EPUB/text/article.xhtml"), "chapter.xhtml", new ReadingOptions { Scope = ArticleScope.WholePage }).Document!;
        Assert.True(pages.Pages.Length > 2);
        Assert.Equal(SameDocument.Write(first, [.. ByNature, nameof(Inline.PageMarks)]), SameDocument.Write(second, [.. ByNature, nameof(Inline.PageMarks)]));
        Assert.Equal(pages.Pages.Select(page => page.Label), NodeTree.SelfAndDescendants(second).OfType<Inline>().SelectMany(inline => inline.PageMarks).Select(mark => mark.Label));
        Assert.Equal(book.Entry("EPUB/text/article.xhtml"), Book.Of(second).Entry("EPUB/text/article.xhtml"));
    }

    private static Document Article(string body, string? folder = null) =>
        Read.Html($"<!doctype html><html lang=en dir=ltr><meta charset=utf-8><title>Title</title><body><h1>Title</h1>{body}", new ReadingOptions { Scope = ArticleScope.WholePage }, folder).Document!;
}
