using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class ListMarkersTests
{
    [Theory]
    [InlineData(ListMarker.Decimal, 12, "12.")]
    [InlineData(ListMarker.LowerAlpha, 1, "a.")]
    [InlineData(ListMarker.LowerAlpha, 26, "z.")]
    [InlineData(ListMarker.LowerAlpha, 27, "aa.")]
    [InlineData(ListMarker.UpperAlpha, 28, "AB.")]
    [InlineData(ListMarker.LowerRoman, 1994, "mcmxciv.")]
    [InlineData(ListMarker.UpperRoman, 4000, "4000.")]
    [InlineData(ListMarker.Abjad, 3, "ج.")]
    [InlineData(ListMarker.Abjad, 29, "29.")]
    [InlineData(ListMarker.Disc, 7, "•")]
    [InlineData(ListMarker.None, 7, "")]
    public void A_marker_is_written_as_css_counter_styles_say(ListMarker marker, int ordinal, string expected) =>
        Assert.Equal(expected, ListMarkers.Format(marker, ordinal, NumberingSystem.Latin, "en"));

    [Fact]
    public void A_decimal_marker_takes_the_digits_of_the_document() =>
        Assert.Equal("١٢.", ListMarkers.Format(ListMarker.Decimal, 12, NumberingSystem.ArabicIndic, "ar"));
}
