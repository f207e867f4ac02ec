using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace DocBuilder.Epub.Content;

/// <summary>Characters and names as XML 1.0 allows them.</summary>
internal static class XmlText
{
    // Everything that may be forbidden is one of these, or further up than nearly all letters are.
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static c => (char)c).Except("\t\n\r")]);
    private const char FirstSurrogate = '\uD800';

    /// <summary>The text without the characters that XML 1.0 forbids (production 2, Char): controls, lone surrogates, U+FFFE, U+FFFF.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="dropped">The first character left out, as <c>U+000B</c>; null when there is none.</param>
    public static string Clean(string text, out string? dropped)
    {
        dropped = null;
        if (!text.AsSpan().ContainsAny(Controls) && !text.AsSpan().ContainsAnyInRange(FirstSurrogate, char.MaxValue))
        {
            return text;
        }

        StringBuilder? cleaned = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = 1;
            bool allowed;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                (allowed, length) = (true, 2);
            }
            else
            {
                allowed = XmlConvert.IsXmlChar(text[i]);
            }

            if (!allowed)
            {
                dropped ??= "U+" + ((int)text[i]).ToString("X4", CultureInfo.InvariantCulture);
                cleaned ??= new StringBuilder(text, 0, i, text.Length);
            }
            else
            {
                cleaned?.Append(text, i, length);
            }

            i += length - 1;
        }

        return cleaned?.ToString() ?? text;
    }

    /// <summary>Whether an anchor can be an XML identifier as it is, in ASCII so that no address needs escaping.</summary>
    public static bool IsPlainName(string name)
    {
        if (name.Length is 0 or > 100 || !(char.IsAsciiLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
