using System.Buffers.Binary;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Epub.Cover;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class CoverTests
{
    private static readonly EpubOptions Drawn = Book.Options with { Cover = CoverChoice.Drawn };

    [Fact]
    public void It_says_title_and_authors_and_is_the_first_page()
    {
        var book = Book.Of(Article(Paragraph("متن")) with { Metadata = Model.Metadata with { Authors = ["ليلى", "سعيد"] } }, Drawn);
        var (name, body) = book.Spine().First();
        var image = body.One("img");
        Assert.Equal("text/cover.xhtml", name);
        Assert.Equal(("doc-cover", "الغلاف: العنوان – ليلى، سعيد", "../images/cover.png"), (image.At("role"), image.At("alt"), image.At("src")));
        Assert.Equal("cover", book.Xml("EPUB/nav.xhtml").Root!.All("nav").Last().All("a").First().Attribute(Book.Ops + "type")!.Value);
    }

    [Fact]
    public void Shelves_find_its_picture()
    {
        var book = Book.Of(Article(), Drawn);
        var item = book.Package.Descendants(Book.Opf + "item").Single(item => item.At("properties") == "cover-image");
        Assert.Equal(("images/cover.png", "image/png"), (item.At("href"), item.At("media-type")));
        Assert.Equal(item.At("id"), book.Package.Descendants(Book.Opf + "meta").Single(meta => meta.At("name") == "cover").At("content"));
    }

    [Fact]
    public void It_is_a_picture_of_sixteen_colours_at_most_and_the_same_bytes_every_time()
    {
        var png = Book.Of(Article(), Drawn).Entry("EPUB/images/cover.png");
        Assert.Equal((810, 1080, 4, 3), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[24], png[25]));
        Assert.InRange(png.AsSpan().IndexOf("PLTE"u8), 0, 60);
        Assert.InRange(png.Length, 4_000, 24_000);
        Assert.Equal(png, Book.Of(Article(), Drawn).Entry("EPUB/images/cover.png"));
    }

    [Theory, InlineData(1), InlineData(60), InlineData(20_000)]
    public void Titles_of_any_length_have_a_cover(int words)
    {
        var title = string.Concat(Enumerable.Repeat("كلمة طويلة ", words));
        Assert.NotEmpty(Book.Of(Article() with { Metadata = Model.Metadata with { Title = title } }, Drawn).Entry("EPUB/images/cover.png"));
    }

    [Fact]
    public void One_word_without_end_has_a_cover() =>
        Assert.NotEmpty(Book.Of(Article() with { Metadata = Model.Metadata with { Title = new string('ب', 5_000) } }, Drawn).Entry("EPUB/images/cover.png"));

    [Fact]
    public void The_main_picture_is_in_the_book_once()
    {
        var small = new ImageResource("icon.png", "image/png", "small"u8.ToArray(), 40, 40);
        var large = new ImageResource("tower.jpg", "image/jpeg", "large"u8.ToArray(), 1200, 800);
        var book = Book.Of(Article(Block(Image(small, "شعار")), Block(Image(large, "برج القاهرة"))), Book.Options with { Cover = CoverChoice.MainPicture });
        Assert.Equal("../images/image-tower.jpg", book.Spine().First().Body.One("img").At("src"));
        Assert.Equal("الغلاف: برج القاهرة", book.Spine().First().Body.One("img").At("alt"));
        Assert.Equal("images/image-tower.jpg", book.Package.Descendants(Book.Opf + "item").Single(item => item.At("properties") == "cover-image").At("href"));
        Assert.Equal(2, book.Names.Count(name => name.StartsWith("EPUB/images/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_main_picture_it_is_drawn() =>
        Assert.Contains("EPUB/images/cover.png", Book.Of(Article(), Book.Options with { Cover = CoverChoice.MainPicture }).Names);

    [Fact]
    public void A_picture_of_ones_own_is_taken_as_it_is()
    {
        var svg = new ImageResource("c.svg", "image/svg+xml", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), 600, 800);
        Assert.Equal(svg.Bytes.ToArray(), Book.Of(Article(), Book.Options with { Cover = CoverChoice.Of(svg) }).Entry("EPUB/images/cover.svg"));
    }

    [Fact]
    public void None_is_none()
    {
        var book = Book.Of(Article());
        Assert.DoesNotContain(book.Names, name => name.Contains("cover", StringComparison.Ordinal));
        Assert.Equal("text/article.xhtml", book.Spine().First().Name);
    }
}
