using System.Text;
using System.Xml.Linq;

namespace DocBuilder.Conformance.Pdf;

/// <summary>The document's XMP metadata (ISO 16684-1).</summary>
internal sealed class XmpPacket
{
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    public static readonly XNamespace AdobePdf = "http://ns.adobe.com/pdf/1.3/";
    public static readonly XNamespace PdfAId = "http://www.aiim.org/pdfa/ns/id/";
    public static readonly XNamespace PdfUaId = "http://www.aiim.org/pdfua/ns/id/";
    public static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    public static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    public static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    public static readonly XNamespace MediaManagement = "http://ns.adobe.com/xap/1.0/mm/";
    public static readonly XNamespace Declarations = "http://pdfa.org/declarations/";

    private XmpPacket(string text)
    {
        Text = text;
        Document = XDocument.Parse(text);
        Properties = [.. Document.Descendants(Rdf + "Description").Where(element => element.Parent?.Name == Rdf + "RDF")
            .SelectMany(PropertiesOf)];
    }

    public string Text { get; }

    public XDocument Document { get; }

    /// <summary>The top-level properties: elements, and attributes made into elements.</summary>
    public IReadOnlyList<XElement> Properties { get; }

    public static XmpPacket Of(PdfFile file) =>
        new(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Catalog["Metadata"].Bytes).TrimStart('\uFEFF'));

    public XElement? this[XName name] => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>A simple value, or the first member of an array.</summary>
    public string? Value(XName name) => this[name] is { } property ? property.Descendants(Rdf + "li")
        .FirstOrDefault()?.Value ?? property.Value : null;

    /// <summary>The prefix that stands for a namespace where the property is written.</summary>
    public string? Prefix(XNamespace space) => Document.Descendants().Select(element => element.GetPrefixOfNamespace(space))
        .FirstOrDefault(prefix => prefix is not null);

    private static IEnumerable<XElement> PropertiesOf(XElement description) => description.Attributes()
        .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Rdf
            && attribute.Name.Namespace != XNamespace.Xml)
        .Select(attribute => new XElement(attribute.Name, attribute.Value))
        .Concat(description.Elements());
}
