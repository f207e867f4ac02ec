using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class TableFormatterTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    private static readonly PageGeometry Page = Theme.Print.Page;

    [Fact]
    public void A_short_entry_beside_long_prose_is_not_broken()
    {
        var name = Model.Cell(0, "مكتبة الإسكندرية");
        var pages = Lay(Model.Table(2, Body(Model.Row(name, Model.Cell(1, string.Concat(Enumerable.Repeat(Words, 8)))))));
        Assert.Single(LinesOf(pages, name));
    }

    [Fact]
    public void Long_prose_gets_more_room_than_shorter_prose_and_neither_is_squeezed()
    {
        var longer = Model.Cell(0, string.Concat(Enumerable.Repeat(Words, 30)));
        var shorter = Model.Cell(1, string.Concat(Enumerable.Repeat(Words, 4)));
        var pages = Lay(Model.Table(2, Body(Model.Row(longer, shorter))));
        var wide = LinesOf(pages, longer).Max(f => f.Width);
        var narrow = LinesOf(pages, shorter).Max(f => f.Width);
        Assert.True(wide > narrow);
        Assert.InRange(narrow, Page.ContentWidth / 8, Page.ContentWidth / 2);
    }

    [Theory]
    [InlineData(TextDirection.RightToLeft, "٣٫٢٥", "١٢٫٥", "١٬٢٥٠", "—")]
    [InlineData(TextDirection.LeftToRight, "3.25", "-12.5 %", "$1,250", "7")]
    public void Numbers_stand_at_the_end_side_with_their_units_below_one_another(TextDirection direction, params string[] numbers)
    {
        var cells = numbers.Select(n => Model.Cell(1, n)).ToArray();
        var table = Model.Table(2, Body([.. cells.Select(c => Model.Row(Model.Cell(0, Words), c))])) with { Direction = direction };
        var pages = Lay(table);
        var units = cells.Where(c => TextIn(c).Value.Any(char.IsDigit)).Select(c => UnitsEnd(Assert.Single(LinesOf(pages, c)))).ToList();
        Assert.All(units, x => Assert.Equal(units[0], x, 2));
        var middle = Page.Width / 2;
        Assert.True(direction == TextDirection.RightToLeft ? units[0] < middle : units[0] > middle);
    }

    [Theory]
    [InlineData("12,345", "-1,234.5", "12.7%", "123,456")]
    [InlineData("١٢٬٣٤٥", "١٬٢٣٤٫٥", "١٢٫٧٪", "١٢٣٬٤٥٦")]
    public void Words_are_broken_in_a_table_that_is_too_wide_and_numbers_are_not(params string[] numbers)
    {
        var word = Model.Cell(0, "والاستراتيجيات");
        TableCell[] cells = [.. Enumerable.Range(0, 12).Select(c => Model.Cell(c + 5, numbers[c % numbers.Length]))];
        var pages = Lay(Model.Table(17, Body(Model.Row([word, .. Enumerable.Range(1, 4).Select(c => Model.Cell(c, "باستخداماتها")), .. cells]))));
        Assert.All(cells, cell => Assert.Single(LinesOf(pages, cell)));
        Assert.NotEqual(1, LinesOf(pages, word).Count);
    }

    [Fact]
    public void A_number_beside_words_is_not_broken_either()
    {
        var cells = Enumerable.Range(0, 15).Select(c => Model.Cell(c, c == 4 ? "1,234,567.5% قمح" : "والاستراتيجيات")).ToArray();
        var pages = Lay(Model.Table(15, Body(Model.Row(cells))));
        Assert.Contains(LinesOf(pages, cells[4]), line => PageReader.LogicalText(line).Contains("1,234,567.5%", StringComparison.Ordinal));
        Assert.NotEqual(1, LinesOf(pages, cells[0]).Count);
    }

    [Fact]
    public void A_date_in_a_column_of_words_is_not_broken_after_its_slashes()
    {
        var date = Model.Cell(1, "بتاريخ 2024/05/12 م");
        var others = Enumerable.Range(2, 5).Select(c => Model.Cell(c, Words));
        var lines = LinesOf(Lay(Model.Table(7, Body(Model.Row([Model.Cell(0, Words), date, .. others])))), date);
        Assert.Contains(lines, line => PageReader.LogicalText(line).Contains("2024/05/12", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_with_one_cell_of_words_is_set_as_words()
    {
        var number = Model.Cell(0, "١٢");
        var pages = Lay(Model.Table(2, Body(Model.Row(number, Model.Cell(1, Words)), Model.Row(Model.Cell(0, "غير معروف حتى الآن"), Model.Cell(1, Words)))));
        var fragment = Assert.Single(LinesOf(pages, number));
        Assert.InRange(fragment.X + fragment.Width, Page.Width - Page.Inner - 6, Page.Width - Page.Inner);
    }

    [Fact]
    public void The_foot_is_drawn_once_after_the_last_row_and_not_apart_from_it()
    {
        for (var count = 30; count < 36; count++)
        {
            var rows = Enumerable.Range(1, count).Select(n => Model.Row(Model.Cell(0, "مدينة"), Model.Cell(1, "نص"))).ToArray();
            var total = Model.Cell(0, "المجموع");
            var pages = Lay(Model.Table(2, Body(rows), Model.Group(TableRowGroupKind.Foot, Model.Row(total, Model.Cell(1, "نص")))));
            Assert.Single(pages.Fragments(), f => PageReader.LogicalText(f) == "المجموع");
            Assert.Equal(PageOf(pages, TextIn(rows[^1].Cells[0])), PageOf(pages, TextIn(total)));
        }
    }

    [Fact]
    public void A_row_of_a_quarter_of_a_page_stays_whole_and_one_of_half_a_page_breaks_between_lines()
    {
        Assert.Equal(1, PagesTouched(6));
        Assert.Equal(2, PagesTouched(22));

        static int PagesTouched(int sentences)
        {
            var cell = Model.Cell(0, string.Concat(Enumerable.Repeat(Words, sentences)));
            var lead = Enumerable.Range(0, 12).Select(_ => (Block)Model.Paragraph("سطر.")).ToArray();
            var pages = Lay([.. lead, Model.Table(2, Body(Model.Row(cell, Model.Cell(1, Words))))]);
            Assert.Equal(TextIn(cell).Value, pages.TextOf(TextIn(cell)));
            Assert.All(pages.Fragments().Where(f => !f.Owner.IsArtifact), f => Assert.InRange(f.Y, Page.Top, Page.Height - Page.Bottom));
            return pages.Pages.Count(p => p.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, TextIn(cell))));
        }
    }

    [Fact]
    public void Rows_that_a_cell_joins_stay_on_one_page()
    {
        for (var lead = 10; lead < 30; lead++)
        {
            var rows = new[] { Model.Row(Model.Cell(0, "جامع", rowSpan: 4), Model.Cell(1, "أول")), Model.Row(Model.Cell(1, "ثان")), Model.Row(Model.Cell(1, "ثالث")), Model.Row(Model.Cell(1, "رابع")) };
            var pages = Lay([.. Enumerable.Range(0, lead).Select(_ => (Block)Model.Paragraph("سطر.")), Model.Table(2, Body(rows))]);
            Assert.Single(rows.SelectMany(r => r.Cells).Select(c => PageOf(pages, TextIn(c))).Distinct());
        }
    }

    [Theory, InlineData(2), InlineData(3)]
    public void A_table_of_few_low_rows_stays_whole(int count)
    {
        for (var lead = 10; lead < 30; lead++)
        {
            var rows = Enumerable.Range(0, count).Select(_ => Model.Row(Model.Cell(0, "بحر"), Model.Cell(1, "نص"))).ToArray();
            var pages = Lay([.. Enumerable.Range(0, lead).Select(_ => (Block)Model.Paragraph("سطر.")), Model.Table(2, Body(rows)), Model.Paragraph("سطر.")]);
            Assert.Single(rows.SelectMany(r => r.Cells).Select(c => PageOf(pages, TextIn(c))).Distinct());
        }
    }

    [Fact]
    public void Rows_joined_beyond_a_page_break_and_no_word_is_lost_or_set_outside_the_page()
    {
        var joined = Model.Cell(0, string.Concat(Enumerable.Repeat(Words, 40)), rowSpan: 60);
        var rows = Enumerable.Range(0, 60).Select(i => i == 0 ? Model.Row(joined, Model.Cell(1, "أول")) : Model.Row(Model.Cell(1, "تال"))).ToArray();
        var pages = Lay(Model.Table(2, Body(rows)));
        Assert.True(pages.Pages.Length > 1);
        Assert.Equal(TextIn(joined).Value, pages.TextOf(TextIn(joined)));
        Assert.All(pages.Fragments().Where(f => !f.Owner.IsArtifact), f => Assert.InRange(f.Y, Page.Top, Page.Height - Page.Bottom));
        Assert.All(rows, row => Assert.NotEmpty(pages.TextOf(TextIn(row.Cells[^1]))));
    }

    [Fact]
    public void Lines_of_different_heights_side_by_side_are_never_cut_by_the_page()
    {
        var arabic = Model.Cell(0, string.Concat(Enumerable.Repeat(Words, 60)));
        var english = Model.Cell(1, "") with { Blocks = [Model.Paragraph(string.Concat(Enumerable.Repeat("The old library looked over the sea. ", 90)), "en")] };
        var pages = Lay(Model.Table(2, Body(Model.Row(arabic, english))));
        foreach (var cell in new[] { arabic, english })
        {
            Assert.Equal(TextIn(cell).Value, pages.TextOf(TextIn(cell)));
            foreach (var page in pages.Pages)
            {
                var baselines = page.Items.OfType<TextFragment>().Where(f => ReferenceEquals(f.Owner.Node, TextIn(cell))).Select(f => f.Y).Distinct().Order().ToList();
                Assert.All(baselines.Zip(baselines.Skip(1)), pair => Assert.True(pair.Second - pair.First > 10));
            }
        }
    }

    [Fact]
    public void First_lines_of_a_row_share_a_baseline_whatever_their_scripts()
    {
        var english = Model.Cell(1, "") with { Blocks = [Model.Paragraph("Vega", "en")] };
        var arabic = Model.Cell(0, "النسر الواقع");
        var pages = Lay(Model.Table(2, Body(Model.Row(arabic, english))));
        Assert.Equal(LinesOf(pages, arabic)[0].Y, LinesOf(pages, english)[0].Y, 3);
    }

    [Fact]
    public void A_table_too_wide_for_the_page_is_set_smaller_before_it_is_turned()
    {
        var wider = Enumerable.Range(4, 16).Select(columns => Lay(Wide(columns, "الإحصاءات"))).ToList();
        var portrait = wider.TakeWhile(pages => pages.Pages.All(p => p.Height > p.Width)).ToList();
        var turned = wider.Skip(portrait.Count).ToList();
        Assert.Contains(portrait, pages => SizeIn(pages) < SizeIn(wider[0]));
        Assert.All(wider, pages => Assert.InRange(SizeIn(pages) / SizeIn(wider[0]), TableFit.SmallestScale - 0.001, 1));
        Assert.NotEmpty(turned);
        Assert.All(turned, pages =>
        {
            var page = Assert.Single(pages.Pages, p => p.Width > p.Height);
            Assert.Equal((Page.Height, Page.Width), (page.Width, page.Height));
            Assert.All(page.Items.OfType<TextFragment>(), f => Assert.InRange(f.X, Page.Turned.Inner, page.Width - Page.Turned.Inner - f.Width + 0.01));
        });

        static double SizeIn(PageSet pages) => pages.Fragments().Last(f => f.Owner.Node is Text).Runs[0].Size;
    }

    [Fact]
    public void A_heading_goes_along_to_the_turned_page_and_what_follows_stands_upright_again()
    {
        var heading = Model.Heading(2, "جدول عريض");
        var after = Model.Paragraph(Words);
        var pages = Lay(Model.Paragraph(Words), heading, Wide(14, "الإحصاءات"), after);
        Assert.Equal([false, true, false], pages.Pages.Select(p => p.Width > p.Height));
        Assert.Equal(1, PageOf(pages, (Text)heading.Inlines[0]));
        Assert.Equal(2, PageOf(pages, (Text)after.Inlines[0]));
        var first = pages.Fragments().First(f => ReferenceEquals(f.Owner.Node, heading.Inlines[0]));
        Assert.Equal(Page.Turned.Width - Page.Turned.Inner, first.X + first.Width, 1);
        Assert.Contains(pages.Pages[1].Items.OfType<TextFragment>(), f => f.Owner is { IsArtifact: true, Artifact: ArtifactKind.Folio });
    }

    [Fact]
    public void Words_break_only_where_not_even_the_turned_page_suffices()
    {
        var word = "الإحصاءات";
        Assert.All(WordsOf(Lay(Wide(14, word))), w => Assert.Equal(word, w));
        var hopeless = Lay(Wide(30, word));
        Assert.Contains(WordsOf(hopeless), w => w != word);
        Assert.Equal(30, string.Concat(WordsOf(hopeless)).Split("الإ").Length - 1);

        static List<string> WordsOf(PageSet pages) => [.. pages.Fragments().Where(f => f.Owner.Node is Text).Skip(1).Select(PageReader.LogicalText)];
    }

    [Fact]
    public void Addresses_break_at_their_points_so_that_a_table_stays_one()
    {
        string[] words = ["1", "المالية", "د. خالد السعدون", "011-4567890", "finance.committee@majlis.example.gov", "https://majlis.example.gov/finance", "2024/01/15", "تجتمع كل أسبوعين"];
        var pages = Lay(Model.Table(words.Length, Model.Group(TableRowGroupKind.Body, Model.Row([.. words.Select((word, column) => Model.Cell(column, word))]))));
        var page = Assert.Single(pages.Pages);
        var cells = page.Items.OfType<TextFragment>().Where(f => f.Owner.Node is Text text && words.Contains(text.Value)).GroupBy(static f => ((Text)f.Owner.Node!).Value).ToDictionary(static cell => cell.Key, static cell => cell.ToList());
        Assert.All(words, word => Assert.Equal(cells["1"][0].Y, cells[word][0].Y, 1));
        Assert.InRange(cells[words[4]].Count, 2, 6);
    }

    [Fact]
    public void More_columns_than_a_page_can_hold_are_set_one_below_the_other()
    {
        var pages = Lay(Wide(400, "كلمة"));
        Assert.Equal(400, pages.Fragments().Count(f => PageReader.LogicalText(f) == "كلمة"));
        Assert.All(pages.Pages, p => Assert.All(p.Items.OfType<TextFragment>(), f => Assert.InRange(f.X, 0, p.Width)));
    }

    [Fact]
    public void Ten_thousand_rows_are_drawn_once_each_and_only_the_head_again()
    {
        const int count = 10_000;
        var head = Model.Group(TableRowGroupKind.Head, Model.Row(Model.Cell(0, "اسم", TableHeaderScope.Column), Model.Cell(1, "عدد", TableHeaderScope.Column)));
        var rows = Enumerable.Range(1, count).Select(n => Model.Row(Model.Cell(0, "مدينة"), Model.Cell(1, NumberingSystem.ArabicIndic.Format(n)))).ToArray();
        var pages = Lay(Model.Table(2, head, Body(rows)));
        var items = pages.Pages.Sum(p => p.Items.Length);
        Assert.Equal(2 * count, pages.Fragments().Count(f => f.Owner.Node is Text) - 3);
        Assert.InRange(items, 4 * count, (4 * count) + (pages.Pages.Length * 10) + 20);
    }

    [Fact]
    public void A_cell_over_all_of_many_rows_is_drawn_once()
    {
        const int count = 2_000;
        var rows = Enumerable.Range(0, count).Select(i => i == 0 ? Model.Row(Model.Cell(0, "جامع", rowSpan: count), Model.Cell(1, "أول")) : Model.Row(Model.Cell(1, "تال"))).ToArray();
        var pages = Lay(Model.Table(2, Body(rows)));
        Assert.Single(pages.Fragments(), f => PageReader.LogicalText(f) == "جامع");
        Assert.Equal(count - 1, pages.Fragments().Count(f => PageReader.LogicalText(f) == "تال"));
    }

    private static TableRowGroup Body(params TableRow[] rows) => Model.Group(TableRowGroupKind.Body, rows);

    private static Table Wide(int columns, string word) =>
        Model.Table(columns, Body(Model.Row([.. Enumerable.Range(0, columns).Select(c => Model.Cell(c, word))])));

    private static Text TextIn(TableCell cell) => (Text)((Paragraph)cell.Blocks[0]).Inlines[0];

    private static List<TextFragment> LinesOf(PageSet pages, TableCell cell) => [.. pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, TextIn(cell)))];

    private static int PageOf(PageSet pages, Text text) =>
        pages.Pages.Select((page, index) => (page, index)).First(p => p.page.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, text))).index;

    /// <summary>The right edge of the last digit before the decimal separator.</summary>
    private static double UnitsEnd(TextFragment fragment)
    {
        var x = fragment.X;
        double units = 0;
        foreach (var run in fragment.Runs)
        {
            foreach (var glyph in run.Glyphs)
            {
                x += glyph.Advance * run.Size / run.Face.UnitsPerEm;
                if (run.Text[glyph.Cluster] is '.' or '\u066B')
                {
                    return units;
                }

                units = char.IsDigit(run.Text[glyph.Cluster]) ? x : units;
            }
        }

        return units;
    }

    private static PageSet Lay(params Block[] blocks) => PageLayout.Lay(Model.Document(blocks), Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, TestContext.Current.CancellationToken);
}
