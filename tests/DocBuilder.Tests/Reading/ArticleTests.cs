using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class ArticleTests
{
    private const string Prose = "<p>Long enough prose, with commas, so that anybody can tell that it is the text of an article and not a menu.</p>";

    private const string Page = """
        <!doctype html><html lang="en" dir="ltr"><head><title>Rain at last | The Daily</title>
        <meta property="og:site_name" content="The Daily"><meta name="description" content="It rained.">
        <link rel="canonical" href="https://daily.example/rain">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Daily"},{"@type":["NewsArticle"],"headline":"Rain at last",
        "author":[{"@id":"#p"}],"datePublished":"2026-03-12T08:00:00+03:00","publisher":{"@type":"Organization","name":"The Daily"}},
        {"@type":"Person","@id":"#p","name":"A. Writer"}]}</script></head>
        <body><header><nav><a href="/">Home</a></nav></header>
        <div id="wrap"><div class="story"><h1>Rain at last</h1>
        <div class="share">Share this</div>
        PROSE PROSE PROSE PROSE PROSE
        <div class="related">Read also: <a href="/x">X</a></div>
        PROSE</div><div class="sidebar"><ul><li><a href="/1">One</a><li><a href="/2">Two</a></ul></div></div>
        <footer>Copyright</footer></body></html>
        """;

    [Fact]
    public void The_article_is_found_in_a_page_without_landmarks()
    {
        var result = Read.Html(Page.Replace("PROSE", Prose, StringComparison.Ordinal));
        var dump = ModelDump.Blocks(result.Document!);
        Assert.StartsWith(Read.Lines("h1 Rain at last", "byline A. Writer", "dateline 12 March 2026", "source The Daily", "p Long"), dump, StringComparison.Ordinal);
        Assert.Equal(6, dump.Split('\n').Count(static line => line.StartsWith("p Long", StringComparison.Ordinal)));
        Assert.DoesNotContain("Share", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("also", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Two", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", dump, StringComparison.Ordinal);
        Assert.Contains("DB1103", Read.Codes(result));
        Assert.Equal("https://daily.example/rain", result.Document!.Metadata.SourceUrl);
        Assert.Equal("It rained.", result.Document.Metadata.Description);
    }

    [Fact]
    public void What_scripts_wait_for_is_left_out_and_said()
    {
        var result = Read.Html($"<html lang=en dir=ltr><nav>menu</nav><article><h1>T</h1><div><a>12</a> <a>Share</a></div>{Prose}<div><a href='https://a.example' hreflang=ar>عربي</a> <a href='https://b.example' hreflang=fr>Français</a></div></article>");
        Assert.DoesNotContain("Share", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
        Assert.DoesNotContain("Français", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
        Assert.Equal(2, Read.Codes(result).Count(static code => code == "DB1105"));
    }

    [Theory]
    [InlineData("<section id=related-work><h2>Related work</h2><p>Others have tried it.</p></section>", "Others have tried")]
    [InlineData("<section id=social-networks><h2>Social networks</h2><p>They link people.</p></section>", "They link")]
    [InlineData("<section id=modal-verbs><h2>Modal verbs</h2><p>May and must.</p></section>", "May and must")]
    [InlineData("<div class='admonition seealso'><p>See also the next part.</p></div>", "the next part")]
    [InlineData("<div class=code-toolbar><pre><code>ls -la</code></pre></div>", "ls -la")]
    public void An_id_made_of_the_words_of_a_heading_leaves_no_section_out(string html, string words)
    {
        var result = Read.Html($"<html lang=en dir=ltr><nav>menu</nav><article><h1>T</h1>{Prose}{html}{Prose}</article>");
        Assert.Contains(words, ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_of_a_word_processor_is_the_title()
    {
        var result = Read.Html($"<html lang=en dir=ltr><body><p class=title>The whole</p><h1>Part one</h1>{Prose}<h1>Part two</h1>{Prose}");
        Assert.StartsWith("h1 The whole", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_authors_follow_each_other_in_the_direction_of_the_line()
    {
        var result = Read.Html("<html lang=ar dir=rtl><meta name=author content='Ann Lee'><meta name=author content='Bob Ray'><article><h1>عنوان</h1><p>نص.</p></article>");
        var byline = result.Document!.Blocks.OfType<DocBuilder.Documents.Paragraph>().First(static paragraph => paragraph.Role == DocBuilder.Documents.ParagraphRole.Byline);
        Assert.Equal(2, byline.Inlines.OfType<DocBuilder.Documents.Span>().Count(static span => span.Bidi == DocBuilder.Documents.BidiIsolation.Isolate));
        Assert.Contains("byline", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Press <a class=popup-link href='https://x.example'>the picture</a>, then <span class=menu-item>File</span>.</p>", "the picture")]
    [InlineData("<p>Press <a class=popup-link href='https://x.example'>the picture</a>, then <span class=menu-item>File</span>.</p>", "File")]
    [InlineData("<section id=menu><h2>Our menu</h2><ul><li>Lentil soup: 3 dinars<li>Maqluba: 7 dinars</ul></section>", "Maqluba")]
    [InlineData("<table class=navigation-log><caption>Log</caption><tr><th>Day<th>Mile<tr><td>1<td>120</table>", "120")]
    [InlineData("<div class=read-more-content><p>What stands behind a button is part of the article all the same.</p></div>", "behind a button")]
    public void Words_of_a_class_that_articles_use_too_leave_no_holes(string html, string words)
    {
        var result = Read.Html($"<html lang=en dir=ltr><nav>menu</nav><article><h1>T</h1>{Prose}{html}{Prose}</article>");
        Assert.Contains(words, ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_with_teasers_of_other_articles_is_not_only_an_article()
    {
        var result = Read.Html($"<html lang=en dir=ltr><body><article><h1>T</h1>{Prose}{Prose}</article><div><h2>Responses</h2><p>Great!</p></div><article><h2>Another</h2><p>A teaser.</p></article>");
        Assert.DoesNotContain("teaser", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
        Assert.DoesNotContain("Great", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
        Assert.Contains("DB1102", Read.Codes(result));
    }

    [Theory]
    [InlineData("<nav>Home and away</nav><div><h1>Storm on the coast</h1><h2>What we know</h2><p>No one was hurt.</p><div>", "</div></div><aside>Read on</aside>")]
    [InlineData("<div><h1>Storm on the coast</h1><p>No one was hurt.</p>", "</div>")]
    [InlineData("<nav>Home and away</nav><main><h1>Storm on the coast</h1><p>No one was hurt.</p>", "</main>")]
    public void The_updates_of_live_coverage_are_one_article(string before, string after)
    {
        var update = "<article><time>14:35</time><h3>Power is back</h3><p>The engineers say that four homes in five have power.</p></article>";
        var result = Read.Html($"<html lang=en dir=ltr><title>Storm on the coast</title><body>{before}{update}{update.Replace("Power", "Water")}<article><h3>A warning</h3>{Prose}{Prose}</article>{after}");
        var dump = ModelDump.Blocks(result.Document!);
        Assert.Equal(["No one was hurt", "Power is back", "Water is back", "A warning"], ((string[])["No one was hurt", "Power is back", "Water is back", "A warning"]).Where(words => dump.Contains(words, StringComparison.Ordinal)));
        Assert.DoesNotContain("Home", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Read on", dump, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("div")]
    public void Teasers_with_words_of_their_own_are_no_live_coverage_and_not_the_article(string name)
    {
        var teaser = "<article><h3>Another story</h3><p>An excerpt of a story that stands elsewhere, and so on…</p></article>";
        var result = Read.Html($"<html lang=en dir=ltr><nav>menu</nav><{name}><h1>Storm on the coast</h1><div>{Prose}{Prose}{Prose}{Prose}{Prose}</div>{teaser}{teaser}</{name}>");
        Assert.Contains("Long enough prose", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_of_an_entry_of_a_blog_is_not_that_of_the_blog()
    {
        var result = Read.Html($"""
            <html lang=en dir=ltr><title>The Miller's Blog: How to choose wheat</title><header><h1><a href="/">The Miller's Blog</a></h1></header>
            <div class=main><div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title" itemprop=name>How to choose wheat</h3>
            <div class="post-body entry-content" itemprop="description articleBody">{Prose}{Prose}</div>
            <div class=post-footer>by <span itemprop=author><a href="/p">Nora</a></span> <abbr class=published itemprop=datePublished title="2025-06-14T09:20:00+03:00">9:20</abbr></div></div></div>
            <aside><a href="/2025">Archive</a></aside>
            """);
        Assert.Equal("How to choose wheat", result.Document!.Metadata.Title);
        Assert.Equal(2025, result.Document.Metadata.Published?.Year);
        Assert.DoesNotContain("The Miller's Blog", ModelDump.Blocks(result.Document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_of_a_forum_is_not_part_of_the_title_for_its_date()
    {
        var result = Read.Html($"""
            <html lang=en dir=ltr><nav>menu</nav><article><h1>How to keep thyme</h1>
            <div><div><b>Nora</b> <span class=date>05-03-2024</span></div><div><p>I have two kilos of wild thyme: shall I dry it or freeze it?</p></div></div>
            <div><div><b>Adam</b> <span class=date>06-03-2024</span></div><div><p>Dry it in the shade for four days.</p></div></div>{Prose}</article>
            """);
        Assert.Contains("\np I have two kilos", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_that_is_shown_is_not_shown_twice()
    {
        var result = Read.Html($$"""
            <html lang=en dir=ltr><script type="application/ld+json">{"@type":"NewsArticle","headline":"T","datePublished":"2023-11-02"}</script>
            <article><div class=byline-wrapper><h1>T</h1><div>Nora Whitfield</div><div>Nov 02, 2023</div></div>{{Prose}}</article>
            """);
        Assert.Equal(1, ModelDump.Blocks(result.Document!).Split('\n').Count(static line => line.StartsWith("dateline", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_whole_page_is_kept_on_demand()
    {
        var result = Read.Html(Page.Replace("PROSE", Prose, StringComparison.Ordinal), new ReadingOptions { Scope = ArticleScope.WholePage });
        var dump = ModelDump.Blocks(result.Document!);
        Assert.Contains("Home", dump, StringComparison.Ordinal);
        Assert.Contains("Copyright", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void The_article_element_is_taken_without_scoring()
    {
        var result = Read.Html($"<html lang=en dir=ltr><nav>menu</nav><main><article><h1>T</h1>{Prose}</article><article><h2>Teaser</h2></article></main>");
        Assert.DoesNotContain("Teaser", ModelDump.Blocks(result.Document!), StringComparison.Ordinal);
        Assert.Contains("DB1102", Read.Codes(result));
    }

    [Fact]
    public void The_title_block_takes_its_roles_from_what_is_shown() =>
        Assert.Equal(
            Read.Lines("h1 T", "subtitle Sub", "byline By A. Writer", "dateline <time 2026-03-12>12 March</>", "p Body."),
            ModelDump.Blocks(Read.Html("<html lang=en dir=ltr><article><header><h1>T</h1><p class=meta><time datetime=2026-03-12>12 March</time></p><p class=subtitle>Sub</p><p>By A. Writer</p></header><p>Body.</p></article>").Document!));

    [Theory]
    [InlineData("<p class='article-kicker'>Report</p><h1>T</h1><p class=subtitle>Sub</p><p class=byline>By A. Writer</p>")]
    [InlineData("<span class=eyebrow>Report</span><h1>T</h1><p class=byline>By A. Writer</p><p class=subtitle>Sub</p>")]
    [InlineData("<hgroup><p>Report</p><h1>T</h1><p>Sub</p></hgroup><p class=byline>By A. Writer</p>")]
    public void A_kicker_stands_right_under_the_title(string head) => Assert.Equal(
        Read.Lines("h1 T", "subtitle Report", "subtitle Sub", "byline By A. Writer", "p Body."),
        ModelDump.Blocks(Read.Html($"<html lang=en dir=ltr><article>{head}<p>Body.</p></article>").Document!));

    [Fact]
    public void What_stands_before_the_title_comes_after_it_in_its_order_and_none_of_it_is_lost() => Assert.Equal(
        Read.Lines("h1 T", "byline By A. Writer", "p One before the title.", "p Two before it.", "p Body."),
        ModelDump.Blocks(Read.Html("<html lang=en dir=ltr><title>T</title><article><p>One before the title.</p><p>Two before it.</p><h1>T</h1><p class=byline>By A. Writer</p><p>Body.</p></article>").Document!));

    [Fact]
    public void A_title_that_is_not_shown_comes_from_the_metadata()
    {
        var result = Read.Html("<html lang=en dir=ltr><title>The title</title><p>Body.");
        Assert.Equal(Read.Lines("h1 The title", "p Body."), ModelDump.Blocks(result.Document!));
        Assert.Contains("DB1107", Read.Codes(result));
    }

    [Fact]
    public void The_identifier_depends_on_the_bytes_alone()
    {
        var first = Read.Html("<h1>a</h1>").Document!.Metadata.Identifier;
        Assert.Equal(first, Read.Html("<h1>a</h1>").Document!.Metadata.Identifier);
        Assert.NotEqual(first, Read.Html("<h1>b</h1>").Document!.Metadata.Identifier);
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
    }

    [Fact]
    public void Positions_are_those_of_the_source()
    {
        var document = Read.Html("<html lang=en dir=ltr>\r\n<h1>T</h1>\r\n  <p>x</p>").Document!;
        Assert.Equal(new DocBuilder.Documents.SourcePosition(2, 1), document.Blocks[0].Position);
        Assert.Equal(new DocBuilder.Documents.SourcePosition(3, 3), document.Blocks[1].Position);
    }

    [Theory]
    [InlineData("<p>People landed there on <time datetime=1969-07-20>20 July 1969</time>, as we know.</p>", null)]
    [InlineData("<ul><li><time datetime=1985>1985</time>: a beginning</li></ul>", null)]
    [InlineData("<h2><time datetime=1985-01-01>1985</time></h2><p>A beginning.</p>", null)]
    [InlineData("<p><time datetime=1809-02-12>12 February 1809</time> – <time datetime=1882-04-19>19 April 1882</time></p>", null)]
    [InlineData("<blockquote><p>More light!</p><footer>Goethe, <time datetime=1832-03-22>22 March 1832</time></footer></blockquote>", null)]
    [InlineData("<p><time itemprop=startDate datetime=2028-04-05>5 April 2028</time></p>", null)]
    [InlineData("<p>Deadline: <time datetime=2028-04-05>5 April 2028</time></p>", null)]
    [InlineData("<header>Event date: <time datetime=1999-01-02>2 January</time></header><footer><time pubdate datetime=2024-03-05>5 March</time></footer>", 2024)]
    [InlineData("<p class=meta>Updated: <time datetime=2025-06-12>12 June 2025</time> · Published: <time datetime=2020-01-02>2 January 2020</time></p>", 2020)]
    [InlineData("<p>Published on <time datetime=2026-03-12>12 March 2026</time></p>", 2026)]
    [InlineData("<div class=post-meta><span>Reading: 4 minutes, 1,200 words in all</span> <time datetime=2026-03-12>12 March</time></div>", 2026)]
    public void A_time_in_the_text_is_not_when_the_article_was_published(string body, int? year)
    {
        var result = Read.Html($"<html lang=en dir=ltr><title>T</title><article><h1>T</h1>{body}<p>Text of the article, which goes on.</p></article></html>");
        Assert.Equal(year, result.Document!.Metadata.Published?.Year);
    }

    [Theory]
    [InlineData("<div class=entry-meta>Posted on <time class=published datetime=2021-03-12>12 March 2021</time> <span class=byline>by <span class='author vcard'><a class='url fn' href=/a>Sam Lee</a></span></span></div>", "Sam Lee")]
    [InlineData("<p class=byline>By Sam Lee | Published on 12 March 2021</p>", "Sam Lee")]
    [InlineData("<p class=byline>By Sam Lee and Kim Roe · 12 March 2021</p>", "Sam Lee,Kim Roe")]
    [InlineData("<p class=byline>By Sam Lee, March 12, 2021</p>", "Sam Lee")]
    [InlineData("<p>Text.</p><div class=comments-area><div class='comment-author vcard'><b class=fn>Troll</b></div></div>", "")]
    public void A_byline_that_also_says_when_names_its_authors(string body, string authors)
    {
        var result = Read.Html($"<html lang=en dir=ltr><title>T</title><article><h1>T</h1>{body}<p>Text of the article, which goes on.</p></article></html>");
        Assert.Equal(authors, string.Join(',', result.Document!.Metadata.Authors));
        Assert.Equal(authors.Length > 0 ? 2021 : null, result.Document.Metadata.Published?.Year);
        Assert.Equal(authors.Length > 0 ? 1 : 0, ModelDump.Blocks(result.Document).Split("2021").Length - 1 - ModelDump.Blocks(result.Document).Split("<time 2021").Length + 1);
    }

    [Fact]
    public void Who_and_when_between_a_title_and_its_text_are_read_wherever_the_article_begins()
    {
        var text = string.Concat(Enumerable.Repeat("<p>می‌خواستم برایتان از خانهٔ پدربزرگم بنویسم؛ خانه‌ای که بادگیرهایش را از پشت‌بام همسایه‌ها می‌شد دید.</p>", 4));
        var result = Read.Html($"<html lang=fa dir=rtl><title>خانهٔ پدری | وبلاگ</title><body><div class=blog-post><h2 class=post-title>خانهٔ پدری</h2><div class=post-meta>نوشتهٔ آذر کاویانی در ۱۴۰۲/۰۷/۲۵ ساعت ۱۸:۴۵</div><div class=post-body>{text}</div><div class=tags>برچسب‌ها: <a href=#>یزد</a></div><div id=comments><h3>نظرات</h3><p>زیبا بود</p></div></div>");
        Assert.Equal(["آذر کاویانی"], result.Document!.Metadata.Authors);
        Assert.Equal(new DateTime(2023, 10, 17), result.Document.Metadata.Published!.Value.Date);
    }

    [Theory]
    [InlineData("<p class=button-wrapper><a class='button primary' href='https://n.example/subscribe?'>Subscribe now</a></p>", false)]
    [InlineData("<p class=button-wrapper><a class='button primary' href='https://n.example/report.pdf'>Download the report</a></p>", true)]
    public void A_button_that_asks_to_subscribe_is_left_out_and_one_that_leads_on_is_not(string button, bool isKept)
    {
        var result = Read.Html($"<html lang=en dir=ltr><title>T</title><body><nav><a href=/>Home</a></nav><article><h1>T</h1><p>Text of the article, which goes on for a while so that it is one.</p>{button}<p>More text of the article.</p></article>");
        Assert.Equal(isKept, ModelDump.Body(result.Document!).Contains("<link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("By the end of 1920 the war was over")]
    [InlineData("By car from Paris, June 2019")]
    [InlineData("By March 3, 2020 | the bill had passed")]
    [InlineData("Born on 3 March 1920")]
    [InlineData("Paris, 14 July 1789")]
    public void A_line_of_the_text_that_begins_as_a_byline_or_holds_a_date_says_neither_who_nor_when(string line)
    {
        var result = Read.Html($"<html lang=en dir=ltr><title>T</title><article><h1>T</h1><p>{line}</p><p>Text of the article, which goes on.</p></article></html>");
        Assert.Empty(result.Document!.Metadata.Authors);
        Assert.Null(result.Document.Metadata.Published);
    }

    [Fact]
    public void A_list_after_the_title_is_a_list() => Assert.Equal(
        "h1 T\nlist Disc\n  item\n    p <time 1914-07-28>28 July 1914</>: war\n  item\n    p By Jane Doe: chapters\np Text.",
        ModelDump.Blocks(Read.Html("<html lang=en dir=ltr><title>T</title><article><h1>T</h1><ul><li><time datetime=1914-07-28>28 July 1914</time>: war<li>By Jane Doe: chapters</ul><p>Text.</p></article>").Document!));

    [Fact]
    public void The_first_of_several_sections_after_an_introduction_is_not_the_title()
    {
        var document = Read.Html("<html lang=en dir=ltr><body><p>An introduction of the manual that comes before any heading and explains what it is for.</p><h2>Installation</h2><p>a</p><h2>Usage</h2><p>b</p>").Document!;
        Assert.Equal(["Installation", "Usage"], document.Blocks.OfType<Heading>().Skip(1).Select(static heading => InlineText.Of(heading.Inlines)));
    }

    [Fact]
    public void A_button_that_a_sentence_tells_of_stays_in_it()
    {
        var result = Read.Html("<html lang=en dir=ltr><title>T</title><body><nav><a href=/>Home</a></nav><article><h1>T</h1><p>Press the button <button>Subscribe</button> to follow the channel.</p><h2>Second <button>Edit</button></h2><p>More text of the article.</p></article>");
        Assert.Equal("p Press the button Subscribe to follow the channel.\nh2 Second\np More text of the article.", ModelDump.Body(result.Document!));
    }

    [Fact]
    public void An_author_whom_the_metadata_names_is_named_once()
    {
        var result = Read.Html("<html lang=en dir=ltr><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"datePublished\":\"2023-08-09\",\"author\":{\"@type\":\"Person\",\"name\":\"Nadia Kamel\"}}</script><title>T</title><article><h1>T</h1><div class=post-meta><a href='https://e.example/@n'>Nadia Kamel</a><div>Aug 09, 2023</div></div><p>Text of the article.</p></article>");
        Assert.Equal("h1 T\nbyline <link https://e.example/@n>Nadia Kamel</>\ndateline Aug 09, 2023\np Text of the article.", ModelDump.Blocks(result.Document!));
    }

    [Fact]
    public void A_heading_of_level_1_after_sections_is_not_the_title() => Assert.Equal(
        "h1 How to choose\nh2 Processor\np Eight cores.\nh2 Memory\np Enough.\nh2 Questions\np Used ones?",
        ModelDump.Blocks(Read.Html("<html lang=en dir=ltr><title>How to choose</title><article><h2>Processor</h2><p>Eight cores.</p><h2>Memory</h2><p>Enough.</p><h1>Questions</h1><p>Used ones?</p></article>").Document!));

    [Fact]
    public void Codes_of_findings_are_unique() =>
        Assert.Equal(FindingCatalog.All.Length, FindingCatalog.All.Select(static rule => rule.Code).Distinct().Count());
}
