using System.Globalization;
using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>
/// Decodes as a browser does (HTML, "Determining the character encoding"): what is asked for, byte order mark, declaration, the bytes. Where a
/// declaration cannot be right the bytes are believed, since the pages of an archive are often declared by their servers' templates.
/// </summary>
internal sealed class EncodingDetector(string name, FindingList findings)
{
    /// <summary>The characters, without byte order mark.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="asked">The label of the encoding that was asked for; null to find it out.</param>
    /// <param name="declared">The label that the page, or the protocol that brought it, declares; null when there is none.</param>
    /// <param name="mayDeclare">Whether a file of this kind can declare its encoding, so that its silence is worth a word.</param>
    public string Decode(ReadOnlySpan<byte> bytes, string? asked, string? declared, bool mayDeclare)
    {
        if (asked is not null && EncodingNames.Find(asked) is { } chosen)
        {
            return DecodeAs(chosen, SkipMark(bytes), asked);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Mended(DecodeAs(Encoding.UTF8, bytes[3..], "UTF-8"));
        }

        if (Utf16Shape.IsBigEndian(bytes) is { } bigEndian)
        {
            var hasMark = SkipMark(bytes).Length < bytes.Length;
            if (!hasMark)
            {
                findings.Add(FindingCatalog.EncodingGuessed, name, bigEndian ? "utf-16be" : "utf-16le");
            }

            return DecodeAs(new UnicodeEncoding(bigEndian, byteOrderMark: false), SkipMark(bytes), "UTF-16");
        }

        var named = declared is null ? null : EncodingNames.Find(declared);
        if (declared is not null && named is null)
        {
            findings.Add(FindingCatalog.DeclaredEncodingUnknown, declared);
        }

        var shape = Utf8Shape.Of(bytes);
        if (shape.IsAscii)
        {
            return named is null or { IsSingleByte: true } ? Encoding.UTF8.GetString(bytes) : DecodeAscii(named, bytes, declared!);
        }

        return shape.IsUtf8(isDeclared: named is UTF8Encoding or UnicodeEncoding)
            ? DecodeUtf8(bytes, named, declared, mayDeclare)
            : DecodeLegacy(bytes, named, declared);
    }

    // ISO-2022 and its like are ASCII to the eye. A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    private string DecodeAscii(Encoding named, ReadOnlySpan<byte> bytes, string declared) =>
        named is UnicodeEncoding ? Encoding.UTF8.GetString(bytes) : DecodeAs(named, bytes, declared);

    private string DecodeUtf8(ReadOnlySpan<byte> bytes, Encoding? named, string? declared, bool mayDeclare)
    {
        if (named is not null and not (UTF8Encoding or UnicodeEncoding))
        {
            findings.Add(FindingCatalog.DeclaredEncodingWrong, declared!, "utf-8");
        }
        else if (named is null && declared is null && mayDeclare)
        {
            findings.Add(FindingCatalog.EncodingUndeclared, name);
        }

        return Mended(DecodeAs(Encoding.UTF8, bytes, "UTF-8"));
    }

    private string DecodeLegacy(ReadOnlySpan<byte> bytes, Encoding? named, string? declared)
    {
        if (named is null)
        {
            var guess = LegacyEncodingGuess.Guess(bytes);
            findings.Add(FindingCatalog.EncodingGuessed, name, guess.WebName);
            return DecodeAs(guess, bytes, guess.WebName);
        }

        var better = named is UTF8Encoding or UnicodeEncoding ? LegacyEncodingGuess.Guess(bytes) : LegacyEncodingGuess.Contradict(bytes, named);
        if (better is null)
        {
            return DecodeAs(named, bytes, declared!);
        }

        findings.Add(FindingCatalog.DeclaredEncodingWrong, declared!, better.WebName);
        return DecodeAs(better, bytes, better.WebName);
    }

    private string Mended(string text)
    {
        if (DoubleEncoding.Mend(text) is not var (mended, through))
        {
            return text;
        }

        findings.Add(FindingCatalog.EncodedTwice, name, through);
        return mended;
    }

    /// <summary>How many U+FFFD stand in the source itself: letters that were lost long ago, not bytes that make none.</summary>
    private static int Written(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        encoding.GetBytes("\uFFFD") is { Length: > 1 } replacement && encoding.GetString(replacement) == "\uFFFD" ? bytes.Count(replacement) : 0;

    private string DecodeAs(Encoding encoding, ReadOnlySpan<byte> bytes, string label)
    {
        var text = encoding.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD') - Written(encoding, bytes);
        if (broken > 0)
        {
            findings.Add(FindingCatalog.UndecodableBytes, broken.ToString(CultureInfo.InvariantCulture), label);
        }

        return text;
    }

    private static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..]
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? bytes[2..]
        : bytes;
}
