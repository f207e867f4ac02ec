using DocBuilder.Documents;
using DocBuilder.Tests.Pages;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;
using Xunit;
using Model = DocBuilder.Tests.Pdf.Model;

namespace DocBuilder.Tests.Paragraphs;

/// <summary>Where letters are lengthened, by how much, and that the text stays free of it.</summary>
public sealed class KashidaTests
{
    private const string Words = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة، وكان القراء يجلسون فيها حتى المساء، ثم يعودون إلى بيوتهم في صمت جميل. ";

    [Theory]
    [InlineData("السماء", 'م', 2)] // after seen, whatever follows it
    [InlineData("مدرسة", 'ة', 2)] // seen goes before the letter that follows it
    [InlineData("مكتبة", 'ة', 3)] // before a final teh marbuta
    [InlineData("البلد", 'د', 3)] // before a final dal
    [InlineData("كتاب", 'ا', 4)] // before a final alef
    [InlineData("محفوظ", 'ظ', 0)] // waw does not join forwards
    [InlineData("كتبت", 'ت', 7)] // before any other final form
    [InlineData("علي", 'ي', 0)] // not before a final yeh
    [InlineData("كرسي", 'ي', 2)] // unless after seen
    [InlineData("سلام", 'ا', 0)] // not inside lam-alef
    [InlineData("من", 'ن', 0)] // not in a word of two letters
    public void Places_are_preferred_as_calligraphers_do(string word, char letter, int priority)
    {
        Assert.Equal(priority, KashidaFinder.PriorityAt(word, word.LastIndexOf(letter)));
    }

    [Fact]
    public void A_place_that_the_shaper_calls_unsafe_is_no_place()
    {
        // Amiri sets beh before teh in forms of their own, which a stroke between them would undo.
        Assert.NotEqual(0, KashidaFinder.PriorityAt("كتبت", 3));
        Assert.False(Find("كتبت")?[3].IsPossible ?? false);
    }

    [Fact]
    public void Marks_are_transparent_to_the_search() => Assert.Equal(3, Find("مَكْتَبَةٌ")!.Max(static place => place.Priority));

    [Fact]
    public void A_typed_tatweel_is_the_best_place() => Assert.Equal(1, Find("كتـاب")!["كتـاب".IndexOf('ا', StringComparison.Ordinal)].Priority);

    [Fact]
    public void Nothing_is_lengthened_between_ornate_parentheses()
    {
        const string text = "المدرسة ﴿السماء والأرض﴾ المدرسة";
        var found = Find(text)!;
        var quoted = text.IndexOf('﴿', StringComparison.Ordinal)..text.IndexOf('﴾', StringComparison.Ordinal);
        Assert.All(found[quoted], static place => Assert.False(place.IsPossible));
        Assert.Contains(found, static place => place.IsPossible);
    }

    [Fact]
    public void Nothing_is_lengthened_before_the_end_of_an_ayah()
    {
        const string text = "المدرسة السماء والأرض ۝١ المدرسة";
        var found = Find(text)!;
        Assert.All(found[..text.IndexOf('۝', StringComparison.Ordinal)], static place => Assert.False(place.IsPossible));
        Assert.Contains(found, static place => place.IsPossible);
    }

    [Fact]
    public void A_word_quoted_in_a_left_to_right_text_is_not_lengthened()
    {
        using var setting = new TotalFitTests.Setting("en");
        Assert.Null(setting.Shape("The word المدرسة means school.").Kashidas);
    }

