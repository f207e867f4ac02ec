using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Formulas;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Paragraphs;

/// <summary>Paragraphs that are set to run over by a line.</summary>
public sealed class RunningOverTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء، ثم يعودون إلى بيوتهم في صمت. ";

    [Theory, InlineData(true), InlineData(false)]
    public void A_paragraph_that_runs_over_has_one_line_more_the_same_words_and_stays_in_its_column(bool isJustified)
    {
        var alignment = isJustified ? LineAlignment.Justify : LineAlignment.Start;
        var theme = Theme.Print;
        var fonts = new FontSelection(theme, FontLibrary.Shipped);
        using var shaper = new Shaper(fonts);
        var paragraphs = new ParagraphSetter(new InlineCollector(theme, new FormulaSetter(theme, fonts, shaper)), shaper, new TotalFit(Justification.ForProse(KashidaExtent.Moderate)), new LineComposer(shaper, theme.MarkColor, KashidaExtent.Moderate));
        var style = new TextStyle { Size = 12, Color = theme.TextColor };
        var words = Pages.Model.Paragraph(string.Concat(Enumerable.Repeat(Words, 4)));
        var longer = 0;
        for (var width = 240; width <= 480; width += 10)
        {
            var lines = paragraphs.Set(words.Inlines, TextDirection.RightToLeft, style, 0, width, alignment);
            if (paragraphs.SetOneLonger(words.Inlines, TextDirection.RightToLeft, style, 0, width, alignment) is { } more)
            {
                longer++;
                Assert.Equal(lines.Count + 1, more.Count);
                Assert.Equal(Letters(lines), Letters(more));
                Assert.All(more.SelectMany(line => line.Pieces), piece => Assert.InRange(piece.Item is TextFragment fragment ? fragment.X + fragment.Width : 0, 0, width + 0.01));
            }
        }

        Assert.InRange(longer, 3, 25);
    }

    /// <summary>All letters, ordered: lines hold their runs as they are seen.</summary>
    private static string Letters(IReadOnlyList<Line> lines) =>
        string.Concat(lines.SelectMany(line => line.Pieces).Select(piece => piece.Item).OfType<TextFragment>().SelectMany(f => f.Runs).SelectMany(run => run.Text).Where(letter => letter != ' ').Order());
}
