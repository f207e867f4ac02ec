using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Describing;

/// <summary>The names in a byline: "بقلم: سلمى حداد ويوسف كرم", "By A. Writer and B. Other", "מאת דנה לוי".</summary>
internal static class BylineNames
{
    // A byline that is longer tells a story.
    private const int LongestName = 60;
    private const int MostWords = 5;

    // The longer first, for some begin as others do.
    private static readonly string[] LeadIns =
        [.. new[] { "بقلم", "بواسطة", "نوشتهٔ", "كتبت", "كتبه", "كتب", "تحرير", "إعداد", "تقرير", "نوشته‌ی", "نوشته", "نویسنده", "گزارش", "تحریر", "مصنف", "از قلم", "מאת", "כתב", "By", "Written by", "Par", "Von", "Text by" }.OrderByDescending(static words => words.Length)];

    private static readonly string[] Separators = [", ", "، ", " and ", " & ", " و ", " | ", " et ", " und ", "؛ ", "; "];

    private static readonly string[] Dividers = [" | ", " · ", " • ", " — ", " – "];

    // Names of other languages begin with such words.
    private static readonly string[] Particles = ["de", "del", "della", "di", "da", "dos", "du", "le", "la", "van", "von", "der", "den", "ten", "bin", "ibn", "al", "el"];

    // Between a name and a date.
    private static readonly string[] BeforeDates = ["في", "بتاريخ", "نشر", "نُشر", "در", "تاریخ", "بتاریخ", "on", "at", "published", "posted", "-", "–", "|", "·", "•"];

    /// <summary>The date that stands beside the names; null when there is none.</summary>
    public static DateTimeOffset? DateIn(string? byline) =>
        byline is null || Of(byline).Count == 0 ? null : PartsOf(byline).Select(DateOf).FirstOrDefault(static date => date is not null);

    private static DateTimeOffset? DateOf(string part) => Cut(part).After is { Length: > 0 } rest ? DateAtStart(rest) : null;

    /// <summary>A date of a day, not of a year: "1920" may be anything.</summary>
    private static DateTimeOffset? DateAtStart(string text)
    {
        const int MostWordsOfDate = 4;
        var words = text.Split(' ');
        return (words[0].Count(static c => c is '/' or '-' or '.') == 2 ? PublicationDate.Parse(words[0]) : null)
            ?? (words.Length > 1 ? PublicationDate.Parse(string.Join(' ', words.Take(MostWordsOfDate))) : null);
    }

    /// <summary>The parts of a line in which a name and a date stand side by side.</summary>
    private static string[] PartsOf(string byline) => TextCleaner.Fold(byline).Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What stands before a date, and the date with what follows it.</summary>
    private static (string Before, string After) Cut(string part)
    {
        var words = part.Split(' ').ToList();
        var first = words.FindIndex(static word => word.Any(char.IsDigit));
        if (first < 0)
        {
            return (part, "");
        }

        var end = first > 0 && (MonthNames.Of(words[first - 1]) > 0 || MonthNames.OfPersianCalendar(words[first - 1]) > 0) ? first - 1 : first;
        var start = end;
        while (start > 0 && BeforeDates.Contains(words[start - 1].TrimEnd(',', '،', ':'), StringComparer.OrdinalIgnoreCase))
        {
            start--;
        }

        return (string.Join(' ', words[..start]).TrimEnd(',', '،'), string.Join(' ', words[end..]));
    }

    /// <summary>The names; empty when the line does not look like names.</summary>
    public static List<string> Of(string byline)
    {
        var rest = string.Join(" | ", PartsOf(byline).Select(part => DateOf(part) is null ? part : Cut(part).Before).Where(static part => part.Length > 0));
        foreach (var leadIn in LeadIns)
        {
            if (rest.StartsWith(leadIn, StringComparison.OrdinalIgnoreCase) && rest.Length > leadIn.Length && (rest[leadIn.Length] is ':' or ' ' or '/'))
            {
                rest = rest[(leadIn.Length + 1)..].TrimStart(':', '/', ' ');
                break;
            }
        }

        var names = rest.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length is > 0 and <= 8 && Array.TrueForAll(names, IsName) ? [.. names] : [];
    }

    private static bool IsName(string name) => char.IsLetter(name[0]) && !(char.IsAsciiLetterLower(name[0]) && !Particles.Contains(name.Split(' ', '-')[0])) && name.Length is > 1 and <= LongestName && name.Split(' ').Length <= MostWords
        && !name.Any(static c => char.IsDigit(c) || c is ':' or '@' or '/' or '«' or '?' or '؟' or '!') && name[^1] is not '.';
}
