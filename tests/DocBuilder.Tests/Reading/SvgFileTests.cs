using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading.Images;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>SVG files go into the editions as they are, without what could do anything.</summary>
public sealed class SvgFileTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 20 10\">";

    [Fact]
    public void A_harmless_file_stays_as_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes(Open + "<!-- a comment --><g id='a'><use xlink:href='#a'/><path d='M0 0'/></g></svg>\n");
        Assert.Same(bytes, SvgFile.Read(bytes, Limits.Default).Bytes);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "script", "")]
    [InlineData("<rect onclick='alert(1)'/>", "onclick", "")]
    [InlineData("<a xlink:href='javascript:alert(1)'><rect/></a>", "javascript", "")]
    [InlineData("<image href='https://a.example/a.png'/>", "a.example", "pictures and parts")]
    [InlineData("<use href='other.svg#a'/>", "other.svg", "pictures and parts")]
    [InlineData("<rect style='fill:url(https://a.example/x#y)'/>", "a.example", "")]
    [InlineData("<style>@import 'a.css'; rect { fill: url('http://a.example/#a') }</style>", "a.example", "styles")]
    [InlineData("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>words</p></foreignObject>", "words", "text of another vocabulary")]
    [InlineData("<rect><set attributeName='href' to='x'/><animate attributeName='x'/></rect>", "animate", "animation")]
    [InlineData("<image href='data:image/png;base64,AAAA'/>", "AAAA", "pictures and parts")]
    [InlineData("<image href='data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E'/>", "data:", "pictures and parts")]
    [InlineData("<?xml-stylesheet href='a.css'?>", "a.css", "")]
    public void What_could_do_anything_is_removed(string content, string gone, string told)
    {
        var file = SvgFile.Read(Encoding.UTF8.GetBytes(Open + content + "<rect id='kept'/></svg>"), Limits.Default);
        var text = Encoding.UTF8.GetString(file.Bytes);
        Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
        Assert.Contains("kept", text, StringComparison.Ordinal);
        Assert.StartsWith(told, file.LeftOut, StringComparison.Ordinal);
        Assert.Equal(told.Length == 0, file.LeftOut.Length == 0);
    }

    [Fact]
    public void Entities_and_document_types_are_not_read()
    {
        var file = SvgFile.Read(Encoding.UTF8.GetBytes("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y 'many'>]>" + Open + "<text>&x;&y;&nbsp;&amp;</text></svg>"), Limits.Default);
        Assert.Equal(ImageProblem.None, file.Check.Problem);
        Assert.DoesNotContain("DOCTYPE", Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
        Assert.Contains("&amp;</text>", Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("width='40' height='30'", 40, 30, 0.75)]
    [InlineData("viewBox='0 0 24.5 10.25'", 24, 10, 10.25 / 24.5)]
    [InlineData("width='100%' viewBox='0 0 20 10'", 20, 10, 0.5)]
    [InlineData("width='1in' viewBox='0 0 20 10'", 96, 48, 0.5)]
    [InlineData("height='5cm' viewBox='0,0,20,10'", 378, 189, 0.5)]
    [InlineData("", 300, 150, 0.5)]
    public void The_size_is_what_the_drawing_says(string attributes, int width, int height, double ratio)
    {
        var check = SvgFile.Read(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>"), Limits.Default).Check;
        Assert.Equal((width, height), (check.Width, check.Height));
        Assert.Equal(ratio, check.AspectRatio!.Value, 6);
    }

    [Fact]
    public void Deep_nesting_and_very_many_elements_end_in_a_sentence()
    {
        var deep = Open + string.Concat(Enumerable.Repeat("<g>", 100_000)) + string.Concat(Enumerable.Repeat("</g>", 100_000)) + "</svg>";
        Assert.Equal(ImageProblem.Broken, SvgFile.Read(Encoding.UTF8.GetBytes(deep), Limits.Default).Check.Problem);
        var wide = Open + string.Concat(Enumerable.Repeat("<g/>", 500_000)) + "</svg>";
        Assert.Equal(ImageProblem.Broken, SvgFile.Read(Encoding.UTF8.GetBytes(wide), Limits.Default).Check.Problem);
    }
}
