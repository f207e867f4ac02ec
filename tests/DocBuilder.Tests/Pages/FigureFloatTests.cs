using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

public sealed class FigureFloatTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء. ";

    [Fact]
    public void Text_fills_the_page_that_a_figure_does_not_fit_on()
    {
        for (var before = 4; before < 16; before++)
        {
            var figure = Figure("تعليق");
            var pages = Lay([.. Paragraphs(before), figure, .. Paragraphs(12)]);
            Assert.All(pages.Pages.SkipLast(1), page => Assert.True(PageQuality.LargestGap(page, Theme.Print.Page) < 0.2, $"A hole with {before} paragraphs before."));
        }
    }

    [Fact]
    public void A_figure_that_fits_is_not_left_behind_the_end_of_the_text()
    {
        for (var lines = 0; lines < 24; lines++)
        {
            var table = Model.Table(2, Model.Group(TableRowGroupKind.Body, [.. Enumerable.Range(0, 3).Select(row => Model.Row(Model.Cell(0, "صف"), Model.Cell(1, "قيمة")))]));
            var pages = Lay([Model.Paragraph(Words), Figure("تعليق"), .. Enumerable.Range(0, lines).Select(_ => Model.Paragraph("سطر")), Model.Heading(2, "أرقام"), Model.Heading(3, "السنة"), table, Model.Paragraph("سطر")]);
            Assert.Contains(pages.Pages[0].Items, static item => item is PlacedImage);
        }
    }

    [Fact]
    public void A_caption_stands_right_below_its_picture_wherever_that_is()
    {
        for (var before = 4; before < 16; before++)
        {
            var figure = Figure("تعليق");
            var caption = ((Paragraph)figure.Caption[0]).Inlines[0];
            var pages = Lay([.. Paragraphs(before), figure, .. Paragraphs(12)]);
            var page = pages.Pages.Single(p => p.Items.OfType<PlacedImage>().Any());
            var words = Assert.Single(page.Items.OfType<TextFragment>(), f => ReferenceEquals(f.Owner.Node, caption));
            Assert.InRange(words.Y - page.Items.OfType<PlacedImage>().Single().Box.Bottom, 0, 40);
        }
    }

    [Fact]
    public void Figures_keep_their_order()
    {
        var figures = Enumerable.Range(0, 6).Select(_ => Figure("تعليق")).ToList();
        var pages = Lay([.. figures.SelectMany(figure => Paragraphs(2).Append(figure))]);
        var images = pages.Pages.SelectMany(p => p.Items.OfType<PlacedImage>().OrderBy(i => i.Box.Y)).Select(i => i.Owner.Node);
        Assert.Equal(figures.Select(f => (Node)((ImageBlock)f.Blocks[0]).Image), images, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void A_figure_in_a_quotation_stays_in_it()
    {
        var quote = new BlockQuote { Language = "ar", Direction = TextDirection.RightToLeft, Blocks = [Model.Paragraph(Words), Figure("تعليق"), Model.Paragraph(Words)] };
        var pages = Lay([.. Paragraphs(7), quote, .. Paragraphs(8)]);
        var order = pages.Pages.SelectMany(p => p.Items).Select(i => i.Owner.Node).OfType<Node>().Distinct(ReferenceEqualityComparer.Instance).ToList();
        var image = order.FindIndex(n => n is Image);
        Assert.Same(((Paragraph)quote.Blocks[0]).Inlines[0], order[image - 1]);
    }

    [Fact]
    public void Destinations_come_in_reading_order_though_a_figure_stands_further_on()
    {
        var figure = Figure("تعليق") with { Anchor = "figure" };
        var heading = Model.Heading(3, "بعد الصورة");
        for (var before = 4; before < 16; before++)
        {
            var pages = Lay([.. Paragraphs(before), figure, Model.Paragraph(Words), heading, .. Paragraphs(8)]);
            Assert.Equal([figure, heading], pages.Destinations.Skip(1).Select(d => d.Node), ReferenceEqualityComparer.Instance);
        }
    }

    [Fact]
    public void A_page_says_where_its_text_begins_past_a_figure_at_its_top()
    {
        var text = Model.Text(string.Concat(Enumerable.Repeat(Words, 60)));
        var pages = Lay([.. Paragraphs(5), Figure("تعليق"), Model.Paragraph([text])]);
        foreach (var page in pages.Pages.Skip(1))
        {
            var first = page.Items.OfType<TextFragment>().First(f => !f.Owner.IsArtifact && f.Owner.Node is Text { Value: not "تعليق" });
            Assert.Same(first.Owner.Node, page.FirstText!.Value.Node);
            Assert.Equal(first.TextStart, page.FirstText.Value.Offset);
        }

        Assert.Contains(pages.Pages.Skip(1), page => page.Items.First(i => !i.Owner.IsArtifact) is PlacedImage);
        Assert.IsType<Text>(pages.Pages[0].FirstText!.Value.Node);
        Assert.Equal("عنوان", ((Text)pages.Pages[0].FirstText!.Value.Node).Value);
    }

    private static IEnumerable<Block> Paragraphs(int count) => Enumerable.Range(0, count).Select(_ => Model.Paragraph(Words + Words + Words));

    private static Figure Figure(string caption) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Blocks = [new ImageBlock { Language = "ar", Direction = TextDirection.RightToLeft, Image = new Image { Language = "ar", Direction = TextDirection.RightToLeft, Resource = new ImageResource("x.png", "image/png", Array.Empty<byte>(), 800, 600), AlternativeText = "صورة" } }],
        Caption = [Model.Paragraph(caption)],
    };

    private static PageSet Lay(params Block[] blocks) => PageLayout.Lay(Model.Document(blocks), Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, TestContext.Current.CancellationToken);
}
