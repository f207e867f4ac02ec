using System.Globalization;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class BidiConformanceTests(ITestOutputHelper output)
{
    /// <summary>A character of each class, for the lines of BidiTest.txt; none is a bracket.</summary>
    private static readonly Dictionary<string, char> Samples = new(StringComparer.Ordinal)
    {
        ["L"] = 'a',
        ["R"] = '\u05D0',
        ["AL"] = '\u0627',
        ["EN"] = '1',
        ["AN"] = '\u0661',
        ["ES"] = '+',
        ["ET"] = '%',
        ["CS"] = ',',
        ["NSM"] = '\u0300',
        ["BN"] = '\u00AD',
        ["B"] = '\u2029',
        ["S"] = '\t',
        ["WS"] = ' ',
        ["ON"] = '!',
        ["LRE"] = '\u202A',
        ["RLE"] = '\u202B',
        ["PDF"] = '\u202C',
        ["LRO"] = '\u202D',
        ["RLO"] = '\u202E',
        ["LRI"] = '\u2066',
        ["RLI"] = '\u2067',
        ["FSI"] = '\u2068',
        ["PDI"] = '\u2069',
    };

    [Fact]
    public void Samples_have_the_classes_they_stand_for()
    {
        Assert.Equal(23, Samples.Count);
        foreach (var (name, character) in Samples)
        {
            Assert.Equal(name, UnicodeProperties.BidiClass(character).ToString());
        }
    }

    [Fact]
    public void Every_line_of_BidiTest_passes()
    {
        string[] levels = [], order = [];
        int lines = 0, cases = 0;
        foreach (var (number, data) in ConformanceFile.Lines("BidiTest.txt"))
        {
            var tab = data.IndexOf(':', StringComparison.Ordinal);
            if (data.StartsWith("@Levels:", StringComparison.Ordinal))
            {
                levels = data[(tab + 1)..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            }
            else if (data.StartsWith("@Reorder:", StringComparison.Ordinal))
            {
                order = data[(tab + 1)..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            }
            else
            {
                var fields = data.Split(';');
                var text = string.Concat(fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Samples[name]));
                var directions = int.Parse(fields[1], CultureInfo.InvariantCulture);
                lines++;
                for (var direction = 0; direction < 3; direction++)
                {
                    if ((directions & (1 << direction)) != 0)
                    {
                        cases++;
                        Check(number, text, direction switch { 0 => null, 1 => 0, _ => 1 }, levels, order);
                    }
                }
            }
        }

        output.WriteLine($"BidiTest.txt: {lines} lines, {cases} cases");
        Assert.Equal(490_846, lines);
        Assert.Equal(770_241, cases);
    }

    [Fact]
    public void Every_line_of_BidiCharacterTest_passes()
    {
        var lines = 0;
        foreach (var (number, data) in ConformanceFile.Lines("BidiCharacterTest.txt"))
        {
            var fields = data.Split(';');
            var text = ConformanceFile.Text(fields[0]);
            int? paragraphLevel = fields[1] == "2" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
            var resolved = paragraphLevel ?? BidiAlgorithm.FirstStrongLevel(text) ?? 0;
            Assert.True(resolved == int.Parse(fields[2], CultureInfo.InvariantCulture), $"line {number}: paragraph level {resolved}");
            Check(
                number,
                text,
                paragraphLevel,
                fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                fields[4].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            lines++;
        }

        output.WriteLine($"BidiCharacterTest.txt: {lines} lines");
        Assert.Equal(91_707, lines);
    }

    /// <summary>Levels and order after L1 and L2, by code point; 'x' is a character that X9 removes.</summary>
    private static void Check(int number, string text, int? paragraphLevel, string[] expectedLevels, string[] expectedOrder)
    {
        var level = paragraphLevel ?? BidiAlgorithm.FirstStrongLevel(text) ?? 0;
        var levels = BidiAlgorithm.Resolve(text, level);
        BidiAlgorithm.ResetTrailingWhitespace(text, levels, 0, text.Length, level);

        var codePointOf = new int[text.Length];
        var codePoint = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var isSecondHalf = i > 0 && char.IsSurrogatePair(text[i - 1], text[i]);
            codePoint += isSecondHalf ? 0 : 1;
            codePointOf[i] = codePoint;
            var expected = expectedLevels[codePoint];
            if (isSecondHalf)
            {
                Assert.True(levels[i] == levels[i - 1], $"line {number}: a surrogate pair is split at {i}");
            }
            else if (expected != "x" && expected != levels[i].ToString(CultureInfo.InvariantCulture))
            {
                Assert.Fail($"line {number}, paragraph level {level}: level {levels[i]} at {codePoint}, not {expected}");
            }
        }

        Assert.Equal(expectedLevels.Length, codePoint + 1);
        var order = new List<int>();
        foreach (var run in BidiAlgorithm.VisualRuns(levels))
        {
            var places = Enumerable.Range(run.Start, run.Length).Select(place => codePointOf[place]).Distinct();
            order.AddRange((run.IsRightToLeft ? places.Reverse() : places).Where(place => expectedLevels[place] != "x"));
        }

        var actual = string.Join(' ', order);
        Assert.True(actual == string.Join(' ', expectedOrder), $"line {number}, paragraph level {level}: order {actual}");
    }
}
