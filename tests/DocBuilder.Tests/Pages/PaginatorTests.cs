using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class PaginatorTests
{
    [Fact]
    public void A_page_holds_what_fits_and_the_space_at_its_top_does_not_count() =>
        Assert.Equal([(0, 2), (2, 4)], Break(Box(40, space: 10), Box(50, space: 10), Box(50, space: 90), Box(50)));

    [Fact]
    public void A_box_kept_with_the_one_before_takes_it_along_to_the_next_page() =>
        Assert.Equal([(0, 1), (1, 3)], Break(Box(40), Box(40), Box(40, keep: true)));

    [Fact]
    public void Where_everything_is_tied_together_the_page_ends_where_it_is_full() =>
        Assert.Equal([(0, 2), (2, 3)], Break(Box(40), Box(40, keep: true), Box(40, keep: true)));

    [Fact]
    public void What_is_tied_together_and_higher_than_a_page_begins_where_it_stands() =>
        Assert.Equal([(0, 2), (2, 4)], Break(Box(40), Box(40), Box(40, keep: true), Box(40, keep: true)));

    [Fact]
    public void A_box_higher_than_the_page_stands_alone() =>
        Assert.Equal([(0, 1), (1, 2), (2, 3)], Break(Box(40), Box(140), Box(40)));

    [Fact]
    public void A_page_that_begins_inside_a_table_leaves_room_for_the_repeated_head()
    {
        var head = new TableHead([Box(30)]);
        Assert.Equal([(0, 3), (3, 5), (5, 6)], Break(Box(30), Row(), Row(), Row(), Row(), Row()));

        VerticalBox Row() => new() { Height = 35, Pieces = [], RepeatedHead = head };
    }

    [Fact]
    public void A_box_for_a_turned_page_stands_on_a_page_of_its_own_kind_and_height()
    {
        Assert.Equal([(0, 1), (1, 3), (3, 4), (4, 5)], Break(Box(40), Turned(), Turned(), Turned(), Box(40)));

        static VerticalBox Turned() => new() { Height = 35, Pieces = [], IsLandscape = true };
    }

    [Fact]
    public void A_figure_that_does_not_fit_waits_for_the_top_of_the_next_page_while_the_text_goes_on()
    {
        var pages = Plan(Box(40), Box(20), Picture(70), Box(20), Box(20), Box(20));
        Assert.Equal([(0, 4), (4, 5)], pages.Select(Text));
        Assert.Equal((0, 0, 0), (pages[0].Floats, pages[0].TopEnd, pages[0].FloatsEnd));
        Assert.Equal((0, 1, 1), (pages[1].Floats, pages[1].TopEnd, pages[1].FloatsEnd));
    }

    [Fact]
    public void A_figure_that_fits_stands_where_the_text_has_it()
    {
        var page = Assert.Single(Plan(Box(20), Picture(50), Box(20)));
        Assert.Equal((0, 1), (page.TopEnd, page.FloatsEnd));
    }

    [Fact]
    public void A_figure_does_not_overtake_one_that_waits()
    {
        var pages = Plan(Box(60), Picture(50), Box(10), Picture(20), Box(10), Box(10), Box(10));
        Assert.Equal(0, pages[0].FloatsEnd);
        Assert.Equal(2, pages[1].FloatsEnd);
    }

    [Fact]
    public void A_waiting_figure_goes_past_the_next_section_only_from_a_page_that_would_be_left_with_a_hole()
    {
        Assert.Equal((0, 2), Text(Plan(Box(80), Picture(50), Box(5), Section(5), Box(5), Box(5))[0]));
        Assert.Equal((0, 4), Text(Plan(Box(50), Picture(60), Box(20), Section(10), Box(10), Box(50))[0]));
    }

    [Fact]
    public void A_heading_keeps_two_lines_below_it_be_they_of_two_paragraphs() =>
        Assert.Equal([(0, 1), (1, 4)], Break(Box(50), Section(20), Line(20, keep: true), Line(20)));

    [Fact]
    public void A_single_last_line_takes_lines_of_the_page_before_along() =>
        Assert.Equal([(0, 9), (9, 11)], Break([.. Enumerable.Range(0, 11).Select(_ => Line(10))]));

    [Fact]
    public void A_page_ends_early_where_that_spares_the_next_one_a_hole() =>
        Assert.Equal([(0, 9), (9, 15), (15, 18)], Break([.. Lines(10), .. Tied(5, 15), .. Tied(3, 10)]));

    [Fact]
    public void Spaces_are_squeezed_by_no_more_than_three_tenths_where_one_more_block_then_fits()
    {
        var page = Plan(Box(40), Box(30, space: 20), Box(5, space: 15), Box(100), Box(50))[0];
        Assert.Equal(3, page.End);
        Assert.Equal(-10.0 / 35, page.Stretch, 6);
        Assert.Equal(2, Plan(Box(40), Box(30, space: 20), Box(6, space: 15), Box(100), Box(50))[0].End);
    }

    [Fact]
    public void Text_goes_before_a_figure_that_would_leave_a_hole_below_it()
    {
        var pages = Plan([Box(100), Picture(70), .. Tied(4, 10), .. Lines(6), .. Lines(4)]);
        Assert.Equal([(0, 1), (1, 11), (11, 13), (13, 15)], pages.Select(Text));
        Assert.Equal([0, 0, 1, 1], pages.Select(page => page.FloatsEnd));
    }

    [Fact]
    public void Small_room_that_is_left_goes_into_the_spaces_between_blocks()
    {
        var page = Plan(Box(40), Box(45, space: 10), Box(50))[0];
        Assert.Equal(0.5, page.Stretch, 6);
        Assert.Equal(0, Plan(Box(40), Box(40, space: 10), Box(50))[0].Stretch);
    }

    private static (int Start, int End) Text(PagePlan page) => (page.Start, page.End);

    private static IEnumerable<(int Start, int End)> Break(params VerticalBox[] boxes) => Plan(boxes).Select(Text);

    private static IReadOnlyList<PagePlan> Plan(params VerticalBox[] boxes)
    {
        var flow = new ColumnFlow(boxes, NoteStream.Empty, 100);
        return new Paginator(flow, new PageFiller(flow, 100, 70, 5)).Break().Pages;
    }

    private static VerticalBox Box(double height, double space = 0, bool keep = false) =>
        new() { Height = height, Pieces = [], SpaceBefore = space, KeepWithPrevious = keep };

    private static VerticalBox Line(double height, bool keep = false) => new() { Height = height, Pieces = [], KeepWithPrevious = keep, Baseline = height / 2 };

    private static IEnumerable<VerticalBox> Lines(int count) => Enumerable.Range(0, count).Select(_ => Line(10));

    private static IEnumerable<VerticalBox> Tied(int count, double height) => Enumerable.Range(0, count).Select(i => Line(height, keep: i > 0));

    private static VerticalBox Section(double height) => new() { Height = height, Pieces = [], Baseline = height / 2, HeadingLevel = 2 };

    private static VerticalBox Picture(double height) =>
        new() { Height = height, Pieces = [], Float = new Figure { Language = "ar", Direction = TextDirection.RightToLeft, Blocks = [], Caption = [] } };
}
