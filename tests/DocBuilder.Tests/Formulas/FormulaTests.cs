using DocBuilder.Documents;
using DocBuilder.Tests.Pages;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Formulas;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Formulas;

/// <summary>Formulas as they stand on pages.</summary>
public sealed class FormulaTests
{
    private const string Namespace = "http://www.w3.org/1998/Math/MathML";

    [Fact]
    public void A_superscript_is_smaller_and_higher_and_a_subscript_smaller_and_lower()
    {
        var set = Set("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>");
        Assert.True(set["2"].Y < set["x"].Y && set["i"].Y > set["x"].Y);
        Assert.True(SizeOf(set["2"]) < SizeOf(set["x"]) && SizeOf(set["i"]) < SizeOf(set["x"]));
        Assert.True(set["2"].X >= Right(set["x"]) && set["i"].X >= Right(set["x"]) - 0.01);
    }

    [Fact]
    public void The_line_of_a_fraction_is_between_its_parts_and_as_wide_as_the_wider()
    {
        var set = Set("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", isDisplay: true);
        var rule = Assert.Single(set.Rules);
        Assert.True(set["a"].Y < rule.Y && rule.Bottom < set["c"].Y);
        Assert.True(rule.X <= set["a"].X && rule.Right >= Right(set["b"]));
        Assert.Equal(rule.X + (rule.Width / 2), set["c"].X + (set["c"].Width / 2), 1);
    }

    [Fact]
    public void A_root_covers_what_it_is_of()
    {
        var set = Set("<msqrt><mfrac><mn>1</mn><mn>2</mn></mfrac></msqrt>", isDisplay: true);
        var rule = set.Rules.MinBy(static box => box.Y);
        Assert.True(rule.X <= set["1"].X && rule.Right >= Right(set["1"]));
        Assert.Equal(rule.Y, Top(set["√"]), 0);
        Assert.True(Bottom(set["√"]) >= Bottom(set["2"]) - 0.5);
    }

    [Theory]
    [InlineData("<mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo>")]
    [InlineData("<mfenced><mfrac><mi>a</mi><mi>b</mi></mfrac></mfenced>")]
    [InlineData("<mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><msup><mo>)</mo><mn>2</mn></msup>")]
    public void Brackets_are_about_as_high_as_what_they_hold(string mathMl)
    {
        var set = Set(mathMl, isDisplay: true);
        var content = Bottom(set["b"]) - Top(set["a"]);
        foreach (var bracket in (TextFragment[])[set["("], set[")"]])
        {
            Assert.InRange(Bottom(bracket) - Top(bracket), content * 0.85, content * 1.6);
        }
    }

    [Fact]
    public void Brackets_that_belong_together_do_not_grow_with_what_stands_beside_them()
    {
        var set = Set("<mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo><mo>=</mo><mfrac><mn>1</mn><mi>y</mi></mfrac>", isDisplay: true);
        Assert.True(Bottom(set["("]) - Top(set["("]) < 1.4 * SizeOf(set["x"]));
    }

    [Theory]
    [InlineData("<mi>P</mi><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo><mi>x</mi><mo>)</mo>")]
    [InlineData("<mo>(</mo><mo>|</mo><mi>x</mi><mo>|</mo><mo>+</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo>")]
    public void Brackets_are_of_one_height_whatever_bars_stand_between(string mathMl)
    {
        var set = Set(mathMl, isDisplay: true);
        Assert.Equal(Bottom(set["("]) - Top(set["("]), Bottom(set[")"]) - Top(set[")"]), 1);
        Assert.True(Bottom(set["("]) - Top(set["("]) > 1.5 * SizeOf(set["x"]));
    }

    [Fact]
    public void Bars_belong_together_in_pairs()
    {
        var bars = Set("<mo>|</mo><mo>|</mo><mi>x</mi><mo>|</mo><mo>+</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo>", isDisplay: true).Fragments.Where(static part => TextOf(part) == "|").Select(static part => Bottom(part) - Top(part)).ToList();
        Assert.True(bars[0] > 1.4 * bars[1]);
        Assert.Equal(bars[0], bars[3], 1);
        Assert.Equal(bars[1], bars[2], 1);
    }

