using System.Diagnostics;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class NormalizationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("نصّ عربي")]
    [InlineData("مُحَمَّدٌ")]
    [InlineData("café")]
    [InlineData("ب\u0654")] // a mark that could compose, but not with this letter
    public void Text_in_the_form_is_the_same_instance(string text) => Assert.Same(text, Normalization.ToNfc(text));

    [Theory]
    [InlineData("\u0627\u0653", "آ")]
    [InlineData("\u0648\u0654", "ؤ")]
    [InlineData("ب\u0651\u064E", "ب\u064E\u0651")] // shadda after the vowel sign in canonical order
    [InlineData("cafe\u0301 \u1112\u1161\u11AB", "café 한")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("a\uD800e\u0301\uDC00", "a\uD800é\uDC00")]
    public void Canonical_composition(string text, string expected) => Assert.Equal(expected, Normalization.ToNfc(text));

    [Theory]
    [InlineData("ﻻ", "لا")]
    [InlineData("ﷲ", "الله")]
    [InlineData("ﷺ", "صلى الله عليه وسلم")]
    [InlineData("①ﬁ²", "1fi2")]
    public void Compatibility_forms(string text, string expected)
    {
        Assert.Equal(expected, Normalization.ToNfkc(text));
        Assert.Equal(text, Normalization.ToNfc(text));
    }

    [Fact]
    public void A_long_run_of_marks_is_ordered_stably_and_in_linear_time()
    {
        const int count = 400_000;
        var text = "b" + string.Concat(Enumerable.Repeat("\u0301\u0316\u0302", count));
        var clock = Stopwatch.StartNew();
        var ordered = Normalization.ToNfd(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.Equal("b" + new string('\u0316', count) + string.Concat(Enumerable.Repeat("\u0301\u0302", count)), ordered);
    }
}
