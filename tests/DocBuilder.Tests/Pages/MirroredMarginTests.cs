using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class MirroredMarginTests
{
    private const double Gutter = 30;

    private static readonly Theme Even = Theme.Print with { Page = PageGeometry.A4 };

    [Fact]
    public void Equal_margins_without_a_gutter_put_every_page_at_the_same_place() =>
        Assert.All(Lay(Even, 0, "ar").Pages, page => Assert.Equal(Even.Page.Inner, RightMargin(page), 2));

    [Fact]
    public void A_right_to_left_book_begins_with_a_left_hand_page_bound_at_its_right_edge()
    {
        var pages = Lay(Even, Gutter, "ar").Pages;
        Assert.Equal(Even.Page.Inner + Gutter, RightMargin(pages[0]), 2);
        Assert.Equal(Even.Page.Outer, RightMargin(pages[1]), 2);
        Assert.Equal(RightMargin(pages[0]), RightMargin(pages[2]), 2);
    }

    [Fact]
    public void A_left_to_right_book_begins_with_a_right_hand_page_bound_at_its_left_edge()
    {
        var pages = Lay(Even, Gutter, "en").Pages;
        Assert.Equal(Even.Page.Inner + Gutter, LeftMargin(pages[0]), 2);
        Assert.Equal(Even.Page.Outer, LeftMargin(pages[1]), 2);
    }

    [Fact]
    public void A_page_lying_on_its_side_keeps_the_inner_margin_at_each_of_its_edges()
    {
        var turned = Even.Page.WithGutter(Gutter).Turned;
        Assert.Equal((Even.Page.Height, Even.Page.Width), (turned.Width, turned.Height));
        Assert.All([turned.Top, turned.Bottom, turned.Inner, turned.Outer], margin => Assert.Equal(Even.Page.Inner + Gutter, margin, 6));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(148)]
    [InlineData(210)]
    [InlineData(420)]
    public void A_theme_shares_what_its_measure_leaves_among_inner_and_outer(double width)
    {
        var margins = Theme.Print.Margins;
        var page = Theme.Print.ForPaper(width * PageGeometry.PointsPerMillimetre, 842).Page;
        var least = margins.Least * PageGeometry.PointsPerMillimetre;
        Assert.True(page.Inner <= page.Outer);
        Assert.True(page.Inner >= least - 0.001);
        if (page.Inner > least + 0.001)
        {
            Assert.Equal(margins.Inner / margins.Outer, page.Inner / page.Outer, 3);
        }
    }

    private static PageSet Lay(Theme theme, double gutter, string language)
    {
        var words = language == "ar" ? "كانت المكتبة القديمة تطل على البحر من نافذة واسعة. " : "The old library looked out over the sea from a wide window. ";
        var document = Model.Document([.. Enumerable.Range(0, 60).Select(_ => Model.Paragraph(string.Concat(Enumerable.Repeat(words, 4)), language))]);
        document = document with { Language = language, Direction = language == "ar" ? TextDirection.RightToLeft : TextDirection.LeftToRight };
        return PageLayout.Lay(document, theme, FontLibrary.Shipped, LayoutOptions.Default with { Gutter = gutter, HasContents = false }, TestContext.Current.CancellationToken);
    }

    /// <summary>The white on the side where lines begin that are read from right to left.</summary>
    private static double RightMargin(Page page) => page.Width - page.Lines().Max(line => line[^1].X + line[^1].Width);

    /// <summary>The white on the side where lines begin that are read from left to right.</summary>
    private static double LeftMargin(Page page) => page.Lines().Where(line => line[0].Owner.Node is { Language: "en" }).Min(line => line[0].X);
}
