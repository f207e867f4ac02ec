using System.Buffers;
using System.Globalization;
using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>Decodes as a browser does (HTML, "Determining the character encoding"): what is asked for, byte order mark, declaration, the bytes.</summary>
internal static class EncodingDetector
{
    // HTML asks for the first 1024 bytes; saved pages often put long comments before the declaration.
    private const int DeclarationBytes = 4096;

    private static readonly SearchValues<char> EndsOfValue = SearchValues.Create("\"' ;/>\t\r\n");

    /// <summary>The characters, without byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string name, string? asked, bool mayDeclare, FindingList findings)
    {
        if (asked is not null && EncodingNames.Find(asked) is { } chosen)
        {
            return DecodeAs(chosen, SkipMark(bytes), asked, findings);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return DecodeAs(Encoding.UTF8, bytes[3..], "UTF-8", findings);
        }

        if (FileKind.LooksLikeUtf16(bytes))
        {
            var bigEndian = bytes[0] is 0xFE or 0;
            return DecodeAs(new UnicodeEncoding(bigEndian, byteOrderMark: false), SkipMark(bytes), "UTF-16", findings);
        }

        var isUtf8 = IsUtf8(bytes);
        var declared = mayDeclare ? Declared(bytes[..Math.Min(bytes.Length, DeclarationBytes)]) : null;
        if (declared is not null)
        {
            if (EncodingNames.Find(declared) is not { } encoding)
            {
                findings.Add(FindingCatalog.DeclaredEncodingUnknown, declared);
            }
            else if (encoding is UTF8Encoding or UnicodeEncoding)
            {
                // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
                return isUtf8 ? Encoding.UTF8.GetString(bytes) : DecodeBrokenUtf8(bytes, declared, findings);
            }
            else
            {
                return DecodeAs(encoding, bytes, declared, findings);
            }
        }

        if (isUtf8)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var guess = LegacyEncodingGuess.Guess(bytes);
        findings.Add(FindingCatalog.EncodingGuessed, name, guess.WebName);
        return DecodeAs(guess, bytes, guess.WebName, findings);
    }

    private static string DecodeBrokenUtf8(ReadOnlySpan<byte> bytes, string declared, FindingList findings)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');

        // A page with one bad byte is damaged UTF-8; one where most of the high bytes are bad was never UTF-8.
        var high = 0;
        foreach (var b in bytes)
        {
            high += b >= 0x80 ? 1 : 0;
        }

        if (broken * 2 > high)
        {
            var guess = LegacyEncodingGuess.Guess(bytes);
            findings.Add(FindingCatalog.DeclaredEncodingWrong, declared, guess.WebName);
            return DecodeAs(guess, bytes, guess.WebName, findings);
        }

        findings.Add(FindingCatalog.UndecodableBytes, broken.ToString(CultureInfo.InvariantCulture), "UTF-8");
        return text;
    }

    private static string DecodeAs(Encoding encoding, ReadOnlySpan<byte> bytes, string name, FindingList findings)
    {
        var text = encoding.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        if (broken > 0)
        {
            findings.Add(FindingCatalog.UndecodableBytes, broken.ToString(CultureInfo.InvariantCulture), name);
        }

        return text;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..]
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? bytes[2..]
        : bytes;

    /// <summary>What the meta element or the XML declaration says.</summary>
    private static string? Declared(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start);
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
