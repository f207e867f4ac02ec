using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class PageFurnitureTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void The_head_names_the_title_on_one_side_of_a_spread_and_the_section_on_the_other()
    {
        var pages = Lay(Theme.Print, Model.Document([Model.Heading(2, "الباب الأول"), .. Text(60), Model.Heading(2, "الباب الثاني"), .. Text(60)]));
        var heads = pages.Pages.Select(HeadOf).ToList();
        Assert.True(heads.Count >= 5);
        Assert.Null(heads[0]);
        Assert.All(heads.Where((_, i) => i % 2 == 1), head => Assert.Equal("عنوان", head));
        Assert.Equal("الباب الأول", heads[2]);
        Assert.Equal("الباب الثاني", heads[^(heads.Count % 2 == 1 ? 1 : 2)]);
    }

    [Fact]
    public void The_head_names_the_title_on_both_sides_before_the_first_section()
    {
        var pages = Lay(Theme.Print, Model.Document([.. Text(60)]));
        Assert.All(pages.Pages.Skip(1), page => Assert.Equal("عنوان", HeadOf(page)));
    }

    [Fact]
    public void A_section_begun_in_the_middle_of_a_page_is_that_pages_section()
    {
        var document = Model.Document([Model.Heading(2, "الأول"), .. Text(42), Model.Heading(2, "الثاني"), .. Text(8)]);
        var pages = Lay(Theme.Print, document);
        var heading = (Heading)document.Blocks.Last(b => b is Heading);
        var page = pages.Destinations.Single(d => ReferenceEquals(d.Node, heading)).PageIndex;
        Assert.True(page > 0 && page % 2 == 0, "The test is of a page that names its section.");
        Assert.Equal("الثاني", HeadOf(pages.Pages[page]));
    }

    [Fact]
    public void A_head_that_is_too_wide_is_cut_after_a_word()
    {
        var heading = string.Concat(Enumerable.Repeat("كلمة ", 4000)).Trim();
        var pages = Lay(Theme.Print, Model.Document([Model.Heading(2, heading), .. Text(60)]));
        var head = HeadOf(pages.Pages[^(pages.Pages.Length % 2 == 1 ? 1 : 2)])!;
        Assert.EndsWith("كلمة…", head, StringComparison.Ordinal);
        Assert.All(Furniture(pages.Pages[^1], ArtifactKind.RunningHead), f => Assert.InRange(f.X, 0, Theme.Print.Page.Width - f.Width));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(148)]
    [InlineData(210)]
    [InlineData(297)]
    public void Furniture_keeps_its_own_height_from_the_text_or_is_left_out(double height)
    {
        var theme = Theme.Print.ForPaper(Millimetres(Math.Max(60, height * 0.7)), Millimetres(height));
        foreach (var page in Lay(theme, Model.Document([.. Text(60)])).Pages)
        {
            Assert.All(Furniture(page, ArtifactKind.RunningHead), f => Assert.True(theme.Page.Top - f.Y >= HeightOf(f)));
            Assert.All(Furniture(page, ArtifactKind.Folio), f => Assert.True(f.Y - (theme.Page.Height - theme.Page.Bottom) >= HeightOf(f)));
        }
    }

    [Theory, InlineData(148, 210), InlineData(210, 297), InlineData(216, 279)]
    public void Every_page_of_the_largest_type_has_a_folio(double width, double height)
    {
        var theme = ShippedThemes.Named("large-print")!.ForPaper(Millimetres(width), Millimetres(height));
        Assert.All(Lay(theme, Model.Document([.. Text(20)])).Pages, page => Assert.NotEmpty(Furniture(page, ArtifactKind.Folio)));
    }

    [Fact]
    public void The_smallest_paper_has_no_running_head()
    {
        var theme = Theme.Print.ForPaper(Millimetres(60), Millimetres(60));
        Assert.All(Lay(theme, Model.Document([.. Text(10)])).Pages, page => Assert.Null(HeadOf(page)));
    }

    private static PageSet Lay(Theme theme, Document document) =>
        PageLayout.Lay(document, theme, FontLibrary.Shipped, LayoutOptions.Default with { HasContents = false }, TestContext.Current.CancellationToken);

    private static IEnumerable<Block> Text(int paragraphs) => Enumerable.Range(0, paragraphs).Select(_ => Model.Paragraph(Words));

    private static string? HeadOf(Page page)
    {
        var words = Furniture(page, ArtifactKind.RunningHead).Select(PageReader.LogicalText).ToList();
        return words.Count == 0 ? null : string.Concat(words);
    }

    private static IEnumerable<TextFragment> Furniture(Page page, ArtifactKind kind) =>
        page.Items.OfType<TextFragment>().Where(f => f.Owner.IsArtifact && f.Owner.Artifact == kind);

    private static double HeightOf(TextFragment fragment) => fragment.Runs.Max(static run =>
        run.Size * run.Glyphs.Max(glyph => run.Face.BoxOf(glyph.Id) is { } box ? box.YMax + glyph.YOffset - Math.Min(0, box.YMin + glyph.YOffset) : 0) / run.Face.UnitsPerEm);

    private static double Millimetres(double length) => length * PageGeometry.PointsPerMillimetre;
}
