using DocBuilder.Documents;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Findings;

/// <summary>A page with faults of every kind, and what a check says of it, line by line.</summary>
public sealed class PlantedFaultsTests : IDisposable
{
    private const string Clean = """
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head><meta charset="utf-8"><title>A clean article</title><meta property="article:published_time" content="2026-03-12T09:00:00Z"></head>
        <body><article>
        <h1>A clean article</h1>
        <p>The World Health Organization (WHO) and <abbr title="United Nations Educational, Scientific and Cultural Organization">UNESCO</abbr> met in <strong>Geneva</strong>.</p>
        <h2>What they said</h2>
        <p>They said, in words of <span lang="ar" dir="rtl">العربية</span>, that <a href="https://example.org/report">the yearly report on water</a> is ready; the chapter XIV treats ISO 8601.</p>
        <figure><img src="a.png" alt="A bridge of five arches over a river" width="20" height="20"><figcaption>The old bridge.</figcaption></figure>
        <h3>Figures</h3>
        <table><caption>Rain</caption><tr><th scope="col">Month</th><th scope="col">Rain</th></tr><tr><td>May</td><td>3</td></tr></table>
        <p lang="fr">Une phrase en français avec des mots de tous les jours.</p>
        <p style="color:#222;background:#fff">Dark grey on white, with a <strong style="color:#a00000">strong word</strong>.</p>
        <pre><code>if (a &lt; b) { return "left"; }</code></pre>
        <p>The Hebrew <bdi lang="he">שלום עולם</bdi> and the note <span aria-hidden="true">§</span>.</p>
        </article></body>
        </html>
        """;

    private static readonly (string Code, string Line)[] Faults =
    [
        ("DB1501", """<p>Here is a picture <img src="a.png"> without words.</p>"""),
        ("DB1603", """<p>Here is one more, <img src="a.png" alt="IMG_2041.jpg">.</p>"""),
        ("DB1604", """<p>And a third one <img src="a.png" alt="Image of a bridge">.</p>"""),
        ("DB1605", """<p>And a fourth one <img src="scan-of-the-letter.png" alt="What the mayor wrote">.</p>"""),
        ("DB1202", """<h4>A heading that skips</h4>"""),
        ("DB1203", """<h3></h3>"""),
        ("DB1602", """<p><b>A bold line like a heading</b></p>"""),
        ("DB1204", """<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"""),
        ("DB1207", """<table border="0" role="presentation"><tr><td><p>Left.</p></td><td><p>Right.</p></td></tr></table>"""),
        ("DB1607", """<p>To read it, <a href="https://example.org/r">click here</a>.</p>"""),
        ("DB1607", """<p lang="ar" dir="rtl">لقراءة التقرير <a href="https://example.org/r">اضغط هنا</a>.</p>"""),
        ("DB1403", """<p>A link <a href="https://example.org/empty"></a> without words.</p>"""),
        ("DB1303", """<p lang="not a language">Something.</p>"""),
        ("DB1618", """<p lang="ar">This sentence is in English all the same.</p>"""),
        ("DB1608", """<p>Some <span style="color:#bbb">pale words</span> in a line.</p>"""),
        ("DB1609", """<p>The lines <span style="color:#c00000">in red</span> are overdue by a month.</p>"""),
        ("DB1610", """<p>The report of the UNRWA says more.</p>"""),
        ("DB1610", """<p>So does that of the <abbr>OCHA</abbr>, which came later.</p>"""),
        ("DB1611", """<pre><code>if (level != "user&#x202E; &#x2066;// only admins&#x2069; &#x2066;") { }</code></pre>"""),
        ("DB1612", """<p>A sentence with &#x2067;an isolate that nobody closes.</p>"""),
        ("DB1613", """<p>A file named &#x202E;fdp.exe&#x202C; to be opened.</p>"""),
        ("DB1616", """<p>It was Ø§Ù„Ø³Ù„Ø§Ù… before it was saved.</p>"""),
        ("DB1617", """<p>A letter was lost: caf&#xFFFD; it says.</p>"""),
        ("DB1619", """<p aria-hidden="true">Words for the eye only.</p>"""),
        ("DB3001", """<p>A sign of Egypt &#x13000; stands here.</p>"""),
        ("DB1401", """<p>Press <a href="javascript:alert(1)">the red button</a> now.</p>"""),
    ];

    private readonly TemporaryFolder _folder = new();

    public PlantedFaultsTests()
    {
        File.WriteAllBytes(_folder["a.png"], Pixel);
        File.WriteAllBytes(_folder["scan-of-the-letter.png"], Pixel);
    }

    private static byte[] Pixel => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_fault_is_found_at_its_line()
    {
        const int first = 7;
        var page = string.Join('\n', (string[])
        [
            "<!DOCTYPE html>", "<html lang=\"en\" dir=\"ltr\">", "<head><meta charset=\"utf-8\"><title>Faults</title><meta property=\"article:published_time\" content=\"2026-03-12\"></head>",
            "<body><article>", "<h1>Faults</h1>", "<p>An article with a fault in every line, and enough words around them that it is no album of pictures.</p>",
            .. Faults.Select(static fault => fault.Line), "</article></body></html>",
        ]);

        var findings = Check(page);

        Assert.All(Faults.Index(), fault => Assert.Contains(findings, finding => finding.Code == fault.Item.Code && finding.Position.Line == first + fault.Index));
        // What follows from the faults, the claim that is not made, has no place of its own.
        Assert.DoesNotContain(findings, static finding => finding is { Severity: > FindingSeverity.Note, Code: not "DB5001" }
            && !Faults.Index().Any(fault => fault.Item.Code == finding.Code && first + fault.Index == finding.Position.Line));
    }

    [Fact]
    public void Nothing_is_found_in_a_clean_article() =>
        Assert.Equal(["DB1101"], Check(Clean).Select(static finding => finding.Code));

    private System.Collections.Immutable.ImmutableArray<Finding> Check(string page)
    {
        var result = new ArticleBuilder(new BuildOptions()).Check(ArticleInput.FromPath(_folder.Write("page.html", page)), TestContext.Current.CancellationToken);
        Assert.Null(result.Fault);
        Assert.Empty(result.Editions);
        return result.Findings;
    }
}
