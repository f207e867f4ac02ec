using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class SavedPageTests
{
    private static readonly string Corpus = Path.Combine(DocBuilder.UnicodeTables.RepositoryRoot.Find(AppContext.BaseDirectory)!, "tests", "DocBuilder.Tests", "Corpus");

    [Fact]
    public void A_picture_is_taken_out_of_the_archive_and_links_lead_to_where_the_page_was()
    {
        var document = Read.Bytes(File.ReadAllBytes(Path.Combine(Corpus, "saved.mhtml")), "saved.mhtml").Document!;
        var image = Assert.Single(NodeTree.SelfAndDescendants(document).OfType<Image>());
        Assert.Equal(("image/png", 4, 3), (image.Resource!.MediaType, image.Resource.PixelWidth, image.Resource.PixelHeight));
        Assert.Equal("https://news.example/2026/page.html", document.Metadata.SourceUrl);
        Assert.Equal("https://news.example/2026/more.html", Assert.Single(NodeTree.SelfAndDescendants(document).OfType<Link>()).Target);
    }

    [Theory]
    [InlineData("x.mht")]
    [InlineData("stdin.html")]
    public void An_archive_is_known_by_its_name_or_by_its_first_header(string name) =>
        Assert.Equal("صفحة محفوظة", Read.Bytes(File.ReadAllBytes(Path.Combine(Corpus, "saved.mhtml")), name).Document!.Metadata.Title);

    [Fact]
    public void Pictures_by_content_id_and_an_encoding_of_the_archive_are_known()
    {
        var png = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Corpus, "saved-folder_files", "bridge.png")));
        var page = CodePagesEncodingProvider.Instance.GetEncoding("windows-1256")!.GetBytes("<title>صورة</title><h1>صورة</h1><img src=\"cid:p1\" alt=\"جسر\">");
        var archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=\"windows-1256\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(page) + "\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <p1>\r\nContent-Transfer-Encoding: base64\r\n\r\n" + png + "\r\n--b--\r\n";
        var result = Read.Bytes(Encoding.ASCII.GetBytes(archive), "a.mht");
        Assert.Equal("صورة", result.Document!.Metadata.Title);
        Assert.NotNull(Assert.Single(NodeTree.SelfAndDescendants(result.Document).OfType<Image>()).Resource);
    }

    [Fact]
    public void An_archive_without_a_page_is_refused_in_a_sentence()
    {
        var result = Read.Bytes("MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx"u8.ToArray(), "a.mhtml");
        Assert.Null(result.Document);
        Assert.Equal("DB1012", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void A_page_with_its_folder_has_its_pictures_and_its_address()
    {
        var document = Read.Bytes(File.ReadAllBytes(Path.Combine(Corpus, "saved-folder.html")), "saved-folder.html", folder: Corpus).Document!;
        Assert.NotNull(Assert.Single(NodeTree.SelfAndDescendants(document).OfType<Image>()).Resource);
        Assert.Equal("https://news.example/2026/page.html", document.Metadata.SourceUrl);
    }

    [Fact]
    public void A_page_saved_by_single_file_has_its_address() =>
        Assert.Equal("https://a.example/x", Read.Html("<!DOCTYPE html> <html lang=en dir=ltr><!--\n Page saved with SingleFile \n url: https://a.example/x \n saved date: x\n--><meta charset=utf-8><h1>T</h1><p>x").Document!.Metadata.SourceUrl);
}
