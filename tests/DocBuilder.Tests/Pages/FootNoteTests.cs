using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class FootNoteTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void A_note_begins_at_the_foot_of_the_page_that_calls_it()
    {
        foreach (var size in new[] { 1, 4, 12 })
        {
            var (blocks, notes) = Article(24, size);
            var pages = Lay(blocks);
            for (var i = 0; i < notes.Count; i++)
            {
                var call = pages.Pages.Single(p => p.Items.OfType<TextFragment>().Any(f => f.Owner.Node is NoteReference r && r.NoteAnchor == notes[i].Anchor));
                var mark = pages.Pages.Single(p => p.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, notes[i])));
                Assert.Same(call, mark);
                Assert.Same(call, pages.Pages[pages.Destinations.Single(d => ReferenceEquals(d.Node, notes[i])).PageIndex]);
            }
        }
    }

    [Fact]
    public void The_mark_of_a_note_can_be_pressed_and_its_call_has_a_place()
    {
        var (blocks, notes) = Article(24, 4);
        var pages = Lay(blocks);
        foreach (var note in notes)
        {
            var page = pages.Pages.Single(p => p.Items.OfType<LinkArea>().Any(area => ReferenceEquals(area.Target, note)));
            var place = pages.Destinations.Single(d => d.Node is NoteReference call && call.NoteAnchor == note.Anchor);
            Assert.Same(page, pages.Pages[place.PageIndex]);
        }
    }

    [Fact]
    public void Notes_stand_below_the_text_below_a_rule_and_within_the_text_area()
    {
        var (blocks, notes) = Article(30, 5);
        var own = notes.SelectMany(n => NodeTree.SelfAndDescendants(n)).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);
        foreach (var page in Lay(blocks).Pages)
        {
            var items = page.Items.OfType<TextFragment>().Where(f => !f.Owner.IsArtifact).ToLookup(f => own.Contains(f.Owner.Node));
            if (!items[true].Any())
            {
                continue;
            }

            var rule = Assert.Single(page.Items.OfType<FilledBox>(), b => b.Owner.Artifact == ArtifactKind.Layout);
            Assert.All(items[false], f => Assert.True(f.Y < rule.Box.Y));
            Assert.All(items[true], f => Assert.InRange(f.Y, rule.Box.Bottom, page.Height - Theme.Print.Page.Bottom));
        }
    }

    [Fact]
    public void A_note_longer_than_its_page_goes_on_at_the_foot_of_the_next_and_nothing_is_lost()
    {
        var (blocks, notes) = Article(6, 90);
        var pages = Lay(blocks);
        foreach (var text in NodeTree.SelfAndDescendants(Model.Document(blocks)).OfType<Text>())
        {
            Assert.True(text.Value == "عنوان" || pages.TextOf(text).TrimEnd() == text.Value.TrimEnd());
        }

        var said = notes[0].Blocks.OfType<Paragraph>().Single().Inlines[0];
        Assert.True(pages.Pages.Count(p => p.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, said))) > 1);
    }

    [Fact]
    public void Notes_stand_in_the_order_in_which_they_are_called()
    {
        var (blocks, notes) = Article(10, 1);
        var list = (NoteList)blocks[^1];
        blocks[^1] = list with { Notes = [.. list.Notes.Reverse()] };
        var marks = Lay(blocks).Fragments().Select(f => f.Owner.Node).OfType<Note>().Distinct(ReferenceEqualityComparer.Instance);
        Assert.Equal(notes, marks, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void The_heading_of_a_list_that_is_emptied_stands_over_the_first_of_its_notes_and_comes_last_among_the_destinations_of_headings()
    {
        var (blocks, notes) = Article(10, 1);
        var heading = Model.Heading(2, "الحواشي");
        var pages = Lay([.. blocks[..5], Model.Heading(2, "فصل"), .. blocks[5..^1], heading, blocks[^1]]);
        var page = pages.Pages.Single(p => p.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, heading.Inlines[0])));
        var words = page.Items.OfType<TextFragment>().Single(f => ReferenceEquals(f.Owner.Node, heading.Inlines[0]));
        var mark = page.Items.OfType<TextFragment>().First(f => ReferenceEquals(f.Owner.Node, notes[0]));
        Assert.InRange(mark.Y - words.Y, 1, 30);
        Assert.Same(heading, pages.Destinations.Select(d => d.Node).OfType<Heading>().Last());
    }

    [Fact]
    public void A_note_that_nothing_calls_stays_in_its_list_under_its_heading()
    {
        var (blocks, _) = Article(3, 1);
        var list = (NoteList)blocks[^1];
        var loose = list.Notes[0] with { Anchor = "loose", Blocks = [Model.Paragraph("بلا إشارة")] };
        var pages = Lay([.. blocks[..^1], Model.Heading(2, "الحواشي"), list with { Notes = list.Notes.Add(loose) }]);
        var y = pages.Fragments().First(f => ReferenceEquals(f.Owner.Node, loose)).Y;
        Assert.True(y < pages.Fragments().First(f => ReferenceEquals(f.Owner.Node, list.Notes[0])).Y);
    }

    [Fact]
    public void Notes_placed_at_the_end_stand_where_the_article_has_them()
    {
        var (blocks, notes) = Article(30, 1);
        var pages = Lay(blocks, LayoutOptions.Default with { Notes = Typesetting.Pages.NotePlacement.End });
        var order = pages.Fragments().Select(f => f.Owner.Node).ToList();
        Assert.All(notes, note => Assert.True(order.FindIndex(n => ReferenceEquals(n, note)) > order.FindLastIndex(n => n is NoteReference)));
    }

    [Fact]
    public void A_page_begins_in_the_text_and_not_in_a_note_that_goes_on()
    {
        var (blocks, notes) = Article(12, 60);
        var own = notes.SelectMany(n => NodeTree.SelfAndDescendants(n)).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);
        Assert.All(Lay(blocks).Pages, page => Assert.False(page.FirstText is { } first && own.Contains(first.Node)));
    }

    /// <summary>Paragraphs that call a note each, and the notes.</summary>
    private static (Block[] Blocks, List<Note> Notes) Article(int paragraphs, int noteSentences)
    {
        var notes = Enumerable.Range(0, paragraphs).Select(i => new Note
        {
            Language = "ar",
            Direction = TextDirection.RightToLeft,
            Anchor = string.Create(CultureInfo.InvariantCulture, $"n{i}"),
            Label = string.Create(CultureInfo.InvariantCulture, $"{i}"),
            Blocks = [Model.Paragraph(string.Concat(Enumerable.Repeat(Words, noteSentences)))],
        }).ToList();
        var body = notes.Select(note => (Block)Model.Paragraph([Model.Text(Words + Words), new NoteReference { Language = "ar", Direction = TextDirection.RightToLeft, NoteAnchor = note.Anchor!, Label = note.Label }, Model.Text(" " + Words)]));
        return ([.. body, new NoteList { Language = "ar", Direction = TextDirection.RightToLeft, Notes = [.. notes] }], notes);
    }

    private static PageSet Lay(Block[] blocks, LayoutOptions? options = null) =>
        PageLayout.Lay(Model.Document(blocks), Theme.Print, FontLibrary.Shipped, options ?? LayoutOptions.Default, TestContext.Current.CancellationToken);
}
