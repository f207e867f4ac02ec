using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using DocBuilder.Tests.Building;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Findings;

/// <summary>Every code of the catalogue, and an input that it is found in.</summary>
public sealed class EveryFindingTests : IDisposable
{
    private const string Prose = "<p>Long enough prose, with commas, so that anybody can tell that it is the text of an article and not a menu.</p>";

    // What no input brings about: a fault of ours, a broken installation, what the superuser is never refused, and what the writers keep from happening.
    private static readonly string[] Unreachable = ["DB0009", "DB1509", "DB3102"];

    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Dictionary<string, Func<EveryFindingTests, IEnumerable<Finding>>> Inputs = new()
    {
        ["DB0001"] = test => test.Check("missing.html"),
        ["DB0002"] = test => test.Looping(),
        ["DB0003"] = test => test.Check(test.File("a.html", Prose), new BuildOptions { Limits = Limits.Default with { SourceBytes = 10 } }),
        ["DB0004"] = test => test.Check("in", folder: true),
        ["DB0005"] = test => Builder().BuildAll([test.Input("one/a.html"), test.Input("two/a.html")], test._folder["out"]).SelectMany(static result => result.Findings),
        ["DB0006"] = test => Builder().BuildAll([test.Input("a.html")], test.File("file", "x")).SelectMany(static result => result.Findings),
        ["DB0007"] = test => test.WithoutRoom(),
        ["DB0008"] = test => test.Check(test.File("a.html", Prose)),
        ["DB0010"] = test => test.Check(test.File("a.html", Prose), new BuildOptions { PageSize = new PageSize(60, 60), Theme = PrintTheme.Open("large-print", out _)! }),
        ["DB0011"] = test => Builder().Check(ArticleInput.FromPath(test._folder.Path)).Findings,
        ["DB0012"] = test => test.Bound(),
        ["DB0013"] = test => test.Bound(),
        ["DB1001"] = _ => Page(""),
        ["DB1002"] = _ => Page("%PDF-1.7"),
        ["DB1003"] = _ => Page("<p hidden>x</p>"),
        ["DB1004"] = _ => Page(Prose, new ReadingOptions { Encoding = "klingon" }),
        ["DB1005"] = _ => Page(Prose, new ReadingOptions { Limits = Limits.Default with { SourceBytes = 10 } }),
        ["DB1006"] = _ => Page(string.Concat(Enumerable.Repeat("<p>x", 5_000)), new ReadingOptions { Limits = Limits.Default with { Nodes = 1_000 } }),
        ["DB1007"] = _ => Page("<meta charset=klingon>" + Prose),
        ["DB1008"] = _ => Bytes("", "هذا نص عربي طويل بما يكفي ليعرف ترميزه من حروفه"),
        ["DB1009"] = _ => Read([.. "<meta charset=utf-8><p>"u8, .. Encoding.UTF8.GetBytes("نص عربي سليم كله إلا هذا"), 0xFF, .. Encoding.UTF8.GetBytes("الحرف وحده في آخره")]),
        ["DB1010"] = _ => Bytes("<meta charset=utf-8>", "هذا نص عربي طويل بما يكفي ليعرف ترميزه من حروفه"),
        ["DB1011"] = _ => Tests.Reading.Read.Text("<html lang=en><body>" + Prose).Findings,
        ["DB1101"] = _ => Page("<h1>T</h1>" + Prose),
        ["DB1102"] = _ => Page($"<nav>menu</nav><article><h1>T</h1>{Prose}</article>"),
        ["DB1103"] = _ => Page($"<nav>menu</nav><div id=wrap><div class=story><h1>T</h1>{Prose}{Prose}{Prose}{Prose}{Prose}</div><div class=sidebar><ul><li><a href=/1>One</a></ul></div></div><footer>Copyright</footer>"),
        ["DB1104"] = _ => Page("<nav>menu</nav><p>x</p>"),
        ["DB1105"] = _ => Page($"<nav>menu</nav><article><h1>T</h1>{Prose}{Prose}<div class=share-buttons>Share this</div></article>"),
        ["DB1106"] = _ => Page(Prose),
        ["DB1107"] = _ => Page("<title>The title</title>" + Prose),
        ["DB1108"] = _ => Page("<script type=application/ld+json>{ not json</script><h1>T</h1>" + Prose),
        ["DB1109"] = test => test.Picture($"<meta property='og:image' content='a.png'><header><img alt=A src=a.png></header><nav>menu</nav><article><h1>T</h1>{Prose}</article>", "a.png", Pixel),
        ["DB1110"] = _ => Page($"<h1>T</h1>{Prose}<p><span role=doc-pagebreak aria-label=7></span>{Prose}"),
        ["DB1111"] = _ => Page($"<h1>T</h1>{Prose}<p><span role=doc-pagebreak></span>{Prose}"),
        ["DB1112"] = _ => Page($"<h1>T</h1>{Prose}<p><span role=doc-pagebreak aria-label=7></span></p>"),
        ["DB1201"] = _ => Page($"<h1>T</h1>{Prose}<h1>U</h1>{Prose}"),
        ["DB1202"] = _ => Page($"<h1>T</h1>{Prose}<h4>U</h4>{Prose}"),
        ["DB1203"] = _ => Page($"<h1>T</h1>{Prose}<h2></h2>"),
        ["DB1204"] = _ => Page("<h1>T</h1><table><tr><td>1<td>2<tr><td>3<td>4</table>"),
        ["DB1205"] = _ => Page("<h1>T</h1><table><tr><th>1<th>2<tr><td>3</table>"),
        ["DB1206"] = _ => Page("<h1>T</h1><table><tr><th rowspan=9>1<th>2<tr><td>3</table>"),
        ["DB1207"] = _ => Page($"<h1>T</h1><table role=presentation><tr><td>{Prose}<td>{Prose}</table>"),
        ["DB1208"] = _ => Page("<h1>T</h1><table><tr><th>1<th>2<th>3<tr><td>4<td>5<td>6</table>", new ReadingOptions { Limits = Limits.Default with { TableColumns = 2 } }),
        ["DB1209"] = _ => Page(string.Concat(Enumerable.Repeat("<div>", 1_000)) + "x"),
        ["DB1212"] = _ => Page($"<h1>T</h1><div>{Prose[3..^4]}<br><br>{Prose[3..^4]}<br><br>{Prose[3..^4]}</div>"),
        ["DB1301"] = _ => Tests.Reading.Read.Html("<h1>T</h1>" + Prose).Findings,
        ["DB1302"] = _ => Tests.Reading.Read.Html("<h1>12</h1><p>34").Findings,
        ["DB1303"] = _ => Page("<h1>T</h1><p lang='not a tag'>x"),
        ["DB1304"] = _ => Tests.Reading.Read.Html("<html lang=ar><h1>عنوان</h1><p>نص").Findings,
        ["DB1305"] = _ => Tests.Reading.Read.Html("<html lang=en><h1>عنوان</h1><p>هذا نص عربي طويل بما يكفي لتعرف لغته من حروفه وكلماته الشائعة.").Findings,
        ["DB1306"] = _ => Page("<h1>T</h1><p>\uE000"),
        ["DB1310"] = _ => Tests.Reading.Read.Html("<h1>12</h1><p>34").Findings,
        ["DB1401"] = _ => Page("<h1>T</h1><p><a href=javascript:alert(1)>x</a>"),
        ["DB1402"] = _ => Page("<h1>T</h1><p><a href=#none>x</a>"),
        ["DB1403"] = _ => Page("<h1>T</h1><p>x<a href=https://example.org/></a>"),
        ["DB1404"] = _ => Page("<h1>T</h1><p><a href=page2.html>x</a>"),
        ["DB1405"] = _ => Page("<h1>T</h1><p>x<sup><a href=#none>1</a></sup>"),
        ["DB1501"] = test => test.Picture("<img src=a.png>", "a.png", Pixel),
        ["DB1502"] = test => test.Picture("<img alt=A src=b.png>", "a.png", Pixel),
        ["DB1503"] = test => test.Picture("<img alt=A src=a.png>", "a.png", Pixel[..40]),
        ["DB1504"] = test => test.Picture("<img alt=A src=a.png>", "a.png", Pixel, Limits.Default with { ImageBytes = 10 }),
        ["DB1505"] = _ => Page("<h1>T</h1><p><img alt=A src=https://example.org/a.png>"),
        ["DB1506"] = test => test.Picture("<img alt=A src=../a.png>", "a.png", Pixel),
        ["DB1507"] = test => test.Picture("<img alt=A src=a.svg>", "a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='https://example.org/a.png' width='9' height='9'/><rect width='9' height='9'/></svg>"u8.ToArray()),
        ["DB1508"] = test => test.Picture("<img alt=A src=a.png><img alt=B src=b.png>", "a.png", Pixel, Limits.Default with { Images = 1 }),
        ["DB1510"] = test => test.Picture("<img alt=A src=a.png>", "a.png", "text"u8.ToArray()),
        ["DB1511"] = _ => Page("<h1>T</h1><p>x<video src=a.mp4></video>"),
        ["DB1512"] = _ => Page("<h1>T</h1><p>x<select><option>y</select>", new ReadingOptions { Scope = ArticleScope.WholePage }),
        ["DB1601"] = _ => Page("<h1>T</h1><p>" + string.Join(' ', Enumerable.Repeat("word", 900))),
        ["DB1602"] = _ => Page($"<h1>T</h1>{Prose}<p><b>Bold</b></p>{Prose}"),
        ["DB1603"] = test => test.Picture("<img alt=a.png src=a.png>", "a.png", Pixel),
        ["DB1604"] = test => test.Picture("<img alt='Photo of a bridge' src=a.png>", "a.png", Pixel),
        ["DB1605"] = test => test.Picture("<img alt='What it says' src=scan.png>", "scan.png", Pixel),
        ["DB1606"] = test => test.Picture("<img alt='What it says' src=a.svg>", "a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/>"u8.ToArray()),
        ["DB1607"] = _ => Page("<h1>T</h1><p><a href=https://example.org/>here</a>"),
        ["DB1608"] = _ => Page("<h1>T</h1><p style=color:#ddd>pale"),
        ["DB1609"] = _ => Page("<h1>T</h1><p>the <span style=color:red>red</span> ones"),
        ["DB1610"] = _ => Page("<h1>T</h1><p>the UNRWA"),
        ["DB1611"] = _ => Page("<h1>T</h1><pre>a\u202Eb</pre>"),
        ["DB1612"] = _ => Page("<h1>T</h1><p>a\u2067b"),
        ["DB1613"] = _ => Page("<h1>T</h1><p>a\u202Eb\u202Cc"),
        ["DB1614"] = _ => Model("ﻣﺮﺣﺒﺎ"),
        ["DB1615"] = _ => Model("ةنيدملا ةبتكم ةحتتفم ةديدج ةريبك ةعساو"),
        ["DB1616"] = _ => Model("Ø§Ù„Ø³Ù„Ø§Ù…"),
        ["DB1617"] = _ => Page("<h1>T</h1><p>caf\uFFFD"),
        ["DB1618"] = _ => Page("<h1>T</h1><p lang=ar>This is an English sentence."),
        ["DB1619"] = _ => Page($"<h1>T</h1>{Prose}<p aria-hidden=true>Seen only."),
        ["DB1999"] = _ => Page("<h1>T</h1>" + string.Concat(Enumerable.Repeat("<p><a href=#none>x</a>", 60))),
        ["DB3001"] = test => test.Check(test.File("a.html", "<html lang=en dir=ltr><h1>T</h1><p>\U00013000")),
        ["DB3101"] = test => test.Fonts("nowhere"),
        ["DB3103"] = test => test.ManyFonts(),
        ["DB3104"] = test => test.DanglingFont(),
        ["DB3105"] = test => test.Fonts("fonts", "a.ttf", "no font"u8.ToArray()),
        ["DB3106"] = test => test.Fonts("fonts", "a.ttf", WithRights("vazirmatn/Vazirmatn-Regular.ttf", 0x0002)),
        ["DB4001"] = _ => Epub.Book.Of(Epub.Model.Article(Epub.Model.Paragraph("أ\u0007ب"))).Findings,
        ["DB4002"] = _ => Epub.Book.Of(Epub.Model.Article(Epub.Model.Paragraph(Epub.Model.Link("http://", Epub.Model.Text("رابط"))))).Findings,
        ["DB4003"] = _ => Epub.Book.Of(Epub.Model.Article(Epub.Model.Paragraph(Epub.Model.Formula("<math><mi>x</math>", "سين")))).Findings,
        ["DB4005"] = test => test.FontForPrintOnly(),
        ["DB4004"] = _ => Epub.Book.Of(Epub.Model.Article(Epub.Model.Block(Epub.Model.Image(Epub.Model.Picture("a.tif", "image/tiff"), "خريطة")))).Findings,
        ["DB5001"] = _ => Pdf(Ar.Figure(Ar.Image(Ink, " "), "")),
        ["DB5002"] = _ => Pdf(Ar.Figure(Ar.Image(Ink, " "), "")),
        ["DB5003"] = _ => Pdf(Ar.Paragraph("\uE000")),
        ["DB5004"] = _ => Pdf(Ar.Figure(Ar.Image(new ImageResource("x.webp", "image/webp", "no picture"u8.ToArray(), 10, 10), "وصف"), "")),
        ["DB5005"] = _ => Pdf(Ar.Paragraph(Ar.Link("#nowhere", Ar.Text("مصر")))),
        ["DB5006"] = _ => Tests.Pdf.WrittenPdf.Of(new Tests.Pdf.Model("und", TextDirection.LeftToRight).Document(Tests.Pdf.Model.English.Paragraph("x"))).Findings,
        ["DB6006"] = test => new EditionInspector().Inspect(test._folder.Path).Findings,
        ["DB5007"] = _ => Pdf(Ar.Heading(3, "ج")),
    };

