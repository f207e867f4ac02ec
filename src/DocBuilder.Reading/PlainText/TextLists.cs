using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.PlainText;

/// <summary>Recognises lists in plain text: lines that begin with a dash, a bullet, or a number with a point, bracket or dash.</summary>
internal static class TextLists
{
    /// <summary>The list that begins at a line; null when none does.</summary>
    public static List? Read(List<TextLine> lines, ref int at, TextBlocks blocks)
    {
        var items = new List<(int Ordinal, string Words, int Line)>();
        var isOrdered = false;
        var next = at;
        while (next < lines.Count)
        {
            var line = lines[next];
            if (Bullet(line.Value) is { } bulleted && (items.Count == 0 || !isOrdered))
            {
                items.Add((0, bulleted, line.Number));
            }
            else if (Numbered(line.Value) is { } numbered && (items.Count == 0 || (isOrdered && numbered.Ordinal == items[^1].Ordinal + 1)))
            {
                isOrdered = true;
                items.Add((numbered.Ordinal, numbered.Words, line.Number));
            }
            else if (items.Count > 0 && char.IsWhiteSpace(line.Value[0]) && Bullet(line.Value) is null && Numbered(line.Value) is null)
            {
                // An indented line goes on with the item before it.
                items[^1] = items[^1] with { Words = items[^1].Words + " " + line.Value.Trim() };
            }
            else
            {
                break;
            }

            next++;
        }

        // One dash or number alone may be speech or a date; in a group of its own it continues a list.
        if (items.Count == 0 || (items.Count == 1 && at > 0))
        {
            return null;
        }

        at = next;
        return blocks.List(isOrdered ? ListMarker.Decimal : ListMarker.Disc, items);
    }

    public static bool StartsItem(string line) => Bullet(line) is not null || Numbered(line) is not null;

    public static bool StartsNumbered(string line) => Numbered(line) is not null;

    private static string? Bullet(string line)
    {
        var words = line.TrimStart();
        return words.Length > 2 && words[0] is '-' or '•' or '*' or '–' or '·' or '▪' or '●' or '◦' && char.IsWhiteSpace(words[1]) && !TextVerse.HasGap(words)
            ? words[1..].Trim() : null;
    }

    private static (int Ordinal, string Words)? Numbered(string line)
    {
        var words = line.TrimStart();
        var digits = 0;
        var ordinal = 0;
        while (digits < words.Length && digits < 3 && char.IsDigit(words[digits]))
        {
            ordinal = (ordinal * 10) + CharUnicodeInfo.GetDecimalDigitValue(words[digits]);
            digits++;
        }

        if (digits == 0 || digits + 1 >= words.Length || words[digits] is not ('.' or ')' or '-' or '–') || !char.IsWhiteSpace(words[digits + 1]))
        {
            // "1 - " with a space before the dash.
            if (digits == 0 || digits + 2 >= words.Length || words[digits] != ' ' || words[digits + 1] is not ('-' or '–') || words[digits + 2] != ' ')
            {
                return null;
            }

            digits++;
        }

        // "1 - 0", "5 - 3 = 2": a score, a sum.
        return words[(digits + 1)..].Trim() is { Length: > 0 } rest && !(words[digits] is '-' or '–' && char.IsDigit(rest[0])) ? (ordinal, rest) : null;
    }
}
