using DocBuilder.Documents;
using DocBuilder.Epub;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class ContainerTests
{
    private static readonly Document Small = Article(Paragraph("متن"), Block(Image(Picture(), "صورة")));

    // OCF: the signature, "mimetype" without extra field at byte 30, the media type at byte 38.
    [Fact]
    public void The_media_type_is_where_readers_look_for_it()
    {
        var bytes = Book.Of(Small).Bytes;
        Assert.Equal("PK\u0003\u0004"u8, bytes.AsSpan(0, 4));
        Assert.Equal((0, 0), (BitConverter.ToUInt16(bytes, 8), BitConverter.ToUInt16(bytes, 28)));
        Assert.Equal("mimetypeapplication/epub+zip"u8, bytes.AsSpan(30, 28));
    }

    [Fact]
    public void The_same_article_gives_the_same_bytes()
    {
        var options = Book.Options with { EmbedFonts = true };
        Assert.Equal(Book.Of(Small, options).Bytes, Book.Of(Small, options).Bytes);
    }

    [Fact]
    public void Entries_follow_one_another_in_the_order_of_their_names()
    {
        var names = Book.Of(Small, Book.Options with { EmbedFonts = true }).Names.ToList();
        Assert.Equal(["mimetype", "META-INF/container.xml"], names[..2]);
        Assert.Equal(names[2..].Order(StringComparer.Ordinal), names[2..]);
        Assert.All(names[2..], name => Assert.Matches("^EPUB/[a-z0-9./-]+$", name));
    }

    [Fact]
    public void It_can_be_written_to_a_stream_that_only_goes_forward()
    {
        using var kept = new MemoryStream();
        using (var forward = new System.IO.Compression.DeflateStream(kept, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            EpubWriter.Write(Small, Book.Options, forward, TestContext.Current.CancellationToken);
        }

        kept.Position = 0;
        using var whole = new MemoryStream();
        using var inflate = new System.IO.Compression.DeflateStream(kept, System.IO.Compression.CompressionMode.Decompress);
        inflate.CopyTo(whole);
        Assert.Equal(Book.Of(Small).Bytes, whole.ToArray());
    }

    [Fact]
    public void It_stops_when_asked() =>
        Assert.Throws<OperationCanceledException>(() => EpubWriter.Write(Small, Book.Options, Stream.Null, new CancellationToken(canceled: true)));
}
