using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>Finds encodings by the labels of the WHATWG Encoding Standard (section 4.2), with the few that it maps to another one.</summary>
internal static class EncodingNames
{
    /// <summary>The encoding, or null when the label is not known.</summary>
    public static Encoding? Find(string label)
    {
        var name = label.AsSpan().Trim().ToString().ToLowerInvariant();
        switch (name)
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "x-unicode20utf8":
                return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            case "utf-16" or "utf-16le" or "ucs-2" or "unicode" or "csunicode" or "iso-10646-ucs-2":
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
            case "utf-16be" or "unicodefffe":
                return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
            // Browsers read these as the Windows page that contains them.
            case "iso-8859-1" or "iso8859-1" or "iso88591" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "ansi_x3.4-1968" or "cp1252" or "x-cp1252":
                return CodePage("windows-1252");
            case "iso-8859-9" or "iso8859-9" or "latin5" or "l5" or "cp1254":
                return CodePage("windows-1254");
            case "tis-620" or "iso-8859-11":
                return CodePage("windows-874");
            case "cp1256" or "x-cp1256" or "1256" or "windows1256" or "win-1256":
                return CodePage("windows-1256");
            case "cp1250" or "cp1251" or "cp1253" or "cp1255" or "cp1257" or "cp1258":
                return CodePage("windows-" + name[2..]);
            case "iso-8859-6" or "iso8859-6" or "arabic" or "csisolatinarabic" or "ecma-114" or "iso-8859-6-i" or "iso-8859-6-e":
                return CodePage("iso-8859-6");
            case "iso-8859-8-i" or "logical" or "hebrew" or "visual":
                return CodePage("iso-8859-8");
            case "iso-8859-16":
                return CodePage("iso-8859-2");
            default:
                return name.Length is > 0 and < 32 ? CodePage(name) : null;
        }
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