    [Fact]
    public void Equals_signs_of_aligned_equations_stand_below_one_another_and_keep_their_distance()
    {
        var set = Set("<mtable columnalign=\"right left\"><mtr><mtd><mi>y</mi></mtd><mtd><mo>=</mo><mi>a</mi></mtd></mtr><mtr><mtd><mi>z</mi></mtd><mtd><mi></mi><mo>=</mo><mi>b</mi></mtd></mtr></mtable>", isDisplay: true);
        var signs = set.Fragments.Where(static part => TextOf(part) == "=").ToList();
        Assert.Equal(signs[0].X, signs[1].X, 1);
        Assert.True(signs[0].X - Right(set["y"]) > 2 && set["a"].X - Right(signs[0]) > 2);
    }

    [Theory]
    [InlineData("print", 30, true)]
    [InlineData("print", 60, true)]
    [InlineData("large-print", 60, false)]
    public void A_formula_higher_than_a_page_is_made_smaller_or_said_in_words(string theme, int rows, bool isSet)
    {
        var table = string.Concat(Enumerable.Range(0, rows).Select(static row => $"<mtr><mtd><mi>x</mi><mo>=</mo><mn>{row}</mn></mtd></mtr>"));
        var formula = Formula($"<mtable>{table}</mtable>", TextDirection.LeftToRight);
        var look = ShippedThemes.Named(theme)!;
        var pages = PageLayout.Lay(Pages.Model.Document(new MathBlock { Language = "ar", Direction = TextDirection.RightToLeft, Expression = formula }), look, FontLibrary.Shipped, new LayoutOptions(), TestContext.Current.CancellationToken);
        var parts = pages.Fragments().Where(part => ReferenceEquals(part.Owner.Node, formula)).ToList();
        Assert.Equal(isSet, parts.Count >= rows);
        Assert.All(parts, part => Assert.InRange(part.Y, look.Page.Top, look.Page.Height - look.Page.Bottom + 1));
    }

    [Fact]
    public void The_number_of_an_equation_and_lines_around_terms_are_drawn()
    {
        var set = Set("<mtable><mlabeledtr><mtd><mtext>(7)</mtext></mtd><mtd><mi>x</mi></mtd></mlabeledtr></mtable><menclose notation=\"box\"><mi>y</mi></menclose><menclose notation=\"updiagonalstrike\"><mi>z</mi></menclose><menclose notation=\"radical\"><mn>5</mn></menclose>", isDisplay: true);
        Assert.True(set["(7)"].X > Right(set["x"]));
        var augmented = Set("<mtable columnlines=\"none solid\"><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd><mtd><mn>3</mn></mtd></mtr></mtable>", isDisplay: true);
        Assert.InRange(Assert.Single(augmented.Rules).X, Right(augmented["2"]), augmented["3"].X);
        Assert.Equal(4 + 1 + 1, set.Rules.Count);
        Assert.NotNull(set["√"]);
    }

    [Fact]
    public void A_deleted_formula_is_struck_out()
    {
        var formula = Formula("<mi>E</mi><mo>=</mo><mi>m</mi>", TextDirection.LeftToRight);
        var page = Lay(Pages.Model.Paragraph([Pages.Model.Styled(InlineStyle.Deleted, Pages.Model.Text("كان "), formula)])).Pages[0];
        var parts = page.Items.OfType<TextFragment>().Where(part => ReferenceEquals(part.Owner.Node, formula)).ToList();
        Assert.Contains(page.Items.OfType<FilledBox>(), box => box.Box.X <= parts[0].X + 0.1 && box.Box.Right >= Right(parts[^1]) - 0.5 && box.Box.Y < parts[0].Y);
    }

    [Fact]
    public void What_strikes_out_a_fraction_is_not_taken_for_its_bar()
    {
        var formula = Formula("<mfrac><mi>a</mi><mi>b</mi></mfrac>", TextDirection.LeftToRight);
        var page = Lay(Pages.Model.Paragraph([Pages.Model.Text("كان "), Pages.Model.Styled(InlineStyle.Deleted, formula)])).Pages[0];
        var rules = page.Items.OfType<FilledBox>().OrderBy(static box => box.Box.Y).ToList();
        Assert.Equal(3, rules.Count);
        Assert.All([rules[1].Box.Y - rules[0].Box.Y, rules[2].Box.Y - rules[1].Box.Y], static distance => Assert.InRange(distance, 2, 8));
    }

