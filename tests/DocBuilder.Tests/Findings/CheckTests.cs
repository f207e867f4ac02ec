using DocBuilder.Reading;
using DocBuilder.Reading.Checks;
using DocBuilder.Tests.Pdf;
using Xunit;
using Read = DocBuilder.Tests.Reading.Read;

namespace DocBuilder.Tests.Findings;

/// <summary>Where each check speaks, and where it is silent.</summary>
public sealed class CheckTests
{
    private const string Filler = "<p>A paragraph with words enough, so that the page is taken for an article with a text of its own and not for a row of pictures only.</p>";

    [Theory]
    [InlineData("<p><b>Short and bold</b></p><p>Text.</p>", true)]
    [InlineData("<p><strong>عنوان قصير</strong></p><p>نص.</p>", true)]
    [InlineData("<p><b>Ends like a sentence.</b></p><p>Text.</p>", false)]
    [InlineData("<p><b>Note:</b> not all of it is bold</p><p>Text.</p>", false)]
    [InlineData("<p>Text.</p><p><b>Nothing follows</b></p>", false)]
    [InlineData("<p><b>One</b></p><p><b>Two</b></p><h2>Heading</h2>", false)]
    public void A_bold_line_over_text_is_taken_for_a_heading(string body, bool found) => Expect("DB1602", body, found);

    [Theory]
    [InlineData(900, "", true)]
    [InlineData(900, "<h2>Part</h2>", false)]
    [InlineData(300, "", false)]
    public void A_long_text_has_headings(int words, string heading, bool found) =>
        Expect("DB1601", heading + "<p>" + string.Join(' ', Enumerable.Repeat("word", words)) + ".</p>", found);

    [Theory]
    [InlineData("photo.png", "photo.png", true)]
    [InlineData("x.png", "DSC00231", true)]
    [InlineData("header-bg.png", "header-bg", true)]
    [InlineData("x.png", "Screenshot_2024-01-02", true)]
    [InlineData("bridge.png", "bridge", false)]
    [InlineData("x.png", "Windows 11", false)]
    [InlineData("x.png", "The file logo and its four colours", false)]
    public void A_files_name_is_no_alternative_text(string file, string alternative, bool found) => Expect("DB1603", $"<img src='{file}' alt='{alternative}'>", found);

    [Theory]
    [InlineData("Image of a bridge", true)]
    [InlineData("a photo of the mayor", true)]
    [InlineData("Picture", true)]
    [InlineData("صورة لجسر", true)]
    [InlineData("صورة", true)]
    [InlineData("صورة جماعية للفريق", false)]
    [InlineData("The photographer at work", false)]
    [InlineData("عکس رئیس", true)]
    public void A_picture_need_not_say_that_it_is_one(string alternative, bool found) => Expect("DB1604", $"<img src='x.png' alt='{alternative}'>", found);

    [Theory]
    [InlineData("x.png", 45, true)]
    [InlineData("infographic-2.png", 3, true)]
    [InlineData("x.png", 12, false)]
    [InlineData("context.png", 3, false)]
    public void A_picture_of_text_is_known_by_its_name_or_its_long_description(string file, int words, bool found) =>
        Expect("DB1605", $"<img src='{file}' alt='{string.Join(' ', Enumerable.Repeat("word", words))}'>", found);

    [Fact]
    public void An_article_of_pictures_has_its_text_in_them()
    {
        Assert.Contains("DB1606", Codes($"<p>See.</p><p><img src='{Drawing(400)}' alt='The decree'></p>"));
        Assert.DoesNotContain("DB1606", Codes($"<p>See.</p><p><img src='{Drawing(400)}' alt=''></p>"));
        Assert.DoesNotContain("DB1606", Codes($"<p>See.</p><p><img src='{Drawing(40)}' alt='The decree'></p>"));
        Assert.DoesNotContain("DB1606", Codes(Filler + $"<p><img src='{Drawing(400)}' alt='The decree'></p>"));
    }

    [Theory]
    [InlineData("click here", true)]
    [InlineData("Read more…", true)]
    [InlineData("هنا", true)]
    [InlineData("اضغطْ هنا", true)]
    [InlineData("المزيد »", true)]
    [InlineData("ادامهٔ مطلب", true)]
    [InlineData("ادامه مطلب", true)]
    [InlineData("לחצו כאן", true)]
    [InlineData("the report", false)]
    [InlineData("المزيد من أخبار القاهرة", false)]
    public void A_link_says_where_it_leads(string words, bool found) => Expect("DB1607", $"<p>x <a href='https://example.org/'>{words}</a></p>", found);

