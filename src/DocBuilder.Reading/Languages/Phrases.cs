using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Languages;

/// <summary>The few words that reading adds to an article, by language.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, string[]> MonthNames = new(StringComparer.Ordinal)
    {
        ["ar"] = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        ["fa"] = ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
        ["ur"] = ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"],
        ["he"] = ["בינואר", "בפברואר", "במרץ", "באפריל", "במאי", "ביוני", "ביולי", "באוגוסט", "בספטמבר", "באוקטובר", "בנובמבר", "בדצמבר"],
        ["en"] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["fr"] = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["de"] = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    };

    /// <summary>What stands for a picture that nobody described.</summary>
    public static string ImageWithoutDescription(string language) => LanguageTag.Primary(language) switch
    {
        "ar" => "صورة بلا وصف",
        "fa" => "تصویر بدون توضیح",
        "ur" => "تصویر جس کی تفصیل نہیں دی گئی",
        "he" => "תמונה ללא תיאור",
        "fr" => "image sans description",
        "de" => "Bild ohne Beschreibung",
        _ => "image without description",
    };

    /// <summary>Names one after the other, with the comma of the language.</summary>
    public static string JoinNames(IEnumerable<string> names, string language) => string.Join(BetweenNames(language), names);

    /// <summary>What stands between two names of a list.</summary>
    public static string BetweenNames(string language) => LanguageTag.Primary(language) is "ar" or "fa" or "ur" or "ps" or "ckb" or "sd" or "ug" ? "، " : ", ";

    /// <summary>A date as day, month, year; the month in words where they are known here.</summary>
    public static string Date(DateTimeOffset date, string language, NumberingSystem numbering)
    {
        var primary = LanguageTag.Primary(language);
        if (!MonthNames.TryGetValue(primary, out var months))
        {
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var day = numbering.Format(date.Day) + (primary == "de" ? "." : "");
        return $"{day} {months[date.Month - 1]} {numbering.Format(date.Year)}";
    }

    /// <summary>The month that a word names, 1 to 12, in any of the languages known here; 0 when it names none.</summary>
    public static int MonthOf(string word)
    {
        foreach (var months in MonthNames.Values)
        {
            var index = Array.FindIndex(months, month => month.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
            {
                return index + 1;
            }
        }

        return 0;
    }

    /// <summary>The quotation marks that a browser would put around <c>q</c> (CLDR's quotation marks).</summary>
    /// <param name="language">The language around the quotation.</param>
    /// <param name="depth">How many quotations it stands in.</param>
    public static (string Open, string Close) QuotationMarks(string language, int depth)
    {
        var outer = depth % 2 == 0;
        return LanguageTag.Primary(language) switch
        {
            "ar" => outer ? ("«", "»") : ("”", "“"),
            "fa" or "ckb" or "ps" => outer ? ("«", "»") : ("‹", "›"),
            "ur" => outer ? ("”", "“") : ("’", "‘"),
            "he" => outer ? ("”", "”") : ("’", "’"),
            "fr" => outer ? ("«\u00A0", "\u00A0»") : ("“", "”"),
            "de" => outer ? ("„", "“") : ("‚", "‘"),
            "es" or "it" or "pt" or "ru" or "el" => outer ? ("«", "»") : ("“", "”"),
            _ => outer ? ("“", "”") : ("‘", "’"),
        };
    }
}
