using System.Globalization;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading.Languages;

namespace DocBuilder.Reading.LogicalText;

/// <summary>
/// Turns a line that is stored from left to right as it is seen into the order it is read in: the reverse of what UAX #9 does to a right-to-left
/// paragraph. Words and numbers from left to right keep their order, brackets their sides.
/// </summary>
internal static class VisualLine
{
    private const string Opening = "([{<«‹";
    private const string Closing = ")]}>»›";

    /// <summary>Whether the text has a letter from right to left; a line without one is seen as it is read.</summary>
    public static bool IsTurned(ReadOnlySpan<char> line) => StrongDirection.HasRightToLeft(line);

    /// <summary>The line in logical order.</summary>
    public static string ToLogical(string line)
    {
        if (!IsTurned(line))
        {
            return line;
        }

        var elements = Elements(line);
        elements.Reverse();
        var logical = new StringBuilder(line.Length);
        for (var at = 0; at < elements.Count;)
        {
            var end = EndOfRun(elements, at);
            if (end == at)
            {
                logical.Append(Mirrored(elements[at++]));
                continue;
            }

            for (var i = end - 1; i >= at; i--)
            {
                logical.Append(elements[i]);
            }

            at = end;
        }

        return logical.ToString();
    }

    /// <summary>Letters with their marks.</summary>
    private static List<string> Elements(string line)
    {
        var elements = new List<string>(line.Length);
        for (var at = 0; at < line.Length;)
        {
            var end = at + (char.IsHighSurrogate(line[at]) && at + 1 < line.Length && char.IsLowSurrogate(line[at + 1]) ? 2 : 1);
            while (end < line.Length && char.GetUnicodeCategory(line[end]) is UnicodeCategory.NonSpacingMark)
            {
                end++;
            }

            elements.Add(line[at..end]);
            at = end;
        }

        return elements;
    }

    /// <summary>Where a run from left to right ends that begins here; here when none does.</summary>
    private static int EndOfRun(List<string> elements, int at)
    {
        var end = at;
        var last = Kind.Other;
        for (var i = at; i < elements.Count; i++)
        {
            var kind = KindOf(elements[i]);
            if (kind == Kind.RightToLeft)
            {
                break;
            }

            // A sign of value belongs to the number it touches, on either side.
            var isInRun = kind is Kind.LeftToRight or Kind.Digit || (kind == Kind.NumberSign
                && ((i > at && end == i && last == Kind.Digit) || (i + 1 < elements.Count && KindOf(elements[i + 1]) == Kind.Digit && (i == at || end == i))));
            if (!isInRun)
            {
                if (end == at)
                {
                    break;
                }

                continue;
            }

            // Between numbers only a mark that numbers are written with may stand; between words anything may.
            if (end > at && end < i && last == Kind.Digit && kind == Kind.Digit && !(i == end + 1 && elements[end] is "." or "," or ":" or "/" or "-" or "٫" or "٬"))
            {
                break;
            }

            end = i + 1;
            last = kind;
        }

        return end;
    }

    private enum Kind
    {
        Other,
        LeftToRight,
        RightToLeft,
        Digit,
        NumberSign,
    }

    private static Kind KindOf(string element)
    {
        var rune = Rune.GetRuneAt(element.Length > 0 && !char.IsSurrogate(element[0]) ? element : element.Length > 1 ? element : "\uFFFD", 0);
        return Rune.IsDigit(rune) ? Kind.Digit
            : StrongDirection.Of(rune) switch
            {
                TextDirection.LeftToRight => Kind.LeftToRight,
                TextDirection.RightToLeft => Kind.RightToLeft,
                _ => rune.Value is '%' or '$' or '€' or '£' or '₪' or '°' or '٪' ? Kind.NumberSign : Kind.Other,
            };
    }

    private static string Mirrored(string element)
    {
        if (element.Length != 1)
        {
            return element;
        }

        var opening = Opening.IndexOf(element[0], StringComparison.Ordinal);
        var closing = Closing.IndexOf(element[0], StringComparison.Ordinal);
        return opening >= 0 ? Closing[opening].ToString() : closing >= 0 ? Opening[closing].ToString() : element;
    }
}
