using System.Globalization;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Reads the numbers of table cells as far as setting them one below the other asks: where the units stand.</summary>
internal static class NumericText
{
    private const string Separators = ".,'\u2019\u066B\u066C\u060C\u00A0\u2009\u202F ";

    private const int LongestUnit = 4;
    private const int CurrencyCode = 3;

    /// <summary>Whether a cell says that there is no number: empty, or a dash.</summary>
    public static bool IsPlaceholder(string text) => text.AsSpan().Trim() is "" or "-" or "–" or "—" or "―" or "…" or "−";

    /// <summary>
    /// Reads a number: digits of any script (Unicode Nd) with separators, before them signs, a currency symbol or code, after them per cent, a
    /// currency, a short unit, or a remark in brackets.
    /// </summary>
    /// <param name="text">The cell's words.</param>
    /// <param name="integerDigits">How many digits stand before the decimal separator.</param>
    /// <returns>Whether the words are a number.</returns>
    public static bool TryRead(string text, out int integerDigits)
    {
        integerDigits = 0;
        var rest = AfterPrefix(Skip(text));
        var number = rest[..NumberLength(rest)];
        if (number.IsEmpty || !IsSuffix(Skip(rest[number.Length..])))
        {
            return false;
        }

        integerDigits = IntegerDigits(number);
        return true;
    }

    private static ReadOnlySpan<char> AfterPrefix(ReadOnlySpan<char> text)
    {
        if (text.Length > CurrencyCode && IsCurrencyCode(text[..CurrencyCode]))
        {
            text = Skip(text[CurrencyCode..]);
        }

        while (!text.IsEmpty && (IsSign(text[0]) || IsCurrency(text[0]) || text[0] == '('))
        {
            text = Skip(text[1..]);
        }

        return text;
    }

    /// <summary>A separator belongs to the number when a digit follows.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                length = i + 1;
            }
            else if (!Separators.Contains(text[i], StringComparison.Ordinal) || i > length || (i == 0 && text[i] is not ('.' or '\u066B')))
            {
                break;
            }
        }

        return length;
    }

    private static bool IsSuffix(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && (text[0] is '%' or '٪' or '‰' or '°' or ')' or '+' || IsCurrency(text[0])))
        {
            text = Skip(text[1..]);
        }

        if (text.IsEmpty)
        {
            return true;
        }

        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return (text[0] is '(' or '[' && text[^1] is ')' or ']') || (letters <= LongestUnit && char.IsLetter(text[0]) && !text.Contains(' '));
    }

    /// <summary>The last separator is the decimal one, unless it groups thousands: when it comes more than once, or is no full stop and three digits follow.</summary>
    private static int IntegerDigits(ReadOnlySpan<char> number)
    {
        int digits = 0, beforeLast = 0, sinceLast = 0, repeats = 0;
        var last = '\0';
        foreach (var c in number)
        {
            if (char.IsDigit(c))
            {
                digits++;
                sinceLast++;
                continue;
            }

            repeats = c == last ? repeats + 1 : 0;
            (last, beforeLast, sinceLast) = (c, digits, 0);
        }

        var isDecimal = last switch
        {
            '\u066B' => true,
            '.' => repeats == 0,
            ',' or '\u060C' => repeats == 0 && (sinceLast != 3 || beforeLast is 0 or > 3),
            _ => false,
        };
        return isDecimal ? beforeLast : digits;
    }

    /// <summary>Without white space and marks of direction at the beginning and white space at the end.</summary>
    private static ReadOnlySpan<char> Skip(ReadOnlySpan<char> text) => text.TrimEnd().TrimStart(" \t\r\n\u00A0\u2009\u202F\u200E\u200F\u061C\u2066\u2067\u2068\u2069\u202A\u202B\u202C");

    private static bool IsSign(char c) => c is '+' or '-' or '−' or '–' or '±' or '~' or '≈' or '<' or '>' or '≤' or '≥';

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    private static bool IsCurrencyCode(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
