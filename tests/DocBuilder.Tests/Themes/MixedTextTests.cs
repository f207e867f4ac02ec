using System.Text;
using DocBuilder.Documents;
using DocBuilder.Tests.Pages;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Themes;

/// <summary>Scripts beside one another, and marks above one another: what themes promise of lines.</summary>
public sealed class MixedTextTests
{
    // Vowel signs on every letter, among them the highest and deepest there are: shadda with damma over lam-alef, tanween under jeem.
    private const string Vocalised =
        "إِنَّ الْحَمْدَ لِلَّهِ رَبِّ الْعَالَمِينَ، وَلَا الضَّالِّينَ لَأُبَيِّنَنَّ كِتَابَهُمُ الْأُمِّيُّونَ، وَيُعَلِّمُهُمُ الطُّلَّابُ عِلْمًا نَافِعًا فِي كِتَابٍ وَبَيْتٍ وَعِلْمٍ صَحِيحِهِ، " +
        "فَأُولَٰئِكَ هُمُ الْمُفْلِحُونَ وَالْأُدَبَاءُ الْكُتَّابُ وَالْحُجَّاجُ، وَاللَّهُ لَا يُضِيعُ أَجْرَ الْمُحْسِنِينَ، وَلَأَكْتُبَنَّ إِلَيْهِمْ فِي يَوْمٍ سَعِيدٍ، ثُمَّ لَا أُحِبُّ الْآفِلِينَ. ";

    public static TheoryData<string> Themes() => [.. ThemeFile.Names];

    [Theory, MemberData(nameof(Themes))]
    public void The_ink_of_fully_vocalised_lines_keeps_clear_of_the_line_above(string name)
    {
        foreach (var width in new[] { 105, 148, 170, 210, 297 })
        {
            var paragraph = Model.Paragraph(string.Concat(Enumerable.Repeat(Vocalised, 8)));
            var pages = Lay(Open(name).ForPaper(width * PageGeometry.PointsPerMillimetre, 842), paragraph);
            var collision = Ink.Collision(pages, f => ReferenceEquals(f.Owner.Node, paragraph.Inlines[0]));
            Assert.True(collision is null, $"{width} mm: {collision}");
        }
    }

    [Theory, MemberData(nameof(Themes))]
    public void Lines_stand_equally_far_apart_whatever_they_hold(string name)
    {
        const string plain = "كانت المكتبة القديمة تطل على البحر من نافذة واسعة وكان القراء يجلسون فيها حتى المساء ";
        var paragraph = Model.Paragraph([Model.Text(plain + Vocalised + plain), Model.Text("mixed English words, ", "en"), Model.Text("שלום ☃ ∑ " + plain), Model.Text("کتاب‌خانه", "fa"), Model.Text(plain)]);
        var page = Lay(Open(name).ForPaper(595, 4000), paragraph).Pages[0];
        var baselines = page.Items.OfType<TextFragment>().Where(f => paragraph.Inlines.Contains(f.Owner.Node)).Select(f => Math.Round(f.Y, 3)).Distinct().Order().ToList();
        Assert.True(baselines.Count > 6);
        Assert.All(baselines.Zip(baselines.Skip(1), (upper, lower) => lower - upper), distance => Assert.Equal(baselines[1] - baselines[0], distance, 0.01));
    }

    [Theory, MemberData(nameof(Themes))]
    public void Latin_beside_arabic_stands_as_far_above_its_bowls_as_the_alef_above_its_capitals(string name)
    {
        var theme = Open(name);
        var latin = theme.TypographyFor(Script.Common, "en");
        foreach (var language in new[] { "ar", "fa" })
        {
            var arabic = theme.TypographyFor(Script.Arabic, language);
            var bowls = "سوصهمع".Average(letter => Height(arabic, letter));
            var xOverBowls = Height(latin, 'x') / bowls;
            var alefOverCapitals = Height(arabic, 'ا') / Height(latin, 'H');
            Assert.InRange(xOverBowls / alefOverCapitals, 0.9, 1.1);
        }
    }

    [Theory, MemberData(nameof(Themes))]
    public void Digits_of_both_kinds_are_about_as_high_as_capitals(string name)
    {
        var theme = Open(name);
        var capitals = Height(theme.TypographyFor(Script.Common, "en"), 'H');
        var arabic = theme.TypographyFor(Script.Arabic, "ar");
        Assert.InRange(Height(arabic, '٣') / capitals, 0.85, 1.25);
        Assert.InRange(Height(arabic, '3') / capitals, 0.85, 1.25);
    }

    /// <summary>How high a letter by itself stands, as a part of the text size.</summary>
    private static double Height(ScriptTypography typography, char letter)
    {
        var face = FontLibrary.Shipped.Find(typography.Families[0], 400, italic: false)!;
        return typography.Scale * face.BoxOf(face.GlyphFor(new Rune(letter)))!.Value.YMax / face.UnitsPerEm;
    }

    internal static Theme Open(string name) => ThemeFile.Open(name, out _)!;

    internal static PageSet Lay(Theme theme, params Block[] blocks) =>
        PageLayout.Lay(Model.Document(blocks), theme, FontLibrary.Shipped, LayoutOptions.Default, TestContext.Current.CancellationToken);
}
