using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class PageSizeTests
{
    [Theory]
    [InlineData("A4", 210, 297)]
    [InlineData("a5", 148, 210)]
    [InlineData("letter", 215.9, 279.4)]
    [InlineData("170x240mm", 170, 240)]
    [InlineData("107.5X177.8MM", 107.5, 177.8)]
    public void Sizes_are_named_or_measured(string text, double width, double height)
    {
        Assert.True(PageSize.TryParse(text, out var size));
        Assert.Equal(new PageSize(width, height), size);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A3x")]
    [InlineData("170x240")]
    [InlineData("170x240cm")]
    [InlineData("mm")]
    [InlineData("xmm")]
    [InlineData("170mm")]
    [InlineData("-170x240mm")]
    [InlineData("1e2x240mm")]
    [InlineData("NaNx240mm")]
    [InlineData("59x240mm")]
    [InlineData("170x5001mm")]
    [InlineData("1,70x240mm")]
    public void Everything_else_is_refused(string? text) => Assert.False(PageSize.TryParse(text, out _));
}
