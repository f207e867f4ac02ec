using DocBuilder.Documents;
using DocBuilder.Tests.Pdf;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Formulas;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Paragraphs;

/// <summary>Total-fit line breaking over shaped text.</summary>
public sealed class TotalFitTests
{
    private const string Arabic = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء، ثم يعودون إلى بيوتهم في صمت. ";
    private const string English = "The first thing that a student of calligraphy learns is not a letter but the diameter of a single dot. ";

    [Fact]
    public void Lines_end_where_the_text_may_break_and_cover_all_of_it()
    {
        using var setting = new Setting("ar");
        var shaped = setting.Shape(string.Concat(Enumerable.Repeat(Arabic, 5)));
        var ends = setting.Break(shaped, 300);
        Assert.Equal(shaped.Source.Text.Length, ends[^1].Position);
        Assert.Equal(ends.Select(e => e.Position).Order().Distinct(), ends.Select(e => e.Position));
        Assert.All(ends.SkipLast(1), e => Assert.Equal(' ', shaped.Source.Text[e.Position - 1]));
    }

    [Theory, InlineData("ar", Arabic), InlineData("en", English)]
    public void Its_loosest_line_is_no_looser_than_that_of_first_fit(string language, string words)
    {
        using var setting = new Setting(language, KashidaExtent.None);
        var shaped = setting.Shape(string.Concat(Enumerable.Repeat(words, 6)));
        for (var width = 240; width <= 460; width += 20)
        {
            Assert.True(setting.Loosest(shaped, width, setting.Break(shaped, width)) <= setting.Loosest(shaped, width, new FirstFit().Break(shaped, width, width, LineFilling.Justified)) + 1e-9);
        }
    }

    [Fact]
    public void No_line_is_tighter_than_words_may_stand()
    {
        using var setting = new Setting("ar");
        var shaped = setting.Shape(string.Concat(Enumerable.Repeat(Arabic, 8)));
        var measure = new LineMeasure().Read(shaped);
        var start = 0;
        foreach (var end in setting.Break(shaped, 310))
        {
            var line = measure.Between(start, end.Position);
            Assert.True(line.Width - (0.2 * line.Space) <= 310 + 1e-6);
            start = end.Position;
        }
    }

    [Fact]
    public void A_word_wider_than_the_line_breaks_at_grapheme_borders()
    {
        using var setting = new Setting("en");
        var shaped = setting.Shape(string.Concat(Enumerable.Repeat("e\u0301", 400)));
        var ends = setting.Break(shaped, 100);
        Assert.True(ends.Count > 5);
        Assert.All(ends, e => Assert.True(e.Position == shaped.Source.Text.Length || shaped.Source.Text[e.Position] == 'e'));
    }

    [Fact]
    public void A_long_address_breaks_after_its_separators()
    {
        using var setting = new Setting("en");
        var shaped = setting.Shape("See https://www.example.org/archive/articles/2026/calligraphy/the-measure-of-a-dot-and-other-stories?edition=print&page=12 for more.");
        var ends = setting.Break(shaped, 200);
        Assert.All(ends.SkipLast(1), e => Assert.Contains(shaped.Source.Text[e.Position - 1], " /?&=-."));
    }

    [Fact]
    public void A_forced_break_ends_its_line()
    {
        using var setting = new Setting("ar");
        var shaped = setting.Shape("سطر أول\u2028سطر ثان\u2028");
        Assert.Equal([8, 16], setting.Break(shaped, 300).Select(e => e.Position));
    }

    [Fact]
    public void A_note_mark_stays_with_its_sentence()
    {
        using var setting = new Setting("en");
        var shaped = setting.Shape(Model.English.Text("the proportioned script."), Model.English.NoteReference("n1", "1"), Model.English.Text(" A line of ink"));
        for (var width = 60; width < 200; width += 3)
        {
            Assert.DoesNotContain(setting.Break(shaped, width), e => e.Position < shaped.Source.Text.Length && shaped.Source.Text[e.Position] == '1');
        }
    }

