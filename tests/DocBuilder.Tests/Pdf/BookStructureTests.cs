using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public sealed class BookStructureTests
{
    [Fact]
    public void Every_article_is_an_Art_with_its_title_its_sections_and_its_notes()
    {
        var lines = WrittenPdf.Of(Book(), Lay()).Run("pdfinfo", "-struct", "@").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => (Depth: line.Length - line.TrimStart().Length, Type: line.Trim().Split(' ')[0])).ToList();
        var articles = Enumerable.Range(0, lines.Count).Where(i => lines[i].Type == "Art").ToList();

        Assert.Equal(2, articles.Count);
        var kids = lines[(articles[0] + 1)..articles[1]].Where(line => line.Depth == lines[articles[0] + 1].Depth).Select(static line => line.Type);
        Assert.Equal(["H2", "P", "Sect", "Note"], kids);
        Assert.Single(lines, static line => line.Type == "H1");
        Assert.DoesNotContain(lines[..articles[0]], static line => line.Type is "H2" or "Sect");
    }

    private static PageSet Lay() =>
        PageLayout.Lay(Book(), Theme.Print, FontLibrary.Shipped, LayoutOptions.Default with { HasContents = false, Notes = DocBuilder.Typesetting.Pages.NotePlacement.End }, TestContext.Current.CancellationToken);

    private static Document Book()
    {
        var metadata = new Metadata { Title = "مقال", Identifier = "urn:uuid:00000000-0000-8000-8000-000000000001" };
        return Document with { Parts = [Part(1), Part(6)] };

        BookPart Part(int start) => new(start, "ar", TextDirection.RightToLeft, NumberingSystem.ArabicIndic, metadata);
    }

    // One document, since pages and structure tree go by the nodes themselves.
    private static readonly Document Document = Model.Arabic.Document(
        Model.Arabic.Heading(1, "كتاب"),
        Model.Arabic.Heading(2, "المقال الأول"),
        Model.Arabic.Paragraph("نص."),
        Model.Arabic.Heading(3, "فصل"),
        Model.Arabic.Paragraph("نص."),
        new NoteList { Language = "ar", Direction = TextDirection.RightToLeft, Notes = [new Note { Language = "ar", Direction = TextDirection.RightToLeft, Label = "١", Blocks = [Model.Arabic.Paragraph("حاشية.")] }] },
        Model.Arabic.Heading(2, "المقال الثاني"),
        Model.Arabic.Paragraph("نص."));
}
