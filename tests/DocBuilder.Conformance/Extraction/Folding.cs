using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Conformance.Extraction;

/// <summary>What two texts may differ in without saying different things: normalisation, white space, bidi controls.</summary>
internal static class Folding
{
    /// <summary>NFC; runs of white space are one space, none at the ends; no bidi controls.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in Normalization.ToNfc(text))
        {
            if (IsBidiControl(character))
            {
                continue;
            }

            if (!char.IsWhiteSpace(character))
            {
                folded.Append(character);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    // ALM, LRM, RLM, the embeddings, overrides and isolates (UAX #9, 2).
    private static bool IsBidiControl(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
