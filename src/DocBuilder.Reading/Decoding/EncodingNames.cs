using System.Collections.Frozen;
using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>Finds encodings by the labels of the WHATWG Encoding Standard (section 4.2), with a few more that old pages use.</summary>
internal static class EncodingNames
{
    // Each encoding with its labels. Where the standard reads one page as the larger one that contains it, so do we.
    private static readonly FrozenDictionary<string, string> Names = Table(
        ("utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
        ("utf-16le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le utf16"),
        ("utf-16be", "unicodefffe utf-16be"),
        ("windows-1252", "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 us-ascii windows-1252 x-cp1252"),
        ("windows-1256", "cp1256 windows-1256 x-cp1256 1256 windows1256 win-1256 win1256 arabic-windows"),
        ("iso-8859-6", "arabic asmo-449+ csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"),
        ("asmo-708", "asmo-708"),
        ("windows-1255", "cp1255 windows-1255 x-cp1255 windows1255"),
        ("iso-8859-8", "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"),
        ("windows-1250", "cp1250 windows-1250 x-cp1250"),
        ("windows-1251", "cp1251 windows-1251 x-cp1251"),
        ("windows-1253", "cp1253 windows-1253 x-cp1253"),
        ("windows-1254", "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"),
        ("windows-1257", "cp1257 windows-1257 x-cp1257"),
        ("windows-1258", "cp1258 windows-1258 x-cp1258"),
        ("windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
        ("iso-8859-2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 iso-8859-16"),
        ("iso-8859-3", "csisolatin3 iso-8859-3 iso8859-3 l3 latin3"),
        ("iso-8859-4", "csisolatin4 iso-8859-4 iso8859-4 l4 latin4"),
        ("iso-8859-5", "csisolatincyrillic cyrillic iso-8859-5 iso8859-5"),
        ("iso-8859-7", "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso8859-7 sun_eu_greek"),
        ("iso-8859-13", "iso-8859-13 iso8859-13"),
        ("iso-8859-15", "csisolatin9 iso-8859-15 iso8859-15 l9"),
        ("koi8-r", "cskoi8r koi koi8 koi8-r koi8_r"),
        ("koi8-u", "koi8-ru koi8-u"),
        ("gb18030", "gb18030 gbk gb2312 chinese csgb2312 x-gbk"),
        ("big5", "big5 big5-hkscs cn-big5 x-x-big5"),
        ("shift_jis", "shift_jis shift-jis sjis ms_kanji windows-31j x-sjis"),
        ("euc-jp", "euc-jp x-euc-jp cseucpkdfmtjapanese"),
        ("euc-kr", "euc-kr korean ks_c_5601-1987 windows-949 csksc56011987"));

    /// <summary>The encoding, or null when the label is not known.</summary>
    public static Encoding? Find(string label)
    {
        var asked = label.Trim().ToLowerInvariant();
        return Names.GetValueOrDefault(asked) switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            { } name => CodePage(name),
            null => asked.Length is > 0 and < 32 ? CodePage(asked) : null,
        };
    }

    /// <summary>Whether the label says that letters stand in the order in which they are seen, from left to right (ISO-8859-8, not its "-i").</summary>
    public static bool SaysVisualOrder(string? label) =>
        label is not null && Names.GetValueOrDefault(label.Trim().ToLowerInvariant()) == "iso-8859-8"
        && label.Trim().ToLowerInvariant() is not ("iso-8859-8-i" or "csiso88598i" or "logical");

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Name, string Labels)> rows)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, labels) in rows)
        {
            foreach (var label in labels.Split(' '))
            {
                names.Add(label, name);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // The provider is asked itself; registering it would change the process for everybody.
    private static Encoding? CodePage(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
