using CsCheck;
using DocBuilder.Pdf.Inspection;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>From the order in which a line is drawn to the order in which it is said.</summary>
public sealed class VisualOrderTests
{
    [Theory]
    [InlineData("كتاب (أول) جديد")]
    [InlineData("في عام ٢٠١٦ صدر")]
    [InlineData("من ٢٩١–٣٧٦ هـ")]
    [InlineData("طراز MA-7 جديد")]
    [InlineData("معيار ISO 11799 الخاص")]
    [InlineData("«Orion_27» (وهو طالب)")]
    [InlineData("نسبة ١٧٫٨٪ في الصيف")]
    [InlineData("نسبة 17.8% في الصيف")]
    [InlineData("سطر English words هنا.")]
    [InlineData("The letter ن is an arc.")]
    [InlineData("اقرأ (iqraʾ, “read!”)")]
    [InlineData("طاقته 540 kcal (2,259 kJ) لكل حصة")]
    [InlineData("تزن 75 kg وتسير 3.5 km/h على ISO 9001 وعلى MA-7 ثم 12 GB.")]
    [InlineData("المعيار ISO 9001، ثم 1,200 kWh في Windows 11")]
    public void A_line_comes_back_as_it_was(string logical)
    {
        var level = BidiAlgorithm.FirstStrongLevel(logical) ?? 0;
        Assert.Equal(logical, VisualOrder.ToLogical(Drawn(logical, level), level, new()));
    }

    [Theory]
    [InlineData("طاقته ", "540 kcal (2,259 kJ)", " لكل حصة")]
    [InlineData("من (", "3 kJ (1 kcal [0.9])", ") لكل حصة (أو أقل)")]
    [InlineData("صورة ", "12 MP (f/1.8)", "")]
    public void Words_that_were_set_apart_keep_their_brackets(string before, string apart, string after)
    {
        var line = string.Concat((before + "\u0001" + after).Reverse()).Replace("\u0001", apart, StringComparison.Ordinal);
        Assert.Equal(before + apart + after, VisualOrder.ToLogical(line, 1, new()));
    }

    [Theory]
    [InlineData("كَتَبَ الطِّفْلُ", "marks stay with their letters")]
    [InlineData("בְּרֵאשִׁית בָּרָא", "of Hebrew too")]
    public void Marks_follow_their_letter(string logical, string because) =>
        Assert.True(logical == VisualOrder.ToLogical(string.Concat(logical.Reverse()), 1, new()), because);

    [Fact]
    public void A_minus_that_is_drawn_before_its_number_stands_before_it() => Assert.Equal("قدر −١٫٤٦، ثم", VisualOrder.ToLogical("مث ،−١٫٤٦ ردق", 1, new()));

    [Fact]
    public void Brackets_that_are_mapped_to_what_they_look_like_are_turned() =>
        Assert.Equal("كتاب (أول) جديد", VisualOrder.ToLogical("ديدج (لوأ) باتك", 1, new()));

    [Theory]
    [InlineData("في صيف العام الماضي وبلغت", "17.8% في الصيف")]
    [InlineData("قال إن «الهلال", "ظاهر» ثم قال «غدًا", "نراه» وسكت")]
    [InlineData("أول (ثانٍ", "ثالث) ورابع «خامس", "سادس» و(سابع", "ثامن)")]
    public void A_line_goes_on_from_those_before_it(params string[] lines)
    {
        var paragraph = string.Join(' ', lines);
        var levels = BidiAlgorithm.Resolve(paragraph, 1);
        var before = new LinesBefore();
        var start = 0;
        foreach (var line in lines)
        {
            Assert.Equal(line, VisualOrder.ToLogical(Drawn(line, levels[start..(start + line.Length)]), 1, before));
            start += line.Length + 1;
        }
    }

    [Fact]
    public void No_character_is_lost_or_made() =>
        Gen.String[Gen.OneOfConst("ابجَّ abc 123 ٤٥٦ .()−".ToCharArray()), 0, 24].Sample(line =>
            string.Concat(VisualOrder.ToLogical(line, 1, new()).Replace('(', ')').Order()) == string.Concat(line.Replace('(', ')').Order()));

    private static string Drawn(string logical, int level)
    {
        var levels = BidiAlgorithm.Resolve(logical, level);
        BidiAlgorithm.ResetTrailingWhitespace(logical, levels, 0, logical.Length, level);
        return Drawn(logical, levels);
    }

    private static string Drawn(string logical, byte[] levels) =>
        string.Concat(BidiAlgorithm.VisualRuns(levels).Select(run =>
            (run.Level & 1) == 0 ? logical.Substring(run.Start, run.Length) : string.Concat(logical.Substring(run.Start, run.Length).Reverse())));
}
