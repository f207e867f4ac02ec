using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>What a page means without saying it: headings in bold, paragraphs of breaks, names for assistive technology, dates and names in words.</summary>
public sealed class PageTruthTests
{
    [Fact]
    public void Two_breaks_divide_paragraphs_and_inline_elements_go_on() =>
        Assert.Equal(Read.Lines("p a <bold>b</>", "p <bold>c</>⏎d"), Read.English("a <b>b<br> <br>c</b><br>d<br><br>"));

    [Fact]
    public void A_line_in_bold_is_proposed_as_a_heading_where_there_are_headings()
    {
        var result = Read.EnglishPage("<h2>Real</h2><p>text</p><p><b>Perhaps</b></p><p>more text</p>");
        Assert.Equal(Read.Lines("h2 Real", "p text", "p <bold>Perhaps</>", "p more text"), ModelDump.Body(result.Document!));
        Assert.Contains("DB1602", Read.Codes(result));
    }

    [Fact]
    public void A_bold_sentence_is_no_heading()
    {
        var result = Read.EnglishPage("<p><b>Read this first.</b></p><p>text</p><p><b>And this, too.</b></p><p>text</p>");
        Assert.DoesNotContain("DB1602", Read.Codes(result));
        Assert.DoesNotContain("DB1211", Read.Codes(result));
    }

    [Theory]
    [InlineData("<img src=x.png aria-labelledby=n alt=old>", "image \"The plan\"")]
    [InlineData("<img src=x.png alt=Plan aria-describedby=d>", "image \"Plan. Four basins.\"")]
    [InlineData("<img src=x.png alt=Plan longdesc=#d>", "image \"Plan. Four basins.\"")]
    [InlineData("<div role=img aria-label=Drawn style=\"background-image:url('x.png')\"></div>", "image \"Drawn\"")]
    public void Pictures_have_the_names_that_are_said(string picture, string expected)
    {
        var body = Read.English($"{picture}<p id=n>The plan</p><div id=d hidden>Four basins.</div>");
        Assert.Contains(expected, body, StringComparison.Ordinal);
        Assert.DoesNotContain("p Four", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 مارس 2026")]
    [InlineData("الخميس ١٢ آذار ٢٠٢٦م")]
    [InlineData("۲۱ اسفند ۱۴۰۴")]
    [InlineData("12 במרץ 2026")]
    [InlineData("March 12, 2026")]
    public void A_date_in_words_is_the_date_of_the_article(string date)
    {
        var document = Read.Html($"<html lang=ar dir=rtl><meta charset=utf-8><h1>ع</h1><p class=date>{date}</p><p>نص").Document!;
        Assert.Equal(new DateTime(2026, 3, 12, 0, 0, 0, DateTimeKind.Unspecified), document.Metadata.Published?.Date);
    }

    [Theory]
    [InlineData("بقلم: سلمى حداد", "سلمى حداد")]
    [InlineData("بقلم سلمى حداد، يوسف كرم", "سلمى حداد|يوسف كرم")]
    [InlineData("By A. Writer and B. Other", "A. Writer|B. Other")]
    [InlineData("מאת דנה לוי", "דנה לוי")]
    public void A_byline_in_words_names_the_authors(string byline, string names)
    {
        var document = Read.Html($"<html lang=ar dir=rtl><meta charset=utf-8><h1>ع</h1><p class=byline>{byline}</p><p>نص").Document!;
        Assert.Equal(names, string.Join('|', document.Metadata.Authors));
    }

    [Fact]
    public void A_block_in_another_script_has_its_own_language_and_direction()
    {
        var result = Read.Html("<html lang=ar dir=rtl><meta charset=utf-8><title>ع</title><h1>عنوان طويل للمقال العربي الذي نقرؤه</h1><p>نص عربي طويل بما يكفي ليكون هو لغة الصفحة.</p><p>This is the text of a paragraph in English, and it has a full stop.</p><p>Microsoft</p>");
        var english = (Paragraph)result.Document!.Blocks[2];
        Assert.Equal(("en", TextDirection.LeftToRight), (english.Language, english.Direction));
        Assert.Equal(("ar", TextDirection.RightToLeft), (result.Document.Blocks[3].Language, result.Document.Blocks[3].Direction));
        Assert.Equal(FindingSeverity.Note, Assert.Single(result.Findings, static finding => finding.Code == "DB1309").Severity);
    }

    [Theory]
    [InlineData("<table><tr><td>one<td>two</table>", "p one\np two")]
    [InlineData("<table border=0><tr><td><p>a<p>b<td>c<tr><td>d<td>e</table>", "p a\np b\np c\np d\np e")]
    [InlineData("<table border=1><tr><td>1<td>2<tr><td>3<td>4</table>", "table 2\n  body\n    row 1 | 2\n    row 3 | 4")]
    public void Tables_of_layout_are_read_in_order_and_tables_of_data_stay(string table, string expected) => Assert.Equal(expected, Read.English(table));

    [Fact]
    public void Fifty_megabytes_end_in_seconds()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var page = new byte[50 * 1024 * 1024];
        Array.Fill(page, (byte)'x');
        "<html lang=en dir=ltr><meta charset=utf-8><title>T</title><h1>T</h1><p>"u8.CopyTo(page);
        for (var i = 200; i < page.Length; i += 60)
        {
            page[i] = (byte)' ';
        }

        Assert.NotNull(Read.Bytes(page, "a.html").Document);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
    }
}
