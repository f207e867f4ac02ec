using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class ContentsTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void Each_entry_gives_the_page_that_its_heading_stands_on_in_the_digits_of_the_document()
    {
        var pages = Lay(Article(9), true);
        Assert.Equal(18, pages.Contents!.Entries.Length);
        Assert.All(pages.Contents.Entries, entry =>
        {
            var place = pages.Destinations.Single(d => ReferenceEquals(d.Node, entry.Heading));
            Assert.Equal(pages.Pages[place.PageIndex].Label, entry.Folio.Value);
            Assert.Equal(entry.Folio.Value, pages.TextOf(entry.Folio));
            Assert.Equal(InlineText.Of(entry.Heading.Inlines), pages.TextOf((Text)entry.Link.Inlines[0]));
        });
        Assert.Equal(pages.Contents.Entries.Select(e => e.Heading), Article(9).Blocks.OfType<Heading>().Skip(1), (a, b) => a.Level == b.Level && InlineText.Of(a.Inlines) == InlineText.Of(b.Inlines));
    }

    [Fact]
    public void It_stands_between_the_title_and_the_text()
    {
        var pages = Lay(Article(9), true);
        var said = pages.Fragments().Where(f => !f.Owner.IsArtifact).Select(f => PageReader.LogicalText(f).Trim()).Take(3);
        Assert.Equal(["عنوان", "المحتويات", "الباب ١"], said);
        Assert.Equal(1, pages.Contents!.After);
    }

    [Fact]
    public void The_whole_line_of_an_entry_is_one_link_from_the_words_to_the_number()
    {
        var pages = Lay(Article(9), true);
        var entry = pages.Contents!.Entries[0];
        var area = Assert.Single(pages.Pages[0].Items.OfType<LinkArea>(), a => ReferenceEquals(a.Target, entry.Link));
        var box = Assert.Single(area.Boxes);
        Assert.Equal(Theme.Print.Page.ContentWidth, box.Width, 1);
        Assert.Equal(Theme.Print.Page.Outer, box.X, 1);
    }

    [Fact]
    public void Leaders_are_dots_on_one_grid_that_touch_neither_words_nor_number()
    {
        var pages = Lay(Article(9), true);
        var dots = pages.Pages[0].Items.OfType<FilledBox>().ToList();
        Assert.NotEmpty(dots);
        var columns = dots.Select(d => Math.Round(d.Box.X, 2)).Distinct().Count();
        Assert.True(columns < dots.Count / 4, "The dots of the lines stand below one another.");
        foreach (var fragment in pages.Pages[0].Items.OfType<TextFragment>().Where(f => !f.Owner.IsArtifact))
        {
            var line = dots.Where(d => Math.Abs(d.Box.Bottom - fragment.Y) < 1);
            Assert.DoesNotContain(line, d => d.Box.Right > fragment.X && d.Box.X < fragment.X + fragment.Width);
        }
    }

    [Fact]
    public void An_entry_of_the_third_level_is_indented()
    {
        var pages = Lay(Article(9), true);
        var (section, below) = (pages.Contents!.Entries[0], pages.Contents.Entries[1]);
        Assert.Equal((2, 3), (section.Heading.Level, below.Heading.Level));
        Assert.Equal(Theme.Print.Indent * Theme.Print.TextSize, RightOf(section) - RightOf(below), 1);

        double RightOf(ContentsEntry entry) => pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, entry.Link.Inlines[0])).Max(f => f.X + f.Width);
    }

    [Fact]
    public void A_long_entry_leaves_room_for_the_number_on_its_last_line()
    {
        var document = Model.Document(Model.Heading(2, string.Concat(Enumerable.Repeat(Words, 3)).Trim()), Model.Paragraph(Words));
        var pages = Lay(document, true);
        var entry = Assert.Single(pages.Contents!.Entries);
        var lines = pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, entry.Link.Inlines[0])).ToList();
        var folio = pages.Fragments().Single(f => ReferenceEquals(f.Owner.Node, entry.Folio));
        Assert.True(lines.Select(f => f.Y).Distinct().Count() > 1);
        Assert.Equal(lines.Max(f => f.Y), folio.Y, 3);
        Assert.All(lines.Where(f => f.Width > 20), f => Assert.True(f.X > folio.X + folio.Width));
    }

    [Fact]
    public void A_short_article_has_contents_only_when_they_are_asked_for()
    {
        Assert.Null(Lay(Article(2), null).Contents);
        Assert.NotNull(Lay(Article(2), true).Contents);
    }

    [Fact]
    public void A_long_article_has_contents_unless_they_are_not_wanted()
    {
        Assert.NotNull(Lay(Article(9), null).Contents);
        Assert.Null(Lay(Article(9), false).Contents);
    }

    [Fact]
    public void An_article_without_headings_has_none_even_when_asked() =>
        Assert.Null(Lay(Model.Document(Model.Paragraph(Words)), true).Contents);

    [Fact]
    public void The_first_section_and_not_the_contents_is_named_in_the_head()
    {
        var pages = Lay(Article(60), true);
        Assert.DoesNotContain(pages.Fragments(), f => f.Owner is { IsArtifact: true, Artifact: ArtifactKind.RunningHead } && PageReader.LogicalText(f).Contains("المحتويات", StringComparison.Ordinal));
    }

    [Fact]
    public void No_bookmark_leads_to_its_title()
    {
        var pages = Lay(Article(2), true);
        Assert.DoesNotContain(pages.Destinations, d => ReferenceEquals(d.Node, pages.Contents!.Title));
    }

    private static PageSet Lay(Document document, bool? contents) =>
        PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default with { HasContents = contents }, TestContext.Current.CancellationToken);

    private static Document Article(int sections) => Model.Document([.. Enumerable.Range(1, sections).SelectMany(n => new Block[]
    {
        Model.Heading(2, "الباب " + NumberingSystem.ArabicIndic.Format(n)),
        Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 10))),
        Model.Heading(3, "فصل"),
        Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 20))),
    })]);
}
