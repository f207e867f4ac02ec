using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Paragraphs;

/// <summary>What is shaped at once, and from which face.</summary>
public sealed class ItemizerTests
{
    [Theory]
    [InlineData("\u06DD")]
    [InlineData("\u0600")]
    [InlineData("\u0601")]
    public void A_sign_that_is_drawn_around_or_under_a_number_is_shaped_with_all_its_digits(string sign)
    {
        using var setting = new TotalFitTests.Setting("ar");
        var shaped = setting.Shape($"قال تعالى {sign}٢٥٥ ثم سكت");
        var run = Assert.Single(shaped.Runs, run => run.Start <= 10 && run.End > 10);
        Assert.True(run.Start == 10 && run.End >= 14, $"{run.Start} to {run.End}");
    }

    [Fact]
    public void The_digits_of_a_verse_stand_inside_its_rosette()
    {
        using var setting = new TotalFitTests.Setting("ar");
        var alone = setting.Shape("۝").Advances.Sum();
        Assert.InRange(setting.Shape("۝٢٥٥").Advances.Sum(), alone * 0.9, alone * 1.1);
    }

    [Fact]
    public void A_space_between_pictographs_is_as_wide_as_one_between_words()
    {
        using var setting = new TotalFitTests.Setting("en");
        var (words, pictographs) = (setting.Shape("a b"), setting.Shape("\U0001F600 \U0001F600"));
        Assert.Equal(words.Advances[1], pictographs.Advances[2], 0.01);
    }
}
