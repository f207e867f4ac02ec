using System.Text;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>Faults of editions that can be read all the same: each is told.</summary>
public sealed class ToldFaultsTests
{
    private const string Contents = "<item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>";

    private static readonly (int Number, string Body)[] Tagged =
    [
        (10, "<</Type /StructTreeRoot /K 11 0 R>>"),
        (11, "<</S /P /P 10 0 R /Pg 3 0 R /K [0 1]>>"),
    ];

    [Fact]
    public void A_book_without_a_language_or_a_title_is_told()
    {
        var book = HandMadeEpub.Good().Set("EPUB/package.opf", HandMadeEpub.Package(Contents).Replace("<dc:title>Title</dc:title><dc:language>en</dc:language>", "", StringComparison.Ordinal));
        var codes = Inspect.Codes(book.Bytes());
        Assert.Contains("DB6221", codes);
        Assert.Contains("DB6222", codes);
    }

    [Fact]
    public void A_spine_that_names_what_is_not_in_the_manifest_is_told() =>
        Assert.Contains("DB6217", Inspect.Codes(HandMadeEpub.Good().Set("EPUB/package.opf", HandMadeEpub.Package(Contents, "<itemref idref='c1'/><itemref idref='nobody'/>")).Bytes()));

    [Fact]
    public void A_picture_in_the_spine_is_told() =>
        Assert.Contains("DB6218", Inspect.Codes(HandMadeEpub.Good().Set("EPUB/p.png", "x").Set("EPUB/package.opf", HandMadeEpub.Package(Contents + "<item id='p' href='p.png' media-type='image/png'/>", "<itemref idref='c1'/><itemref idref='p'/>")).Bytes()));

    [Fact]
    public void A_book_of_too_many_elements_is_told_and_read_in_part()
    {
        var book = HandMadeEpub.Good(string.Concat(Enumerable.Repeat("<p>Words.</p>", 500))).Bytes();
        Assert.Contains("DB6220", Inspect.Codes(book, Limits.Default with { Nodes = 100 }));
    }

    [Fact]
    public void A_file_of_a_book_that_cannot_be_unpacked_is_told()
    {
        var book = HandMadeEpub.Good(string.Concat(Enumerable.Range(0, 400).Select(i => $"<p>Words {i}.</p>"))).Bytes();
        var data = book.AsSpan().IndexOf(Encoding.ASCII.GetBytes(HandMadeEpub.Chapter)) + HandMadeEpub.Chapter.Length;
        book.AsSpan(data, 200).Fill(0xFF);
        Assert.Contains("DB6211", Inspect.Codes(book));
    }

    [Fact]
    public void A_document_without_a_language_is_told() =>
        Assert.Contains("DB6111", Inspect.Codes(HandMadePdf.Page(HandMadePdf.Marked("Hello", "World"), Tagged, "").Bytes()));

    [Fact]
    public void Tags_that_refer_to_content_that_is_not_there_are_told() =>
        Assert.Contains("DB6106", Inspect.Codes(HandMadePdf.Page(HandMadePdf.Marked("Hello"), Tagged).Bytes()));

    [Fact]
    public void A_page_whose_content_cannot_be_read_is_told()
    {
        var pdf = HandMadePdf.Page(HandMadePdf.Marked("Hello", "World"), Tagged);
        pdf.Add(3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /ColorSpace <</C 6 0 R>>>> /StructParents 0>>");
        pdf.Add(6, "[/Indexed 6 0 R 1 <00>]");
        Assert.Contains("DB6107", Inspect.Codes(pdf.Bytes()));
    }

    [Fact]
    public void A_document_of_too_many_elements_is_told_and_read_in_part()
    {
        var elements = Enumerable.Range(0, 300).Select(i => (20 + i, "<</S /P /P 11 0 R /Pg 3 0 R /K 0>>"));
        var pdf = HandMadePdf.Page(HandMadePdf.Marked("Hello"), [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), (11, $"<</S /Document /P 10 0 R /K [{string.Join(' ', Enumerable.Range(0, 300).Select(i => $"{20 + i} 0 R"))}]>>"), .. elements]);
        Assert.Contains("DB6110", Inspect.Codes(pdf.Bytes(), Limits.Default with { Nodes = 100 }));
    }
}
