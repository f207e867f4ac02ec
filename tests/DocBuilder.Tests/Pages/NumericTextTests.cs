using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class NumericTextTests
{
    [Theory]
    [InlineData("12", 2)]
    [InlineData("٣٫٢٥", 1)]
    [InlineData("۱٬۲۵۰٫۵", 4)]
    [InlineData("1,250", 4)]
    [InlineData("1,5", 1)]
    [InlineData("1.234.567", 7)]
    [InlineData("1,234.56", 4)]
    [InlineData("−12.05%", 2)]
    [InlineData("+٣٫٢٪", 1)]
    [InlineData("$ 1 250", 4)]
    [InlineData("USD 7.50", 1)]
    [InlineData("٨٫٧٥ ر.س", 1)]
    [InlineData("(1,200)", 4)]
    [InlineData(".5", 0)]
    [InlineData("٠٫٥ (متغيّر)", 1)]
    public void A_number_tells_how_many_digits_stand_before_its_decimals(string text, int expected)
    {
        Assert.True(NumericText.TryRead(text, out var digits));
        Assert.Equal(expected, digits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("مدينة")]
    [InlineData("2025-11-20")]
    [InlineData("٢٠ نوفمبر ٢٠٢٥")]
    [InlineData("10–20")]
    [InlineData("M31")]
    [InlineData("5 of 7")]
    public void Dates_ranges_and_words_are_no_numbers(string text) => Assert.False(NumericText.TryRead(text, out _));

    [Theory]
    [InlineData("", true)]
    [InlineData(" — ", true)]
    [InlineData("0", false)]
    public void A_dash_says_that_there_is_no_number(string text, bool expected) => Assert.Equal(expected, NumericText.IsPlaceholder(text));
}
