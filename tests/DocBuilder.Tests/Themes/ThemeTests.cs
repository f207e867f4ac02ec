using DocBuilder.Documents;
using DocBuilder.Tests.Pages;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Themes;

/// <summary>What the themes that come along are held to.</summary>
public sealed class ThemeTests
{
    public static TheoryData<string> Themes() => [.. ThemeFile.Names];

    [Theory, MemberData(nameof(Themes))]
    public void Text_has_a_contrast_of_seven_to_one_on_every_background(string name)
    {
        var theme = MixedTextTests.Open(name);
        foreach (var text in new[] { theme.TextColor, theme.SecondaryColor, theme.LinkColor })
        {
            Assert.All([Contrast.White, theme.ShadeColor, theme.MarkColor], background => Assert.True(Contrast.Between(text, background) >= 7));
        }
    }

    [Fact]
    public void Contrast_is_that_of_wcag()
    {
        Assert.Equal(21, Contrast.Between(Color.Black, Contrast.White), 6);
        Assert.Equal(4.54, Contrast.Between(new Color(0x76, 0x76, 0x76), Contrast.White), 2);
    }

    [Theory, MemberData(nameof(Themes))]
    public void Every_family_a_theme_names_comes_along(string name)
    {
        var theme = MixedTextTests.Open(name);
        var families = theme.Scripts.SelectMany(row => row.Families).Concat(theme.FallbackFamilies).Concat(theme.CodeFamilies);
        Assert.Empty(families.Except(FontLibrary.Shipped.Faces.Select(face => face.Family)));
    }

    [Theory, MemberData(nameof(Themes))]
    public void Lines_are_no_longer_than_can_be_followed_and_as_long_as_the_paper_allows(string name)
    {
        const string words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";
        // Large letters have fewer to the line.
        var fewest = name == "large-print" ? 28 : 50;
        foreach (var (width, height) in new[] { (595, 842), (420, 595), (612, 792), (842, 1191) })
        {
            var paragraph = Model.Paragraph(string.Concat(Enumerable.Repeat(words, 30)));
            var page = MixedTextTests.Lay(MixedTextTests.Open(name).ForPaper(width, height), paragraph).Pages[0];
            var lines = page.Items.OfType<TextFragment>().Where(f => ReferenceEquals(f.Owner.Node, paragraph.Inlines[0])).GroupBy(f => f.Y)
                .Select(line => line.SelectMany(f => f.Runs).Sum(run => run.Text.Count(char.IsLetter))).SkipLast(1);
            Assert.InRange(lines.Average(), fewest, 75);
        }
    }

    [Fact]
    public void Large_print_sets_no_text_under_18_points_but_raised_marks()
    {
        var note = new Note { Language = "ar", Direction = TextDirection.RightToLeft, Label = "١", Blocks = [Model.Paragraph("حاشية قصيرة.")] };
        var code = new CodeBlock { Language = "en", Direction = TextDirection.LeftToRight, Inlines = [Model.Text("int x = 1;", "en")] };
        var pages = MixedTextTests.Lay(
            MixedTextTests.Open("large-print"),
            Model.Heading(6, "عنوان صغير"),
            Model.Paragraph([Model.Text("نص "), Model.Styled(InlineStyle.Small, Model.Text("صغير ")), Model.Styled(InlineStyle.Code, Model.Text("code", "en"))]),
            Model.Table(1, Model.Group(TableRowGroupKind.Body, Model.Row(Model.Cell(0, "خلية")))),
            code,
            new NoteList { Language = "ar", Direction = TextDirection.RightToLeft, Notes = [note] },
            Model.Paragraph(string.Concat(Enumerable.Repeat("كلمات تملأ صفحة أخرى لها عنوان جار. ", 60))));
        Assert.True(pages.Pages.Length > 1);
        Assert.All(pages.Fragments().SelectMany(f => f.Runs), run => Assert.True(run.Size >= 18 - 1e-9, $"{run.Text} is set in {run.Size} points."));
    }

    [Fact]
    public void Links_are_underlined_where_the_theme_says_so()
    {
        var link = Model.Paragraph([Model.Link("https://example.org/", Model.Text("رابط"))]);
        Assert.DoesNotContain(MixedTextTests.Lay(MixedTextTests.Open("print"), link).Pages[0].Items, item => item is FilledBox);
        Assert.Contains(MixedTextTests.Lay(MixedTextTests.Open("large-print"), link).Pages[0].Items, item => item is FilledBox);
    }

    [Fact]
    public void Word_spaces_are_as_wide_as_the_theme_asks()
    {
        var paragraph = Model.Paragraph("كلمة كلمة");
        var print = MixedTextTests.Open("print") with { Justified = false };
        var (narrow, wide) = (SpaceOf(print with { WordSpace = 1 }), SpaceOf(print with { WordSpace = 1.5 }));
        Assert.Equal(narrow * 1.5, wide, 0.6);

        double SpaceOf(Theme theme) => MixedTextTests.Lay(theme, paragraph).Fragments().Where(f => ReferenceEquals(f.Owner.Node, paragraph.Inlines[0]))
            .SelectMany(f => f.Runs).SelectMany(run => run.Glyphs.Where(g => run.Text[g.Cluster] == ' ').Select(g => (double)g.Advance)).Single();
    }

    [Fact]
    public void Emphasis_in_arabic_is_weight_and_never_a_slant()
    {
        var text = Model.Text("مهم");
        foreach (var name in ThemeFile.Names)
        {
            var run = MixedTextTests.Lay(MixedTextTests.Open(name), Model.Paragraph([Model.Styled(InlineStyle.Emphasis, text)])).Fragments().Single(f => ReferenceEquals(f.Owner.Node, text)).Runs.Single();
            Assert.Equal(700, run.Face.Weight);
            Assert.False(run.Face.IsItalic);
        }
    }
}
