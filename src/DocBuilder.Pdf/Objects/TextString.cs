using System.Globalization;
using System.Text;

namespace DocBuilder.Pdf.Objects;

/// <summary>
/// Text strings (ISO 32000-1 7.9.2.2): ASCII as it is, everything else as UTF-16BE behind a byte order mark. Characters of the Private Use Area mean
/// nothing to anybody else (ISO 14289-2 8.4.3, 8.6) and become U+FFFD.
/// </summary>
internal static class TextString
{
    /// <summary>UTF-16 code units that fit into a string of PDF/A-2 (6.1.13) with the mark before them.</summary>
    private const int MaxCodeUnits = (32767 - 2) / 2;

    /// <summary>The bytes of the string. Text that is too long is cut between characters.</summary>
    public static byte[] Encode(string value)
    {
        var text = Cut(WithoutPrivateUse(value));
        if (IsPlainAscii(text))
        {
            return Encoding.ASCII.GetBytes(text);
        }

        var bytes = new byte[2 + (2 * text.Length)];
        bytes[0] = 0xFE;
        bytes[1] = 0xFF;
        Encoding.BigEndianUnicode.GetBytes(text, bytes.AsSpan(2));
        return bytes;
    }

    private static string WithoutPrivateUse(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsPrivateUse(rune))
            {
                return string.Concat(value.EnumerateRunes().Select(static rune => IsPrivateUse(rune) ? "\uFFFD" : rune.ToString()));
            }
        }

        return value;
    }

    private static bool IsPrivateUse(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    private static string Cut(string value)
    {
        if (value.Length <= MaxCodeUnits)
        {
            return value;
        }

        var length = char.IsHighSurrogate(value[MaxCodeUnits - 1]) ? MaxCodeUnits - 1 : MaxCodeUnits;
        return value[..length];
    }

    /// <summary>PDFDocEncoding is ASCII between the space and the tilde; its control characters are not.</summary>
    private static bool IsPlainAscii(string text)
    {
        foreach (var c in text)
        {
            if (c is (< ' ' or > '~') and not ('\n' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}