    [Fact]
    public void A_picture_in_a_link_speaks_for_it() =>
        Expect("DB1607", "<p><a href='https://example.org/'>here <img src='x.png' alt='The plan of the old town'></a></p>", false);

    [Theory]
    [InlineData("<p style='color:#777'>Grey.</p>", true)]
    [InlineData("<p style='color:#767676'>Grey enough.</p>", false)]
    [InlineData("<p style='color:white;background:#222'>White on black.</p>", false)]
    [InlineData("<div style='background:#ffff00'><p><font color='yellow'>Gone.</font></p></div>", true)]
    [InlineData("<p style='color:rgb(200, 200, 200)'>Pale.</p>", true)]
    [InlineData("<p style='color:rgba(0,0,0,.5)'>Not known.</p>", false)]
    [InlineData("<p style='color:white;background:url(x.png)'>Not known.</p>", false)]
    [InlineData("<table bgcolor='navy'><tr><th>a<th>b<tr><td>Black on navy<td>2</table>", true)]
    [InlineData("<p style='color:#ddd'> </p>", false)]
    public void Text_stands_out_from_its_background(string body, bool found) => Expect("DB1608", body, found);

    [Theory]
    [InlineData("<p>The <span style='color:red'>red</span> rows.</p>", true)]
    [InlineData("<p>The <font color='#00F'>blue</font> rows.</p>", true)]
    [InlineData("<p>The <strong><span style='color:red'>red</span></strong> rows.</p>", false)]
    [InlineData("<p>The <span style='color:red;font-weight:bold'>red</span> rows.</p>", false)]
    [InlineData("<p>The <span style='color:red'><b>red</b></span> rows.</p>", false)]
    [InlineData("<p><span style='color:red'>All of it.</span></p>", false)]
    [InlineData("<p>The <span style='color:#333'>grey</span> rows.</p>", false)]
    public void A_colour_is_not_all_that_sets_words_apart(string body, bool found) => Expect("DB1609", body, found);

    [Theory]
    [InlineData("<p>The UNRWA said.</p>", true)]
    [InlineData("<p>The Relief Agency (UNRWA) said; UNRWA said more.</p>", false)]
    [InlineData("<p>UNRWA (the Relief Agency) said.</p>", false)]
    [InlineData("<p>وكالة الغوث (<bdi lang=en>UNRWA</bdi>) قالت.</p>", false)]
    [InlineData("<p><abbr title='Relief Agency'>UNRWA</abbr> said; UNRWA said more.</p>", false)]
    [InlineData("<p><abbr>UNRWA</abbr> said.</p>", true)]
    [InlineData("<p>Louis XIV and ISO 8601.</p>", false)]
    [InlineData("<p>Use <code>HTTP</code>.</p>", false)]
    [InlineData("<p>THE WHOLE LINE IS LOUD</p>", false)]
    [InlineData("<h2>UNRWA</h2><p>Nothing.</p>", false)]
    public void An_abbreviation_is_explained_where_it_first_stands(string body, bool found) => Expect("DB1610", body, found);

    [Theory]
    [InlineData("<p>a \u2067b\u2069 c</p>", null)]
    [InlineData("<p>a \u2067b c</p>", "DB1612")]
    [InlineData("<p>a \u202Bb\u202C c</p>", null)]
    [InlineData("<p>a \u2066\u202Bb\u2069 c</p>", null)]
    [InlineData("<p>a b\u2069\u202C c</p>", null)]
    [InlineData("<p>a \u202Eb\u202C c</p>", "DB1613")]
    [InlineData("<p>Run <code>a\u2066b\u2069</code>.</p>", "DB1611")]
    [InlineData("<pre>a\u202Eb</pre>", "DB1611")]
    [InlineData("<p>a \u200Fb\u200E c</p>", null)]
    public void Direction_controls_are_closed_and_stay_out_of_code(string body, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(Filler + body).Where(static found => found is "DB1611" or "DB1612" or "DB1613"));

    [Theory]
    [InlineData("ﻣﺮﺣﺒﺎ", true)]
    [InlineData("صلى الله عليه وسلم ﷺ ﴿قل﴾ ﷽", false)]
    [InlineData("مرحبا", false)]
    public void Letters_are_letters_and_not_shapes(string words, bool found) =>
        Assert.Equal(found, CodesOf("ar", words).Contains("DB1614"));

