using System.Text.RegularExpressions;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public sealed partial class PageBoundaryTests
{
    [Fact]
    public void The_trim_lies_inside_the_bleed_and_the_bleed_inside_the_sheet()
    {
        var boxes = BoxesOf(new LayoutOptions { Bleed = 10, HasCropMarks = true });
        var (width, height) = (Theme.Print.Page.Width, Theme.Print.Page.Height);
        Assert.Equal([0, 0, width + 56, height + 56], boxes["MediaBox"], Near);
        Assert.Equal(boxes["MediaBox"], boxes["CropBox"], Near);
        Assert.Equal([18, 18, width + 38, height + 38], boxes["BleedBox"], Near);
        Assert.Equal([28, 28, width + 28, height + 28], boxes["TrimBox"], Near);
    }

    [Fact]
    public void All_boundaries_are_the_paper_when_nothing_is_asked_for()
    {
        var boxes = BoxesOf(LayoutOptions.Default);
        Assert.All(boxes.Values, box => Assert.Equal(boxes["MediaBox"], box, Near));
    }

    private static bool Near(double first, double second) => Math.Abs(first - second) < 0.02;

    private static Dictionary<string, double[]> BoxesOf(LayoutOptions options)
    {
        var document = Model.Arabic.Document(Model.Arabic.Heading(1, "عنوان"), Model.Arabic.Paragraph("نص."));
        var pages = PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, options, TestContext.Current.CancellationToken);
        var report = WrittenPdf.Of(document, pages).Run("pdfinfo", "-box", "@");
        return Boundary().Matches(report).ToDictionary(
            static match => match.Groups[1].Value,
            static match => match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray());
    }

    [GeneratedRegex(@"^(\w+Box):\s*(.*)$", RegexOptions.Multiline)]
    private static partial Regex Boundary();
}
