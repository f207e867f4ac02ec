using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class ImageContentTests
{
    [Fact]
    public void A_figure_holds_its_picture_and_caption_in_order()
    {
        var figure = new Figure { Language = "ar", Direction = Rtl, Blocks = [Block(Image(Picture(), "منظر"))], Caption = [Paragraph("الشكل ١")] };
        const string Picture_ = """<div class="image"><img src="../images/image.jpg" alt="منظر" /></div>""";
        Assert.Equal($"<figure>{Picture_}<figcaption>الشكل ١</figcaption></figure>", Book.BodyOf(figure).One("figure").Markup());
        Assert.Equal($"<figure><figcaption>الشكل ١</figcaption>{Picture_}</figure>", Book.BodyOf(figure with { CaptionFirst = true }).One("figure").Markup());
    }

    [Fact]
    public void A_decorative_picture_is_silent()
    {
        var image = Book.BodyOf(Block(Image(Picture(), "", isDecorative: true))).One("img");
        Assert.Equal(("", "presentation"), (image.At("alt"), image.At("role")));
    }

    [Fact]
    public void The_words_of_a_missing_picture_are_seen()
    {
        var body = Book.BodyOf(Block(Image(null, "برج")), Block(Image(null, "", isDecorative: true)));
        Assert.Equal("برج", body.All("span").Single(span => span.At("class") == "missing-image").Value);
        Assert.Single(body.All("div"));
    }

    [Fact]
    public void A_picture_that_readers_need_not_show_gives_way_to_its_words()
    {
        var book = Book.Of(Article(Block(Image(Picture("a.tif", "image/tiff"), "خريطة"))));
        Assert.Equal("خريطة", book.Body.One("span").Value);
        Assert.Equal("DB4004", Assert.Single(book.Findings).Code);
    }

    [Fact]
    public void Names_of_pictures_are_safe_and_unique_and_one_picture_is_one_file()
    {
        var first = Picture("../../Résumé Photo.JPG");
        var book = Book.Of(Article(
            Block(Image(first, "أ")),
            Block(Image(first, "ب")),
            Block(Image(Picture("r sum photo.jpg"), "ج")),
            Block(Image(Picture("con.png", "image/png"), "د")),
            Block(Image(Picture("صورة.jpg"), "ه"))));
        Assert.Equal(
            ["EPUB/images/image-con.png", "EPUB/images/image-r-sum-photo-2.jpg", "EPUB/images/image-r-sum-photo.jpg", "EPUB/images/image.jpg"],
            book.Names.Where(name => name.Contains("images", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_size_that_the_author_asked_for_is_kept()
    {
        var image = Book.BodyOf(Block(Image(Picture(), "أ") with { Width = 320.4, Height = double.NaN })).One("img");
        Assert.Equal(("320", null), (image.At("width"), image.At("height")));
    }

    [Fact]
    public void What_the_reader_puts_for_a_missing_description_describes_nothing() =>
        Assert.False(DocBuilder.Epub.Content.ImageDescription.IsDescribed(Image(Picture(), "صورة بلا وصف") with { LacksDescription = true }));

    [Fact]
    public void An_author_who_writes_the_same_words_has_described_it() =>
        Assert.True(DocBuilder.Epub.Content.ImageDescription.IsDescribed(Image(Picture(), "صورة بلا وصف")));
}
