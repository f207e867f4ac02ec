using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace DocBuilder.Epub.Styles;

/// <summary>A row of characters that are embedded together.</summary>
/// <param name="characters">The characters.</param>
/// <param name="least">How many of them, all different, bring the others.</param>
/// <param name="with">What else they bring: where letters are many, so are soon digits and punctuation.</param>
/// <remarks>
/// A book that uses some of a row soon uses most of it, so what the fonts of a folder hold seldom differs from one book to the next, and need not be cut down
/// and compressed anew for each. Only languages whose faces take long to cut down, for the rules that join letters, have rows: a row costs up to 6 KB.
/// </remarks>
internal sealed class Alphabet(string characters, int least = 1, string with = "")
{
    private const string Punctuation = ".:()«»،؛؟";
    private const string Digits = "0123456789";

    // Marks come with rules of their own for every letter, a tenth of a face, so they are apart from letters; and what is rare is in no row.
    private static readonly ImmutableArray<Alphabet> SharedRows =
    [
        new("\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652"),
        new(Punctuation),
        new("\"#%*/=_×°−", LeastSigns),
        new(Digits),
        new("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", LeastLatinLetters),
    ];

    // A bold word or two in a book of another weight is not worth an alphabet of 40 KB.
    private const int LeastLetters = 12;
    private const int LeastLatinLetters = 16;
    private const int LeastSigns = 2;

    private static readonly FrozenDictionary<string, ImmutableArray<Alphabet>> Rows = new Dictionary<string, ImmutableArray<Alphabet>>
    {
        ["ar"] = [Letters("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ"), new("٠١٢٣٤٥٦٧٨٩٪٫٬"), .. SharedRows],
        ["fa"] = [Letters("ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیـ"), new("۰۱۲۳۴۵۶۷۸۹٪٫٬"), .. SharedRows],
        ["ur"] = [Letters("ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیے"), new("۰۱۲۳۴۵۶۷۸۹٪٫٬"), .. SharedRows],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The characters.</summary>
    public string Characters { get; } = characters;

    /// <summary>How many of them, all different, bring the others.</summary>
    public int Least { get; } = least;

    /// <summary>What else they bring.</summary>
    public string With { get; } = with;

    /// <summary>The row of a character.</summary>
    /// <param name="character">The character.</param>
    /// <param name="language">The primary subtag of its text's language.</param>
    /// <returns>The row; null when the character is in none, and embedded by itself.</returns>
    public static Alphabet? Of(Rune character, string language)
    {
        if (character.IsBmp && Rows.TryGetValue(language, out var rows))
        {
            foreach (var row in rows)
            {
                if (row.Characters.Contains((char)character.Value, StringComparison.Ordinal))
                {
                    return row;
                }
            }
        }

        return null;
    }

    private static Alphabet Letters(string letters) => new(letters, LeastLetters, Punctuation + Digits);
}
