using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>Takes out of a text what no edition may hold: controls, noncharacters, halves of surrogate pairs.</summary>
internal static class TextCleaner
{
    /// <summary>The text as XML 1.0 and PDF can carry it; the same object when nothing was wrong.</summary>
    public static string Clean(string text)
    {
        var bad = IndexOfBad(text, 0);
        if (bad < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                clean.Append('\uFFFD');
            }
            else if (!IsBad(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Plain text for metadata and attributes: clean, trimmed, every run of white space one space.</summary>
    public static string Fold(string text)
    {
        text = Clean(text);
        if (IsFolded(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(c);
        }

        return folded.ToString();
    }

    private static bool IsFolded(string text)
    {
        var wasSpace = true;
        foreach (var c in text)
        {
            // Nothing between the no-break space and Ogham is white space.
            var isSpace = c is not (> ' ' and < '\u007F') and not (> '\u00A0' and < '\u1680') && char.IsWhiteSpace(c);
            if (isSpace && (wasSpace || c != ' '))
            {
                return false;
            }

            wasSpace = isSpace;
        }

        return text.Length == 0 || !wasSpace;
    }

    /// <summary>As <see cref="Fold"/>, but null when nothing is left.</summary>
    public static string? FoldOrNull(string? text) => text is not null && Fold(text) is { Length: > 0 } folded ? folded : null;

    /// <summary>Reports private-use characters, each once.</summary>
    public static void ReportPrivateUse(string text, SourcePosition position, HashSet<int> known, FindingList findings)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'))
        {
            return;
        }

        foreach (var c in text)
        {
            if (c is >= '\uE000' and <= '\uF8FF' && known.Add(c))
            {
                findings.Add(FindingCatalog.PrivateUseCharacters, position, ((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }
    }

    private static int IndexOfBad(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800'))
            {
                continue;
            }

            if (IsBad(c) || (char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1])))
                || (char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBad(char c) =>
        c is (< ' ' and not ('\t' or '\n' or '\r' or '\f')) or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' or '\uFEFF' or (>= '\uFDD0' and <= '\uFDEF');
}