    [Theory, InlineData(KashidaExtent.Moderate, 0.5, 4), InlineData(KashidaExtent.Full, 1.0, 2)]
    public void No_kashida_is_longer_and_no_line_has_more_than_is_allowed(KashidaExtent kashida, double longest, int wordsPerKashida)
    {
        var lengthened = 0;
        foreach (var line in Lines(kashida))
        {
            var words = string.Concat(line.Select(PageReader.LogicalText)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            var strokes = line.SelectMany(static f => f.Runs).SelectMany(run => Strokes(run).Select(units => units / (double)run.Face.UnitsPerEm)).ToList();
            Assert.All(strokes, length => Assert.InRange(length, 0.1 - 1e-9, longest + 1e-9));
            Assert.True(strokes.Count <= words / wordsPerKashida, $"{strokes.Count} in {words} words");
            lengthened += strokes.Count;
        }

        Assert.NotEqual(0, lengthened);
    }

    [Fact]
    public void With_none_nothing_is_lengthened() =>
        Assert.All(Lines(KashidaExtent.None).SelectMany(static line => line).SelectMany(static f => f.Runs), static run => Assert.Empty(Strokes(run)));

    [Fact]
    public void Lengthened_lines_fill_the_column()
    {
        var lines = Lines(KashidaExtent.Full).ToList();
        foreach (var line in lines.SkipLast(1))
        {
            var fragment = Assert.Single(line);
            Assert.Equal(Theme.Print.Page.Width - Theme.Print.Page.Inner, fragment.X + fragment.Width, 1);
        }
    }

    [Fact]
    public void Headings_and_last_lines_are_left_alone()
    {
        var heading = Model.Arabic.Heading(2, "المدرسة الكبيرة في المدينة القديمة على شاطئ البحر الأبيض المتوسط وبساتينها");
        var paragraph = Model.Arabic.Paragraph(Words);
        var pages = Lay(KashidaExtent.Full, heading, paragraph);
        Assert.All(pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, heading.Inlines[0])).SelectMany(static f => f.Runs), static run => Assert.Empty(Strokes(run)));
        Assert.All(pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, paragraph.Inlines[0])).Last().Runs, static run => Assert.Empty(Strokes(run)));
    }

    [Fact]
    public void Kashidas_of_neighbouring_lines_seldom_stand_under_one_another()
    {
        List<double> Places(IReadOnlyList<TextFragment> line) => [.. line.SelectMany(f => Positions(f))];
        var lines = Lines(KashidaExtent.Moderate).Select(Places).ToList();
        var stacked = lines.Zip(lines.Skip(1)).Count(pair => pair.First.Any(x => pair.Second.Any(y => Math.Abs(x - y) < 6)));
        Assert.True(stacked * 10 <= lines.Count, $"{stacked} of {lines.Count}");
    }

    [Fact]
    public void The_text_is_the_same_with_none_and_with_full()
    {
        var text = Model.Arabic.Text(string.Concat(Enumerable.Repeat(Words, 12)));
        var none = Lay(KashidaExtent.None, Model.Arabic.Paragraph(text)).TextOf(text);
        Assert.Equal(text.Value, none);
        Assert.Equal(none, Lay(KashidaExtent.Full, Model.Arabic.Paragraph(text)).TextOf(text));
    }

    private static KashidaOpportunity[]? Find(string text)
    {
        using var setting = new TotalFitTests.Setting("ar");
        return setting.Shape(text).Kashidas;
    }

    private static IEnumerable<IReadOnlyList<TextFragment>> Lines(KashidaExtent kashida) =>
        Lay(kashida, Model.Arabic.Paragraph(string.Concat(Enumerable.Range(0, 12).Select(n => Words[(n * 5)..])))).Pages.SelectMany(PageReader.Lines);

    private static PageSet Lay(KashidaExtent kashida, params Block[] blocks) => PageLayout.Lay(
        Model.Arabic.Document(blocks), Theme.Print, FontLibrary.Shipped, new LayoutOptions { Kashida = kashida }, TestContext.Current.CancellationToken);

    /// <summary>The lengths of a run's kashidas in font units: neighbouring pieces of a stroke are one.</summary>
    private static IEnumerable<int> Strokes(GlyphRun run)
    {
        var length = 0;
        foreach (var glyph in run.Glyphs)
        {
            if (IsStroke(run, glyph))
            {
                length += glyph.Advance;
            }
            else if (length > 0)
            {
                yield return length;
                length = 0;
            }
        }
    }

    private static IEnumerable<double> Positions(TextFragment fragment)
    {
        var x = fragment.X;
        foreach (var run in fragment.Runs)
        {
            foreach (var glyph in run.Glyphs)
            {
                if (IsStroke(run, glyph))
                {
                    yield return x;
                }

                x += (glyph.Advance * run.Size / run.Face.UnitsPerEm) + glyph.Stretch;
            }
        }
    }

    private static bool IsStroke(GlyphRun run, Glyph glyph) => glyph.Id == run.Face.GlyphFor(new System.Text.Rune(0x640)) && run.Text[glyph.Cluster] != '\u0640';
}
