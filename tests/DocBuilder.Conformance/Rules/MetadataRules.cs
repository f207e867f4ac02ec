using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using static DocBuilder.Conformance.Pdf.XmpPacket;

namespace DocBuilder.Conformance.Rules;

/// <summary>The XMP packet: ISO 19005-2, 6.6; ISO 14289-1, 5.</summary>
internal static partial class MetadataRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        Rule.Holds("ua1 5-1 5-2", "It says that it is PDF/UA, part 1.", file => Of(file).Value(PdfUaId + "part") == "1"),
        Rule.Holds("ua2 5-1 5-2 5-5", "It says that it is PDF/UA, part 2, of a year.",
            file => Of(file).Value(PdfUaId + "part") == "2" && Year().IsMatch(Of(file).Value(PdfUaId + "rev") ?? "")),
        Rule.Holds("pdf2 14.3.2", "It declares that it is well-tagged PDF for accessibility.", file => Of(file).Document
            .Descendants(Declarations + "conformsTo").Single().Value == "http://pdfa.org/declarations/wtpdf#accessibility1.0"),
        Rule.Holds("ua1 5-3 5-4 5-5, ua2 5-3 5-4", "It says so with the prefix pdfuaid.", file => Of(file).Prefix(PdfUaId) == "pdfuaid"),
        Rule.Holds("a2a 6.6.4-1 6.6.4-2", "It says that it is PDF/A, part 2.", file => Of(file).Value(PdfAId + "part") == "2"),
        Rule.Holds("a3a 6.6.4-1 6.6.4-2", "It says that it is PDF/A, part 3.", file => Of(file).Value(PdfAId + "part") == "3"),
        Rule.Holds("a4 6.7.3-1 6.7.3-2 6.7.3-5", "It says that it is PDF/A, part 4, of a year.",
            file => Of(file).Value(PdfAId + "part") == "4" && Year().IsMatch(Of(file).Value(PdfAId + "rev") ?? "")),
        Rule.Holds("a4f 6.7.3-3", "It claims level F.", file => Of(file).Value(PdfAId + "conformance") == "F"),
        Rule.Holds("a4plain 6.7.3", "It claims no level.", file => Of(file).Value(PdfAId + "conformance") is null),
        Rule.Holds("a23 6.6.4-3", "It claims level A.", file => Of(file).Value(PdfAId + "conformance") == "A"),
        Rule.Holds("a23 6.6.4-4 6.6.4-5 6.6.4-6 6.6.4-7, a4 6.7.3-4 6.7.3-6", "It says so with the prefix pdfaid.",
            file => Of(file).Prefix(PdfAId) == "pdfaid"),
        Rule.Holds("ua1 7.1-9, ua2 8.11.1-1", "There is a title, with the default and the document's language.", file =>
            Of(file)[DublinCore + "title"]?.Descendants(Rdf + "li").ToArray() is { Length: > 0 } titles
                && titles.All(title => title.Value.Length > 0)
                    && titles.Any(title => title.Attribute(XNamespace.Xml + "lang")?.Value == "x-default")),
        Rule.Holds("pdf 14.3.2", "It is identified, and the identifier is the document's.", file =>
            Of(file).Value(DublinCore + "identifier") is { } identifier && Identifier().IsMatch(identifier)
                && identifier == Of(file).Value(MediaManagement + "DocumentID")),
        Rule.Holds("pdf 14.9.2", "Its language is the catalog's.",
            file => Of(file).Value(DublinCore + "language") == file.Catalog["Lang"].Text),
        Rule.Holds("a23 6.6.2.1-2 6.6.2.1-3, a4 6.7.2.1-2 6.7.2.1-3", "The packet's header has neither bytes nor encoding.", file =>
            PacketHeader().Match(Of(file).Text) is { Success: true } header && !header.Value.Contains("bytes", StringComparison.Ordinal)
                && !header.Value.Contains("encoding", StringComparison.Ordinal)),
        new("a23 6.6.2.1-4 6.6.2.1-5, a4 6.7.2.1-4 6.7.2.1-5", "The packet is well-formed XML in UTF-8, with one rdf:RDF.", WellFormed),
        new("a23 6.6.2.3.1-1 6.6.2.3.1-2", "Every property is predefined, or described in the packet, and of its type.", Predefined),
        new("pdf 14.3.3", "What the information dictionary says, the packet says too.", InformationAgrees),
    ];

    // The properties that we may write, with the container of their value; "-" is a simple value.
    private static readonly Dictionary<XName, string> Containers = Repository.Data("xmp-properties.txt").Select(line => line.Split(' '))
        .ToDictionary(words => (XNamespace)words[0] + words[1], words => words[2] == "-" ? "" : words[2]);

    private static IEnumerable<string> WellFormed(PdfFile file)
    {
        XmpPacket packet;
        try
        {
            packet = Of(file);
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            return [fault.Message];
        }

        return packet.Document.Descendants(Rdf + "RDF").Count() == 1 ? [] : ["there is not one rdf:RDF"];
    }

    private static IEnumerable<string> Predefined(PdfFile file)
    {
        var packet = Of(file);
        var described = ExtensionSchemaRules.Described(packet).ToHashSet();
        foreach (var property in packet.Properties)
        {
            var container = property.Elements().FirstOrDefault()?.Name.LocalName ?? "";
            if (!(Containers.TryGetValue(property.Name, out var expected) ? expected == container : described.Contains(property.Name)))
            {
                yield return $"{property.Name} ({container})";
            }
        }
    }

    private static IEnumerable<string> InformationAgrees(PdfFile file)
    {
        var information = file.Trailer["Info"];
        var packet = Of(file);
        (string Key, XName Name)[] pairs =
        [
            ("Title", DublinCore + "title"), ("Author", DublinCore + "creator"), ("Subject", DublinCore + "description"),
                ("Keywords", AdobePdf + "Keywords"),
            ("Creator", Basic + "CreatorTool"), ("Producer", AdobePdf + "Producer"), ("CreationDate", Basic + "CreateDate"),
                ("ModDate", Basic + "ModifyDate"),
        ];
        foreach (var (key, name) in pairs.Where(pair => information[pair.Key].Text is not null))
        {
            var said = information[key].Text!;
            var inPacket = key == "Author" ? string.Join(", ", packet[name]?.Descendants(Rdf + "li").Select(author => author.Value) ?? [])
                : packet.Value(name);
            var agrees = key.EndsWith("Date", StringComparison.Ordinal) ? Moment(said) == Moment(inPacket ?? "") : said == inPacket
                || (key == "Author" && said.Replace("، ", ", ", StringComparison.Ordinal) == inPacket);
            if (!agrees)
            {
                yield return $"{key}: \"{said}\" and \"{inPacket}\"";
            }
        }
    }

    /// <summary>A PDF date or an XMP date as one moment; null for neither.</summary>
    private static DateTimeOffset? Moment(string text)
    {
        var digits = Digits().Replace(text.Replace("Z", "+0000", StringComparison.Ordinal), "");
        return DateTimeOffset.TryParseExact(
            digits.Length == 14 ? digits + "+0000" : digits, ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss+0000"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment) ? moment : null;
    }

    [GeneratedRegex(@"<\?xpacket begin=.*?\?>")]
    private static partial Regex PacketHeader();

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex Year();

    [GeneratedRegex("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Identifier();

    [GeneratedRegex("[^0-9+]")]
    private static partial Regex Digits();
}
