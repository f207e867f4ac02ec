using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class BreakConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_line_of_LineBreakTest_passes()
    {
        var lines = 0;
        foreach (var (number, data) in ConformanceFile.Lines("auxiliary", "LineBreakTest.txt"))
        {
            var (text, expected) = ConformanceFile.Breaks(data);
            var breaks = new LineBreakOpportunity[text.Length + 1];
            LineBreaker.Find(text, breaks);
            for (var i = 0; i < breaks.Length; i++)
            {
                Assert.True(
                    expected[i] == (breaks[i] != LineBreakOpportunity.Prohibited),
                    $"line {number}: {breaks[i]} before unit {i} of {data}");
            }

            lines++;
        }

        output.WriteLine($"LineBreakTest.txt: {lines} lines");
        Assert.Equal(7_654, lines);
    }

    [Fact]
    public void Every_line_of_GraphemeBreakTest_passes()
    {
        var lines = 0;
        foreach (var (number, data) in ConformanceFile.Lines("auxiliary", "GraphemeBreakTest.txt"))
        {
            var (text, expected) = ConformanceFile.Breaks(data);
            var borders = new bool[text.Length + 1];
            borders[0] = true;
            for (var i = 0; i < text.Length;)
            {
                i = GraphemeClusters.Next(text, i);
                borders[i] = true;
            }

            Assert.True(expected.SequenceEqual(borders), $"line {number}: {data}");
            lines++;
        }

        output.WriteLine($"GraphemeBreakTest.txt: {lines} lines");
        Assert.Equal(602, lines);
    }
}
