using System.Text;
using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class SourceBytesTests
{
    [Theory]
    [InlineData("عنوان\n\nفقرة فيها 3 < 5 و a <- b.", true)]
    [InlineData("", true)]
    [InlineData("<", true)]
    [InlineData("  <p>فقرة", false)]
    [InlineData("نص <!-- x -->", false)]
    [InlineData("<?xml version='1.0'?>", false)]
    [InlineData("نص</p>", false)]
    public void Text_is_what_has_no_tag(string text, bool isText)
    {
        Assert.Equal(isText, SourceBytes.LookLikeText(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(isText, SourceBytes.LookLikeText(Encoding.Unicode.GetBytes(text)));
    }
}
