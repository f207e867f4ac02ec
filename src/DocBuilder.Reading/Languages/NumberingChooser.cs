using DocBuilder.Documents;

namespace DocBuilder.Reading.Languages;

/// <summary>Chooses the digits of generated numbers: those that dominate in the text, else by language.</summary>
internal sealed class NumberingChooser
{
    private int _latin;
    private int _arabic;
    private int _extended;

    /// <summary>Counts the digits of a text of the article.</summary>
    public void Count(ReadOnlySpan<char> text)
    {
        _latin += CountFrom('0', text);
        _arabic += CountFrom('٠', text);
        _extended += CountFrom('۰', text);
    }

    /// <summary>The numbering system for an article in a language.</summary>
    public NumberingSystem Choose(string language) =>
        _latin + _arabic + _extended == 0 ? ByLanguage(language)
        : _extended > _arabic && _extended > _latin ? NumberingSystem.ExtendedArabicIndic
        : _arabic >= _extended && _arabic > _latin ? NumberingSystem.ArabicIndic
        : NumberingSystem.Latin;

    /// <summary>Counts the ten digits that begin with a zero. Each ten by itself, since ranges are searched many characters at a time.</summary>
    private static int CountFrom(char zero, ReadOnlySpan<char> text)
    {
        var count = 0;
        for (int at; (at = text.IndexOfAnyInRange(zero, (char)(zero + 9))) >= 0; text = text[(at + 1)..])
        {
            count++;
        }

        return count;
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
