using Xunit;

namespace DocBuilder.Conformance.Extraction;

/// <summary>Long texts compared: the failure shows the place, with what stands around it.</summary>
internal static class Texts
{
    private const int Around = 60;

    public static void AssertSame(string expected, string actual)
    {
        if (expected == actual)
        {
            return;
        }

        var at = expected.AsSpan().CommonPrefixLength(actual);
        Assert.Fail($"They differ at {at} (distance {EditDistance.Between(expected, actual)}, lengths {expected.Length} and {actual.Length}).\nexpected: {Excerpt(expected, at)}\nactual:   {Excerpt(actual, at)}");
    }

    private static string Excerpt(string text, int at)
    {
        var start = Math.Max(0, at - Around);
        return $"…{text[start..Math.Min(text.Length, at + Around)]}…";
    }
}
