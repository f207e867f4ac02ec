using System.Xml.Linq;
using DocBuilder.Conformance.Pdf;
using static DocBuilder.Conformance.Pdf.XmpPacket;

namespace DocBuilder.Conformance.Rules;

/// <summary>Descriptions of properties that PDF/A does not know, pdfuaid among them: ISO 19005-2, 6.6.2.3.</summary>
internal static class ExtensionSchemaRules
{
    private static readonly XNamespace Type = "http://www.aiim.org/pdfa/ns/type#";
    private static readonly XNamespace Field = "http://www.aiim.org/pdfa/ns/field#";

    public static IReadOnlyList<Rule> Rows { get; } =
    [
        Rule.Holds("a23 6.6.2.3.3-1", "The schemas stand in a Bag with the prefix pdfaExtension.", file =>
            Of(file) is var packet && packet[Extension + "schemas"]?.Element(Rdf + "Bag") is not null
                && packet.Prefix(Extension) == "pdfaExtension"),
        new("a23 6.6.2.3.3-2 6.6.2.3.3-3 6.6.2.3.3-4", "Each has a name, a namespace and a prefix, with the prefix pdfaSchema.", file =>
            Schemas(Of(file)).Where(schema =>
                new[] { "schema", "namespaceURI", "prefix" }.Any(name => !IsText(schema.Element(Schema + name), "pdfaSchema")))
                .Select(schema => schema.ToString())),
        new("a23 6.6.2.3.3-5", "Each has its properties in a Seq.", file =>
            Schemas(Of(file)).Where(schema => schema.Element(Schema + "property")?.Element(Rdf + "Seq") is null)
                .Select(schema => schema.ToString())),
        new("a23 6.6.2.3.3-7 6.6.2.3.3-8 6.6.2.3.3-9 6.6.2.3.3-10",
            "Each property has name, type, category and description, with the prefix pdfaProperty.", file =>
            Schemas(Of(file)).SelectMany(Members).Where(property => !IsDescribed(property)).Select(property => property.ToString())),
        new("a23 6.6.2.3.2-1", "Nothing else is said in them.", file =>
            Schemas(Of(file)).SelectMany(schema => schema.Elements().Where(element => element.Name.Namespace != Schema)
                .Concat(Members(schema).Elements().Where(element => element.Name.Namespace != Property)))
                    .Select(element => element.Name.ToString())),
        Rule.Holds("a23 6.6.2.3.3-6 6.6.2.3.3-11 6.6.2.3.3-12 6.6.2.3.3-13 6.6.2.3.3-14 6.6.2.3.3-15 6.6.2.3.3-16 6.6.2.3.3-17 6.6.2.3.3-18",
            "We define no value types of our own.",
            file => !Of(file).Document.Descendants()
                .Any(element => element.Name.Namespace == Type || element.Name.Namespace == Field || element.Name == Schema + "valueType")),
    ];

    /// <summary>The properties that the packet itself describes.</summary>
    public static IEnumerable<XName> Described(XmpPacket packet) =>
        from schema in Schemas(packet)
        from property in Members(schema)
        select (XNamespace)(schema.Element(Schema + "namespaceURI")?.Value ?? "none") + (
            property.Element(Property + "name")?.Value ?? "none");

    private static IEnumerable<XElement> Schemas(XmpPacket packet) =>
        packet[Extension + "schemas"]?.Element(Rdf + "Bag")?.Elements(Rdf + "li") ?? [];

    private static IEnumerable<XElement> Members(XElement schema) =>
        schema.Element(Schema + "property")?.Element(Rdf + "Seq")?.Elements(Rdf + "li") ?? [];

    private static bool IsDescribed(XElement property) =>
        new[] { "name", "valueType", "category", "description" }.All(name => IsText(property.Element(Property + name), "pdfaProperty"))
            && property.Element(Property + "category")!.Value is "internal" or "external"
            && property.Element(Property + "valueType")!.Value is "Text" or "Integer" or "URI" or "Date" or "Boolean";

    private static bool IsText(XElement? element, string prefix) =>
        element is { HasElements: false, Value.Length: > 0 } && element.GetPrefixOfNamespace(element.Name.Namespace) == prefix;
}
