using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class InlineTests
{
    [Theory]
    [InlineData("<p>  one \n two <b> three</b> <i>four </i> </p>", "p one two <bold>three</> <italic>four</>")]
    [InlineData("<p>a<b> b</b></p>", "p a<bold> b</>")]
    [InlineData("<p>a <br> b</p>", "p a⏎b")]
    [InlineData("<p>a<br></p>", "p a")]
    [InlineData("<p>a&nbsp; b</p>", "p a\u00A0 b")]
    [InlineData("<p>&nbsp;</p>x", "p x")]
    [InlineData("<p>a<wbr>b</p>", "p a‿b")]
    public void White_space_collapses_across_elements(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Theory]
    [InlineData("<p>استعمل <code>--out</code> دائمًا.</p>", "p استعمل <code[ltr]><isolate>--out</></> دائمًا.")]
    [InlineData("<p>استعمل <kbd>Ctrl</kbd> و<samp>-1</samp>.</p>", "p استعمل <keyboard[ltr]><isolate>Ctrl</></> و<sample[ltr]><isolate>-1</></>.")]
    [InlineData("<p>اكتب <code>اطبع(س)</code> ثم <code>42</code> و<code dir=rtl>--a</code>.</p>", "p اكتب <code>اطبع(س)</> ثم <code>42</> و<code><isolate>--a</></>.")]
    public void Code_in_a_text_from_right_to_left_runs_from_left_to_right(string html, string expected) => Assert.Equal(expected, Read.Arabic(html));

    [Theory]
    [InlineData("<p><a href='https://e.example/1'>Read more<span class=visually-hidden> about tides</span></a></p>", "p <link https://e.example/1>Read more about tides</>")]
    [InlineData("<p><a href='https://e.example/1'>The whole of a long story about tides<span class=sr-only> opens in a new window</span></a></p>", "p <link https://e.example/1>The whole of a long story about tides</>")]
    public void What_only_listeners_are_told_of_a_link_of_few_words_is_shown(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Fact]
    public void A_formula_given_as_hidden_mathml_and_as_a_picture_is_shown_once()
    {
        var result = Read.EnglishPage("<p>So <span><span style='display: none'><math alttext='{\\displaystyle x^{2}}'><semantics><msup><mi>x</mi><mn>2</mn></msup></semantics></math></span><img src='https://w.example/x.svg' aria-hidden=true alt='x^{2}'></span> grows.</p>");
        var math = NodeTree.SelfAndDescendants(result.Document!).OfType<MathExpression>().Single();
        Assert.Equal("x^2", math.AlternativeText);
        Assert.DoesNotContain("image", ModelDump.Body(result.Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_an_amp_page_is_a_picture() =>
        Assert.Contains("DB1502", Read.Codes(Read.EnglishPage("<p>a <amp-img src='none.png' alt='b'></amp-img></p>")));

    [Fact]
    public void Loose_text_becomes_paragraphs_around_blocks() =>
        Assert.Equal(Read.Lines("p before", "p in", "p after"), Read.English("<div>before <p>in</p> after</div>"));

    [Fact]
    public void An_inline_element_that_a_block_interrupts_goes_on_after_it() =>
        Assert.Equal(
            Read.Lines("p <link http://a.example/>one</>", "p <link http://a.example/>two</>", "p <link http://a.example/>three</>"),
            Read.English("<a href='http://a.example/'>one<p>two</p>three</a>"));

    [Theory]
    [InlineData("em", "emphasis")]
    [InlineData("strong", "strong")]
    [InlineData("cite", "citation")]
    [InlineData("dfn", "definition")]
    [InlineData("mark", "mark")]
    [InlineData("small", "small")]
    [InlineData("ins", "inserted")]
    [InlineData("del", "deleted")]
    [InlineData("s", "strikethrough")]
    [InlineData("u", "underline")]
    [InlineData("sub", "subscript")]
    [InlineData("sup", "superscript")]
    [InlineData("code", "code")]
    [InlineData("kbd", "keyboard")]
    [InlineData("samp", "sample")]
    [InlineData("var", "variable")]
    public void Every_style_of_text_has_its_node(string element, string style) =>
        Assert.Equal($"p a <{style}>b</> c", Read.English($"<p>a <{element}>b</{element}> c</p>"));

    [Fact]
    public void Abbreviations_and_times_keep_what_they_stand_for() =>
        Assert.Equal(
            "p In <abbr Portable Document Format>PDF</> <time 2026-03-12>12 March</> it was made for the paper of everybody.",
            Read.English("<p>In <abbr title='Portable  Document Format'>PDF</abbr> <time datetime=2026-03-12>12 March</time> it was made for the paper of everybody.</p>"));

    [Fact]
    public void Direction_on_inline_elements_isolates() =>
        Assert.Equal(
            "p س <isolate[ltr]>abc</> <isolate[ltr]>12</> <isolateoverride[ltr]>xyz</> <span[en]>d</>",
            Read.Arabic("<p>س <span dir=ltr>abc</span> <bdi>12</bdi> <bdo dir=ltr>xyz</bdo> <span lang=en>d</span></p>"));

    [Fact]
    public void Auto_takes_the_first_strong_character_and_passes_over_bdi() =>
        Assert.Equal("p[ltr] <isolate[rtl]>ب</> abc", Read.Arabic("<p dir=auto><bdi>ب</bdi> abc</p>"));

    [Theory]
    [InlineData("ar", "«أ ”ب“»")]
    [InlineData("he", "”أ ’ب’”")]
    [InlineData("fa", "«أ ‹ب›»")]
    public void Quotation_marks_of_the_language_become_text(string language, string expected)
    {
        var text = Read.Body($"<html lang={language} dir=rtl><h1>x</h1><p><q>أ <q>ب</q></q></p>");
        Assert.Equal(expected, text.Replace("p <q>", "", StringComparison.Ordinal).Replace("<q>", "", StringComparison.Ordinal).Replace("</>", "", StringComparison.Ordinal).TrimStart('p', ' '));
    }

    [Fact]
    public void Ruby_pairs_base_and_annotation() =>
        Assert.Equal("p <ruby>漢^kan</><ruby>字^ji</>", Read.English("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby></p>"));

    [Fact]
    public void Math_is_cleaned_and_has_words()
    {
        var result = Read.EnglishPage("<p><math alttext='x squared'><msup><mi>x</mi><mn onclick='a()'>2</mn></msup><script>a()</script></math></p>");
        var math = Assert.Single(((DocBuilder.Documents.Paragraph)result.Document!.Blocks[1]).Inlines.OfType<DocBuilder.Documents.MathExpression>());
        Assert.Equal("x squared", math.AlternativeText);
        Assert.Equal("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"x squared\"><msup><mi>x</mi><mn>2</mn></msup></math>", math.MathMl);
    }

    [Theory]
    [InlineData("<mfrac><mrow><mo>-</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(−b)/2")]
    [InlineData("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "3 1/2")]
    [InlineData("<mn>2</mn><mroot><mi>x</mi><mn>3</mn></mroot><mo>+</mo><mroot><mi>x</mi><mi>n</mi></mroot>", "2∛x + √[n]x")]
    [InlineData("<mfrac><mi>a</mi><mi>b</mi></mfrac><mo>/</mo><mfrac><mi>c</mi><mi>d</mi></mfrac>", "(a/b)/(c/d)")]
    [InlineData("<munderover><mo>∏</mo><mi>k</mi><mi>∞</mi></munderover><mfrac><mn>1</mn><mi>k</mi></mfrac>", "∏_k^∞ 1/k")]
    [InlineData("<mi>a</mi><mphantom><mo>+</mo></mphantom><mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>", "aA\u0305B\u0305")]
    [InlineData("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", "n¦k")]
    [InlineData("<mn>2</mn><mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", "2 sin x")]
    [InlineData("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>", "∑_(i = 1)^n i")]
    [InlineData("<munder><mo>lim</mo><mi>h</mi></munder><mi>f</mi>", "lim_h f")]
    [InlineData("<msup><mi>جا</mi><mn>٢</mn></msup><mi>س</mi><mo>+</mo><msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>", "جا^٢ س + (ab)^2")]
    [InlineData("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "_6^14 C")]
    [InlineData("<mover><mi>v</mi><mo>→</mo></mover><mo>+</mo><mover><mi>x</mi><mo>¯</mo></mover>", "v\u20D7 + x\u0304")]
    [InlineData("<msub><mi>a</mi><mn>1</mn></msub><mi>x</mi><mo>+</mo><mo>⋯</mo><mo>+</mo><mi>y</mi>", "a_1 x + ⋯ + y")]
    [InlineData("<mi>x</mi><mtext>&nbsp;إذا كان&nbsp;</mtext><mi>y</mi>", "x إذا كان y")]
    public void Math_without_words_is_written_on_one_line(string mathMl, string expected)
    {
        var result = Read.EnglishPage($"<p><math>{mathMl}</math></p>");
        Assert.Equal(expected, NodeTree.SelfAndDescendants(result.Document!).OfType<MathExpression>().Single().AlternativeText);
    }

    [Theory]
    [InlineData("<mfrac><mi>a</mi></mfrac>", "<mrow><mi>a</mi></mrow>")]
    [InlineData("<msup><mi>a</mi><mi>b</mi><mi>c</mi></msup>", "<mrow><mi>a</mi><mi>b</mi><mi>c</mi></mrow>")]
    [InlineData("<mrow>a + b</mrow>", "<mrow><mtext>a + b</mtext></mrow>")]
    [InlineData("<mtable><mtd><mi>a</mi></mtd></mtable>", "<mtable><mtr><mtd><mrow><mi>a</mi></mrow></mtd></mtr></mtable>")]
    [InlineData("<mrow><mtr><mtd><mi>a</mi></mtd></mtr></mrow>", "<mrow><mrow><mrow><mi>a</mi></mrow></mrow></mrow>")]
    [InlineData("<mtext>a <b>b</b></mtext>", "<mtext>a b</mtext>")]
    [InlineData("<mmultiscripts><mi>a</mi><mi>b</mi></mmultiscripts>", "<mrow><mi>a</mi><mi>b</mi></mrow>")]
    [InlineData("<mrow><none/><mprescripts/></mrow>", "<mrow></mrow>")]
    [InlineData("<maction selection=2><mn>1</mn><mn>2</mn></maction>", "<mn>2</mn>")]
    [InlineData("<mo stretchy=True form=Infix lspace=thin>+</mo><mspace width='1 em'/><mtable columnalign='l r'></mtable>", "<mo form=\"infix\" stretchy=\"true\">+</mo><mspace></mspace><mtable columnalign=\"left right\"></mtable>")]
    [InlineData("<mfrac linethickness=0.4pt><mi>a</mi><semantics><mi>b</mi></semantics></mfrac>", "<mfrac linethickness=\"0.4pt\"><mi>a</mi><mrow><mi>b</mi></mrow></mfrac>")]
    public void Faulty_math_is_read_as_browsers_show_it(string mathMl, string expected)
    {
        var result = Read.EnglishPage($"<p>a <math>{mathMl}</math></p>");
        var read = NodeTree.SelfAndDescendants(result.Document!).OfType<MathExpression>().Single().MathMl;
        Assert.Equal($"<math xmlns=\"http://www.w3.org/1998/Math/MathML\">{expected}</math>", read);
    }

    [Theory]
    [InlineData("<math><mi>x</mi></math>", TextDirection.LeftToRight)]
    [InlineData("<math dir=rtl><mi>س</mi></math>", TextDirection.RightToLeft)]
    public void Math_runs_from_left_to_right_unless_it_says_otherwise(string math, TextDirection expected)
    {
        var result = Read.EnglishPage($"<p lang=ar dir=rtl>حيث {math} عدد.</p>");
        Assert.Equal(expected, NodeTree.SelfAndDescendants(result.Document!).OfType<MathExpression>().Single().Direction);
    }

    [Theory]
    [InlineData("<p><math display=block><mi>x</mi></math></p>", "math x")]
    [InlineData("<p>Thus<math display=block><mi>x</mi></math>and so on.</p>", "p Thus\nmath x\np and so on.")]
    [InlineData("<p>Thus <b>all of<math display=block><mi>x</mi></math></b></p>", "p Thus <bold>all of</>\np <bold><math x></>")]
    [InlineData("<div><math display=block><mi>x</mi></math><span>(2.1)</span></div>", "p <math x> (2.1)")]
    public void Displayed_math_is_a_block_unless_it_has_a_number(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Theory]
    [InlineData("https://www.google.com/url?q=https://a.example/b%3Fc&amp;sa=D&amp;usg=x", "https://a.example/b?c")]
    [InlineData("https://www.google.com/url?q=javascript:a()&amp;sa=D", "https://www.google.com/url?q=javascript:a()&sa=D")]
    [InlineData("https://a.example/b?c=d#e", "https://a.example/b?c=d#e")]
    [InlineData("/b", "https://site.example/b")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    public void Links_are_resolved_against_the_page(string href, string expected) =>
        Assert.Equal($"p <link {expected}>x</>", Read.Body($"<html lang=en dir=ltr><link rel=canonical href='https://site.example/dir/page'><h1>T</h1><p><a href='{href}'>x</a></p>"));

    [Theory]
    [InlineData("javascript:alert(1)", "DB1401")]
    [InlineData(" JavaScript:alert(1)", "DB1401")]
    [InlineData("file:///etc/passwd", "DB1401")]
    [InlineData("data:text/html,x", "DB1401")]
    [InlineData("#nowhere", "DB1402")]
    [InlineData("page2.html", "DB1404")]
    public void Links_that_lead_nowhere_keep_their_words(string href, string code)
    {
        var result = Read.EnglishPage($"<p><a href='{href}'>x</a></p>");
        Assert.Equal("p x", ModelDump.Body(result.Document!));
        Assert.Contains(code, Read.Codes(result));
    }

    [Fact]
    public void Links_inside_the_page_lead_to_anchors_that_exist() =>
        Assert.Equal(
            Read.Lines("p <link #b>x</> <link #c>y</> <link #anchor-3>z</>", "h2#b B", "p#c C", "p#anchor-3 D"),
            Read.English("<p><a href=#b>x</a> <a href=#c>y</a> <a href='#%D8%AF'>z</a></p><h2 id=b>B</h2><div id=c><p>C</p></div><a name='د'></a><p>D</p>"));

    [Fact]
    public void A_link_without_words_is_a_finding() => Assert.Contains("DB1403", Read.Codes(Read.EnglishPage("<p>x<a href='https://a.example'></a></p>")));
}
