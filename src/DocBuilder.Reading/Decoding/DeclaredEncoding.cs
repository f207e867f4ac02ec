using System.Buffers;
using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>What a page says of its encoding, in the XML declaration or a meta element (HTML, "prescan a byte stream").</summary>
internal static class DeclaredEncoding
{
    // HTML asks for the first 1024 bytes; saved pages often put long comments before the declaration.
    private const int DeclarationBytes = 4096;

    private static readonly SearchValues<char> EndsOfValue = SearchValues.Create("\"' ;/>\t\r\n");

    /// <summary>The label, as it is written; null when there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var end = text.IndexOf("?>", StringComparison.Ordinal);
            if (end > 0 && ValueAfter(text[..end], "encoding") is { } declared)
            {
                return declared;
            }
        }

        for (var at = 0; (at = text.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 5)
        {
            var comment = text.LastIndexOf("<!--", at, StringComparison.Ordinal);
            if (comment >= 0 && text.IndexOf("-->", comment, StringComparison.Ordinal) is var close && (close < 0 || close > at))
            {
                continue;
            }

            var end = text.IndexOf('>', at);
            if (end > 0 && ValueAfter(text[at..end], "charset") is { } charset)
            {
                return charset;
            }
        }

        return null;
    }

    /// <summary>The label in the parameters of a media type: <c>text/html; charset=utf-8</c>.</summary>
    public static string? OfMediaType(string mediaType) => ValueAfter(mediaType, "charset");

    private static string? ValueAfter(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = tag.AsSpan(at + name.Length).TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
        {
            return null;
        }

        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(EndsOfValue);
        var value = end < 0 ? rest : rest[..end];
        return value.IsEmpty ? null : value.ToString();
    }
}
