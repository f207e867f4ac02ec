using System.Globalization;
using System.Text;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Extraction;

/// <summary>The text comes out of the PDF as it went in: the share of wrong letters by reader.</summary>
public sealed class ExtractionTests(Editions editions, ITestOutputHelper output)
{
    public static TheoryData<string, string> ArticlesAndReaders()
    {
        var data = new TheoryData<string, string>();
        foreach (var article in Repository.Articles)
        {
            foreach (var reader in Bars.Readers)
            {
                data.Add(article, reader);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(ArticlesAndReaders))]
    public async Task Wrong_letters_stay_below_the_bar(string article, string reader)
    {
        var (percent, expected, read) = await Measure(article, reader);
        var version = (await editions.Texts(article)).Versions[reader];
        output.WriteLine($"{article}, {reader} {version}: {percent:0.00} % (bar {Bars.Of(article, reader)} %)");
        Assert.True(percent <= Bars.Of(article, reader),
            $"{percent:0.00} % of {article} are wrong in {reader} {version}; the bar is {Bars.Of(article, reader)} %.\nexpected: {expected}\nread:     {read}");
    }

    /// <summary>Writes the figures where <c>tests/run</c> shows them.</summary>
    [Fact]
    public async Task The_figures_are_written_down()
    {
        var table = new StringBuilder("letters wrong, %".PadRight(28));
        foreach (var reader in Bars.Readers)
        {
            var version = (await editions.Texts(Repository.Articles[0])).Versions[reader];
            table.Append(CultureInfo.InvariantCulture, $"{reader + " " + version,26}");
        }

        foreach (var article in Repository.Articles)
        {
            table.Append('\n').Append(article.PadRight(28));
            foreach (var reader in Bars.Readers)
            {
                table.Append(CultureInfo.InvariantCulture, $"{(await Measure(article, reader)).Percent,26:0.00}");
            }
        }

        output.WriteLine(table.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "extraction.txt"), table.Append('\n').ToString(),
            TestContext.Current.CancellationToken);
    }

    private async Task<(double Percent, string Expected, string Read)> Measure(string article, string reader)
    {
        var file = await editions.Pdf(article);
        var texts = await editions.Texts(article);
        var expected = ExpectedText.WithLabels(article, file, new(file, texts));
        var read = Folding.Fold(texts.ByReader[reader]);
        return (100.0 * EditDistance.Between(expected, read) / expected.Length, expected, read);
    }
}
