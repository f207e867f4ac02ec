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

    /// <summary>The marker as printed, its full stop included; empty for <see cref="ListMarker.None"/>.</summary>
    /// <param name="marker">How the items are marked.</param>
    /// <param name="ordinal">The item's number; ignored by unordered lists.</param>
    /// <param name="numbering">The digits of decimal markers.</param>
    /// <param name="language">The language of the list, a BCP 47 tag.</param>
    public static string Format(ListMarker marker, int ordinal, NumberingSystem numbering, string language) => marker switch
    {
        ListMarker.None => "",
        ListMarker.Disc => "•",
        ListMarker.Circle => "◦",
        ListMarker.Square => "▪",
        ListMarker.LowerAlpha => Alphabetic(ordinal, numbering) + ".",
        ListMarker.UpperAlpha => Alphabetic(ordinal, numbering).ToUpperInvariant() + ".",
        ListMarker.LowerRoman => Roman(ordinal, numbering) + ".",
        ListMarker.UpperRoman => Roman(ordinal, numbering).ToUpperInvariant() + ".",
        ListMarker.Abjad => (ordinal >= 1 && ordinal <= AbjadLetters.Length ? AbjadLetters[ordinal - 1].ToString() : numbering.Format(ordinal)) + ".",
        _ => numbering.Format(ordinal) + ".",
    };

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
