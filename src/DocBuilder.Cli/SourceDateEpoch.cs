using System.Globalization;

namespace DocBuilder.Cli;

/// <summary>The date that reproducible builds hand to tools: https://reproducible-builds.org/specs/source-date-epoch/.</summary>
internal static class SourceDateEpoch
{
    /// <summary>Reads the variable.</summary>
    /// <param name="variable">Reads environment variables.</param>
    /// <param name="date">The date; null when the variable is not set.</param>
    /// <returns>False when it is set to something else than seconds since 1970 up to the year 9999.</returns>
    internal static bool TryRead(Func<string, string?> variable, out DateTimeOffset? date)
    {
        date = null;
        if (variable("SOURCE_DATE_EPOCH") is not { Length: > 0 } text)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        date = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }
}