    private readonly TemporaryFolder _folder = new();

    private static ImageResource Ink => new("a.png", "image/png", Pixel, 1, 1);

    private static Tests.Pdf.Model Ar => Tests.Pdf.Model.Arabic;

    public static TheoryData<string> Codes() => [.. Inputs.Keys];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_code_has_its_input_here_or_is_named_by_another_test_but_those_that_no_input_has()
    {
        var others = string.Concat(new[] { "DocBuilder.Tests", "DocBuilder.Conformance" }.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository(), "tests", project), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("EveryFindingTests.cs", StringComparison.Ordinal)).Select(System.IO.File.ReadAllText));
        var codes = FindingRules.All.Select(static rule => rule.Code).ToList();
        Assert.DoesNotContain(codes.Except(Inputs.Keys).Except(Unreachable), code => !others.Contains($"\"{code}\"", StringComparison.Ordinal));
        Assert.Empty(Inputs.Keys.Concat(Unreachable).Except(codes));
    }

    [Theory, MemberData(nameof(Codes))]
    public void A_code_is_found_in_its_input(string code) => Assert.Contains(code, Inputs[code](this).Select(static finding => finding.Code));

    [Fact]
    public void Every_code_in_the_sources_is_in_the_catalogue()
    {
        var known = FindingRules.All.Select(static rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        var source = Path.Combine(Repository(), "src");
        var strangers = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Where(static file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(static file => System.Text.RegularExpressions.Regex.Matches(System.IO.File.ReadAllText(file), "\"(DB[0-9]{4})\"").Select(match => $"{match.Groups[1].Value} in {Path.GetFileName(file)}"))
            .Where(use => !known.Contains(use[..6]));
        Assert.Empty(strangers);
    }

    private static ImmutableArray<Finding> Page(string body, ReadingOptions? options = null) =>
        Tests.Reading.Read.Html(body.StartsWith("<h", StringComparison.Ordinal) || body.StartsWith("<p>", StringComparison.Ordinal) ? "<html lang=en dir=ltr>" + body : body, options).Findings;

    private static ImmutableArray<Finding> Read(byte[] bytes) => Tests.Reading.Read.Bytes(bytes, "article.html").Findings;

    private static ImmutableArray<Finding> Bytes(string head, string arabic)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Read([.. Encoding.ASCII.GetBytes(head + "<h1>"), .. Encoding.GetEncoding(1256).GetBytes(arabic), .. "</h1><p>"u8, .. Encoding.GetEncoding(1256).GetBytes(arabic)]);
    }

    private static ImmutableArray<Finding> Model(string words)
    {
        var findings = new FindingList();
        DocBuilder.Reading.Checks.DocumentChecks.Run(Ar.Document(Ar.Paragraph(words)), findings);
        return findings.ToImmutable();
    }

    private static ImmutableArray<Finding> Pdf(Block block) => Tests.Pdf.WrittenPdf.Of(Ar.Document(Ar.Heading(1, "عنوان"), block)).Findings;

    private static byte[] WithRights(string name, ushort rights)
    {
        var font = System.IO.File.ReadAllBytes(Path.Combine(Repository(), "fonts", name));
        var directory = 12;
        while (!font.AsSpan(directory, 4).SequenceEqual("OS/2"u8))
        {
            directory += 16;
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan((int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(directory + 8)) + 8), rights);
        return font;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "DocBuilder.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static ArticleBuilder Builder(BuildOptions? options = null) => new(options ?? new BuildOptions());

    private string File(string name, string text) => _folder.Write(name, text);

    private ArticleInput Input(string name) => ArticleInput.FromPath(_folder.Write(name));

    private ArticleInput Input(string name, string text) => ArticleInput.FromPath(_folder.Write(name, text));

    private ImmutableArray<Finding> Bound() => Builder().Bind([Input("a.html", Prose), Input("b.html", Prose)], _folder["out/book"]).Book.Findings;

    private IEnumerable<Finding> Check(string path, BuildOptions? options = null, bool folder = false)
    {
        if (folder)
        {
            Directory.CreateDirectory(_folder[path]);
        }

        return Builder(options).CheckAll([ArticleInput.FromPath(_folder[path])]).SelectMany(static result => result.Findings);
    }

    private ImmutableArray<Finding> Looping()
    {
        System.IO.File.CreateSymbolicLink(_folder["a.html"], _folder["b.html"]);
        System.IO.File.CreateSymbolicLink(_folder["b.html"], _folder["a.html"]);
        return Builder().Check(ArticleInput.FromPath(_folder["a.html"])).Findings;
    }

    private ImmutableArray<Finding> WithoutRoom()
    {
        Directory.CreateDirectory(_folder["out/a.pdf"]);
        return Builder().Build(Input("a.html"), _folder["out"]).Findings;
    }

    private ImmutableArray<Finding> Picture(string image, string name, byte[] bytes, Limits? limits = null)
    {
        System.IO.File.WriteAllBytes(_folder[name], bytes);
        return Tests.Reading.Read.Html($"<html lang=en dir=ltr><h1>T</h1><p>x {image}", new ReadingOptions { Limits = limits ?? Limits.Default }, _folder.Path).Findings;
    }

    private ImmutableArray<Finding> Fonts(string folder, string? name = null, byte[]? bytes = null)
    {
        if (name is not null)
        {
            Directory.CreateDirectory(_folder[folder]);
            System.IO.File.WriteAllBytes(_folder[Path.Combine(folder, name)], bytes!);
        }

        return Builder(new BuildOptions { FontFolders = [_folder[folder]] }).Findings;
    }

    private ImmutableArray<Finding> FontForPrintOnly()
    {
        Directory.CreateDirectory(_folder["print"]);
        System.IO.File.WriteAllBytes(_folder[Path.Combine("print", "a.ttf")], WithRights("amiri/Amiri-Regular.ttf", 0x0004));
        var fonts = FontLibrary.Shipped.With([_folder["print"]], out _);
        return Epub.Book.Of(Epub.Model.Article(Epub.Model.Paragraph("نص")), Epub.Book.Options with { EmbedFonts = true, Fonts = fonts }).Findings;
    }

    private ImmutableArray<Finding> ManyFonts()
    {
        Directory.CreateDirectory(_folder["fonts"]);
        for (var i = 0; i <= 10_000; i++)
        {
            System.IO.File.WriteAllBytes(_folder[$"fonts/{i}.ttf"], []);
        }

        return Builder(new BuildOptions { FontFolders = [_folder["fonts"]] }).Findings;
    }

    private ImmutableArray<Finding> DanglingFont()
    {
        Directory.CreateDirectory(_folder["fonts"]);
        System.IO.File.CreateSymbolicLink(_folder["fonts/a.ttf"], _folder["nowhere.ttf"]);
        new FontLibrary([]).With([_folder["fonts"]], out var findings);
        return [.. findings];
    }
}
