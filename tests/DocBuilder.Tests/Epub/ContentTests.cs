using System.Xml.Linq;
using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class ContentTests
{
    [Fact]
    public void The_document_says_its_language_and_direction()
    {
        var html = Book.Of(Article()).Xml("EPUB/text/article.xhtml").Root!;
        Assert.Equal(("ar", "ar", "rtl"), (html.At("lang"), html.Attribute(XNamespace.Xml + "lang")?.Value, html.At("dir")));
        Assert.Equal("العنوان", html.Element(Book.Xhtml + "head")!.Element(Book.Xhtml + "title")!.Value);
    }

    [Fact]
    public void Sections_nest_as_their_headings_and_are_named_by_them()
    {
        var body = Book.BodyOf(Heading(2, "أ", "a"), Heading(3, "ب", "b"), Heading(2, "ج", "c"));
        Assert.Equal(["heading-1", "a", "b", "c"], body.All("section").Select(section => section.Elements().First().DescendantsAndSelf().First(element => element.Name.LocalName[0] == 'h' && element.At("id") is not null).At("id")));
        Assert.Equal(["heading-1", "a", "b", "c"], body.Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3").Select(heading => heading.At("id")));
        Assert.Equal([0, 1, 2, 1], body.All("section").Select(section => section.Ancestors(Book.Xhtml + "section").Count()));
    }

    [Fact]
    public void The_title_block_is_a_header_with_its_roles()
    {
        var document = Article(
            Paragraph("فرعي") with { Role = ParagraphRole.Subtitle },
            Paragraph("الكاتب") with { Role = ParagraphRole.Byline },
            Paragraph("١٢ مارس ٢٠٢٦") with { Role = ParagraphRole.Dateline },
            Paragraph("متن"));
        document = document with { Metadata = document.Metadata with { Published = new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero) } };
        Assert.Equal(
            """<header><h1 id="heading-1">العنوان</h1><p class="subtitle" role="doc-subtitle">فرعي</p><p class="byline">الكاتب</p><p class="dateline"><time datetime="2026-03-12">١٢ مارس ٢٠٢٦</time></p></header>""",
            Book.Of(document).Body.One("header").Markup());
    }

    [Fact]
    public void A_dateline_that_names_a_place_too_is_no_machine_time()
    {
        var document = Article(Paragraph("القاهرة، ١٢ مارس ٢٠٢٦") with { Role = ParagraphRole.Dateline });
        document = document with { Metadata = document.Metadata with { Published = new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero) } };
        Assert.Empty(Book.Of(document).Body.All("time"));
    }

    [Fact]
    public void Language_and_direction_stand_where_they_change_and_nowhere_else()
    {
        var body = Book.BodyOf(Paragraph("عربي"), English(Text("one ", "en"), Isolate("ar", "اثنان"), Text(" three", "en")), Paragraph(Text("كلمة "), Text("deux", "fr")));
        Assert.Equal(
            ["""<p>عربي</p>""", """<p lang="en" dir="ltr">one <bdi lang="ar" dir="rtl">اثنان</bdi> three</p>""", """<p>كلمة <span lang="fr">deux</span></p>"""],
            body.All("p").Select(XmlQueries.Markup));
    }

    [Fact]
    public void An_isolate_always_says_its_direction_and_an_override_is_bdo()
    {
        var paragraph = Book.BodyOf(Paragraph(Isolate("ar", "أ"), Isolate("en", "b", BidiIsolation.IsolateOverride), Isolate("ar", "ج", BidiIsolation.None))).One("p");
        Assert.Equal("""<p><bdi dir="rtl">أ</bdi><bdo lang="en" dir="ltr">b</bdo>ج</p>""", paragraph.Markup());
    }

    [Fact]
    public void A_language_tag_that_is_none_is_undetermined() =>
        Assert.Equal("und", Book.BodyOf(Paragraph(Text("x", "not a tag!"))).One("span").At("lang"));

    [Theory]
    [InlineData(InlineStyle.Emphasis, "em"), InlineData(InlineStyle.Strong, "strong"), InlineData(InlineStyle.Italic, "i"), InlineData(InlineStyle.Bold, "b")]
    [InlineData(InlineStyle.Citation, "cite"), InlineData(InlineStyle.Definition, "dfn"), InlineData(InlineStyle.Mark, "mark"), InlineData(InlineStyle.Small, "small")]
    [InlineData(InlineStyle.Inserted, "ins"), InlineData(InlineStyle.Deleted, "del"), InlineData(InlineStyle.Strikethrough, "s"), InlineData(InlineStyle.Underline, "u")]
    [InlineData(InlineStyle.Subscript, "sub"), InlineData(InlineStyle.Superscript, "sup"), InlineData(InlineStyle.Code, "code"), InlineData(InlineStyle.Keyboard, "kbd")]
    [InlineData(InlineStyle.Sample, "samp"), InlineData(InlineStyle.Variable, "var")]
    public void Every_style_is_its_element(InlineStyle style, string element) =>
        Assert.Equal($"<p><{element}>كلمة</{element}></p>", Book.BodyOf(Paragraph(Styled(style, Text("كلمة")))).One("p").Markup());

    [Fact]
    public void Phrases_keep_what_they_carry()
    {
        var paragraph = Book.BodyOf(Paragraph(
            new Abbreviation { Language = "ar", Direction = Rtl, Expansion = "منظمة الصحة", Inlines = [Text("م ص")] },
            new Quotation { Language = "ar", Direction = Rtl, SourceUrl = "https://example.org/", Inlines = [Text("«قول»")] },
            new Time { Language = "ar", Direction = Rtl, DateTime = "2026-03-12T10:00+02:00", Inlines = [Text("ظهرا")] },
            new Time { Language = "ar", Direction = Rtl, DateTime = "tomorrow", Inlines = [Text("غدا")] },
            new Ruby { Language = "ar", Direction = Rtl, Base = [Text("أصل")], Annotation = [Text("شرح")] },
            new LineBreak { Language = "ar", Direction = Rtl },
            new WordBreakOpportunity { Language = "ar", Direction = Rtl })).One("p");
        Assert.Equal(
            """<p><abbr title="منظمة الصحة">م ص</abbr><q cite="https://example.org/">«قول»</q><time datetime="2026-03-12T10:00+02:00">ظهرا</time><span>غدا</span><ruby>أصل<rt>شرح</rt></ruby><br /><wbr /></p>""",
            paragraph.Markup());
    }

    [Fact]
    public void Code_keeps_its_lines_and_its_direction()
    {
        var code = new CodeBlock { Language = "en", Direction = Ltr, CodeLanguage = "c#", Inlines = [Text("if (a < b)\n    \"نص\";", "en")] };
        var pre = Book.BodyOf(code).One("pre");
        Assert.Equal(("ltr", "language-c#", "if (a < b)\n    \"نص\";"), (pre.At("dir"), pre.One("code").At("class"), pre.Value));
    }

    [Fact]
    public void Hemistichs_are_apart_in_extracted_text()
    {
        var line = Book.BodyOf(Verse(Line("صدر", "عجز"), Line("شطر"))).All("p").First();
        Assert.Equal("صدر عجز", line.Value);
        Assert.Equal(2, line.All("span").Count(span => span.At("class") == "hemistich"));
    }

    [Fact]
    public void A_description_without_its_term_is_no_dl()
    {
        Assert.Equal("<dl><dt>أ</dt><dd>ب</dd></dl>", Book.BodyOf(Terms(Term("أ"), Term("ب", isTerm: false))).One("dl").Markup());
        var loose = Book.BodyOf(Terms(Term("ب", isTerm: false), Term("أ")));
        Assert.Empty(loose.All("dl"));
        Assert.Equal("بأ", loose.All("div").First(div => div.At("class") == "terms").Value.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Details_are_open_as_on_paper()
    {
        var details = new Details { Language = "ar", Direction = Rtl, Summary = [Text("عنوان")], Blocks = [Paragraph("متن")] };
        Assert.Equal("""<details open="open"><summary>عنوان</summary><p>متن</p></details>""", Book.BodyOf(details).One("details").Markup());
    }

    [Fact]
    public void An_aside_is_a_note_and_no_landmark()
    {
        var aside = new Aside { Language = "ar", Direction = Rtl, Blocks = [Paragraph("جانبي")] };
        Assert.Equal("""<aside role="note"><p>جانبي</p></aside>""", Book.BodyOf(aside).One("aside").Markup());
    }

    [Fact]
    public void A_heading_without_words_is_no_heading()
    {
        var body = Book.BodyOf(new Heading { Language = "ar", Direction = Rtl, Level = 2, Inlines = [] }, Paragraph("متن"));
        Assert.Empty(body.All("h2"));
        Assert.Single(body.All("section"));
    }

    [Fact]
    public void A_character_that_xml_forbids_is_left_out_and_told_of()
    {
        var book = Book.Of(Article(Paragraph("أ\u0007ب\uD800ج\uFFFFد\U0001F600")));
        Assert.Equal("أبجد\U0001F600", book.Body.One("p").Value);
        var finding = Assert.Single(book.Findings);
        Assert.Equal("DB4001", finding.Code);
        Assert.Contains("U+0007", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mathml_is_kept_with_its_words()
    {
        var math = Book.BodyOf(Paragraph(Formula("<math><semantics><mfrac onclick='x()'><mn>1</mn><mi>س</mi></mfrac><annotation>tex</annotation></semantics></math>", "واحد على س")))
            .Descendants(XName.Get("math", "http://www.w3.org/1998/Math/MathML")).Single();
        Assert.Equal("""<math alttext="واحد على س"><semantics><mfrac><mn>1</mn><mi>س</mi></mfrac></semantics></math>""", math.Markup());
    }

    [Theory, InlineData("<math><script>x()</script></math>"), InlineData("<math><mi>x</math>"), InlineData("<!DOCTYPE math [<!ENTITY x 'y'>]><math>&x;</math>")]
    public void Mathml_that_cannot_be_kept_gives_way_to_its_words(string mathMl)
    {
        var book = Book.Of(Article(Paragraph(Formula(mathMl, "سين"))));
        Assert.Equal("سين", book.Body.One("p").Value);
        Assert.Equal("DB4003", Assert.Single(book.Findings).Code);
    }

    [Fact]
    public void A_book_with_mathml_says_so_in_its_manifest()
    {
        static string? Properties(Document document) => Book.Of(document).Package.Descendants(Book.Opf + "item").Single(item => item.At("href") == "text/article.xhtml").At("properties");
        Assert.Equal("mathml", Properties(Article(Paragraph(Formula("<math><mi>x</mi></math>", "سين")))));
        Assert.Null(Properties(Article()));
    }
}