    [Fact]
    public void Scripts_of_scripts_are_not_smaller_than_scripts_where_the_theme_has_a_smallest_size()
    {
        var formula = Formula("<msup><mi>a</mi><msup><mi>b</mi><mi>c</mi></msup></msup>", TextDirection.LeftToRight);
        var pages = PageLayout.Lay(Pages.Model.Document(Pages.Model.Paragraph([formula])), ShippedThemes.Named("large-print")!, FontLibrary.Shipped, new LayoutOptions(), TestContext.Current.CancellationToken);
        var sizes = pages.Fragments().Where(part => ReferenceEquals(part.Owner.Node, formula)).Select(SizeOf).ToList();
        Assert.True(sizes[1] < sizes[0]);
        Assert.Equal(sizes[1], sizes[2], 3);
    }

    [Fact]
    public void Limits_stand_above_and_below_where_there_is_room_and_beside_in_a_line_of_text()
    {
        const string Sum = "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>";
        var displayed = Set(Sum, isDisplay: true);
        Assert.True(Bottom(displayed["n"]) <= Top(displayed["∑"]) && Top(displayed["i"]) >= Bottom(displayed["∑"]));
        Assert.InRange(displayed["n"].X, displayed["∑"].X, Right(displayed["∑"]));

        var inLine = Set(Sum);
        Assert.True(inLine["n"].X >= Right(inLine["∑"]) - 0.01);
        Assert.True(SizeOf(inLine["∑"]) <= SizeOf(displayed["∑"]));
    }

    [Fact]
    public void Letters_lean_and_the_names_of_functions_and_digits_do_not()
    {
        var set = Set("<mi>sin</mi><mo>\u2061</mo><mi>x</mi><mo>+</mo><mn>2</mn><mi mathvariant=\"normal\">d</mi>");
        Assert.True(set["x"].Runs[0].Face.IsItalic);
        Assert.False(set["sin"].Runs[0].Face.IsItalic || set["2"].Runs[0].Face.IsItalic || set["d"].Runs[0].Face.IsItalic);
        Assert.True(set["x"].X - Right(set["sin"]) > 1, "A name stands apart from what it is applied to.");
    }

    [Fact]
    public void A_minus_keeps_its_distance_only_between_two()
    {
        var set = Set("<mi>x</mi><mo>=</mo><mo>-</mo><mn>1</mn><mo>-</mo><mn>2</mn>");
        var signs = set.Fragments.Where(static part => TextOf(part) == "\u2212").ToList();
        Assert.True(set["1"].X - Right(signs[0]) < 0.5);
        Assert.True(set["2"].X - Right(signs[1]) > 1.5);
    }

    [Fact]
    public void A_formula_from_right_to_left_begins_at_the_right_with_brackets_and_root_turned()
    {
        var set = Set("<mi>س</mi><mo>=</mo><mo>(</mo><msqrt><mi>ص</mi></msqrt><mo>)</mo>", direction: TextDirection.RightToLeft);
        Assert.True(set["س"].X > set["="].X && set["="].X > set["("].X && set["("].X > set["√"].X && set["√"].X > set["ص"].X && set["ص"].X > set[")"].X);
        var leftToRight = Set("<msqrt><mi>x</mi></msqrt>");
        Assert.NotEqual(leftToRight["√"].Runs[0].Glyphs[0].Id, set["√"].Runs[0].Glyphs[0].Id);
    }

    [Fact]
    public void The_limits_of_an_integral_from_right_to_left_stand_clear_of_it()
    {
        var set = Set("<msubsup><mo>∫</mo><mn>٠</mn><mn>١</mn></msubsup><mi>س</mi>", isDisplay: true, TextDirection.RightToLeft);
        var ink = set["∫"].Runs[0].Face.BoxOf(set["∫"].Runs[0].Glyphs[0].Id)!.Value;
        var scale = SizeOf(set["∫"]) / set["∫"].Runs[0].Face.UnitsPerEm;
        Assert.NotEqual(Set("<mo>∫</mo>")["∫"].Runs[0].Glyphs[0].Id, set["∫"].Runs[0].Glyphs[0].Id);
        Assert.True(Right(set["١"]) <= set["∫"].X + (ink.XMin * scale) + 1);
        Assert.True(set["٠"].X > set["س"].X && set["٠"].Y > set["١"].Y);
    }

