using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class EditionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_written_beside_its_place_under_a_hidden_name()
    {
        using var file = new EditionFile(Edition.Pdf, _folder["out/خبر.pdf"]);

        var name = Assert.Single(_folder.Files("out"));
        Assert.StartsWith(".خبر.pdf.tmp-", name, StringComparison.Ordinal);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(100_000)]
    public void Its_hash_is_known_when_it_is_written(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(static i => (byte)(i * i)).ToArray();
        using var file = new EditionFile(Edition.Epub, _folder["a.epub"], isHashed: true);
        foreach (var part in bytes.Chunk(777))
        {
            file.Stream.Write(part);
        }

        file.Complete();
        file.Publish();

        Assert.Equal(new FileDigest(length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["a.epub"])))), file.Digest);
    }

    [Fact]
    public void Published_it_stands_over_the_older_one()
    {
        _folder.Write("a.pdf", "old");
        using (var file = new EditionFile(Edition.Pdf, _folder["a.pdf"]))
        {
            file.Stream.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(_folder["a.pdf"]));
            file.Complete();
            file.Publish();
        }

        Assert.Equal(["a.pdf"], _folder.Files());
        Assert.Equal("new", File.ReadAllText(_folder["a.pdf"]));
    }

    [Fact]
    public void Unpublished_it_leaves_nothing_and_the_older_one_alone()
    {
        _folder.Write("a.pdf", "old");
        using (var file = new EditionFile(Edition.Pdf, _folder["a.pdf"]))
        {
            file.Stream.Write(new byte[1_000_000]);
        }

        Assert.Equal(["a.pdf"], _folder.Files());
        Assert.Equal("old", File.ReadAllText(_folder["a.pdf"]));
    }

    [Fact]
    public void A_name_as_long_as_the_system_allows_can_be_written()
    {
        var name = new string('م', 125) + "a.pdf"; // 255 bytes of UTF-8
        using (var file = new EditionFile(Edition.Pdf, _folder[name]))
        {
            file.Complete();
            file.Publish();
        }

        Assert.Equal([name], _folder.Files());
    }

    [Fact]
    public void A_folder_in_its_place_is_known_before_anything_is_written()
    {
        Directory.CreateDirectory(_folder["a.pdf"]);

        Assert.Throws<IOException>(() => new EditionFile(Edition.Pdf, _folder["a.pdf"]));
        Assert.Empty(_folder.Files());
    }
}
