using System.Buffers.Binary;
using System.Text;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>Books that are broken or mean harm: a sentence each, and what can be read is read.</summary>
public sealed class HostileEpubTests
{
    [Fact]
    public void A_good_book_has_nothing_to_be_told() => Assert.Empty(Inspect.Codes(HandMadeEpub.Good().Bytes()));

    [Fact]
    public void A_missing_navigation_is_told_and_the_chapters_are_read()
    {
        var book = HandMadeEpub.Good().Remove("EPUB/nav.xhtml").Set("EPUB/package.opf", HandMadeEpub.Package("")).Bytes();
        Assert.Equal(["DB6215"], Inspect.Codes(book));
        Assert.Contains("  p \"Words.\"", Inspect.Lines(book));
    }

    [Fact]
    public void A_navigation_that_the_manifest_names_and_nobody_has_is_told() =>
        Assert.Equal(["DB6210"], Inspect.Codes(HandMadeEpub.Good().Remove("EPUB/nav.xhtml").Bytes()));

    [Theory]
    [InlineData("nowhere.xhtml", "DB6216")]
    [InlineData("#nowhere", "DB6216")]
    [InlineData("chapter.xhtml#nowhere", "DB6216")]
    [InlineData("../../../../etc/passwd", "DB6209")]
    [InlineData("/etc/passwd", "DB6209")]
    [InlineData("..%2F..%2F..%2Fetc/passwd", "DB6209")]
    [InlineData("..\\..\\..\\secret", "DB6209")]
    public void A_link_that_leads_nowhere_or_out_is_told(string address, string code)
    {
        var result = Inspect.Bytes(HandMadeEpub.Good($"<p><a href='{address}'>there</a></p>").Bytes());
        var finding = Assert.Single(result.Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(address, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("mailto:a@example.org")]
    [InlineData("chapter.xhtml")]
    [InlineData("./chapter.xhtml")]
    [InlineData("../EPUB/chapter.xhtml?q#here")]
    public void A_link_that_leads_somewhere_is_not(string address) =>
        Assert.Empty(Inspect.Codes(HandMadeEpub.Good($"<p id='here'><a href='{address}'>there</a></p>").Bytes()));

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("EPUB/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("..\\evil.txt")]
    public void A_name_that_leads_out_of_the_book_is_told_and_nothing_is_written(string name)
    {
        var before = Directory.GetFileSystemEntries(Directory.GetCurrentDirectory()).Length;
        Assert.Equal(["DB6208"], Inspect.Codes(HandMadeEpub.Good().Set(name, "evil").Bytes()));
        Assert.Equal(before, Directory.GetFileSystemEntries(Directory.GetCurrentDirectory()).Length);
        Assert.False(File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "..", "evil.txt")));
    }

    [Theory]
    [InlineData("../outside.opf")]
    [InlineData("/outside.opf")]
    public void A_package_outside_of_the_book_is_not_followed(string path)
    {
        var book = HandMadeEpub.Good().Set("META-INF/container.xml", $"<container><rootfiles><rootfile full-path='{path}'/></rootfiles></container>");
        Assert.Equal(["DB6209", "DB6202"], Inspect.Codes(book.Bytes()));
    }

    [Fact]
    public void A_wrong_media_type_is_told_and_the_book_is_read()
    {
        var book = HandMadeEpub.Good().Set("mimetype", "application/zip").Bytes();
        Assert.Equal(["DB6207"], Inspect.Codes(book));
        Assert.Contains("  h1 \"One\"", Inspect.Lines(book));
        Assert.Equal(["DB6206"], Inspect.Codes(HandMadeEpub.Good().Remove("mimetype").Bytes()));
    }

    // 4 GB of zeros become 4 MB in the archive, and stay there.
    [Fact]
    public void A_bomb_of_four_gigabytes_does_not_go_off()
    {
        var book = HandMadeEpub.Good().Set(HandMadeEpub.Chapter, stream =>
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 4096; i++)
            {
                stream.Write(block);
            }
        }).Bytes();
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(["DB6212", "DB6205"], Inspect.Codes(book));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 512L * 1024 * 1024);
    }

    [Fact]
    public void Many_files_that_are_large_together_are_bounded_too()
    {
        var limits = new Limits { DecodedStreamBytes = 1_000_000, DecodedBytes = 2_500_000 };
        var book = HandMadeEpub.Good();
        var items = new StringBuilder();
        var spine = new StringBuilder();
        for (var i = 0; i < 5; i++)
        {
            book.Set($"EPUB/{i}.xhtml", HandMadeEpub.Page("<p>" + new string('a', 900_000) + "</p>"));
            items.Append($"<item id='x{i}' href='{i}.xhtml' media-type='application/xhtml+xml'/>");
            spine.Append($"<itemref idref='x{i}'/>");
        }

        var codes = Inspect.Codes(book.Set("EPUB/package.opf", HandMadeEpub.Package(items.ToString(), spine.ToString())).Bytes(), limits);
        Assert.Contains("DB6212", codes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void A_size_that_lies_changes_nothing(int size)
    {
        var book = HandMadeEpub.Good("<p>" + new string('a', 100_000) + "</p>").Bytes();
        var name = Encoding.ASCII.GetBytes(HandMadeEpub.Chapter);
        // The uncompressed size stands at 24 of the central header, 46 bytes of which come before the name; at 22 of the local one, of 30.
        var central = book.AsSpan().LastIndexOf(name) - 46;
        BinaryPrimitives.WriteInt32LittleEndian(book.AsSpan(central + 24), size);
        BinaryPrimitives.WriteInt32LittleEndian(book.AsSpan(book.AsSpan().IndexOf(name) - 30 + 22), size);
        var result = Inspect.Bytes(book);
        Assert.True(result.Findings.Length > 0 || Inspect.Lines(book)[1].Length > 100_000);
    }

    [Fact]
    public void Entities_that_expand_into_each_other_do_not()
    {
        var declarations = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY e{i} '&e{i - 1};&e{i - 1};'>"));
        var page = HandMadeEpub.Page("<p>&e30;</p>", $"<!DOCTYPE html [<!ENTITY e0 'boom'>{declarations}<!ENTITY x SYSTEM 'file:///etc/passwd'>]>");
        var book = HandMadeEpub.Good().Set(HandMadeEpub.Chapter, page).Bytes();
        Assert.Equal(["DB6214"], Inspect.Codes(book));
        Assert.Contains("  p \"&e30;\"", Inspect.Lines(book));
    }

    [Fact]
    public void A_chapter_that_is_not_well_formed_is_read_up_to_there()
    {
        var book = HandMadeEpub.Good("<h1>One</h1>\n<p>Two<br></p>\n<p>Three</p>").Bytes();
        var result = Inspect.Bytes(book);
        Assert.Equal("DB6213", Assert.Single(result.Findings).Code);
        Assert.Contains("line 2", result.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("  h1 \"One\"", Inspect.Lines(book));
    }

    [Fact]
    public void Elements_a_hundred_thousand_deep_are_read()
    {
        const int Depth = 100_000;
        var body = string.Concat(Enumerable.Repeat("<div>", Depth)) + "bottom" + string.Concat(Enumerable.Repeat("</div>", Depth));
        var book = HandMadeEpub.Good(body).Bytes();
        Assert.Equal(["DB6219"], Inspect.Codes(book));
        Assert.Contains(Inspect.Lines(book), line => line.EndsWith("\"bottom\"", StringComparison.Ordinal));
        // A package and contents of that depth are no harm either.
        var deep = string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth));
        Inspect.Bytes(HandMadeEpub.Good().Set("EPUB/package.opf", HandMadeEpub.Package("") .Replace("<spine", deep + "<spine", StringComparison.Ordinal)).Bytes());
        Inspect.Bytes(HandMadeEpub.Good().Set("EPUB/nav.xhtml", HandMadeEpub.Page("<nav epub:type='toc'>" + deep + "</nav>")).Bytes());
    }

    [Fact]
    public void Texts_that_are_encrypted_are_told()
    {
        var book = HandMadeEpub.Good().Set(HandMadeEpub.Chapter, [1, 2, 3, 4])
            .Set("META-INF/encryption.xml", $"<encryption><EncryptedData><CipherData><CipherReference URI='{HandMadeEpub.Chapter}'/></CipherData></EncryptedData></encryption>").Bytes();
        Assert.Equal("DB6204", Inspect.Codes(book)[^1]);
    }

    [Fact]
    public void An_archive_that_is_no_book_is_told()
    {
        var archive = new HandMadeEpub().Set("a.txt", "text").Bytes();
        Assert.Equal("DB6202", Inspect.Bytes(archive).Failure!.Code);
        Assert.Equal("DB6202", Inspect.Bytes(HandMadeEpub.Good().Remove("META-INF/container.xml").Bytes()).Failure!.Code);
        Assert.Equal("DB6203", Inspect.Bytes(HandMadeEpub.Good().Set("EPUB/package.opf", "no xml").Bytes()).Failure!.Code);
        Assert.Equal("DB6205", Inspect.Bytes(HandMadeEpub.Good().Remove(HandMadeEpub.Chapter).Bytes()).Failure!.Code);
    }

    [Fact]
    public void A_part_of_a_book_is_told()
    {
        var book = HandMadeEpub.Good().Bytes();
        for (var length = 4; length < book.Length; length += 97)
        {
            Assert.Equal("DB6201", Inspect.Bytes(book[..length]).Failure!.Code);
        }
    }
}
