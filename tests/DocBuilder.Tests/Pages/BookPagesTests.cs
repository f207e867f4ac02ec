using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class BookPagesTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void The_title_the_contents_and_every_article_begin_on_pages_of_their_own()
    {
        var book = Book(Text(3), Text(40), Text(1));
        var pages = Lay(book);
        var starts = book.Parts.Select(part => pages.Destinations.Single(d => ReferenceEquals(d.Node, book.Blocks[part.Start])).PageIndex).ToList();

        Assert.Equal(2, starts[0]);
        Assert.True(starts[1] > starts[0] && starts[2] > starts[1] + 1);
        Assert.Equal("عنوان", Said(pages.Pages[0]));
        Assert.StartsWith("المحتويات", Said(pages.Pages[1]), StringComparison.Ordinal);
        for (var i = 0; i < starts.Count; i++)
        {
            Assert.StartsWith($"المقال {i + 1}", Said(pages.Pages[starts[i]]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_title_stands_in_the_upper_part_of_its_page_and_a_long_one_fills_it()
    {
        var page = Theme.Print.Page;
        var title = Lay(Book(Text(1))).Pages[0].Items.OfType<TextFragment>().First(f => !f.Owner.IsArtifact);
        Assert.InRange(title.Y, page.Top + (page.ContentHeight * 0.3), page.Top + (page.ContentHeight * 0.4));

        var book = Book(Text(1));
        var pages = Lay(book with { Blocks = book.Blocks.SetItem(0, Model.Heading(1, string.Concat(Enumerable.Repeat(Words, 7)))) }).Pages;
        Assert.InRange(pages[0].Items.OfType<TextFragment>().First(f => !f.Owner.IsArtifact).Y, page.Top, page.Top + (page.ContentHeight * 0.3));
        Assert.StartsWith("المحتويات", Said(pages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_give_the_page_of_every_article_and_can_be_left_out()
    {
        var book = Book([Model.Heading(3, "فصل"), .. Text(30)], Text(3));
        var pages = Lay(book);

        Assert.Equal(["المقال 1", "فصل", "المقال 2"], pages.Contents!.Entries.Select(entry => InlineText.Of(entry.Heading.Inlines)));
        Assert.All(pages.Contents.Entries, entry => Assert.Equal(pages.Pages[pages.Destinations.Single(d => ReferenceEquals(d.Node, entry.Heading)).PageIndex].Label, entry.Folio.Value));
        var without = Lay(book, LayoutOptions.Default with { HasContents = false });
        Assert.Null(without.Contents);
        Assert.StartsWith("المقال 1", Said(without.Pages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_of_a_book_with_very_many_headings_name_its_articles_only()
    {
        var parts = Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 9).SelectMany(_ => new Block[] { Model.Heading(3, "فصل"), Model.Paragraph(Words) }).ToArray()).ToArray();
        Assert.All(Lay(Book(parts)).Contents!.Entries, entry => Assert.Equal(2, entry.Heading.Level));
        Assert.Equal(20, Lay(Book(parts)).Contents!.Entries.Length);
    }

    [Fact]
    public void An_article_in_a_book_is_laid_out_as_it_is_by_itself()
    {
        foreach (var length in new[] { 5, 12, 29 })
        {
            var article = Text(length);
            var alone = PageLayout.Lay(Model.Document([Model.Heading(2, "المقال 1"), .. article]) is var document ? document with { Blocks = document.Blocks.RemoveAt(0) } : document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default with { HasContents = false }, TestContext.Current.CancellationToken);
            var pages = Lay(Book(article, Text(3)), LayoutOptions.Default with { HasContents = false }).Pages.Skip(1).Take(alone.Pages.Length);
            Assert.Equal(alone.Pages.Select(LinesOf), pages.Select(LinesOf));
        }

        static string LinesOf(Page page) => string.Join('\n', page.Lines().Select(line => string.Create(CultureInfo.InvariantCulture, $"{line[0].Y:0.00} {string.Concat(line.Select(PageReader.LogicalText))}")));
    }

    [Fact]
    public void Notes_and_figures_of_an_article_are_done_before_the_next_begins()
    {
        foreach (var length in Enumerable.Range(6, 14))
        {
            var note = new Note { Language = "ar", Direction = TextDirection.RightToLeft, Label = "١", Anchor = "n", Blocks = [Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 60)))] };
            var call = Model.Paragraph([Model.Text(Words), new NoteReference { Language = "ar", Direction = TextDirection.RightToLeft, NoteAnchor = "n", Label = "١" }]);
            var figure = Figure();
            var book = Book([.. Text(length), call, figure, new NoteList { Language = "ar", Direction = TextDirection.RightToLeft, Notes = [note] }], Text(40));
            var pages = Lay(book);
            var next = pages.Destinations.Single(d => ReferenceEquals(d.Node, book.Blocks[book.Parts[1].Start])).PageIndex;
            var own = NodeTree.SelfAndDescendants(note).Append(((ImageBlock)figure.Blocks[0]).Image).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);

            Assert.Contains(pages.Pages.Take(next), page => page.Items.OfType<PlacedImage>().Any());
            Assert.All(pages.Pages.Skip(next), page => Assert.DoesNotContain(page.Items, item => own.Contains(item.Owner.Node)));
        }
    }

    [Fact]
    public void The_running_head_names_book_and_article_but_not_where_an_article_begins()
    {
        var book = Book(Text(60), Text(60));
        var pages = Lay(book);
        var starts = book.Parts.Select(part => pages.Destinations.Single(d => ReferenceEquals(d.Node, book.Blocks[part.Start])).PageIndex).ToList();
        for (var i = 2; i < pages.Pages.Length; i++)
        {
            var expected = starts.Contains(i) ? "" : i % 2 == 1 ? "عنوان" : $"المقال {starts.FindLastIndex(start => start <= i) + 1}";
            Assert.Equal(expected, string.Concat(pages.Pages[i].Items.OfType<TextFragment>().Where(f => f.Owner.IsArtifact && f.Owner.Artifact == ArtifactKind.RunningHead).Select(PageReader.LogicalText)));
        }
    }

    [Fact]
    public void Lists_of_an_article_are_counted_in_its_own_digits()
    {
        var list = new List { Language = "ar", Direction = TextDirection.RightToLeft, Marker = ListMarker.Decimal, Items = [new ListItem { Language = "ar", Direction = TextDirection.RightToLeft, Ordinal = 7, Blocks = [Model.Paragraph("بند")] }] };
        var book = Book([list], [list with { Items = [list.Items[0] with { Blocks = [Model.Paragraph("بند")] }] }]);
        book = book with { Parts = book.Parts.SetItem(1, book.Parts[1] with { Numbering = NumberingSystem.Latin }) };

        Assert.Equal(["٧.", "7."], Lay(book).Fragments().Where(f => f.Owner.Node is ListItem).Select(PageReader.LogicalText));
    }

    private static PageSet Lay(Document book, LayoutOptions? options = null) =>
        PageLayout.Lay(book, Theme.Print, FontLibrary.Shipped, options ?? LayoutOptions.Default, TestContext.Current.CancellationToken);

    private static string Said(Page page) => string.Concat(page.Items.OfType<TextFragment>().Where(f => !f.Owner.IsArtifact).Select(PageReader.LogicalText)).Trim();

    private static Block[] Text(int paragraphs) => [.. Enumerable.Range(0, paragraphs).Select(i => (Block)Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 2 + (i % 4)))))];

    private static Figure Figure() => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Blocks = [new ImageBlock { Language = "ar", Direction = TextDirection.RightToLeft, Image = new Image { Language = "ar", Direction = TextDirection.RightToLeft, Resource = new ImageResource("x.png", "image/png", default, 800, 500), AlternativeText = "صورة" } }],
        Caption = [Model.Paragraph("تعليق")],
    };

    private static Document Book(params Block[][] articles)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var parts = ImmutableArray.CreateBuilder<BookPart>();
        blocks.Add(Model.Heading(1, "عنوان"));
        foreach (var article in articles)
        {
            parts.Add(new BookPart(blocks.Count, "ar", TextDirection.RightToLeft, NumberingSystem.ArabicIndic, new Metadata { Title = "مقال", Identifier = "urn:uuid:00000000-0000-8000-8000-000000000001" }));
            blocks.Add(Model.Heading(2, $"المقال {parts.Count}"));
            blocks.AddRange(article);
        }

        return Model.Document() with { Blocks = blocks.ToImmutable(), Parts = parts.ToImmutable() };
    }
}
