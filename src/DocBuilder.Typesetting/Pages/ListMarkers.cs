using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Writes the markers of list items.</summary>
public static class ListMarkers
{
    private const string AbjadLetters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

    private static readonly (int Value, string Letters)[] RomanNumerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>The marker as printed, its punctuation included; empty for <see cref="ListMarker.None"/>.</summary>
    /// <param name="marker">How the items are marked.</param>
    /// <param name="ordinal">The item's number; ignored by unordered lists.</param>
    /// <param name="numbering">The digits of decimal markers.</param>
    /// <param name="language">The language of the list, a BCP 47 tag.</param>
    /// <param name="depth">How many ordered lists the list is inside of: "1.", then "1)", then "(1)", so that no two neighbours look alike.</param>
    public static string Format(ListMarker marker, int ordinal, NumberingSystem numbering, string language, int depth = 0) => marker switch
    {
        ListMarker.None => "",
        ListMarker.Disc => "•",
        ListMarker.Circle => "◦",
        ListMarker.Square => "▪",
        _ => Punctuate(Counter(marker, ordinal, numbering), depth),
    };

    private static string Counter(ListMarker marker, int ordinal, NumberingSystem numbering) => marker switch
    {
        ListMarker.LowerAlpha => Alphabetic(ordinal, numbering),
        ListMarker.UpperAlpha => Alphabetic(ordinal, numbering).ToUpperInvariant(),
        ListMarker.LowerRoman => Roman(ordinal, numbering),
        ListMarker.UpperRoman => Roman(ordinal, numbering).ToUpperInvariant(),
        ListMarker.Abjad => Abjad(ordinal, numbering),
        _ => numbering.Format(ordinal),
    };

    private static string Punctuate(string counter, int depth) => (depth % 3) switch
    {
        0 => counter + ".",
        1 => counter + ")",
        _ => "(" + counter + ")",
    };

    /// <summary>The 28 letters of the abjad (CSS "arabic-abjad"). Heh alone looks like the digit five, so it is written as it begins a word.</summary>
    private static string Abjad(int ordinal, NumberingSystem numbering)
    {
        const char heh = '\u0647';
        const char tatweel = '\u0640';
        if (ordinal < 1 || ordinal > AbjadLetters.Length)
        {
            return numbering.Format(ordinal);
        }

        var letter = AbjadLetters[ordinal - 1];
        return letter == heh ? string.Concat(letter.ToString(), tatweel.ToString()) : letter.ToString();
    }

    /// <summary>a to z, then aa, ab: CSS Counter Styles "alphabetic"; numbers below 1 have no letters.</summary>
    private static string Alphabetic(int ordinal, NumberingSystem numbering)
    {
        if (ordinal < 1)
        {
            return numbering.Format(ordinal);
        }

        var letters = new StringBuilder();
        for (var rest = ordinal; rest > 0; rest = (rest - 1) / 26)
        {
            letters.Insert(0, (char)('a' + ((rest - 1) % 26)));
        }

        return letters.ToString();
    }

    /// <summary>Roman numerals reach from 1 to 3999 (CSS Counter Styles "lower-roman").</summary>
    private static string Roman(int ordinal, NumberingSystem numbering)
    {
        if (ordinal is < 1 or > 3999)
        {
            return numbering.Format(ordinal);
        }

        var numeral = new StringBuilder();
        foreach (var (value, letters) in RomanNumerals)
        {
            for (; ordinal >= value; ordinal -= value)
            {
                numeral.Append(letters);
            }
        }

        return numeral.ToString();
    }
}
