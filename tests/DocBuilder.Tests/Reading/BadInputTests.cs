using System.Diagnostics;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("%PDF-1.7 rest", "a PDF file")]
    [InlineData("PK\u0003\u0004 rest", "a ZIP file")]
    [InlineData("GIF89a rest", "a GIF image")]
    [InlineData("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007", "a binary file")]
    public void Other_files_are_refused_in_one_sentence(string content, string kind)
    {
        var result = Read.Bytes(Encoding.Latin1.GetBytes(content), "x.html");
        Assert.Null(result.Document);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(FindingSeverity.Fatal, finding.Severity);
        Assert.Contains(kind, finding.Message, StringComparison.Ordinal);
        Assert.Contains("x.html", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "DB1001")]
    [InlineData(" \n\t ", "DB1001")]
    [InlineData("<html><body><script>x</script></body>", "DB1003")]
    [InlineData("<html><body><p hidden>x</p>", "DB1003")]
    public void A_page_without_text_is_fatal(string html, string code)
    {
        var result = Read.Html(html);
        Assert.Null(result.Document);
        Assert.Equal(code, Assert.Single(result.Findings, static finding => finding.Severity == FindingSeverity.Fatal).Code);
    }

    [Fact]
    public void An_unknown_encoding_is_fatal_and_named()
    {
        var result = Read.Html("<h1>a</h1>", new ReadingOptions { Encoding = "utf-99" });
        Assert.Null(result.Document);
        Assert.Contains("utf-99", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1256", "<meta charset=windows-1256>", null)]
    [InlineData("windows-1256", "", "cp1256")]
    [InlineData("iso-8859-6", "<meta http-equiv=content-type content='text/html; charset=ISO-8859-6'>", null)]
    [InlineData("windows-1256", "", null)]
    [InlineData("windows-1256", "<meta charset=utf-8>", null)]
    public void Old_encodings_are_read(string encoding, string declaration, string? asked)
    {
        var html = $"<html lang=ar dir=rtl>{declaration}<h1>عنوان المقال العربي</h1><p>هذا نص عربي فيه كلمات كثيرة، وعلامات: «مثل هذه».</p>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(html.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
        var document = Read.Bytes(bytes, "a.html", new ReadingOptions { Encoding = asked }).Document!;
        Assert.Equal("عنوان المقال العربي", document.Metadata.Title);
    }

    [Fact]
    public void Byte_order_marks_are_read()
    {
        const string Html = "<html lang=ar dir=rtl><h1>عنوان</h1>";
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Html)];
            Assert.Equal("عنوان", Read.Bytes(bytes, "a.html").Document!.Metadata.Title);
        }
    }

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("span")]
    [InlineData("blockquote")]
    [InlineData("ul><li")]
    [InlineData("table><tr><td")]
    [InlineData("section")]
    [InlineData("q")]
    [InlineData("sup")]
    [InlineData("ruby><rt")]
    [InlineData("svg><g")]
    [InlineData("math><mrow")]
    [InlineData("details")]
    [InlineData("figure")]
    [InlineData("dl")]
    public void A_hundred_thousand_open_elements_are_read_in_seconds(string tag)
    {
        var watch = Stopwatch.StartNew();
        var html = new StringBuilder("<html lang=en dir=ltr><h1>T</h1><p>x</p>");
        for (var i = 0; i < 100_000; i++)
        {
            html.Append('<').Append(tag).Append('>');
        }

        var result = Read.Html(html.Append("deep").ToString());
        Assert.NotNull(result.Document);
        Assert.Contains("DB1209", Read.Codes(result));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{tag}: {watch.Elapsed}");
    }

    [Theory]
    [InlineData("<b id={0}><p>x</p>")]
    [InlineData("<a href='#x{0}'>1</a>")]
    [InlineData("<p id=x{0}>y<sup><a href=#x{0}>1</a></sup>")]
    [InlineData("</div><!-- x --><p>")]
    [InlineData("<table><tr><td rowspan=60000>x")]
    [InlineData("<p a{0}=1>x")]
    public void Many_elements_take_linear_time(string piece)
    {
        var watch = Stopwatch.StartNew();
        var html = new StringBuilder("<html lang=en dir=ltr><h1>T</h1>");
        for (var i = 0; i < 20_000; i++)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"{piece.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}");
        }

        var result = Read.Html(html.ToString());
        Assert.True(result.Document is not null || Read.Codes(result).Contains("DB1006"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("<div role=list \"a<b=1><div role=listitem 1x=2>x</div></div>")]
    [InlineData("<ul role=none =\"<li =x>x</ul>")]
    public void Attributes_whose_names_are_none_harm_nothing(string html) => Assert.Contains("x", Read.English(html), StringComparison.Ordinal);

    [Fact]
    public void Controls_and_noncharacters_do_not_reach_the_text()
    {
        var document = Read.EnglishPage("<p>a&#1;b\u0002\uFFFEc&#xD800;d</p>").Document!;
        Assert.Equal("p abc\uFFFDd", ModelDump.Body(document));
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        CsCheck.Check.Sample(CsCheck.Gen.Byte.Array[0, 300], static bytes => Read.Bytes(bytes, "a.html", new ReadingOptions { Encoding = "utf-8" }) is not null, iter: 300, threads: 1);
        CsCheck.Check.Sample(
            CsCheck.Gen.OneOfConst("<table>", "<tr>", "<td colspan=3>", "<th rowspan=2>", "<li>", "<ul>", "<p>", "</p>", "<a href=#a>", "<b>", "</b>", "<h1>", "<h4>", "<q>", "x", " ", "<br>", "<figure>",
                "<figcaption>", "<sup>", "1", "</a>", "<div id=a>", "</div>", "<pre>", "<div class=poem>", "<img src=x>", "<dl>", "<dt>", "<dd>", "<details>", "<summary>", "<ruby>", "<rt>", "<math>", "<mi>", "</table>", "س").Array[0, 40],
            static pieces => Read.Html(string.Concat(pieces)) is not null, iter: 500, threads: 1);
    }
}
