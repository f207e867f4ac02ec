using System.Globalization;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Reads numbers, flags and words from the text of an attribute (SVG 2, 9.3.9 and CSS Values).</summary>
internal ref struct NumberScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Whether nothing but white space and commas is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSeparators();
            return _at >= _text.Length;
        }
    }

    /// <summary>The next character that is no separator; '\0' at the end.</summary>
    public char Peek()
    {
        SkipSeparators();
        return _at < _text.Length ? _text[_at] : '\0';
    }

    /// <summary>Goes past a character.</summary>
    public void Skip() => _at++;

    /// <summary>The next number, with what follows it directly as its unit.</summary>
    public bool TryNumber(out double value)
    {
        SkipSeparators();
        var end = _at;
        if (end < _text.Length && _text[end] is '+' or '-')
        {
            end++;
        }

        var digits = end;
        end = Digits(end);
        var count = end - digits;
        if (end < _text.Length && _text[end] == '.')
        {
            var fraction = Digits(end + 1);
            count += fraction - end - 1;
            end = fraction;
        }

        if (count == 0)
        {
            value = 0;
            return false;
        }

        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            // "2em" has a unit, "2e3" an exponent.
            var exponent = end + 1 < _text.Length && _text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            end = exponent < _text.Length && char.IsAsciiDigit(_text[exponent]) ? Digits(exponent) : end;
        }

        var isNumber = double.TryParse(_text[_at..end], NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        _at = end;
        return isNumber;
    }

    /// <summary>A flag of an arc: one digit, with or without a separator after it.</summary>
    public bool TryFlag(out bool value)
    {
        var c = Peek();
        value = c == '1';
        _at++;
        return c is '0' or '1';
    }

    /// <summary>Letters, digits, hyphens and the percent sign, up to something else.</summary>
    public ReadOnlySpan<char> Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '%'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    /// <summary>All numbers of a list; null when something else stands among them.</summary>
    public static double[]? List(string? text)
    {
        var numbers = new List<double>();
        var scanner = new NumberScanner(text);
        while (!scanner.IsAtEnd)
        {
            if (!scanner.TryNumber(out var value))
            {
                return null;
            }

            numbers.Add(value);
        }

        return [.. numbers];
    }

    private int Digits(int at)
    {
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        return at;
    }

    private void SkipSeparators()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ','))
        {
            _at++;
        }
    }
}
