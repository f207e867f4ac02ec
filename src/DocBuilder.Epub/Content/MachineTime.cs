using System.Globalization;

namespace DocBuilder.Epub.Content;

/// <summary>Dates and times as HTML's <c>datetime</c> takes them (HTML, "Dates and times").</summary>
internal static class MachineTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM", "HH:mm", "HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.f", "yyyy-MM-dd'T'HH:mm:ss.ff", "yyyy-MM-dd'T'HH:mm:ss.fff",
        "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd' 'HH:mm:ss",
    ];

    /// <summary>The value when it is a valid date or time, else null.</summary>
    public static string? Checked(string value)
    {
        var trimmed = value.Trim();
        var local = trimmed;
        if (trimmed.Contains(':', StringComparison.Ordinal) && trimmed.Contains('-', StringComparison.Ordinal))
        {
            local = WithoutZone(trimmed);
        }

        return DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? trimmed : null;
    }

    /// <summary>Whether a dateline is the date alone, in any digits: "12 مارس 2026", "١٢ مارس ٢٠٢٦".</summary>
    public static bool IsDate(string text, DateTimeOffset date)
    {
        var latin = string.Concat(text.Trim().Select(Latin));
        return StartsWithNumber(latin, date.Day) && latin.EndsWith(" " + date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>The day as <c>yyyy-MM-dd</c>, in the time zone that the source gave.</summary>
    public static string Day(DateTimeOffset date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool StartsWithNumber(string text, int number) =>
        text.StartsWith(number.ToString(CultureInfo.InvariantCulture) + " ", StringComparison.Ordinal);

    private static char Latin(char c) => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
        _ => c,
    };

    private static string WithoutZone(string value)
    {
        if (value.EndsWith('Z'))
        {
            return value[..^1];
        }

        // "+02:00" or "+0200" behind the time of day.
        var sign = value.LastIndexOfAny(['+', '-']);
        if (sign <= value.IndexOf(':', StringComparison.Ordinal))
        {
            return value;
        }

        var digits = value[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        var isZone = digits.Length == 4 && digits.All(char.IsAsciiDigit)
            && int.Parse(digits[..2], CultureInfo.InvariantCulture) < 24 && int.Parse(digits[2..], CultureInfo.InvariantCulture) < 60;
        return isZone ? value[..sign] : value;
    }
}
