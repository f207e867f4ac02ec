using System.Globalization;

namespace DocBuilder.Reading.Describing;

/// <summary>Reads the dates that pages write: ISO 8601 in its usual forms, RFC 1123, and dates in words: "12 مارس 2026", "٢٠ آذار ٢٠٢٦", "۱۲ اسفند ۱۴۰۴".</summary>
internal static class PublicationDate
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss K", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyyMMdd'T'HHmmssK", "r",
    ];

    // Pages of Iran write "1402/07/25"; nobody published a page in these years of ours.
    private const int EarliestPersianYear = 1280;
    private const int LatestPersianYear = 1480;

    /// <summary>The date, in UTC where no zone is given; null when it cannot be read.</summary>
    public static DateTimeOffset? Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 64)
        {
            return null;
        }

        var text = ToLatinDigits(value.Trim());
        if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            return date.Year is >= EarliestPersianYear and <= LatestPersianYear ? FromPersian(date.Year, date.Month, date.Day) ?? date : date.Year is >= 1 and <= 9999 ? date : null;
        }

        // "+0300" without the colon that .NET wants.
        if (text.Length > 5 && text[^5] is '+' or '-' && DateTimeOffset.TryParseExact(
            text[..^2] + ":" + text[^2..], Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
        {
            return date;
        }

        return InWords(text);
    }

    private static DateTimeOffset? InWords(string text)
    {
        int day = 0, month = 0, persianMonth = 0, year = 0;
        foreach (var word in MonthNames.JoinWords(text).Split([' ', ',', '،', '/', '-', '|', '(', ')', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(word.TrimEnd('م', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                day = number is >= 1 and <= 31 && day == 0 ? number : day;
                year = number is >= 1000 and <= 9999 && year == 0 ? number : year;
                continue;
            }

            month = month == 0 ? MonthNames.Of(word) : month;
            persianMonth = persianMonth == 0 ? MonthNames.OfPersianCalendar(word) : persianMonth;
        }

        if (day == 0 || year == 0)
        {
            return null;
        }

        if (persianMonth > 0 && year is >= 1200 and <= 1500)
        {
            return FromPersian(year, persianMonth, day);
        }

        return month > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;
    }

    private static DateTimeOffset? FromPersian(int year, int month, int day)
    {
        var calendar = new PersianCalendar();
        return day <= calendar.GetDaysInMonth(year, month) ? new DateTimeOffset(calendar.ToDateTime(year, month, day, 0, 0, 0, 0), TimeSpan.Zero) : null;
    }

    private static string ToLatinDigits(string text) => string.Concat(text.Select(static c => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(c - '\u06F0' + '0'),
        _ => c,
    }));
}
