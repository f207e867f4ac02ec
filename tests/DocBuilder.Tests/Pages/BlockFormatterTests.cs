using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class BlockFormatterTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void A_marker_hangs_where_reading_starts_and_all_of_a_list_end_at_one_place()
    {
        var items = Enumerable.Range(8, 4).Select(n => Item(n, Model.Paragraph("بند"))).ToArray();
        var pages = Lay(List(ListMarker.Decimal, items));
        var texts = items.Select(i => pages.Fragments().Single(f => ReferenceEquals(f.Owner.Node, ((Paragraph)i.Blocks[0]).Inlines[0]))).ToList();
        var markers = items.Select(i => pages.Fragments().Single(f => ReferenceEquals(f.Owner.Node, i))).ToList();
        Assert.All(markers.Zip(texts), pair => Assert.True(pair.First.X >= pair.Second.X + pair.Second.Width));
        Assert.All(markers, m => Assert.Equal(markers[0].X, m.X, 3));
    }

    [Fact]
    public void Markers_stand_beside_short_items_in_a_narrow_cell()
    {
        var items = Enumerable.Range(0, 2).Select(n => Item(n, Model.Paragraph("الدراسة"))).ToArray();
        var cell = Model.Cell(1, "") with { Blocks = [List(ListMarker.Disc, items)] };
        var pages = Lay(Model.Table(2, Model.Group(TableRowGroupKind.Body, Model.Row(Model.Cell(0, "المشروع"), cell))));
        Assert.All(items, item =>
        {
            var marker = pages.Fragments().Single(f => ReferenceEquals(f.Owner.Node, item));
            var words = pages.Fragments().Single(f => ReferenceEquals(f.Owner.Node, ((Paragraph)item.Blocks[0]).Inlines[0]));
            Assert.Equal(words.Y, marker.Y, 3);
            Assert.True(marker.X >= words.X + words.Width);
        });
    }

    [Fact]
    public void Two_calls_to_notes_side_by_side_are_two_numbers()
    {
        NoteReference[] calls = [.. Enumerable.Range(1, 2).Select(static n => new NoteReference { Language = "ar", Direction = TextDirection.RightToLeft, NoteAnchor = "n" + n, Label = n.ToString(System.Globalization.CultureInfo.InvariantCulture) })];
        var fragments = Lay(Model.Paragraph([Model.Text("كلمة"), .. calls, Model.Text(".")])).Fragments().ToList();
        var (first, second) = (fragments.Single(f => ReferenceEquals(f.Owner.Node, calls[0])), fragments.Single(f => ReferenceEquals(f.Owner.Node, calls[1])));
        Assert.InRange(first.X - (second.X + second.Width), 1, 6);
    }

    [Fact]
    public void The_title_of_a_remark_is_never_left_at_the_foot_of_a_page()
    {
        for (var lines = 10; lines < 40; lines++)
        {
            var title = Model.Text("ملاحظة");
            var text = Model.Text(Words + Words);
            var pages = Lay([.. Enumerable.Range(0, lines).Select(_ => Model.Paragraph("سطر")), Model.Paragraph([Model.Styled(InlineStyle.Strong, title)]), Model.Paragraph([text]), Model.Paragraph(Words)]);
            Assert.Equal(PageOf(title), PageOf(text));

            int PageOf(Node node) => pages.Pages.ToList().FindIndex(page => page.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, node)));
        }
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(16, false)]
    public void A_picture_in_the_text_that_is_much_higher_than_a_line_stands_on_its_own(int pixels, bool isAlone)
    {
        var picture = new Image { Language = "ar", Direction = TextDirection.RightToLeft, Resource = new ImageResource("x.png", "image/png", Array.Empty<byte>(), pixels, pixels), AlternativeText = "صورة" };
        var (before, after) = (Model.Text("قبل "), Model.Text(" بعد"));
        var page = Lay(new Paragraph { Language = "ar", Direction = TextDirection.RightToLeft, Inlines = [before, picture, after] }).Pages[0];
        var placed = Assert.Single(page.Items.OfType<PlacedImage>());
        Assert.All([before, after], text =>
        {
            var words = page.Items.OfType<TextFragment>().First(fragment => ReferenceEquals(fragment.Owner.Node, text));
            Assert.Equal(isAlone, words.Y < placed.Box.Y || words.Y > placed.Box.Bottom + 1);
        });
    }

    [Fact]
    public void Markers_never_overprint_their_items_however_deep_the_lists()
    {
        var block = (Block)Model.Paragraph(Words);
        for (var depth = 0; depth < 40; depth++)
        {
            block = List(ListMarker.Decimal, Item(88, Model.Paragraph("مستوى"), block));
        }

        foreach (var page in Lay(block).Pages)
        {
            foreach (var line in page.Lines())
            {
                Assert.All(line.Zip(line.Skip(1)), pair => Assert.True(pair.First.X + pair.First.Width <= pair.Second.X + 0.01));
            }
        }
    }

    [Fact]
    public void A_term_stays_with_its_description_which_stands_in()
    {
        for (var lead = 15; lead < 40; lead++)
        {
            var term = Model.Paragraph("المصطلح");
            var description = Model.Paragraph("كانت المكتبة القديمة تطل على البحر.");
            var list = new DescriptionList { Language = "ar", Direction = TextDirection.RightToLeft, Items = [Described(true, term), Described(false, description)] };
            var pages = Lay([.. Enumerable.Range(0, lead).Select(_ => (Block)Model.Paragraph("سطر.")), list]);
            var page = pages.Pages.Single(p => p.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, term.Inlines[0])));
            var first = page.Items.OfType<TextFragment>().First(f => ReferenceEquals(f.Owner.Node, term.Inlines[0]));
            var below = Assert.Single(page.Items.OfType<TextFragment>(), f => ReferenceEquals(f.Owner.Node, description.Inlines[0]));
            Assert.True(below.X + below.Width < first.X + first.Width - 10);
        }

        static DescriptionItem Described(bool isTerm, Block block) => new() { Language = "ar", Direction = TextDirection.RightToLeft, IsTerm = isTerm, Blocks = [block] };
    }

    [Fact]
    public void A_shaded_block_over_two_pages_reaches_beyond_its_text_on_both()
    {
        var aside = new Aside { Language = "ar", Direction = TextDirection.RightToLeft, Blocks = [Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 32)))] };
        var pages = Lay(aside).Pages;
        Assert.Equal(2, pages.Length);
        var geometry = Theme.Print.Page;
        var above = pages[1].Items.OfType<FilledBox>().Where(b => b.Owner.Artifact == ArtifactKind.Background).Min(b => b.Box.Y);
        Assert.Equal(geometry.Top - (Theme.Print.TextSize * 0.5), above, 3);
        var shades = pages[0].Items.OfType<FilledBox>().Where(b => b.Owner.Artifact == ArtifactKind.Background).OrderBy(b => b.Box.Bottom).ToList();
        Assert.Equal(Theme.Print.TextSize * 0.5, shades[^1].Box.Bottom - shades[^2].Box.Bottom - (shades[^2].Box.Height), 3);
    }

    [Fact]
    public void A_code_line_too_long_breaks_after_a_separator_and_is_marked_without_being_said()
    {
        var code = new CodeBlock { Language = "en", Direction = TextDirection.LeftToRight, Inlines = [Model.Text("short\n" + string.Concat(Enumerable.Repeat("alpha(beta,gamma);", 9)), "en")] };
        var pages = Lay(code);
        var marks = pages.Fragments().Where(f => f.Owner.IsArtifact && PageReader.LogicalText(f) == "\u21A9").ToList();
        var lines = pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, code.Inlines[0])).GroupBy(f => f.Y).Select(g => string.Concat(g.Select(PageReader.LogicalText))).ToList();
        Assert.Equal(lines.Count - 2, marks.Count);
        Assert.NotEmpty(marks);
        Assert.All(lines.Skip(1), line => Assert.True(line[^1] is ',' or ';' or '(' or ')', line));
    }

    [Fact]
    public void Hemistichs_too_long_for_two_columns_stand_one_below_the_other_in_the_whole_poem()
    {
        var verse = Poem(("كانت المكتبة القديمة تطل على البحر من نافذة واسعة وكان القراء", "يجلسون فيها"), ("قصير", "وقصير"));
        var pages = Lay(verse);
        foreach (var line in verse.Lines)
        {
            var first = FragmentOf(pages, line.Hemistichs[0]);
            var second = FragmentOf(pages, line.Hemistichs[1]);
            Assert.True(second.Y > first.Y);
            Assert.True(second.X < first.X && second.X + second.Width < first.X + first.Width);
        }
    }

    [Fact]
    public void Hemistichs_of_a_poem_stand_in_two_columns_with_straight_edges()
    {
        var verse = Poem(("قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى بين الدخول فحومل"), ("فتوضح فالمقراة لم يعف رسمها", "لما نسجتها من جنوب وشمأل"));
        var pages = Lay(verse);
        for (var half = 0; half < 2; half++)
        {
            var lines = verse.Lines.Select(l => FragmentOf(pages, l.Hemistichs[half])).ToList();
            Assert.Equal(lines[0].X, lines[1].X, 1);
            Assert.Equal(lines[0].Width, lines[1].Width, 1);
        }

        Assert.Equal(FragmentOf(pages, verse.Lines[0].Hemistichs[0]).Y, FragmentOf(pages, verse.Lines[0].Hemistichs[1]).Y);
    }

    [Fact]
    public void What_is_left_of_a_long_line_of_verse_hangs_below_it()
    {
        var line = new Hemistich { Language = "ar", Direction = TextDirection.RightToLeft, Inlines = [Model.Text(Words + Words)] };
        var pages = Lay(new Verse { Language = "ar", Direction = TextDirection.RightToLeft, Lines = [new VerseLine { Language = "ar", Direction = TextDirection.RightToLeft, Hemistichs = [line] }] });
        var edges = pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, line.Inlines[0])).Select(f => f.X + f.Width).ToList();
        Assert.True(edges.Count > 1);
        Assert.All(edges.Skip(1), edge => Assert.Equal(edges[0] - (3 * Theme.Print.TextSize), edge, 2));
    }

    [Fact]
    public void A_date_before_a_heading_is_never_left_at_the_foot_of_a_page()
    {
        for (var lines = 10; lines < 40; lines++)
        {
            var date = Model.Text("٣ أيار ١٩١٢");
            var heading = Model.Heading(2, "يوم آخر");
            var time = new Time { Language = "ar", Direction = TextDirection.RightToLeft, DateTime = "1912-05-03", Inlines = [date] };
            var pages = Lay([.. Enumerable.Range(0, lines).Select(_ => Model.Paragraph("سطر")), Model.Paragraph([time]), heading, Model.Paragraph(Words + Words)]);
            Assert.Equal(PageOf(date), PageOf(heading.Inlines[0]));

            int PageOf(Node text) => pages.Pages.ToList().FindIndex(page => page.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, text)));
        }
    }

    private static Verse Poem(params (string First, string Second)[] lines) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Lines = [.. lines.Select(l => new VerseLine { Language = "ar", Direction = TextDirection.RightToLeft, Hemistichs = [Half(l.First), Half(l.Second)] })],
    };

    private static Hemistich Half(string words) => new() { Language = "ar", Direction = TextDirection.RightToLeft, Inlines = [Model.Text(words)] };

    private static TextFragment FragmentOf(PageSet pages, Hemistich half) => pages.Fragments().Single(f => ReferenceEquals(f.Owner.Node, half.Inlines[0]));

    private static List List(ListMarker marker, params ListItem[] items) => new() { Language = "ar", Direction = TextDirection.RightToLeft, Marker = marker, Items = [.. items] };

    private static ListItem Item(int ordinal, params Block[] blocks) => new() { Language = "ar", Direction = TextDirection.RightToLeft, Ordinal = ordinal, Blocks = [.. blocks] };

    private static PageSet Lay(params Block[] blocks) => PageLayout.Lay(Model.Document(blocks), Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, TestContext.Current.CancellationToken);
}
