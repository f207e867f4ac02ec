using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class ListContentTests
{
    [Theory]
    [InlineData(new[] { 1, 2, 3 }, null, null, new string?[] { null, null, null })]
    [InlineData(new[] { 5, 6 }, "5", null, new string?[] { null, null })]
    [InlineData(new[] { 3, 2, 1 }, null, "reversed", new string?[] { null, null, null })]
    [InlineData(new[] { 9, 8 }, "9", "reversed", new string?[] { null, null })]
    [InlineData(new[] { 1, 4, 5 }, null, null, new string?[] { null, "4", null })]
    [InlineData(new[] { -1 }, "-1", null, new string?[] { null })]
    [InlineData(new[] { int.MaxValue, int.MinValue }, "2147483647", null, new string?[] { null, null })]
    public void Ordinals_come_back(int[] ordinals, string? start, string? reversed, string?[] values)
    {
        var list = Book.BodyOf(Numbered(ordinals)).One("ol");
        Assert.Equal((start, reversed), (list.At("start"), list.At("reversed")));
        Assert.Equal(values, list.All("li").Select(item => item.At("value")));
    }

    [Theory]
    [InlineData(ListMarker.Decimal, null, "arabic-indic"), InlineData(ListMarker.LowerAlpha, "a", null), InlineData(ListMarker.UpperAlpha, "A", null)]
    [InlineData(ListMarker.LowerRoman, "i", null), InlineData(ListMarker.UpperRoman, "I", null), InlineData(ListMarker.Abjad, null, "abjad")]
    public void Markers_are_types_or_classes(ListMarker marker, string? type, string? style)
    {
        var list = Book.BodyOf(List(marker, (1, [Paragraph("بند")]))).One("ol");
        Assert.Equal((type, style), (list.At("type"), list.At("class")));
    }

    [Theory, InlineData(ListMarker.Disc, null), InlineData(ListMarker.Circle, "circle"), InlineData(ListMarker.Square, "square"), InlineData(ListMarker.None, "unmarked")]
    public void Lists_without_order_are_ul(ListMarker marker, string? style) =>
        Assert.Equal(style, Book.BodyOf(List(marker, (0, [Paragraph("بند")]))).One("ul").At("class"));

    [Fact]
    public void Digits_follow_the_document()
    {
        var document = Article(Numbered(1));
        Assert.Equal("extended-arabic-indic", Book.Of(document with { Numbering = NumberingSystem.ExtendedArabicIndic }).Body.One("ol").At("class"));
        Assert.Null(Book.Of(document with { Numbering = NumberingSystem.Latin }).Body.One("ol").At("class"));
    }

    [Fact]
    public void An_item_of_one_paragraph_and_lists_needs_no_p()
    {
        var body = Book.BodyOf(List(ListMarker.Disc, (0, [Paragraph("أ"), List(ListMarker.Disc, (0, [Paragraph("ب")]))]), (0, [Paragraph("ج"), Paragraph("د")])));
        Assert.Equal("<ul><li>أ<ul><li>ب</li></ul></li><li><p>ج</p><p>د</p></li></ul>", body.All("ul").First().Markup());
    }

    [Fact]
    public void A_list_without_items_is_nothing() => Assert.Empty(Book.BodyOf(List(ListMarker.Disc)).All("ul"));
}
