namespace DocBuilder.Reading.Describing;

/// <summary>The months that a date in words may name, beside those that dates are written with here (<see cref="Languages.Phrases"/>).</summary>
internal static class MonthNames
{
    // The Levant and Iraq, the Maghreb, other spellings; Hebrew without its preposition; Turkish, Spanish, and English cut short.
    private static readonly string[][] Gregorian =
    [
        ["كانون الثاني", "جانفي", "ینایر", "ינואר", "jan", "enero", "ocak"],
        ["شباط", "فيفري", "فبرایر", "פברואר", "feb", "febrero", "şubat"],
        ["آذار", "اذار", "מרץ", "מרס", "mar", "marzo", "mart"],
        ["نيسان", "أفريل", "ابريل", "إبريل", "אפריל", "apr", "abril", "nisan"],
        ["أيار", "ايار", "ماي", "מאי", "mayo", "mayıs"],
        ["حزيران", "جوان", "يونية", "יוני", "jun", "junio", "haziran"],
        ["تموز", "جويلية", "يولية", "יולי", "jul", "julio", "temmuz"],
        ["آب", "أوت", "اغسطس", "غشت", "אוגוסט", "aug", "agosto", "ağustos"],
        ["أيلول", "ايلول", "شتنبر", "ספטמבר", "sep", "sept", "septiembre", "eylül"],
        ["تشرين الأول", "تشرين الاول", "اكتوبر", "אוקטובר", "oct", "octubre", "ekim"],
        ["تشرين الثاني", "نونبر", "נובמבר", "nov", "noviembre", "kasım"],
        ["كانون الأول", "كانون الاول", "دجنبر", "דצמבר", "dec", "diciembre", "aralık"],
    ];

    // The solar calendar of Iran.
    private static readonly string[] Persian =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    /// <summary>Puts names of two words into one, so that a date can be divided at its spaces.</summary>
    public static string JoinWords(string date)
    {
        foreach (var names in Gregorian)
        {
            foreach (var name in names)
            {
                if (name.Contains(' ', StringComparison.Ordinal))
                {
                    date = date.Replace(name, name.Replace(' ', '_'), StringComparison.Ordinal);
                }
            }
        }

        return date;
    }

    /// <summary>The month, 1 to 12; 0 when the word names none.</summary>
    public static int Of(string word) => IndexIn(Gregorian, word.Replace('_', ' ')) is > 0 and var month ? month : Languages.Phrases.MonthOf(word);

    /// <summary>The month of the Persian calendar, 1 to 12; 0 when the word names none.</summary>
    public static int OfPersianCalendar(string word) => Array.IndexOf(Persian, word.Replace('ي', 'ی')) + 1;

    private static int IndexIn(string[][] months, string word) =>
        Array.FindIndex(months, names => Array.Exists(names, name => name.Equals(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))) + 1;
}
