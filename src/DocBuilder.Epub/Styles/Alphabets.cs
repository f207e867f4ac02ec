using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace DocBuilder.Epub.Styles;

/// <summary>
/// Characters of a language that are embedded together: a book that uses some of a row soon uses most of it. What the fonts of a folder hold then seldom
/// differs from one book to the next. Characters in no row are embedded one by one.
/// </summary>
/// <remarks>
/// Only languages whose faces take long to cut down, for the rules that join letters, have rows. A row costs up to 4 KB; so marks, each of which comes with
/// forms of its own, are apart from letters, what is rare is in none, and a style that has only a few characters of a row is not given the others.
/// </remarks>
internal static class Alphabets
{
    private const string VowelSigns = "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652";
    private const string Punctuation = ".:()«»،؟";
    private const string Signs = "\"#%*/=_×°−٪٫٬";
    private const string EuropeanDigits = "0123456789";
    private const string ArabicDigits = "٠١٢٣٤٥٦٧٨٩";
    private const string PersianDigits = "۰۱۲۳۴۵۶۷۸۹";

    // Of a row, before the rest of it comes too: a third.
    private const int LeastShare = 3;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Rows = new Dictionary<string, ImmutableArray<string>>
    {
        ["ar"] = ["ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ", VowelSigns, Punctuation, Signs, EuropeanDigits, ArabicDigits],
        ["fa"] = ["ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیـ", VowelSigns, Punctuation, Signs, EuropeanDigits, PersianDigits],
        ["ur"] = ["ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیے", VowelSigns, Punctuation, Signs, EuropeanDigits, PersianDigits],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row of a character.</summary>
    /// <param name="character">The character.</param>
    /// <param name="language">The primary subtag of its text's language.</param>
    /// <returns>All characters of the row; null when the character is in none.</returns>
    public static string? RowOf(Rune character, string language)
    {
        if (character.IsBmp && Rows.TryGetValue(language, out var rows))
        {
            foreach (var row in rows)
            {
                if (row.Contains((char)character.Value, StringComparison.Ordinal))
                {
                    return row;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a style has so many characters of a row that it is given all.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">How many different ones it has.</param>
    public static bool IsWorthGiving(string row, int count) => count * LeastShare >= row.Length;
}
