using System.Net;
using System.Text;
using System.Xml;

namespace DocBuilder.Epub.Inspection;

/// <summary>
/// Opens XML of other people's making: any encoding that it declares, a doctype or none, and the named characters of HTML, which the doctype would
/// define. Document type definitions are passed over unread, so nothing is fetched and nothing expands.
/// </summary>
internal static class LenientXml
{
    private static readonly string[] OfXml = ["amp", "lt", "gt", "quot", "apos"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        // A control character is worse than none, yet no reason not to read the rest.
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <summary>Opens a reader at the start of a document.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="unknown">Takes the names of entities that nothing defines.</param>
    public static XmlReader Open(byte[] bytes, ICollection<string> unknown) => XmlReader.Create(new StringReader(WithCharacters(Decode(bytes), unknown)), Settings);

    private static string Decode(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var reader = new StreamReader(stream, DeclaredEncoding(bytes), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>EPUB asks for UTF-8 or UTF-16; Latin-1 is met in old books. UTF-16 without a mark shows in its zero bytes.</summary>
    private static Encoding DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [(byte)'<', 0, ..])
        {
            return Encoding.Unicode;
        }

        if (bytes is [0, (byte)'<', ..])
        {
            return Encoding.BigEndianUnicode;
        }

        var start = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var declaration = start.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end ? start[..end] : "";
        return declaration.Contains("8859-1", StringComparison.Ordinal) || declaration.Contains("1252", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8;
    }

    /// <summary>Where the document type definition ends, whose own entities are nobody's business.</summary>
    private static int EndOfDoctype(string xml)
    {
        var start = xml.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (start < 0)
        {
            return 0;
        }

        var end = xml.IndexOf('>', start);
        var subset = xml.IndexOf('[', start);
        if (subset >= 0 && subset < end && xml.IndexOf(']', subset) is >= 0 and var close)
        {
            end = xml.IndexOf('>', close);
        }

        return Math.Max(end, 0);
    }

    /// <summary>Puts characters in the place of named ones; names that nobody knows stand as they are written.</summary>
    private static string WithCharacters(string xml, ICollection<string> unknown)
    {
        var next = xml.IndexOf('&', EndOfDoctype(xml));
        if (next < 0)
        {
            return xml;
        }

        var text = new StringBuilder(xml.Length);
        var from = 0;
        for (; next >= 0; next = xml.IndexOf('&', next + 1))
        {
            var end = next + 1;
            while (end < xml.Length && end - next <= 32 && char.IsAsciiLetterOrDigit(xml[end]))
            {
                end++;
            }

            var name = xml[(next + 1)..end];
            if (name.Length == 0 || OfXml.Contains(name) || end >= xml.Length || xml[end] != ';')
            {
                continue;
            }

            var reference = $"&{name};";
            var character = WebUtility.HtmlDecode(reference);
            if (character == reference)
            {
                unknown.Add(reference);
                character = $"&amp;{name};";
            }

            text.Append(xml, from, next - from).Append(character);
            from = end + 1;
        }

        return text.Append(xml, from, xml.Length - from).ToString();
    }
}
