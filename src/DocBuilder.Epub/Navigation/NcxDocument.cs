using System.Globalization;
using System.Xml;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Navigation;

/// <summary>The NCX of EPUB 2 (OPF 2.0.1, 2.4.1), for reading systems that know no navigation document.</summary>
internal static class NcxDocument
{
    /// <summary>Its path in the content folder.</summary>
    public const string Name = "toc.ncx";

    private const string Ncx = "http://www.daisy.org/z3986/2005/ncx/";

    /// <summary>Writes it.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="identifier">The identifier in the package document.</param>
    public static ReadOnlyMemory<byte> Write(Edition edition, string identifier)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, XhtmlWriter.Settings))
        {
            xml.WriteStartDocument();
            xml.WriteWhitespace("\n");
            xml.WriteStartElement("ncx", Ncx);
            xml.WriteAttributeString("version", "2005-1");
            xml.WriteAttributeString("xml", "lang", null, LanguageTag.Checked(edition.Document.Language));
            WriteHead(xml, identifier, Depth(edition.Plan.Outline));
            WriteTitle(xml, PlainText.Fold(edition.Document.Metadata.Title));
            WriteMap(xml, edition);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    private static void WriteHead(XmlWriter xml, string identifier, int depth)
    {
        xml.WriteStartElement("head", Ncx);
        foreach (var (name, content) in new[]
        {
            ("dtb:uid", identifier),
            ("dtb:depth", depth.ToString(CultureInfo.InvariantCulture)),
            ("dtb:totalPageCount", "0"),
            ("dtb:maxPageNumber", "0"),
        })
        {
            xml.WriteStartElement("meta", Ncx);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("content", content);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteTitle(XmlWriter xml, string title)
    {
        xml.WriteStartElement("docTitle", Ncx);
        xml.WriteElementString("text", Ncx, title);
        xml.WriteEndElement();
    }

    private static void WriteMap(XmlWriter xml, Edition edition)
    {
        xml.WriteStartElement("navMap", Ncx);
        var order = 0;
        if (edition.Plan.Outline.Count > 0)
        {
            WritePoints(xml, edition.Plan.Outline, ref order);
        }
        else
        {
            WriteStart(xml, ref order, PlainText.Fold(edition.Document.Metadata.Title), edition.Plan.Files[0].Name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WritePoints(XmlWriter xml, List<OutlineEntry> entries, ref int order)
    {
        foreach (var entry in entries)
        {
            WriteStart(xml, ref order, entry.Label, $"{entry.Target.File}#{entry.Target.Id}");
            WritePoints(xml, entry.Children, ref order);
            xml.WriteEndElement();
            xml.WriteWhitespace("\n");
        }
    }

    private static void WriteStart(XmlWriter xml, ref int order, string label, string address)
    {
        var number = (++order).ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("navPoint", Ncx);
        xml.WriteAttributeString("id", "point-" + number);
        xml.WriteAttributeString("playOrder", number);
        xml.WriteStartElement("navLabel", Ncx);
        xml.WriteElementString("text", Ncx, label);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Ncx);
        xml.WriteAttributeString("src", address);
        xml.WriteEndElement();
    }

    private static int Depth(List<OutlineEntry> entries) => entries.Count == 0 ? 1 : 1 + entries.Max(static entry => entry.Children.Count == 0 ? 0 : Depth(entry.Children));
}
