using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class PaginatorTests
{
    [Fact]
    public void A_page_holds_what_fits_and_the_space_at_its_top_does_not_count() =>
        Assert.Equal([(0, 2), (2, 4)], Paginator.Break([Box(40, space: 10), Box(50, space: 10), Box(50, space: 90), Box(50)], 100, 70));

    [Fact]
    public void A_box_kept_with_the_one_before_takes_it_along_to_the_next_page() =>
        Assert.Equal([(0, 1), (1, 3)], Paginator.Break([Box(40), Box(40), Box(40, keep: true)], 100, 70));

    [Fact]
    public void Where_everything_is_tied_together_the_page_ends_where_it_is_full() =>
        Assert.Equal([(0, 2), (2, 3)], Paginator.Break([Box(40), Box(40, keep: true), Box(40, keep: true)], 100, 70));

    [Fact]
    public void What_is_tied_together_and_higher_than_a_page_begins_where_it_stands() =>
        Assert.Equal([(0, 2), (2, 4)], Paginator.Break([Box(40), Box(40), Box(40, keep: true), Box(40, keep: true)], 100, 70));

    [Fact]
    public void A_box_higher_than_the_page_stands_alone() =>
        Assert.Equal([(0, 1), (1, 2), (2, 3)], Paginator.Break([Box(40), Box(140), Box(40)], 100, 70));

    [Fact]
    public void A_page_that_begins_inside_a_table_leaves_room_for_the_repeated_head()
    {
        var head = new TableHead([Box(30)]);
        Assert.Equal([(0, 3), (3, 5), (5, 6)], Paginator.Break([Box(30), Row(), Row(), Row(), Row(), Row()], 100, 70));

        VerticalBox Row() => new() { Height = 35, Pieces = [], RepeatedHead = head };
    }

    [Fact]
    public void A_box_for_a_turned_page_stands_on_a_page_of_its_own_kind_and_height()
    {
        Assert.Equal([(0, 1), (1, 3), (3, 4), (4, 5)], Paginator.Break([Box(40), Turned(), Turned(), Turned(), Box(40)], 100, 70));

        static VerticalBox Turned() => new() { Height = 35, Pieces = [], IsLandscape = true };
    }

    private static VerticalBox Box(double height, double space = 0, bool keep = false) =>
        new() { Height = height, Pieces = [], SpaceBefore = space, KeepWithPrevious = keep };
}
