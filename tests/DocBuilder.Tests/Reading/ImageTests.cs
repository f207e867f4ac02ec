using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class ImageTests : IDisposable
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly string _root = Directory.CreateTempSubdirectory("docbuilder-images").FullName;
    private readonly string _folder;

    public ImageTests()
    {
        _folder = Path.Combine(_root, "article");
        Directory.CreateDirectory(Path.Combine(_folder, "pictures"));
        var png = Convert.FromBase64String(Pixel);
        File.WriteAllBytes(Path.Combine(_folder, "a.png"), png);
        File.WriteAllBytes(Path.Combine(_folder, "pictures", "ب ج.png"), png);
        File.WriteAllBytes(Path.Combine(_folder, "cut.png"), png[..50]);
        File.WriteAllBytes(Path.Combine(_root, "secret.png"), png);
        File.WriteAllText(Path.Combine(_folder, "text.png"), "no picture");
        File.WriteAllText(Path.Combine(_folder, "d.svg"), "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'/>");
        File.WriteAllText(Path.Combine(_folder, "bad.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.png"), Path.Combine(_root, "secret.png"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("src=a.png")]
    [InlineData("src='./a.png?v=2'")]
    [InlineData("src='pictures/%D8%A8%20%D8%AC.png'")]
    [InlineData("src='pictures\\ب ج.png'")]
    [InlineData("data-src=a.png src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'")]
    [InlineData("srcset='x.png 1x, a.png 2x'")]
    [InlineData("src='data:image/png;base64," + Pixel + "'")]
    [InlineData("src=small.png data-src=a.png")]
    [InlineData("src='data:image/jpeg;base64,/9j/4AAQSkZJRg==' data-srcset='a.png 800w, b.png 400w'")]
    [InlineData("src=text.png srcset='a.png 2x'")]
    [InlineData("src=text.png srcset='data:image/png;base64," + Pixel + " 2x, b.png'")]
    [InlineData("srcset='text.png 3x,a.png 2x,b.png'")]
    public void Pictures_are_found_where_they_are(string attributes)
    {
        var result = Read.EnglishPage($"<p><img alt=A {attributes}></p>", _folder);
        Assert.Equal("<image \"A\" image/png 1x1>", ModelDump.Body(result.Document!));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("../secret.png", "DB1506")]
    [InlineData("..%2Fsecret.png", "DB1506")]
    [InlineData("..\\secret.png", "DB1506")]
    [InlineData("pictures/../../secret.png", "DB1506")]
    [InlineData("/etc/passwd", "DB1506")]
    [InlineData("file:///etc/passwd", "DB1506")]
    [InlineData("link.png", "DB1506")]
    [InlineData("https://a.example/a.png", "DB1505")]
    [InlineData("//a.example/a.png", "DB1505")]
    [InlineData("none.png", "DB1502")]
    [InlineData("pictures", "DB1502")]
    [InlineData("cut.png", "DB1503")]
    [InlineData("text.png", "DB1510")]
    [InlineData("bad.svg", "DB1503")]
    [InlineData("data:image/png;base64,@@@", "DB1503")]
    public void What_cannot_be_shown_is_a_finding_and_its_words_stay(string source, string code)
    {
        var result = Read.EnglishPage($"<p><img alt=A src='{source}'></p>", _folder);
        Assert.Equal("<image \"A\">", ModelDump.Body(result.Document!));
        Assert.Equal(code, Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void A_picture_without_alternative_text_is_described_by_its_caption_never_by_its_name()
    {
        var result = Read.Html("<html lang=ar dir=rtl><h1>ع</h1><figure><img src=a.png><figcaption>شرح</figcaption></figure><p>س <img src=a.png></p>", folder: _folder);
        Assert.Equal(
            Read.Lines("figure", "  <image \"شرح\" image/png 1x1>", "  caption", "    p شرح", "p س <image \"صورة بلا وصف\" image/png 1x1>"),
            ModelDump.Body(result.Document!));
        Assert.Equal(2, Read.Codes(result).Count(static code => code == "DB1501"));
        Assert.Equal([false, true], NodeTree.SelfAndDescendants(result.Document!).OfType<Image>().Select(static image => image.LacksDescription));
    }

    [Theory]
    [InlineData("<img alt=A class=lazy data-src=a.png><noscript><img alt=A src=a.png></noscript>")]
    [InlineData("<img alt=A src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'><noscript><img alt=A src=a.png></noscript>")]
    [InlineData("<noscript><img alt=A src=a.png></noscript><noscript>Turn scripts on.</noscript>")]
    [InlineData("<picture><source srcset='b.webp'><img alt=A src=a.png></picture>")]
    [InlineData("<picture><source srcset='text.png' type='image/avif'><source srcset=a.png><img alt=A src=none.png></picture>")]
    [InlineData("<a href=a.png><img alt=A src=a.png></a>")]
    [InlineData("<img alt=A src=a.png><img width=1 height=1 src='https://count.example/'>")]
    public void Pictures_that_scripts_would_load_are_read_once(string html) =>
        Assert.Equal("<image \"A\" image/png 1x1>", ModelDump.Body(Read.EnglishPage($"<div>{html}</div>", _folder).Document!));

    [Fact]
    public void Empty_alternative_text_means_decoration() =>
        Assert.Equal("<image decorative image/png 1x1>", ModelDump.Body(Read.EnglishPage("<p><img alt='' src=a.png></p>", _folder).Document!));

    [Fact]
    public void The_same_file_is_the_same_resource()
    {
        var document = Read.EnglishPage("<p><img alt=A src=a.png><img alt=B src=a.png></p>", _folder).Document!;
        var images = document.Blocks.OfType<ImageBlock>().ToList();
        Assert.Same(images[0].Image.Resource, images[1].Image.Resource);
    }

    [Theory]
    [InlineData("text.png", "none.png", "DB1510")]
    [InlineData("none.png", "text.png", "DB1502")]
    public void When_no_source_can_be_shown_the_first_is_told(string source, string set, string code) =>
        Assert.Equal([code], Read.Codes(Read.EnglishPage($"<p><img alt=A src={source} srcset='{set} 2x'></p>", _folder)));

    [Theory]
    [InlineData("<figure>{0}<figcaption>Caption</figcaption></figure>", true)]
    [InlineData("<p>Words {0} words</p>", false)]
    public void A_drawing_in_the_page_that_a_caption_describes_is_kept(string html, bool isKept)
    {
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, html, "<svg viewBox='0 0 9 9'><path d='M0 0'/></svg>");
        var document = Read.EnglishPage(page, _folder).Document!;
        Assert.Equal(isKept ? 1 : 0, NodeTree.SelfAndDescendants(document).OfType<Image>().Count());
    }

    [Theory]
    [InlineData("width=120 height=120", true, "DB1501")]
    [InlineData("width=16 height=16", false, "")]
    [InlineData("width=64 height=64", false, "DB1511")]
    [InlineData("viewBox='0 0 512 512'", false, "DB1511")]
    public void A_drawing_in_the_page_without_words_is_kept_when_it_is_as_large_as_a_picture(string size, bool isKept, string code)
    {
        var result = Read.EnglishPage($"<p>a</p><svg {size}><circle cx=60 cy=60 r=50 /></svg><p>b</p>", _folder);
        Assert.Equal(isKept ? 1 : 0, NodeTree.SelfAndDescendants(result.Document!).OfType<Image>().Count());
        Assert.Equal(code, string.Join(',', Read.Codes(result).Where(static found => found is "DB1501" or "DB1511")));
    }

    [Fact]
    public void A_drawing_in_the_page_takes_its_direction_and_language_along()
    {
        var result = Read.Html("<html lang=ar dir=rtl><h1>ع</h1><svg role=img aria-label=ع viewBox='0 0 9 9'><text>ع</text></svg>", folder: _folder);
        var image = Assert.Single(NodeTree.SelfAndDescendants(result.Document!).OfType<Image>());
        Assert.Contains("direction=\"rtl\" xml:lang=\"ar\"", System.Text.Encoding.UTF8.GetString(image.Resource!.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_has_its_size() =>
        Assert.Equal("<image \"A\" image/svg+xml 20x10>", ModelDump.Body(Read.EnglishPage("<p><img alt=A src=d.svg></p>", _folder).Document!));

    [Fact]
    public void Limits_are_kept()
    {
        var options = new ReadingOptions { Limits = Limits.Default with { ImageBytes = 10 } };
        Assert.Contains("DB1504", Read.Codes(Read.Html("<html lang=en dir=ltr><h1>T</h1><img alt=A src=a.png>", options, _folder)));
    }
}