    [Fact]
    public void A_tall_formula_makes_room_above_and_below_its_line()
    {
        const string Tall = "<mfrac displaystyle=\"true\"><mfrac><mi>a</mi><mi>b</mi></mfrac><mfrac><mi>c</mi><mi>d</mi></mfrac></mfrac>";
        var formula = Formula($"<mstyle displaystyle=\"true\">{Tall}</mstyle>", TextDirection.LeftToRight);
        var page = Lay(Pages.Model.Paragraph([Pages.Model.Text("قبل "), new LineBreak { Language = "ar", Direction = TextDirection.RightToLeft }, Pages.Model.Text("مع "), formula, new LineBreak { Language = "ar", Direction = TextDirection.RightToLeft }, Pages.Model.Text("بعد")])).Pages[0];
        var lines = page.Items.OfType<TextFragment>().Where(static part => part.Owner.Node is Text).Select(static part => part.Y).Distinct().Order().ToList();
        var parts = page.Items.OfType<TextFragment>().Where(part => part.Owner.Node == formula).ToList();
        Assert.True(parts.Min(Top) > lines[^3] && parts.Max(Bottom) < lines[^1] - 4);
    }

    [Theory]
    [InlineData("x", "th", false)]
    [InlineData("(", ")", false)]
    [InlineData("x ", " y", true)]
    public void A_line_neither_begins_nor_ends_between_a_formula_and_what_touches_it(string before, string after, bool mayBreak)
    {
        var fonts = new FontSelection(Theme.Print, FontLibrary.Shipped);
        using var shaper = new Shaper(fonts);
        var collector = new InlineCollector(Theme.Print, new FormulaSetter(Theme.Print, fonts, shaper));
        var source = collector.Collect([Pages.Model.Text(before, "en"), Formula("<mi>n</mi>", TextDirection.LeftToRight), Pages.Model.Text(after, "en")], TextDirection.LeftToRight, new TextStyle { Size = 12, Color = Color.Black }, 300);
        var breaks = new LineBreakOpportunity[source.Text.Length + 1];
        LineBreaker.Find(source.Text, breaks);
        Assert.Equal(mayBreak, breaks[1..source.Text.Length].Any(static opportunity => opportunity != LineBreakOpportunity.Prohibited));
    }

    [Fact]
    public void A_long_formula_goes_on_in_the_next_line_after_an_operator()
    {
        var terms = string.Join("<mo>+</mo>", Enumerable.Range(1, 40).Select(static n => $"<msub><mi>a</mi><mn>{n}</mn></msub>"));
        var set = Set($"<mi>s</mi><mo>=</mo>{terms}", isDisplay: true);
        var theme = Theme.Print;
        Assert.All(set.Fragments, part => Assert.InRange(part.X, theme.Page.Outer - 0.1, theme.Page.Width - theme.Page.Inner));
        var grouped = Set($"<mi>s</mi><mo>=</mo><mrow>{terms}</mrow>", isDisplay: true);
        Assert.Equal(set.Fragments.Select(static part => (Math.Round(part.X), Math.Round(part.Y))), grouped.Fragments.Select(static part => (Math.Round(part.X), Math.Round(part.Y))));
        var lines = set.Fragments.Where(static part => TextOf(part) is "+" or "=" or "a" or "s").GroupBy(static part => Math.Round(part.Y)).ToList();
        Assert.True(lines.Count > 1);
        Assert.All(lines.SkipLast(1), static line => Assert.Equal("+", TextOf(line.MaxBy(static part => part.X)!)));
    }

    [Theory]
    [InlineData("<mi>y</mi><mo>=</mo><mo>(</mo>{0}<mo>)</mo>", "<mo>+</mo>")]
    [InlineData("<mi>y</mi><mo>=</mo>{0}", "")]
    public void A_formula_that_has_no_better_place_breaks_where_it_must(string mathMl, string between)
    {
        var terms = string.Join(between, Enumerable.Range(1, 60).Select(static n => $"<msub><mi>a</mi><mn>{n}</mn></msub>"));
        var set = Set(string.Format(System.Globalization.CultureInfo.InvariantCulture, mathMl, terms), isDisplay: true);
        Assert.Equal(60, set.Fragments.Count(static part => TextOf(part) == "a"));
        Assert.All(set.Fragments, static part => Assert.InRange(part.X, Theme.Print.Page.Outer - 0.1, Theme.Print.Page.Width - Theme.Print.Page.Inner));
        Assert.True(set.Fragments.Where(static part => TextOf(part) == "a").Min(SizeOf) > 11);
    }

