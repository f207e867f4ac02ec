using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Profiles;

namespace DocBuilder.Pdf.Metadata;

/// <summary>The XMP packet of the file (ISO 16684-1; PDF/A-2 6.6; PDF/A-4 6.7): Dublin Core, dates, and the claims that hold.</summary>
internal static class XmpPacket
{
    /// <summary>The packet in UTF-8.</summary>
    public static byte[] Write(Document document, PdfOptions options, Claims claims)
    {
        var metadata = document.Metadata;
        var xml = new StringBuilder()
            .Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
            .Append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
            .Append("<rdf:Description rdf:about=\"\"")
            .Append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
            .Append(" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
        Property(xml, "dc:format", "application/pdf");
        Alternatives(xml, "dc:title", metadata.Title, document.Language);
        List(xml, "dc:creator", "Seq", metadata.Authors);
        Alternatives(xml, "dc:description", metadata.Description, document.Language);
        List(xml, "dc:publisher", "Bag", Known(metadata.Publisher));
        Alternatives(xml, "dc:rights", metadata.Rights, document.Language);
        List(xml, "dc:language", "Bag", LanguageTag.IsKnown(document.Language) ? [document.Language] : []);
        List(xml, "dc:date", "Seq", metadata.Published is { } published ? [Date(published)] : []);
        List(xml, "dc:subject", "Bag", metadata.Keywords);
        Property(xml, "dc:source", metadata.SourceUrl);
        Property(xml, "dc:identifier", options.Identifier);
        List(xml, "dc:relation", "Bag", [metadata.Identifier]);
        Property(xml, "xmpMM:DocumentID", options.Identifier);
        Property(xml, "xmp:CreatorTool", Information.Producer);
        Property(xml, "xmp:CreateDate", Date(options.Date));
        Property(xml, "xmp:ModifyDate", Date(options.Date));
        Property(xml, "xmp:MetadataDate", Date(options.Date));
        Property(xml, "pdf:Producer", Information.Producer);
        Property(xml, "pdf:Keywords", metadata.Keywords.IsEmpty ? null : string.Join(", ", metadata.Keywords));
        xml.Append("</rdf:Description>\n");
        WriteClaims(xml, options.Profile, claims);
        xml.Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static void WriteClaims(StringBuilder xml, Profile profile, Claims claims)
    {
        if (claims.HasFlag(Claims.A))
        {
            xml.Append("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
            Property(xml, "pdfaid:part", Number(profile.APart));
            Property(xml, "pdfaid:rev", Number(profile.ARevision));
            Property(xml, "pdfaid:conformance", profile.AConformance);
            xml.Append("</rdf:Description>\n");
        }

        if (!claims.HasFlag(Claims.Ua))
        {
            return;
        }

        xml.Append("<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
        Property(xml, "pdfuaid:part", Number(profile.UaPart));
        Property(xml, "pdfuaid:rev", Number(profile.UaRevision));
        xml.Append("</rdf:Description>\n");
        if (profile.DescribesSchemas)
        {
            WriteExtensionSchema(xml);
        }

        if (profile.Declaration is not null)
        {
            WriteDeclaration(xml, profile.Declaration);
        }
    }

    /// <summary>PDF Declarations: what else the file conforms to, by address.</summary>
    private static void WriteDeclaration(StringBuilder xml, string address)
    {
        xml.Append("<rdf:Description rdf:about=\"\" xmlns:pdfd=\"http://pdfa.org/declarations/\">\n")
            .Append("<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n");
        Property(xml, "pdfd:conformsTo", address);
        xml.Append("</rdf:li></rdf:Bag></pdfd:declarations>\n</rdf:Description>\n");
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>PDF/A-2 6.6.2.3.2: a schema that PDF/A does not know is described in the packet.</summary>
    private static void WriteExtensionSchema(StringBuilder xml)
    {
        xml.Append("<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"")
            .Append(" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n")
            .Append("<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n");
        Property(xml, "pdfaSchema:schema", "PDF/UA identification");
        Property(xml, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
        Property(xml, "pdfaSchema:prefix", "pdfuaid");
        xml.Append("<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n");
        Property(xml, "pdfaProperty:name", "part");
        Property(xml, "pdfaProperty:valueType", "Integer");
        Property(xml, "pdfaProperty:category", "internal");
        Property(xml, "pdfaProperty:description", "Part of ISO 14289 that the file meets");
        xml.Append("</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
    }

    private static ImmutableArray<string> Known(string? value) => value is null ? [] : [value];

    private static void Property(StringBuilder xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Append('<').Append(name).Append('>');
            Escape(xml, value);
            xml.Append("</").Append(name).Append(">\n");
        }
    }

    private static void List(StringBuilder xml, string name, string kind, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        xml.Append('<').Append(name).Append("><rdf:").Append(kind).Append('>');
        foreach (var value in values)
        {
            xml.Append("<rdf:li>");
            Escape(xml, value);
            xml.Append("</rdf:li>");
        }

        xml.Append("</rdf:").Append(kind).Append("></").Append(name).Append(">\n");
    }

    private static void Alternatives(StringBuilder xml, string name, string? value, string language)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        xml.Append('<').Append(name).Append("><rdf:Alt>");
        Alternative("x-default");
        if (LanguageTag.IsKnown(language))
        {
            Alternative(language);
        }

        xml.Append("</rdf:Alt></").Append(name).Append(">\n");

        void Alternative(string tag)
        {
            xml.Append("<rdf:li xml:lang=\"").Append(tag).Append("\">");
            Escape(xml, value);
            xml.Append("</rdf:li>");
        }
    }

    private static string Date(DateTimeOffset date) =>
        date.ToString(date.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Escapes for XML and leaves out what XML 1.0 forbids.</summary>
    private static void Escape(StringBuilder xml, string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse)
            {
                xml.Append('\uFFFD');
                continue;
            }

            switch (rune.Value)
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '"':
                    xml.Append("&quot;");
                    break;
                case < ' ' and not ('\t' or '\n') or 0xFFFE or 0xFFFF:
                    break;
                default:
                    xml.Append(rune.ToString());
                    break;
            }
        }
    }
}
