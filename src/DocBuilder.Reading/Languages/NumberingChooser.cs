using DocBuilder.Documents;

namespace DocBuilder.Reading.Languages;

/// <summary>Chooses the digits of generated numbers: those that dominate in the text, else by language.</summary>
internal static class NumberingChooser
{
    /// <summary>The numbering system for an article.</summary>
    public static NumberingSystem Choose(ReadOnlySpan<char> text, string language)
    {
        int latin = 0, arabic = 0, extended = 0;
        foreach (var c in text)
        {
            latin += char.IsAsciiDigit(c) ? 1 : 0;
            arabic += c is >= '\u0660' and <= '\u0669' ? 1 : 0;
            extended += c is >= '\u06F0' and <= '\u06F9' ? 1 : 0;
        }

        if (latin + arabic + extended == 0)
        {
            return ByLanguage(language);
        }

        return extended > arabic && extended > latin ? NumberingSystem.ExtendedArabicIndic
            : arabic >= extended && arabic > latin ? NumberingSystem.ArabicIndic
            : NumberingSystem.Latin;
    }

    // CLDR 48's default numbering systems; bare "ar" is our own choice.
    private static NumberingSystem ByLanguage(string language) => language switch
    {
        "ar" => NumberingSystem.ArabicIndic,
        _ when language.StartsWith("ar-", StringComparison.Ordinal) => Region(language) is "AE" or "MA" or "DZ" or "TN" or "LY" or "EH"
            ? NumberingSystem.Latin : NumberingSystem.ArabicIndic,
        _ => LanguageTag.Primary(language) switch
        {
            "fa" or "ps" or "prs" or "mzn" or "lrc" or "uz" when LanguageTag.Primary(language) != "uz" || language.Contains("Arab", StringComparison.Ordinal)
                => NumberingSystem.ExtendedArabicIndic,
            "ckb" or "sd" => NumberingSystem.ArabicIndic,
            _ => NumberingSystem.Latin,
        },
    };

    private static string Region(string language)
    {
        foreach (var part in language.Split('-').Skip(1))
        {
            if (part.Length == 2)
            {
                return part;
            }
        }

        return "";
    }
}