    [Theory]
    [InlineData("<mtext>a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z</mtext>", "too wide to be read in the column")]
    [InlineData("<mi>x", "not well formed")]
    public void A_formula_that_cannot_be_set_is_said_in_words(string mathMl, string words)
    {
        var formula = Formula(mathMl, TextDirection.LeftToRight) with { AlternativeText = words };
        var pages = Lay(Pages.Model.Paragraph([formula]));
        Assert.Equal(words, string.Concat(pages.Fragments().Where(part => ReferenceEquals(part.Owner.Node, formula)).Select(PageReader.LogicalText)));
    }

    [Theory]
    [InlineData("<mi>x</mi> plain words <mi>y</mi>", "xplain wordsy")]
    [InlineData("<mi>x<mtext>inner</mtext></mi>", "xinner")]
    [InlineData("<mmultiscripts><mi>C</mi><mn>1</mn><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "614C1")]
    [InlineData("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>", "123")]
    [InlineData("<mfenced open=\"[\" close=\"]\" separators=\";\"><mi>a</mi><mi>b</mi></mfenced>", "[a;b]")]
    [InlineData("<menclose notation=\"box\"><mi>a</mi></menclose><mover><mi>v</mi><mo>→</mo></mover>", "av→")]
    [InlineData("<ms>a</ms><mphantom><mi>b</mi></mphantom><mpadded><mi>c</mi></mpadded>", "\"a\"c")]
    public void Nothing_that_a_formula_shows_is_lost(string mathMl, string expected)
    {
        var set = Set(mathMl);
        Assert.Equal(expected, string.Concat(set.Fragments.Select(TextOf)));
    }

    private static Setting Set(string mathMl, bool isDisplay = false, TextDirection direction = TextDirection.LeftToRight)
    {
        var formula = Formula(mathMl, direction);
        Block block = isDisplay
            ? new MathBlock { Language = "ar", Direction = TextDirection.RightToLeft, Expression = formula }
            : Pages.Model.Paragraph([Pages.Model.Text("حيث "), formula]);
        var items = Lay(block).Pages.SelectMany(static page => page.Items).ToList();
        return new Setting([.. items.OfType<TextFragment>().Where(part => ReferenceEquals(part.Owner.Node, formula))], [.. items.OfType<FilledBox>().Select(static box => box.Box)]);
    }

    private static MathExpression Formula(string mathMl, TextDirection direction) => new()
    {
        Language = "ar",
        Direction = direction,
        MathMl = $"<math xmlns=\"{Namespace}\">{mathMl}</math>",
        AlternativeText = "الصيغة",
    };

    private static PageSet Lay(params Block[] blocks) => PageLayout.Lay(Pages.Model.Document(blocks), Theme.Print, FontLibrary.Shipped, new LayoutOptions(), TestContext.Current.CancellationToken);

    private static string TextOf(TextFragment part) => string.Concat(part.Runs.Select(static run => run.Text));

    private static double SizeOf(TextFragment part) => part.Runs[0].Size;

    private static double Right(TextFragment part) => part.X + part.Width;

    private static double Top(TextFragment part) => part.Y - Extents(part).Max(static box => box.Top);

    private static double Bottom(TextFragment part) => part.Y - Extents(part).Min(static box => box.Bottom);

    private static IEnumerable<(double Top, double Bottom)> Extents(TextFragment part) =>
        from run in part.Runs
        from glyph in run.Glyphs
        let box = run.Face.BoxOf(glyph.Id)
        where box is not null
        select ((box.Value.YMax + glyph.YOffset) * run.Size / run.Face.UnitsPerEm, (box.Value.YMin + glyph.YOffset) * run.Size / run.Face.UnitsPerEm);

    /// <summary>What a formula became on the page.</summary>
    private sealed record Setting(IReadOnlyList<TextFragment> Fragments, IReadOnlyList<Box> Rules)
    {
        /// <summary>The first part that says a text.</summary>
        public TextFragment this[string text] => Fragments.First(part => TextOf(part) == text);
    }
}
