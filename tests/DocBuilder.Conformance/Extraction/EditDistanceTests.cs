using CsCheck;
using Xunit;

namespace DocBuilder.Conformance.Extraction;

/// <summary>The measuring stick itself.</summary>
public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("كتاب", "", 4)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("السلام", "االسلم", 2)]
    public void Known_distances(string one, string other, int distance) => Assert.Equal(distance, EditDistance.Between(one, other));

    [Fact]
    public void It_agrees_with_the_table_of_wagner_and_fischer() =>
        Gen.Select(Gen.String[Gen.Char["abc "], 0, 200], Gen.String[Gen.Char["abc "], 0, 200])
            .Sample((one, other) => EditDistance.Between(one, other) == ByTable(one, other), iter: 500);

    private static int ByTable(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
