using System.Text;

namespace DocBuilder.Reading.LogicalText;

/// <summary>
/// Arabic letters in the shapes they have in print (U+FB50 to U+FDFF, U+FE70 to U+FEFC), as old programs saved them. Search, screen readers and
/// shaping know the letters only. Signs whose shape is their meaning (U+FD3E, U+FDFA, U+FDFD and their like) are no such forms.
/// </summary>
internal static class PresentationForms
{
    private const int FirstOfB = 0xFE70;
    private const int LengthOfA = 0xFDFF - 0xFB50 + 1;

    /// <summary>Where in a word a form stands.</summary>
    public enum Place
    {
        None,
        Isolated,
        Final,
        Initial,
        Medial,
    }

    /// <summary>How many forms a text holds.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (int at; (at = text.IndexOfAnyInRange('\uFB50', '\uFEFC')) >= 0; text = text[(at + 1)..])
        {
            count += PlaceOf(text[at]) == Place.None ? 0 : 1;
        }

        return count;
    }

    /// <summary>The text with letters for forms; the same object when it has none.</summary>
    public static string ToLetters(string text)
    {
        if (Count(text) == 0)
        {
            return text;
        }

        var letters = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            var index = IndexOf(c);
            if (index < 0 || PresentationFormTable.Places[index] == 0)
            {
                letters.Append(c);
                continue;
            }

            for (var i = PresentationFormTable.Starts[index]; i < PresentationFormTable.Starts[index + 1]; i++)
            {
                letters.Append((char)PresentationFormTable.Letters[i]);
            }
        }

        return letters.ToString();
    }

    /// <summary>The place that a character is the form for; none for every other character.</summary>
    public static Place PlaceOf(char c) => IndexOf(c) is >= 0 and var index ? (Place)PresentationFormTable.Places[index] : Place.None;

    private static int IndexOf(char c) => c switch
    {
        >= '\uFB50' and <= '\uFDFF' => c - 0xFB50,
        >= '\uFE70' and <= '\uFEFF' => c - FirstOfB + LengthOfA,
        _ => -1,
    };
}
