using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class TableTests
{
    [Fact]
    public void A_second_row_of_headers_under_an_empty_corner_is_of_the_head() => Assert.Equal(
        "table 3\n  head\n    row  | th-column 2x1 2022\n    row  | th-column m | th-column f\n  body\n    row th-row Riyadh | 51 | 49",
        Read.English("<table><tr><td></td><th colspan=2>2022</th></tr><tr><td></td><th>m</th><th>f</th></tr><tr><th>Riyadh</th><td>51</td><td>49</td></tr></table>"));

    [Fact]
    public void A_header_that_only_listeners_are_told_is_a_header() => Assert.Equal(
        "table 2\n  head\n    row th-column Day | th-column 10:00\n  body\n    row th-row Monday | Hall",
        Read.English("<table><tr><th scope=col><span class=sr-only>Day</span></th><th scope=col>10:00</th></tr><tr><th scope=row>Monday</th><td>Hall</td></tr></table>"));

    [Fact]
    public void Headers_without_scope_get_it_from_their_place() =>
        Assert.Equal(
            Read.Lines("table 3", "  head", "    row  | th-column A | th-column B", "  body", "    row th-row x | 1 | 2"),
            Read.English("<table><tr><th></th><th>A</th><th>B</th></tr><tr><th>x</th><td>1</td><td>2</td></tr></table>"));

    [Fact]
    public void Groups_come_in_reading_order_and_the_foot_last() =>
        Assert.Equal(
            Read.Lines("table 1", "  caption", "    p C", "  head", "    row th-column H", "  body", "    row 1", "  foot", "    row 2"),
            Read.English("<table><caption>C</caption><tfoot><tr><td>2</td></tr></tfoot><thead><tr><th>H</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"));

    [Fact]
    public void Spans_end_with_their_group_and_short_rows_are_filled()
    {
        var result = Read.EnglishPage("<table><thead><tr><th rowspan=5>A<th>B<th>C</thead><tbody><tr><td>1</table>");
        Assert.Equal(
            Read.Lines("table 3", "  head", "    row th-column A | th-column B | th-column C", "  body", "    row 1 |  |"),
            string.Join('\n', ModelDump.Body(result.Document!).Split('\n').Select(static line => line.TrimEnd())));
        Assert.Contains("DB1205", Read.Codes(result));
        Assert.Contains("DB1206", Read.Codes(result));
    }

    [Fact]
    public void Spanned_columns_and_rows_keep_their_place() =>
        Assert.Equal(
            Read.Lines("table 3", "  head", "    row th-column 1x2 A | th-column 2x1 B", "    row th-column C | th-column D", "  body", "    row 1 | 2 | 3"),
            Read.English("<table><thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</thead><tr><td>1<td>2<td>3</table>"));

    [Fact]
    public void Header_ids_are_followed() =>
        Assert.Equal(
            Read.Lines("table 2", "  head", "    row th-column A | th-column B", "  body", "    row {b} 1 | 2"),
            Read.English("<table><tr><th>A<th id=b>B<tr><td headers='b zz'>1<td>2</table>"));

    [Fact]
    public void A_table_without_headers_is_an_error() =>
        Assert.Contains("DB1204", Read.Codes(Read.EnglishPage("<table><tr><td>1<td>2<tr><td>3<td>4</table>")));

    [Theory]
    [InlineData("<table role=presentation><tr><td>a<td>b</table>")]
    [InlineData("<table><tr><td><p>a<p>b</table>")]
    [InlineData("<table><tr><td><table><tr><td>a</table><td>b</table>")]
    public void Layout_tables_become_blocks_in_order(string html) => Assert.Equal(Read.Lines("p a", "p b"), Read.English(html));

    [Fact]
    public void A_wide_colspan_is_cut_at_the_limit()
    {
        var result = Read.EnglishPage("<table><tr><th colspan=1000>A<tr><td colspan=99999>b</table>");
        Assert.NotNull(result.Document);
    }
}
