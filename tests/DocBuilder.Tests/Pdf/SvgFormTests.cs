using System.Diagnostics;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pdf;

/// <summary>Drawings that are not what they should be end in a PDF all the same, in time, and what is missing is told.</summary>
public sealed class SvgFormTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>";

    [Theory]
    [InlineData("<filter id='f'/><rect width='9' height='9' filter='url(#f)'/>", "filters")]
    [InlineData("<foreignObject width='9' height='9'/>", "foreignObject")]
    [InlineData("<rect width='9' height='9'><animate attributeName='x'/></rect><animate/>", "animation")]
    [InlineData("<use href='other.svg#a'/>", "parts of other files")]
    [InlineData("<image href='a.png' width='9' height='9'/>", "pictures that are not in it")]
    [InlineData("<rect width='9' height='9' style='mix-blend-mode:multiply'/>", "blend modes")]
    public void What_is_left_out_is_told(string content, string told)
    {
        var finding = Assert.Single(Write(Svg + content + "</svg>").Findings);
        Assert.Equal("DB5008", finding.Code);
        Assert.Contains(told, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<g id='a'><use href='#a'/></g>")]
    [InlineData("<use id='a' href='#b'/><use id='b' href='#a'/>")]
    [InlineData("<pattern id='p' width='1' height='1'><rect width='9' height='9' fill='url(#p)'/></pattern><rect width='9' height='9' fill='url(#p)'/>")]
    [InlineData("<mask id='m'><rect width='9' height='9' mask='url(#m)'/></mask><rect width='9' height='9' mask='url(#m)'/>")]
    [InlineData("<clipPath id='c' clip-path='url(#c)'><rect width='9' height='9'/></clipPath><rect width='9' height='9' clip-path='url(#c)'/>")]
    [InlineData("<marker id='k'><path d='M0 0L9 9' marker-end='url(#k)'/></marker><path d='M0 0L9 9' marker-end='url(#k)'/>")]
    [InlineData("<linearGradient id='g' href='#h'/><linearGradient id='h' href='#g'/><rect width='9' height='9' fill='url(#g)'/>")]
    [InlineData("<symbol id='s'><use href='#s'/></symbol><use href='#s'/>")]
    public void References_in_a_circle_end(string content) => AssertQuick(Svg + content + "</svg>");

    [Fact]
    public void Uses_that_multiply_are_drawn_until_it_is_too_much()
    {
        var levels = string.Concat(Enumerable.Range(1, 20).Select(static i => $"<g id='l{i}'>" + string.Concat(Enumerable.Repeat($"<use href='#l{i - 1}'/>", 10)) + "</g>"));
        AssertQuick(Svg + "<defs><rect id='l0' width='1' height='1'/>" + levels + "</defs><use href='#l20'/></svg>");
    }

    [Theory]
    [InlineData("<path d='M1e308 1e308L-1e308 0Z' stroke='red'/>")]
    [InlineData("<rect width='NaN' height='9'/><rect width='9' height='1e400'/><circle r='-3'/>")]
    [InlineData("<g transform='scale(0)'><rect width='9' height='9'/></g><g transform='nonsense(1)'><rect width='9' height='9'/></g>")]
    [InlineData("<path d='M0 0 L'/><path d='L 9 9'/><path d='M0 0 X 9'/><path d=''/><polygon points='1'/>")]
    [InlineData("<rect width='9' height='9' stroke='red' stroke-dasharray='0 0'/><rect width='9' height='9' stroke='red' stroke-dasharray='1e-9'/>")]
    [InlineData("<text font-size='0'>a</text><text font-size='1e9'>a</text><text x='1 2 3 4 5'>&#x1F600;&#x627;b</text><text></text>")]
    [InlineData("<radialGradient id='g' r='0'><stop/><stop/></radialGradient><rect width='9' height='9' fill='url(#g)'/>")]
    [InlineData("<linearGradient id='g' spreadMethod='repeat' x2='1e-9'><stop/><stop offset='1'/></linearGradient><rect width='9' height='9' fill='url(#g)'/>")]
    [InlineData("<style>rect { fill: url( } @media { a { b: c } .x, > , #y::z { fill: red }</style><rect width='9' height='9' class='  '/>")]
    public void Nonsense_is_passed_over(string content) => AssertQuick(Svg + content + "</svg>");

    [Fact]
    public void The_same_drawing_is_in_the_file_once()
    {
        var drawing = Svg + string.Concat(Enumerable.Range(0, 500).Select(static i => $"<path d='M{i * 7919 % 97} {i * 104729 % 89}l{i * 31 % 53} {i * 17 % 71}z'/>")) + "</svg>";
        Assert.InRange(Write(drawing, drawing).Bytes.Length - Write(drawing).Bytes.Length, 0, 1500);
    }

    [Fact]
    public void Words_in_a_drawing_are_no_text_of_the_page() =>
        Assert.Equal("", Write(Svg + "<text x='9' y='20'>Words</text></svg>").Text().Trim());

    private static void AssertQuick(string svg)
    {
        var watch = Stopwatch.StartNew();
        var pdf = Write(svg);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Contains("No syntax or stream encoding errors", pdf.Run("qpdf", "--check", "@"), StringComparison.Ordinal);
    }

    private static WrittenPdf Write(params string[] drawings)
    {
        var images = drawings.Select(static svg => new Image
        {
            Language = "en",
            Direction = TextDirection.LeftToRight,
            AlternativeText = "A",
            Resource = new ImageResource("a.svg", "image/svg+xml", Encoding.UTF8.GetBytes(svg), 100, 100),
        }).ToArray();
        var document = Model.English.Document([.. images.Select(static image => new ImageBlock { Language = "en", Direction = TextDirection.LeftToRight, Image = image })]);
        var items = images.Select(static PageItem (image) => new PlacedImage(ContentOwner.Of(image), image.Resource!, new Box(0, 0, 100, 100)));
        return WrittenPdf.Of(document, new PageSet([new Page(100, 100, "1", [.. items])], [], []));
    }
}
