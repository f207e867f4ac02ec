using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class NormalizationConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_line_of_NormalizationTest_passes_and_no_other_character_changes()
    {
        var lines = 0;
        var part = "";
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, data) in ConformanceFile.Lines("NormalizationTest.txt"))
        {
            if (data[0] == '@')
            {
                part = data;
                continue;
            }

            var columns = data.Split(';').Take(5).Select(ConformanceFile.Text).ToArray();
            for (var column = 0; column < 5; column++)
            {
                var source = columns[column];
                Check(number, "NFC", columns[column < 3 ? 1 : 3], Normalization.ToNfc(source));
                Check(number, "NFD", columns[column < 3 ? 2 : 4], Normalization.ToNfd(source));
                Check(number, "NFKC", columns[3], Normalization.ToNfkc(source));
                Check(number, "NFKD", columns[4], Normalization.ToNfkd(source));
            }

            if (part == "@Part1")
            {
                listed.Add(columns[0]);
            }

            lines++;
        }

        var others = 0;
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (codePoint is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            var character = char.ConvertFromUtf32(codePoint);
            if (!listed.Contains(character))
            {
                Check(codePoint, "NFC", character, Normalization.ToNfc(character));
                Check(codePoint, "NFD", character, Normalization.ToNfd(character));
                Check(codePoint, "NFKC", character, Normalization.ToNfkc(character));
                Check(codePoint, "NFKD", character, Normalization.ToNfkd(character));
                others++;
            }
        }

        output.WriteLine($"NormalizationTest.txt: {lines} lines; {others} characters that are not in its part 1");
        Assert.Equal(19_074, lines);
        Assert.Equal(0x110000 - 0x800 - listed.Count, others);
    }

    private static void Check(int number, string form, string expected, string actual) =>
        Assert.True(string.Equals(expected, actual, StringComparison.Ordinal), $"{number}: {form} is {actual}, not {expected}");
}
