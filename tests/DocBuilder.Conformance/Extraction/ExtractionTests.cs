using System.Globalization;
using System.Text;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Extraction;

/// <summary>The text comes out of the PDF as it went in: the share of wrong letters by reader.</summary>
public sealed class ExtractionTests(Editions editions, ITestOutputHelper output)
{
    public static TheoryData<string, string, string> WhatIsRead()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var profile in Bars.Profiles)
        {
            foreach (var article in Repository.TextsToRead)
            {
                foreach (var reader in Bars.Readers)
                {
                    data.Add(profile, article, reader);
                }
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(WhatIsRead))]
    public async Task Wrong_letters_stay_below_the_bars(string profile, string article, string reader)
    {
        var figures = await Measure(profile, article, reader);
        var version = (await editions.Texts(article, profile)).Versions[reader];
        var bar = Bars.Of(profile, article, reader);
        var said = $"{figures.Percent:0.00} % of {article} ({profile}) are wrong in {reader} {version}, {figures.OursPercent:0.00} % without its known faults; "
            + $"the bars are {bar.All} % and {bar.Ours} %.";
        output.WriteLine(said);
        Assert.True(figures.Percent <= bar.All && figures.OursPercent <= bar.Ours, $"{said}\nexpected: {figures.Expected}\nread:     {figures.Read}");
    }

    /// <summary>Writes the figures where <c>tests/run</c> shows them.</summary>
    [Fact]
    public async Task The_figures_are_written_down()
    {
        var table = new StringBuilder("letters wrong in a hundred, all / without the reader's known faults");
        foreach (var profile in Bars.Profiles)
        {
            table.Append('\n').Append(profile.PadRight(20));
            foreach (var reader in Bars.Readers)
            {
                table.Append(CultureInfo.InvariantCulture, $"{reader,18}");
            }

            foreach (var article in Repository.TextsToRead)
            {
                table.Append('\n').Append(article.PadRight(20));
                foreach (var reader in Bars.Readers)
                {
                    var figures = await Measure(profile, article, reader);
                    table.Append(string.Create(CultureInfo.InvariantCulture, $"{figures.Percent:0.00} / {figures.OursPercent:0.00}").PadLeft(18));
                }
            }
        }

        foreach (var reader in Bars.Readers)
        {
            var version = (await editions.Texts(Repository.Articles[0])).Versions[reader];
            table.Append(CultureInfo.InvariantCulture,
                $"\n{reader} {version}: {KnownFaults.Told.GetValueOrDefault(reader, "no fault is left out")}");
        }

        output.WriteLine(table.ToString());
        var path = Path.Combine(AppContext.BaseDirectory, "extraction.txt");
        await File.WriteAllTextAsync(path, table.Append('\n').ToString(), TestContext.Current.CancellationToken);
    }

    private async Task<Figures> Measure(string profile, string article, string reader)
    {
        var file = await editions.PdfWithoutContents(article, profile);
        var texts = await editions.Texts(article, profile);
        var tagged = new TaggedText(file, texts);
        var expected = PageOrder.Of(ExpectedText.WithLabels(article, file, tagged), file, tagged);
        var said = LineEndHyphens.Join(article, texts.ByReader[reader]);
        var read = Folding.Fold(said);
        var mended = Folding.Fold(KnownFaults.Mend(reader, said));
        return new(Share(expected, read), Share(KnownFaults.Fold(reader, expected), KnownFaults.Fold(reader, mended)), expected, read);
    }

    private static double Share(string expected, string read) => 100.0 * EditDistance.Between(expected, read) / expected.Length;

    private sealed record Figures(double Percent, double OursPercent, string Expected, string Read);
}
