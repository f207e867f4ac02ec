using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class BlockTests
{
    [Theory]
    [InlineData("<p>a <img src=x.png alt=pic style='display:block;margin:auto'> b</p>", "p a\n<image \"pic\">\np b")]
    [InlineData("<p><a href='https://e.example/' style='display:block'>a</a></p>", "p <link https://e.example/>a</>")]
    [InlineData("<p>a <code style='display:block'>b</code></p>", "p a\np <code>b</>")]
    [InlineData("<p>a <math style='display:block'><mi>x</mi></math> b</p>", "p a\np <math x>\np b")]
    [InlineData("<h2><img src=x.png alt=pic style='display:flex'> a</h2>", "h2 <image \"pic\">⏎a")]
    [InlineData("<p>a <span style='display:block;font-weight:bold'>b</span></p>", "p a\np <bold>b</>")]
    public void What_a_style_puts_on_a_line_of_its_own_stays_what_it_is(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Theory]
    [InlineData("<h3><button aria-expanded=false>How long?</button></h3><p>A day.</p>", "h2 How long?\np A day.")]
    [InlineData("<details><summary><h3>How long?</h3></summary><p>A day.</p></details>", "h2 How long?\np A day.")]
    [InlineData("<details><summary>How long?</summary><p>A day.</p></details>", "details How long?\n  p A day.")]
    public void A_heading_that_unfolds_what_follows_is_a_heading(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Fact]
    public void Headings_go_down_one_level_at_a_time()
    {
        var result = Read.EnglishPage("<h2>A</h2><h4>B</h4><h3>C</h3><h1>D</h1><h2>E</h2><h6>F</h6>");
        Assert.Equal(Read.Lines("h2 A", "h3 B", "h3 C", "h2 D", "h3 E", "h4 F"), ModelDump.Body(result.Document!));
        Assert.Contains("DB1201", Read.Codes(result));
        Assert.Contains("DB1202", Read.Codes(result));
    }

    [Fact]
    public void Lists_count_as_html_says() =>
        Assert.Equal(
            Read.Lines("list LowerRoman", "  item 5", "    p a", "  item 4", "    p b", "  item 9", "    p c"),
            Read.English("<ol type=i start=5 reversed><li>a<li>b<li value=9>c</ol>"));

    [Theory]
    [InlineData("<ol style='list-style-type: arabic-indic'>", "list Decimal")]
    [InlineData("<ol style='list-style: arabic-abjad inside'>", "list Abjad")]
    [InlineData("<ol class=abjad>", "list Abjad")]
    [InlineData("<ul style='list-style:none'>", "list None")]
    [InlineData("<ol type=A>", "list UpperAlpha")]
    public void List_marks_come_from_type_style_or_class(string list, string expected) =>
        Assert.StartsWith(expected, Read.Arabic(list + "<li>a</li>"), StringComparison.Ordinal);

    [Fact]
    public void A_list_directly_in_a_list_belongs_to_the_item_before_it() =>
        Assert.Equal(
            Read.Lines("list Disc", "  item", "    p a", "    list Circle", "      item", "        p b"),
            Read.English("<ul><li>a</li><ul><li>b</li></ul></ul>"));

    [Fact]
    public void Description_lists_keep_terms_and_descriptions() =>
        Assert.Equal(
            Read.Lines("dl", "  term", "    p a", "  description", "    p b"),
            Read.English("<dl><div><dt>a<dd>b</div></dl>"));

    [Fact]
    public void Quotations_code_details_and_asides_are_blocks() =>
        Assert.Equal(
            Read.Lines("quote<http://q.example/>", "  p a", "code(python) x = 1\n  y", "details S", "  p d", "aside", "  p e", "rule"),
            Read.English("<blockquote cite='http://q.example/'>a</blockquote><pre><code class=language-python>\nx = 1\n  y\n</code></pre><details><summary>S</summary>d</details><aside>e</aside><hr>"));

    [Theory]
    [InlineData("<pre><code>x = 1 # نص</code></pre>", "code[ltr] x = 1 # نص")]
    [InlineData("<pre>x = 1</pre>", "code[ltr] x = 1")]
    [InlineData("<pre>سطر\n  سطر</pre>", "code سطر\n  سطر")]
    [InlineData("<pre dir=rtl><code>x = 1</code></pre>", "code x = 1")]
    public void Code_runs_from_left_to_right_unless_the_author_says_otherwise(string html, string expected) =>
        Assert.Equal(expected, Read.Arabic(html));

    [Fact]
    public void An_item_that_says_nothing_still_counts() =>
        Assert.Equal(Read.Lines("list Decimal", "  item 1", "    p a", "  item 3", "    p c"), Read.English("<ol><li>a</li><li></li><li>c</li></ol>"));

    [Theory]
    [InlineData("<msqrt><mn>2</mn></msqrt>", "√2")]
    [InlineData("<mfrac><mrow><mo>-</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>", "(−b)/(2a)")]
    [InlineData("<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msub><mi>a</mi><mn>10</mn></msub>", "x^2 = a_10")]
    [InlineData("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>", "[1, 2; 3, 4]")]
    public void A_formula_without_words_is_written_on_one_line_without_losing_its_sense(string formula, string expected) =>
        Assert.Contains(expected, Read.English($"<p>f <math>{formula}</math></p>"), StringComparison.Ordinal);

    [Fact]
    public void A_permalink_mark_is_not_part_of_its_heading() =>
        Assert.Equal(Read.Lines("h2#s Part", "p See #1."), Read.English("<h2 id=s>Part<a class=headerlink href='#s'>¶</a></h2><p>See #1.</p>"));

    [Fact]
    public void A_link_that_holds_only_a_picture_without_a_description_is_found() =>
        Assert.Contains("DB1403", Read.Codes(Read.EnglishPage("<p>a <a href='https://example.org/'><img src='data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' alt=''></a></p>")));

    [Fact]
    public void Figures_keep_their_captions() =>
        Assert.Equal(
            Read.Lines("figure caption-first", "  p a", "  caption", "    p c"),
            Read.English("<figure><figcaption>c</figcaption><p>a</p></figure>"));

    [Theory]
    [InlineData("<div class=poem><p><span>أ ب</span><span>ج د</span></p></div>")]
    [InlineData("<div class=qasida>أ ب *** ج د</div>")]
    [InlineData("<div class='شعر'><p>أ ب … ج د</p></div>")]
    [InlineData("<p class=verse>أ ب = ج د<br></p>")]
    [InlineData("<table class=poem><tr><td>أ ب</td><td>ج د</td></tr></table>")]
    [InlineData("<blockquote class=poetry>أ ب&nbsp;&nbsp;&nbsp;&nbsp;ج د</blockquote>")]
    [InlineData("<pre class=wp-block-verse>أ ب          ج د</pre>")]
    [InlineData("<div class=poem><div class=bayt><span class=sadr>أ ب</span> *** <span class=ajuz>ج د</span></div></div>")]
    [InlineData("<ul class=poem><li><span>أ ب</span> <span>ج د</span></ul>")]
    public void Verse_has_two_hemistichs_whatever_the_convention(string html) =>
        Assert.Equal(Read.Lines("verse", "  stanza أ ب // ج د"), Read.Arabic(html));

    [Fact]
    public void Lines_of_verse_are_elements_or_stand_between_breaks() =>
        Assert.Equal(
            Read.Lines("verse", "  stanza أ", "  line ب", "  stanza ج", "  line د"),
            Read.Arabic("<div class=poem><p>أ<br>ب</p><p>ج<br>د</p></div>"));

    [Fact]
    public void What_a_video_says_to_browsers_that_know_none_is_not_said()
    {
        var result = Read.EnglishPage("<p>a</p><video controls><source src=v.mp4>Your browser does not support the video tag.</video>");
        Assert.Equal("p a", ModelDump.Body(result.Document!));
        Assert.Contains("DB1511", Read.Codes(result));
    }

    [Theory]
    [InlineData("<p>على قدر أهل العزم تأتي العزائم *** وتأتي على قدر الكرام المكارم<br>وتعظم في عين الصغير صغارها *** وتصغر في عين العظيم العظائم</p>", 2)]
    [InlineData("<p>على قدر أهل العزم تأتي العزائم ۞ وتأتي على قدر الكرام المكارم</p>", 1)]
    public void Paragraphs_whose_lines_are_halves_with_stars_between_are_verse(string html, int lines)
    {
        var dump = Read.Arabic(html);
        Assert.StartsWith("verse\n  stanza على قدر أهل العزم تأتي العزائم // وتأتي على قدر الكرام المكارم", dump, StringComparison.Ordinal);
        Assert.Equal(lines + 1, dump.Split('\n').Length);
    }

    private const string Couplets = "verse\n  stanza على قدر أهل العزم تأتي العزائم // وتأتي على قدر الكرام المكارم\n  line وتعظم في عين الصغير صغارها // وتصغر في عين العظيم العظائم";

    [Theory]
    [InlineData("<div class=b><div class=m1><p>{0}</p></div><div class=m2><p>{1}</p></div></div>\n<div class=b id=bn2><div class=m1><p>{2}</p></div><div class=m2><p>{3}</p></div></div>")]
    [InlineData("<div class='bet-1 row pt-0'>\n<h3>{0}</h3>\n<h3>{1}</h3>\n<h3>{2}</h3><h3>{3}</h3></div>")]
    [InlineData("<div class='bet-1 row'><h3>{0}</h3><h3>{1}</h3></div><div class='bet-2 row'><h3>{2}</h3><h3>{3}</h3></div>")]
    [InlineData("<div><h4>{0}</h4><h4>{1}</h4><h4>{2}</h4><h4>{3}</h4></div>")]
    [InlineData("<p>{0} ... {1}</p>\n<p>{2} ... {3}</p>")]
    [InlineData("<p>\n   {0} … {1}<br>\n   {2} … {3}\n</p>")]
    [InlineData("<p>{0} *** {1}</p><p>{2} *** {3}</p>")]
    [InlineData("<p>{0}&nbsp;&nbsp;&nbsp;&nbsp; {1}<br>{2}&nbsp;&nbsp;&nbsp;&nbsp; {3}</p>")]
    [InlineData("<p>{0}\t\t{1}<br>{2}\t\t{3}</p>")]
    public void Verse_that_is_not_said_to_be_verse_is_recognised(string html)
    {
        string[] halves = ["على قدر أهل العزم تأتي العزائم", "وتأتي على قدر الكرام المكارم", "وتعظم في عين الصغير صغارها", "وتصغر في عين العظيم العظائم"];
        Assert.Equal(Couplets + "\np نثر بعده.", Read.Arabic(string.Format(System.Globalization.CultureInfo.InvariantCulture, html, halves) + "<p>نثر بعده."));
    }

    [Fact]
    public void Lines_whose_halves_rhyme_in_themselves_are_verse_too_and_a_line_between_the_halves_is_one_of_the_poem() => Assert.Equal(
        Read.Lines(
            "verse[fa]", "  stanza بشنو این نی چون شکایت می‌کند // از جداییها حکایت می‌کند", "  line کز نیستان تا مرا ببریده‌اند // در نفیرم مرد و زن نالیده‌اند",
            "verse", "  stanza أ ب // ج د", "  line هـ و"),
        Read.Arabic("<p>بشنو این نی چون شکایت می‌کند ... از جداییها حکایت می‌کند<br>کز نیستان تا مرا ببریده‌اند ... در نفیرم مرد و زن نالیده‌اند</p>"
            + "<div class=b><div class=m1><p>أ ب</p></div><div class=m2><p>ج د</p></div></div><div class=b2><p>هـ و</p></div>"));

    [Theory]
    [InlineData("<p>كنت أنتظر ردها طويلا ... ولم تقل شيئا في ذلك اليوم</p>")]
    [InlineData("<p>كنت أنتظر ردها طويلا ... ولم تقل شيئا في ذلك اليوم</p><p>ثم جاء الصباح باردا ... وعادت الطيور إلى أعشاشها كلها</p>")]
    [InlineData("<p>قال لي صاحبي يومها ... لن نعود إلى هنا.</p><p>قلت له في هدوء ... لن نعود من هناك.</p>")]
    [InlineData("<p>- لا أدري ما أقول ... ربما غدا نلتقي</p><p>- كما تشاء يا أخي ... لعلنا يوما نلتقي</p>")]
    [InlineData("<p>الاسم الكامل:&nbsp;&nbsp;&nbsp;&nbsp;أحمد بن علي<br>مكان الميلاد:&nbsp;&nbsp;&nbsp;&nbsp;قرية بني علي</p>")]
    [InlineData("<p>مدير المدرسة الأولى&nbsp;&nbsp;&nbsp;&nbsp;رئيس جمعية الآباء<br>أحمد سعيد الخطيب&nbsp;&nbsp;&nbsp;&nbsp;يوسف خالد العمر</p>")]
    public void Dots_and_gaps_in_prose_make_no_verse(string html) => Assert.DoesNotContain("verse", Read.Arabic(html), StringComparison.Ordinal);

    [Fact]
    public void Headings_of_cards_are_headings() => Assert.DoesNotContain(
        "verse",
        Read.Arabic("<div><h3><a href='https://example.org/1'>خبر أول من هنا</a></h3><h3><a href='https://example.org/2'>خبر ثان من هنا</a></h3><h3><a href='https://example.org/3'>خبر ثالث من هنا</a></h3><h3><a href='https://example.org/4'>خبر رابع من هنا</a></h3></div>"
            + "<div><h3>في البدء كانت الكلمة</h3><p>نص.</p><h3>في النهاية كان الصمت</h3><p>نص.</p></div>"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>السعر 5 *** والكمية عشر قطع من النوع الأول</p>")]
    [InlineData("<p>هذه جملة من النثر * وهذه حاشيتها الطويلة التي لا تشبه شطرًا من الشعر في شيء لأنها أطول منه بكثير</p>")]
    [InlineData("<p>سطر *** سطر ثان فيه كلام<br>ثم سطر بلا نجوم</p>")]
    public void Stars_in_prose_make_no_verse(string html) => Assert.StartsWith("p ", Read.Arabic(html), StringComparison.Ordinal);

    [Fact]
    public void Paragraphs_that_word_writes_for_items_are_lists()
    {
        const string Bullet = "<span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp; </span></span>";
        Assert.Equal(
            Read.Lines("list Disc", "  item", "    p a", "    list Circle", "      item", "        p b", "  item", "    p c", "list Decimal", "  item 1", "    p d", "  item 2", "    p e", "p f"),
            Read.English($"<p style='mso-list:l0 level1 lfo1'>{Bullet}a</p><p style='mso-list:l0 level2 lfo1'>{Bullet}b</p>\n<p style='mso-list:l0 level1 lfo1'>{Bullet}c</p>"
                + "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1-<span>&nbsp;</span></span>d</p><p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2-</span>e</p><p>f</p>"));
    }

    [Theory]
    [InlineData("<pre>SELECT * FROM \"جدول\" WHERE id = 5</pre>")]
    [InlineData("<pre>┌─────┐\n│ اسم │\n└─────┘</pre>")]
    public void Preformatted_text_with_a_word_from_right_to_left_runs_from_left_to_right(string html) =>
        Assert.Contains("ltr", Read.Arabic(html), StringComparison.Ordinal);

    [Theory]
    [InlineData("<figure><figcaption>Areas</figcaption><table><tr><th>a<td>1</tr></table></figure>", "table 2\n  caption\n    p Areas\n  body\n    row th-row a | 1")]
    [InlineData("<figure><table><tr><th>a<td>1</tr></table><figcaption>Areas</figcaption></figure>", "figure\n  table 2\n    body\n      row th-row a | 1\n  caption\n    p Areas")]
    public void A_caption_over_a_table_is_the_tables(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Fact]
    public void Numbers_beside_lines_of_code_are_left_out()
    {
        var result = Read.Html("<html lang=en dir=ltr><title>T</title><body><nav><a href=/>Home</a></nav><article><h1>T</h1><p>Text of the article, which goes on.</p><div class=highlight><table class=rouge-table><tbody><tr><td class='rouge-gutter gl'><pre class=lineno>1\n2\n</pre></td><td class=rouge-code><pre><code>let a\nlet b</code></pre></td></tr></tbody></table></div></article>");
        Assert.Equal("p Text of the article, which goes on.\ncode let a\nlet b", ModelDump.Body(result.Document!));
    }

    [Fact]
    public void Lists_of_google_docs_stand_in_one_another() => Assert.Equal(
        "list Disc\n  item\n    p a\n    list Circle\n      item\n        p b\n      item\n        p c\n  item\n    p d\np e\nlist Decimal\n  item 1\n    p f",
        Read.English("<ul class='c1 lst-kix_a-0 start'><li>a</li></ul><ul class='lst-kix_a-1 start'><li>b</li></ul><ul class='lst-kix_a-1'><li>c</li></ul><ul class='lst-kix_a-0'><li>d</li></ul><p>e</p><ol class='lst-kix_b-0'><li>f</li></ol>"));

    [Theory]
    [InlineData("<style>.c1{color:red;font-weight:700}/* .c2{font-style:italic} */span.c3 , p.c3{text-decoration:line-through}</style><p><span class=c1>a</span> <span class=c2>b</span> <span class='x c3'>c</span></p>", "p <bold>a</> b <strikethrough>c</>")]
    [InlineData("<style>@media print{.c1{font-weight:700}}.a .c2{font-weight:700}.c3:hover{font-weight:700}</style><p><span class=c1>a</span> <span class=c2>b</span> <span class=c3>c</span></p>", "p a b c")]
    [InlineData("<style media=speech>.c1{font-weight:700}</style><p><span class=c1>a</span></p>", "p a")]
    [InlineData("<style>.c1{font-weight:700}</style><p><span class=c1 style='font-weight:400'>a</span></p>", "p a")]
    [InlineData("<style>.c1{font-weight:700", "")]
    [InlineData("<style>.c1{display:block}</style><p>a<span class=c1>b</span></p>", "p a\np b")]
    [InlineData("<style>.lst-kix_a-0>li:before{content:'' counter(lst-ctn-kix_a-0,upper-roman) '. '}</style><ol class=lst-kix_a-0><li>a</li></ol>", "list UpperRoman\n  item 1\n    p a")]
    public void A_class_that_the_page_itself_makes_bold_or_struck_is(string html, string expected) => Assert.Equal(expected, Read.English(html));

    [Theory]
    [InlineData("a.", "b.", "list LowerAlpha\n  item 1\n    p س\n  item 2\n    p ص")]
    [InlineData("iv)", "v)", "list LowerRoman\n  item 4\n    p س\n  item 5\n    p ص")]
    [InlineData("B.", "C.", "list UpperAlpha\n  item 2\n    p س\n  item 3\n    p ص")]
    [InlineData("أ\u200C.", "ب\u200C.", "list Abjad\n  item 1\n    p س\n  item 2\n    p ص")]
    [InlineData("ب-", "ت-", "list Abjad\n  item 2\n    p س\n  item 22\n    p ص")]
    [InlineData("1.1.", "1.2.", "p 1.1.  س\np 1.2.  ص")]
    [InlineData("أولاً:", "ثانياً:", "p أولاً:  س\np ثانياً:  ص")]
    public void Items_of_word_keep_their_letters(string first, string second, string expected) => Assert.Equal(
        expected,
        Read.Arabic($"<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{first}<span>&nbsp; </span></span>س</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{second}<span>&nbsp; </span></span>ص</p>"));

    [Fact]
    public void Each_figure_of_a_gallery_keeps_its_own_caption() =>
        Assert.Equal(
            Read.Lines("figure", "  figure", "    caption", "      p first", "  caption", "    p all"),
            string.Join('\n', Read.English("<figure><figure><img alt=x src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='><figcaption>first</figcaption></figure><figcaption>all</figcaption></figure>")
                .Split('\n').Where(static line => !line.Contains("image", StringComparison.Ordinal))));

    [Fact]
    public void Media_and_controls_are_findings_and_keep_their_words()
    {
        var result = Read.EnglishPage("<p>a</p><video>Your browser has no <a href='https://v.example/f.mp4'>film</a></video><canvas>chart of b</canvas><iframe src='https://v.example'></iframe><button>Go</button>");
        Assert.Contains("film", ModelDump.Body(result.Document!), StringComparison.Ordinal);
        Assert.Contains("chart of b", ModelDump.Body(result.Document!), StringComparison.Ordinal);
        Assert.Equal(3, Read.Codes(result).Count(static code => code == "DB1511"));
        Assert.Contains("DB1512", Read.Codes(result));
    }

    [Fact]
    public void Hidden_text_stays_out() =>
        Assert.Equal("p x", Read.English("<p hidden>a</p><p aria-hidden=true>b</p><p style='display: none'>c</p><script>d</script><template>e</template><p>x</p>"));
}
