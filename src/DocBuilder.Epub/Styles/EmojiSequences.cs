using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.Styles;

/// <summary>
/// Finds emoji that are made of several characters (UTS #51, 1.4.5 and 1.4.8): with a presentation selector, a skin tone, a keycap, or joined to others.
/// One face has to draw all of it, or its parts stand side by side.
/// </summary>
internal static class EmojiSequences
{
    private const char Joiner = '\u200D';
    private const char EmojiPresentation = '\uFE0F';
    private const char Keycap = '\u20E3';

    // Skin tones are U+1F3FB to U+1F3FF: the second units of their pairs, which a few other characters share.
    private const char FirstTone = '\uDFFB';
    private const char LastTone = '\uDFFF';

    /// <summary>The sequences of a text, in order; those that come twice come twice.</summary>
    public static IEnumerable<string> In(string text)
    {
        if (!HasSign(text))
        {
            yield break;
        }

        for (int start = 0, end; start < text.Length; start = end)
        {
            end = GraphemeClusters.Next(text, start);
            if (end - start > 1 && IsSequence(text.AsSpan(start, end - start)))
            {
                yield return text[start..end];
            }
        }
    }

    /// <summary>Whether a face has to have a glyph for a character to draw the sequence, though perhaps not as its author means it.</summary>
    public static bool IsVisible(Rune rune) => rune.Value is not (Joiner or EmojiPresentation);

    /// <summary>Letters are joined, too, and spaces and marks of punctuation to letters.</summary>
    private static bool IsSequence(ReadOnlySpan<char> cluster)
    {
        Rune.DecodeFromUtf16(cluster, out var first, out var length);
        var isSymbol = first.Value is '©' or '®' or >= '‼' && UnicodeProperties.Script(first.Value) == Script.Common;
        return cluster.Contains(Keycap) || (isSymbol && HasSign(cluster[length..]));
    }

    private static bool HasSign(ReadOnlySpan<char> text) => text.ContainsAny(EmojiPresentation, Keycap, Joiner) || text.ContainsAnyInRange(FirstTone, LastTone);
}
