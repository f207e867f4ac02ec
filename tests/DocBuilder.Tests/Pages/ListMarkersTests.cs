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

    [Theory]
    [InlineData(0, "٣.")]
    [InlineData(1, "٣)")]
    [InlineData(2, "(٣)")]
    [InlineData(3, "٣.")]
    public void Lists_in_lists_keep_their_numbers_and_change_their_punctuation(int depth, string expected) =>
        Assert.Equal(expected, ListMarkers.Format(ListMarker.Decimal, 3, NumberingSystem.ArabicIndic, "ar", depth));

    [Fact]
    public void Heh_alone_is_written_so_that_it_is_no_five() =>
        Assert.Equal("ه\u0640.", ListMarkers.Format(ListMarker.Abjad, 5, NumberingSystem.ArabicIndic, "ar"));
}
