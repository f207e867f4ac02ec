using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public sealed class ContentsStructureTests
{
    [Fact]
    public void Contents_are_a_TOC_nested_as_the_headings_are()
    {
        var types = Written().Run("pdfinfo", "-struct", "@").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => (Depth: line.Length - line.TrimStart().Length, Type: line.Trim().Split(' ')[0])).ToList();
        var start = types.FindIndex(static line => line.Type == "TOC");
        Assert.Equal("P", types[start - 1].Type);
        string[] expected = ["TOC", "TOCI", "Reference", "Link", "Object", "TOC", "TOCI", "Reference", "Link", "Object", "TOCI", "Reference", "Link", "Object"];
        Assert.Equal(expected, types.Skip(start).Take(expected.Length).Select(static line => line.Type));
        Assert.Equal(types[start + 1].Depth, types[start + 10].Depth);
        Assert.Equal(types[start + 2].Depth, types[start + 5].Depth);
    }

    [Fact]
    public void Words_and_number_of_an_entry_are_read_and_the_leader_is_not()
    {
        var document = Model.English.Document(Model.English.Heading(1, "Title"), Model.English.Heading(2, "Chapter"), Model.English.Paragraph("Words."));
        var text = WrittenPdf.Of(document, Lay(document, true)).Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Title", text[0]);
        Assert.Equal("Contents", text[1]);
        Assert.Equal(["Chapter", "1"], text[2..4].SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Take(2));
        Assert.DoesNotContain(text, static line => line.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public void Between_words_and_number_of_an_entry_is_a_space()
    {
        var document = Model.English.Document(Model.English.Heading(1, "Title"), Model.English.Heading(2, "Chapter"), Model.English.Paragraph("Words."));
        Assert.Contains("\"Chapter\u00A0\"", WrittenPdf.Of(document, Lay(document, true)).Structure(), StringComparison.Ordinal);
    }

    private static WrittenPdf Written()
    {
        var document = Article();
        return WrittenPdf.Of(document, Lay(document, true));
    }

    private static PageSet Lay(Document document, bool contents) =>
        PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default with { HasContents = contents }, TestContext.Current.CancellationToken);

    private static Document Article() => Model.Arabic.Document(
        Model.Arabic.Heading(1, "عنوان"),
        Model.Arabic.Heading(2, "الباب الأول"),
        Model.Arabic.Heading(3, "فصل"),
        Model.Arabic.Paragraph("نص."),
        Model.Arabic.Heading(2, "الباب الثاني"),
        Model.Arabic.Paragraph("نص."));
}
