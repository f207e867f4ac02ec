using System.Text;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

/// <summary>Small cases of UAX #14: '|' is a break that may be, '¶' one that must.</summary>
public sealed class LineBreakSpecificationTests
{
    [Theory]
    [InlineData("نص عربي قصير", "نص |عربي |قصير")]
    [InlineData("قال: «نعم»، ثم مضى.", "قال: |«نعم»، |ثم |مضى.")]
    [InlineData("هل (حقا)؟ نعم؛ لا!", "هل |(حقا)؟ |نعم؛ |لا!")]
    [InlineData("بنسبة 12.5٪ من", "بنسبة |12.5٪ |من")]
    [InlineData("بنسبة ١٢٫٥٪ من", "بنسبة |١٢٫٥٪ |من")]
    [InlineData("في 12/3/2026", "في |12/3/2026")]
    [InlineData("مُحَمَّدٌ رَسُولٌ", "مُحَمَّدٌ |رَسُولٌ")]
    public void Arabic(string text, string expected) => Assert.Equal(expected, Broken(text));

    [Theory]
    [InlineData("well-known", "well-|known")] // LB21
    [InlineData("5\u00A0كم", "5\u00A0كم")] // LB12
    [InlineData("non\u2011stop", "non\u2011stop")]
    [InlineData("a\u200Bb", "a\u200B|b")] // LB8
    [InlineData("a\u2060-\u2060b", "a\u2060-\u2060b")] // LB11
    [InlineData("soft\u00ADhyphen", "soft\u00AD|hyphen")] // LB21
    [InlineData("https://example.org/a/b", "https://|example.org/|a/|b")] // LB13, LB29
    [InlineData("א-ב", "א-ב")] // LB21a
    [InlineData("€100 -5 $(5) 3%", "€100 |-5 |$(5) |3%")] // LB25
    [InlineData("cost .35", "cost .|35")] // LB25 as the test file has it
    [InlineData("日本語。「漢字」", "日|本|語。|「漢|字」")] // LB13, LB14
    [InlineData("각하", "각|하")]
    [InlineData("🇸🇦🇪🇬", "🇸🇦|🇪🇬")] // LB30a
    [InlineData("👩🏽👩\u200D💻", "👩🏽|👩\u200D💻")] // LB8a, LB30b
    public void Other_scripts_and_signs(string text, string expected) => Assert.Equal(expected, Broken(text));

    [Theory]
    [InlineData("سطر\nسطر", "سطر\n¶سطر")]
    [InlineData("a\r\nb\rc", "a\r\n¶b\r¶c")] // LB5
    [InlineData("a\u2028b\u2029c\u0085d\fe", "a\u2028¶b\u2029¶c\u0085¶d\f¶e")] // LB4
    public void Line_ends_break_always(string text, string expected) => Assert.Equal(expected, Broken(text));

    [Fact]
    public void The_start_is_prohibited_and_the_end_mandatory() // LB2, LB3
    {
        var breaks = new LineBreakOpportunity[2];
        LineBreaker.Find("a", breaks);
        Assert.Equal([LineBreakOpportunity.Prohibited, LineBreakOpportunity.Mandatory], breaks);
        LineBreaker.Find("", breaks.AsSpan(0, 1));
        Assert.Equal(LineBreakOpportunity.Prohibited, breaks[0]);
    }

    [Fact]
    public void A_span_of_the_wrong_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => LineBreaker.Find("ab", new LineBreakOpportunity[2]));

    private static string Broken(string text)
    {
        var breaks = new LineBreakOpportunity[text.Length + 1];
        LineBreaker.Find(text, breaks);
        var broken = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            broken.Append(breaks[i] switch
            {
                LineBreakOpportunity.Allowed => "|",
                LineBreakOpportunity.Mandatory => "¶",
                _ => "",
            });
            broken.Append(text[i]);
        }

        return broken.ToString();
    }
}
