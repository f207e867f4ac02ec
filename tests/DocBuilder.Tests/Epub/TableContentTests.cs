using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class TableContentTests
{
    private static readonly Table Population = Table(
        2,
        Group(TableRowGroupKind.Head, Row(Cell(0, "", TableHeaderScope.Column), Cell(1, "السكان", TableHeaderScope.Column))),
        Group(TableRowGroupKind.Body, Row(Cell(0, "مصر", TableHeaderScope.Row), Cell(1, "١٠٧"))),
        Group(TableRowGroupKind.Foot, Row(Cell(0, "المجموع", TableHeaderScope.Row), Cell(1, "١٠٧")))) with
    {
        Caption = [Paragraph("جدول السكان")],
    };

    [Fact]
    public void Groups_headers_and_caption_are_said() => Assert.Equal(
        """<table><caption id="caption-1">جدول السكان</caption><thead><tr><td></td><th scope="col">السكان</th></tr></thead><tbody><tr><th scope="row">مصر</th><td>١٠٧</td></tr></tbody><tfoot><tr><th scope="row">المجموع</th><td>١٠٧</td></tr></tfoot></table>""",
        Book.BodyOf(Population).One("table").Markup());

    [Fact]
    public void It_scrolls_in_a_region_that_the_keyboard_reaches_and_that_has_a_name_of_its_own()
    {
        var regions = Book.BodyOf(Population, Population with { Caption = [] }).All("div").Where(div => div.At("role") == "region").ToList();
        Assert.All(regions, region => Assert.Equal("0", region.At("tabindex")));
        Assert.Equal(("caption-1", null), (regions[0].At("aria-labelledby"), regions[0].At("aria-label")));
        Assert.Equal("جدول ٢", regions[1].At("aria-label"));
    }

    [Fact]
    public void Spans_are_kept()
    {
        var cell = Book.BodyOf(Table(2, Group(TableRowGroupKind.Body, Row(Cell(0, "أ") with { ColumnSpan = 2, RowSpan = 3 }), Row(), Row()))).One("td");
        Assert.Equal(("2", "3"), (cell.At("colspan"), cell.At("rowspan")));
    }

    [Fact]
    public void Headers_that_the_source_names_are_kept_when_they_are_headers_of_this_table()
    {
        var table = Table(
            2,
            Group(TableRowGroupKind.Head, Row(Cell(0, "أ", TableHeaderScope.Column) with { Anchor = "a" }, Cell(1, "ب", TableHeaderScope.Column) with { Anchor = "عمود" })),
            Group(TableRowGroupKind.Body, Row(Cell(0, "١") with { Headers = ["a", "elsewhere"] }, Cell(1, "٢") with { Headers = ["عمود"] })));
        var cells = Book.BodyOf(table, Heading(2, "قسم", "elsewhere")).All("td").ToList();
        Assert.Equal(["a", "place-1"], cells.Select(cell => cell.At("headers")));
    }

    [Fact]
    public void A_header_of_row_and_column_is_named_by_the_cells_of_both()
    {
        var table = Table(
            2,
            Group(
                TableRowGroupKind.Body,
                Row(Cell(0, "×", TableHeaderScope.Both), Cell(1, "ص", TableHeaderScope.Column)),
                Row(Cell(0, "س", TableHeaderScope.Row), Cell(1, "١"))));
        var body = Book.BodyOf(table);
        var names = body.All("th").ToDictionary(cell => cell.Value, cell => cell.At("id"));
        Assert.Equal($"{names["ص"]} {names["س"]}", body.One("td").At("headers"));
    }

    [Fact]
    public void A_heading_in_a_header_cell_is_no_heading_there()
    {
        var cell = Cell(0, "", TableHeaderScope.Column) with { Blocks = [Heading(2, "عنوان"), Paragraph("شرح")] };
        var body = Book.BodyOf(Table(1, Group(TableRowGroupKind.Body, Row(cell))));
        Assert.Empty(body.All("h2"));
        Assert.Equal("""<th scope="col"><p id="heading-2">عنوان</p><p>شرح</p></th>""", body.One("th").Markup());
    }
}