    [Theory]
    [InlineData("םולש ןכות םילימ ךרד ףוס ץע םלוע", true)]
    [InlineData("שלום תוכן מילים דרך סוף עץ עולם", false)]
    [InlineData("ةنيدملا ةبتكم ةحتتفم ةديدج ةريبك ةعساو", true)]
    [InlineData("مكتبة المدينة مفتتحة جديدة كبيرة واسعة", false)]
    public void Text_is_stored_as_it_is_read(string words, bool found) =>
        Assert.Equal(found, CodesOf(words[0] < '\u0600' ? "he" : "ar", words).Contains("DB1615"));

    [Theory]
    [InlineData("Ø§Ù„Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…", true)]
    [InlineData("ط§ظ„ط³ظ„ط§ظ… ط¹ظ„ظٹظƒظ…", true)]
    [InlineData("ÇáÓáÇã Úáíßã æÑÍãÉ Çááå", true)]
    [InlineData("Ã©lÃ¨ve et cafÃ© crÃ¨me", true)]
    [InlineData("élève à l’hôtel, où ça ?", false)]
    [InlineData("فقط، خطأ بسيط… وحظ عظيم «ظلّ» ثم شرطة", false)]
    [InlineData("Ølgård på Åland", false)]
    public void Letters_are_those_that_were_written(string words, bool found) => Assert.Equal(found, CodesOf("en", words).Contains("DB1616"));

    [Theory]
    [InlineData("<p lang=ar>This sentence is in English.</p>", true)]
    [InlineData("<p lang=en>هذه جملة عربية تامة.</p>", true)]
    [InlineData("<p lang=ar>The Daily Star</p>", false)]
    [InlineData("<p lang=ar dir=rtl>قال: <q lang=en>This is a whole sentence that has its own language.</q></p>", false)]
    [InlineData("<p lang=ar dir=rtl>قال: this is a whole sentence that has no language of its own.</p>", true)]
    [InlineData("<p lang=ar>https://example.org/one/two/three/four/five/six/seven/eight/nine</p>", false)]
    public void A_passage_has_the_language_of_its_letters(string body, bool found) => Expect("DB1618", body, found);

    [Theory]
    [InlineData("<p aria-hidden=true>Seen only.</p>", true)]
    [InlineData("<p>A <span aria-hidden=true>→</span> sign.</p>", false)]
    [InlineData("<p aria-hidden=true hidden>Seen by nobody.</p>", false)]
    [InlineData("<p>So <span class=katex><span class=katex-mathml><math><mi>xy</mi></math></span><span class=katex-html aria-hidden=true>xy</span></span> grows.</p>", false)]
    public void Words_hidden_from_screen_readers_are_told(string body, bool found) => Expect("DB1619", body, found);

    [Fact]
    public void Black_on_white_has_the_greatest_contrast() => Assert.Equal(21, ColorCheck.Contrast(0, 0xFFFFFF), 6);

    [Fact]
    public void Elements_in_one_another_are_read_once_or_so()
    {
        var deep = string.Concat(Enumerable.Repeat("<span style='color:red' aria-hidden=false>", 200)) + new string('x', 500_000) + string.Concat(Enumerable.Repeat("</span>", 200));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Codes("<p>a " + deep + "</p>"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    // Long enough not to be taken for what stands there until a script puts the picture in its place.
    private static string Drawing(int size) => "data:image/svg+xml;base64," + Convert.ToBase64String(
        System.Text.Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' width='{size}' height='{size}'><!--{new string('x', 300)}--></svg>"));

    private static void Expect(string code, string body, bool found)
    {
        var codes = Codes(Filler + body);
        Assert.Equal(found, codes.Contains(code));
    }

    private static List<string> Codes(string body) => [.. Read.Codes(Read.EnglishPage(body))];

    // Reading mends such text where it is sure; what the checks say of a document that still has it.
    private static List<string> CodesOf(string language, string words)
    {
        var findings = new FindingList();
        DocumentChecks.Run(new Model(language, DocBuilder.Documents.TextDirection.RightToLeft).Document(Model.English.Paragraph(words)), findings);
        return [.. findings.ToImmutable().Select(static finding => finding.Code)];
    }
}
