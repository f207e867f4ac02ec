using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class PrinterSheetTests
{
    private const double Bleed = 8.5;

    [Fact]
    public void Pages_are_as_large_as_their_paper_when_nothing_is_asked_for()
    {
        var page = Lay(LayoutOptions.Default).Pages[0];
        Assert.Null(page.TrimBox);
        Assert.Null(page.BleedBox);
        Assert.Equal(Theme.Print.Page.Width, page.Width);
    }

    [Theory]
    [InlineData(Bleed, false, Bleed)]
    [InlineData(0, true, PrinterSheet.MarkRoom)]
    [InlineData(Bleed, true, Bleed + PrinterSheet.MarkRoom)]
    public void The_sheet_grows_by_the_bleed_and_the_room_for_marks(double bleed, bool marks, double margin)
    {
        var page = Lay(new LayoutOptions { Bleed = bleed, HasCropMarks = marks }).Pages[0];
        var paper = Theme.Print.Page;
        Assert.Equal(paper.Width + (2 * margin), page.Width, 6);
        Assert.Equal(paper.Height + (2 * margin), page.Height, 6);
        Assert.Equal(new Box(margin, margin, paper.Width, paper.Height), page.TrimBox);
        Assert.Equal(margin - bleed, page.BleedBox!.Value.X, 6);
        Assert.Equal(paper.Height + (2 * bleed), page.BleedBox.Value.Height, 6);
    }

    [Fact]
    public void Crop_marks_are_hairlines_outside_the_bleed_in_line_with_the_edges_of_the_trimmed_page()
    {
        var page = Lay(new LayoutOptions { Bleed = Bleed, HasCropMarks = true }).Pages[0];
        var (trim, bleed) = (page.TrimBox!.Value, page.BleedBox!.Value);
        var marks = page.Items.OfType<FilledBox>().Where(b => b.Owner is { IsArtifact: true, Artifact: ArtifactKind.PrinterMark }).ToList();
        Assert.Equal(8, marks.Count);
        Assert.All(marks, mark =>
        {
            Assert.Equal(0.25, Math.Min(mark.Box.Width, mark.Box.Height), 6);
            Assert.Equal(Color.Black, mark.Fill);
            Assert.True(mark.Box.Right < bleed.X || mark.Box.X > bleed.Right || mark.Box.Bottom < bleed.Y || mark.Box.Y > bleed.Bottom);
            var isHorizontal = mark.Box.Width > mark.Box.Height;
            var line = isHorizontal ? mark.Box.Y + (mark.Box.Height / 2) : mark.Box.X + (mark.Box.Width / 2);
            Assert.Contains(isHorizontal ? new[] { trim.Y, trim.Bottom } : [trim.X, trim.Right], edge => Math.Abs(edge - line) < 0.001);
        });
    }

    [Fact]
    public void Words_links_and_destinations_move_along()
    {
        var (plain, sheet) = (Lay(LayoutOptions.Default), Lay(new LayoutOptions { Bleed = Bleed, HasCropMarks = true }));
        const double margin = Bleed + PrinterSheet.MarkRoom;
        Assert.All(plain.Fragments().Zip(sheet.Fragments()), pair => Assert.Equal((pair.First.X + margin, pair.First.Y + margin), (pair.Second.X, pair.Second.Y)));
        var (before, after) = (plain.Pages[0].Items.OfType<LinkArea>().Single(), sheet.Pages[0].Items.OfType<LinkArea>().Single());
        Assert.Equal(before.Boxes[0].X + margin, after.Boxes[0].X, 6);
        Assert.All(plain.Destinations.Zip(sheet.Destinations), pair => Assert.Equal((pair.First.X + margin, pair.First.Y + margin), (pair.Second.X, pair.Second.Y)));
    }

    private static PageSet Lay(LayoutOptions options)
    {
        var document = Model.Document(Model.Heading(2, "باب"), Model.Paragraph([Model.Text("انظر "), Model.Link("https://example.org/", Model.Text("الموقع"))]));
        return PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, options, TestContext.Current.CancellationToken);
    }
}