    [Fact]
    public void The_last_line_is_one_short_word_less_often_than_with_first_fit()
    {
        using var setting = new Setting("ar");
        var shaped = setting.Shape(Arabic + Arabic + "نعم.");
        var (lone, loneOfFirstFit) = (0, 0);
        for (var width = 120; width < 520; width += 2)
        {
            lone += IsLone(setting.Break(shaped, width)) ? 1 : 0;
            loneOfFirstFit += IsLone(new FirstFit().Break(shaped, width, width, LineFilling.Justified)) ? 1 : 0;
        }

        Assert.True(lone < loneOfFirstFit, $"{lone} of {loneOfFirstFit}");

        bool IsLone(IReadOnlyList<LineEnd> ends) => ends.Count > 1 && shaped.Source.Text[ends[^2].Position..] == "نعم.";
    }

    [Fact]
    public void No_line_is_left_half_empty_so_that_all_others_are_full()
    {
        using var setting = new Setting("en", KashidaExtent.None);
        var shaped = setting.Shape("In A: WWWWWWW WWWW; in B: WWW WWWWW; in C: WWWWWW; in D: W; in E: WWWWWWW; in F: WWWWW; in G: WWW; in H: WWWW; in I: WW; in J: WWWWWWWW.");
        var measure = new LineMeasure().Read(shaped);
        for (var width = 220; width <= 460; width++)
        {
            var start = 0;
            foreach (var end in setting.Break(shaped, width).SkipLast(1))
            {
                Assert.True(measure.Between(start, end.Position).Width > width / 2, $"\"{shaped.Source.Text[start..end.Position]}\" in {width} points");
                start = end.Position;
            }
        }
    }

    [Fact]
    public void Latin_words_are_hyphenated_in_justified_text_and_arabic_ones_never()
    {
        using var english = new Setting("en");
        var shaped = english.Shape(string.Concat(Enumerable.Repeat("Extraordinary typographical considerations notwithstanding internationalization. ", 4)));
        Assert.Contains(english.Break(shaped, 150), e => e.IsHyphenated);
        Assert.DoesNotContain(english.Break(shaped, 150, LineFilling.Ragged), e => e.IsHyphenated);

        using var arabic = new Setting("ar");
        Assert.DoesNotContain(arabic.Break(arabic.Shape(string.Concat(Enumerable.Repeat(Arabic, 5))), 120), e => e.IsHyphenated);
    }

    /// <summary>The steps of a paragraph, one by one.</summary>
    internal sealed class Setting : IDisposable
    {
        private readonly Model _model;
        private readonly InlineCollector _collector;
        private readonly Shaper _shaper;
        private readonly Justification _justification;
        private readonly TotalFit _breaking;

        public Setting(string language, KashidaExtent kashida = KashidaExtent.Moderate)
        {
            _model = language == "ar" ? Model.Arabic : Model.English;
            var fonts = new FontSelection(Theme.Print, FontLibrary.Shipped);
            _shaper = new Shaper(fonts);
            _collector = new InlineCollector(Theme.Print, new FormulaSetter(Theme.Print, fonts, _shaper));
            _justification = Justification.ForProse(kashida);
            _breaking = new TotalFit(_justification);
            HasKashida = kashida != KashidaExtent.None;
        }

        private bool HasKashida { get; }

        public ShapedText Shape(string words) => Shape(_model.Text(words));

        public ShapedText Shape(params Inline[] inlines)
        {
            var direction = _model == Model.Arabic ? TextDirection.RightToLeft : TextDirection.LeftToRight;
            var style = new TextStyle { Size = Theme.Print.TextSize, Color = Color.Black };
            return _shaper.Shape(_collector.Collect([.. inlines], direction, style, double.MaxValue), static _ => 0, HasKashida);
        }

        public IReadOnlyList<LineEnd> Break(ShapedText text, double width, LineFilling filling = LineFilling.Justified) => _breaking.Break(text, width, width, filling);

        /// <summary>The widest word space of all filled lines, as a part of the natural one.</summary>
        public double Loosest(ShapedText text, double width, IReadOnlyList<LineEnd> ends)
        {
            var measure = new LineMeasure().Read(text);
            var (loosest, start) = (0.0, 0);
            foreach (var end in ends.SkipLast(1))
            {
                loosest = Math.Max(loosest, _justification.Fill(measure.Between(start, end.Position), width).SpaceRatio);
                start = end.Position;
            }

            return loosest;
        }

        public void Dispose() => _shaper.Dispose();
    }
}
