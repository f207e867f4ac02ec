using CsCheck;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class PageLayoutTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void Every_character_of_a_paragraph_is_on_the_pages_once_and_in_order() =>
        Gen.Select(Gen.Char["ابتثلام \u064E\u0651\u200Cabc xyz 0123٠١٢٣.,،؛()[]«»-%/\u05D0\u05D1é"].Array[1, 300], Gen.Bool).Sample((letters, bold) =>
        {
            var text = Model.Text(new string(letters));
            Inline inline = bold ? Model.Styled(InlineStyle.Strong, text) : text;
            Assert.Equal(text.Value, Lay(Model.Paragraph([inline])).TextOf(text));
        }, iter: 200);

    [Fact]
    public void Fragments_of_a_line_follow_one_another_in_logical_order()
    {
        var first = Model.Text("قال الكاتب ");
        var name = Model.Text("John Smith", "en");
        var last = Model.Text(" كلمته.");
        var pages = Lay(Model.Paragraph([first, name, last]));
        var owners = pages.Fragments().Where(f => f.Owner.Node is Text).Select(f => f.Owner.Node).Skip(1);
        Assert.Equal([first, name, last], owners, ReferenceEqualityComparer.Instance);
        var fragments = pages.Fragments().Where(f => f.Owner.Node is Text).Skip(1).ToList();
        Assert.True(fragments[0].X > fragments[1].X && fragments[1].X > fragments[2].X, "Reading goes from right to left.");
    }

    [Fact]
    public void A_justified_line_reaches_both_edges_and_the_last_line_only_the_first()
    {
        var theme = Theme.Print;
        var page = Lay(Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 12)))).Pages[0];
        var lines = page.Lines().Skip(1).ToList();
        Assert.True(lines.Count > 3);
        foreach (var line in lines)
        {
            Assert.Equal(theme.Page.Width - theme.Page.Inner, line[^1].X + line[^1].Width, 2);
        }

        foreach (var line in lines.SkipLast(1))
        {
            Assert.Equal(theme.Page.Outer, line[0].X + HangingSpace(line[0]), 2);
        }

        Assert.True(lines[^1][0].X > theme.Page.Outer + 1);
    }

    [Fact]
    public void A_heading_never_stands_last_on_a_page()
    {
        for (var count = 18; count < 48; count++)
        {
            var blocks = Enumerable.Range(0, count).Select(_ => (Block)Model.Paragraph("سطر قصير.")).ToList();
            var heading = Model.Heading(2, "عنوان فرعي");
            var after = Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 3)));
            var pages = Lay([.. blocks, heading, after]);
            var page = pages.Pages.Single(p => p.Items.OfType<TextFragment>().Any(f => ReferenceEquals(f.Owner.Node, heading.Inlines[0])));
            var lines = page.Items.OfType<TextFragment>().Where(f => ReferenceEquals(f.Owner.Node, after.Inlines[0])).Select(f => f.Y).Distinct().Count();
            Assert.True(lines >= 2, $"With {count} lines before it, the heading has {lines} lines of text below it on its page.");
        }
    }

    [Fact]
    public void The_lines_of_a_heading_are_about_equally_long()
    {
        var heading = Model.Heading(2, string.Concat(Enumerable.Repeat("كلمة ", 17)).Trim());
        var widths = Lay(heading).Fragments().Where(f => ReferenceEquals(f.Owner.Node, heading.Inlines[0])).Select(f => f.Width).ToList();
        Assert.Equal(2, widths.Count);
        Assert.InRange(widths[1], widths[0] * 0.75, widths[0] * 1.25);
    }

    [Fact]
    public void No_page_begins_or_ends_with_a_single_line_of_a_paragraph()
    {
        var paragraphs = Enumerable.Range(3, 40).Select(n => Model.Paragraph(string.Concat(Enumerable.Repeat(Words, n % 7 + 2)))).ToArray();
        var pages = Lay([.. paragraphs]);
        foreach (var paragraph in paragraphs)
        {
            var linesByPage = pages.Pages.Select(p => p.Items.OfType<TextFragment>().Where(f => ReferenceEquals(f.Owner.Node, paragraph.Inlines[0])).Select(f => f.Y).Distinct().Count()).Where(n => n > 0).ToList();
            Assert.True(linesByPage.Count == 1 || linesByPage.All(n => n >= 2), string.Join(", ", linesByPage));
        }
    }

    [Fact]
    public void The_first_column_of_a_right_to_left_table_is_rightmost()
    {
        var table = Model.Table(2, Model.Group(TableRowGroupKind.Body, Model.Row(Model.Cell(0, "أول"), Model.Cell(1, "ثان"))));
        var fragments = Lay(table).Fragments().Where(f => f.Owner.Node is Text).Skip(1).ToList();
        Assert.True(fragments[0].X > fragments[1].X);
    }

    [Fact]
    public void The_head_of_a_table_is_said_once_and_drawn_on_every_page()
    {
        var head = Model.Group(TableRowGroupKind.Head, Model.Row(Model.Cell(0, "المدينة", TableHeaderScope.Column), Model.Cell(1, "السنة", TableHeaderScope.Column)));
        var rows = Enumerable.Range(1, 90).Select(n => Model.Row(Model.Cell(0, "مدينة"), Model.Cell(1, NumberingSystem.ArabicIndic.Format(n)))).ToArray();
        var pages = Lay(Model.Table(2, head, Model.Group(TableRowGroupKind.Body, rows)));
        Assert.True(pages.Pages.Length >= 3);
        Assert.Single(pages.Fragments(), f => !f.Owner.IsArtifact && PageReader.LogicalText(f) == "المدينة");
        Assert.All(pages.Pages.Skip(1), page => Assert.Single(page.Items.OfType<TextFragment>(), f => f.Owner is { IsArtifact: true, Artifact: ArtifactKind.RepeatedTableHead } && PageReader.LogicalText(f) == "المدينة"));
    }

    [Fact]
    public void A_table_row_higher_than_the_page_goes_on_without_losing_a_word()
    {
        var long1 = Model.Cell(0, string.Concat(Enumerable.Repeat(Words, 120)));
        var table = Model.Table(2, Model.Group(TableRowGroupKind.Body, Model.Row(long1, Model.Cell(1, "قصير"))));
        var pages = Lay(table);
        var text = (Text)((Paragraph)long1.Blocks[0]).Inlines[0];
        Assert.True(pages.Pages.Length > 1);
        Assert.Equal(text.Value, pages.TextOf(text));
        Assert.All(pages.Fragments(), f => Assert.InRange(f.Y, 0, Theme.Print.Page.Height - 20));
    }

    [Fact]
    public void Punctuation_looks_like_the_sentence_it_stands_in_whatever_is_quoted()
    {
        var english = FamiliesByCharacter(Model.Paragraph([Model.Text("Write ", "en"), Model.Text("كتاب"), Model.Text(" (book).", "en")], "en"));
        Assert.Equal("Source Serif 4", english['.']);
        Assert.Equal("Source Serif 4", english['(']);
        Assert.Equal("Amiri", english['ك']);
        var arabic = FamiliesByCharacter(Model.Paragraph([Model.Text("اكتب "), Model.Text("book", "en"), Model.Text(" (كتاب) 12.")]));
        Assert.Equal("Amiri", arabic['.']);
        Assert.Equal("Amiri", arabic['(']);
        Assert.Equal("Amiri", arabic['1']);
        Assert.Equal("Source Serif 4", arabic['b']);
    }

    [Fact]
    public void A_tab_in_code_takes_room_and_is_white_space()
    {
        var code = new CodeBlock { Language = "en", Direction = TextDirection.LeftToRight, Inlines = [Model.Text("name\tvalue\n\treturn", "en")] };
        Assert.Equal(["name    value", "        return"], Lay(code).Fragments().Where(f => ReferenceEquals(f.Owner.Node, code.Inlines[0])).GroupBy(f => f.Y).Select(line => string.Concat(line.Select(PageReader.LogicalText))));
    }

    [Fact]
    public void A_link_over_two_lines_has_a_box_for_each()
    {
        var link = Model.Link("https://example.org/", Model.Text("رابط طويل " + Words + "نهاية"));
        var area = Assert.Single(Lay(Model.Paragraph([Model.Text(Words[..40]), link])).Pages[0].Items.OfType<LinkArea>());
        Assert.Same(link, area.Target);
        Assert.Equal(2, area.Boxes.Length);
    }

    [Fact]
    public void A_character_that_no_font_has_is_drawn_found_and_kept()
    {
        var text = Model.Text("نص \U00013000 نص");
        var pages = Lay(Model.Paragraph([text]));
        Assert.Equal(text.Value, pages.TextOf(text));
        Assert.Contains(pages.Findings, f => f.Code == "DB3001" && f.Message.Contains("U+13000", StringComparison.Ordinal));
        Assert.DoesNotContain(pages.Fragments().SelectMany(f => f.Runs).SelectMany(r => r.Glyphs), g => g.Id == 0);
    }

    [Fact]
    public void The_folio_takes_the_digits_of_the_document_and_is_the_page_label()
    {
        var pages = Lay([.. Enumerable.Range(0, 80).Select(_ => (Block)Model.Paragraph(Words))]);
        Assert.Equal(["١", "٢"], pages.Pages.Take(2).Select(p => p.Label));
        Assert.Contains(pages.Pages[1].Items.OfType<TextFragment>(), f => f.Owner is { IsArtifact: true, Artifact: ArtifactKind.Folio } && PageReader.LogicalText(f) == "٢");
    }

    private static PageSet Lay(params Block[] blocks) => PageLayout.Lay(Model.Document(blocks), Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, TestContext.Current.CancellationToken);

    private static Dictionary<char, string> FamiliesByCharacter(Block block) =>
        Lay(block).Fragments().Where(f => f.Owner.Node is Text && !f.Owner.IsArtifact).SelectMany(f => f.Runs)
            .SelectMany(run => run.Text.Select(character => (character, run.Face.FamilyName)))
            .GroupBy(pair => pair.character).ToDictionary(g => g.Key, g => g.Last().FamilyName);

    private static double HangingSpace(TextFragment fragment)
    {
        var run = fragment.Runs[0];
        return run.Glyphs.TakeWhile(g => run.Text[g.Cluster] == ' ').Sum(g => g.Advance) * run.Size / run.Face.UnitsPerEm;
    }
}
