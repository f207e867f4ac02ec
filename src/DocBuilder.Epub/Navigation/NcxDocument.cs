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
    /// <param name="output">Where to; stays open.</param>
    public static void Write(Edition edition, string identifier, Stream output)
    {
        using var xml = XmlWriter.Create(output, XhtmlWriter.Settings);
        xml.WriteStartDocument();
        xml.WriteWhitespace("\n");
        xml.WriteStartElement("ncx", Ncx);
        xml.WriteAttributeString("version", "2005-1");
        xml.WriteAttributeString("xml", "lang", null, LanguageTag.Checked(edition.Document.Language));
        var order = new PlayOrder(edition);
        WriteHead(xml, identifier, Depth(edition.Plan.Outline), edition.Pages?.Entries.Count ?? 0);
        WriteTitle(xml, PlainText.Fold(edition.Document.Metadata.Title));
        WriteMap(xml, edition, order);
        WritePages(xml, edition, order);
        xml.WriteEndDocument();
    }

    private static void WriteHead(XmlWriter xml, string identifier, int depth, int pages)
    {
        xml.WriteStartElement("head", Ncx);
        foreach (var (name, content) in new[]
        {
            ("dtb:uid", identifier),
            ("dtb:depth", Number(depth)),
            ("dtb:totalPageCount", Number(pages)),
            ("dtb:maxPageNumber", Number(pages)),
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

    private static void WriteMap(XmlWriter xml, Edition edition, PlayOrder order)
    {
        xml.WriteStartElement("navMap", Ncx);
        var number = 0;
        if (edition.Plan.Outline.Count > 0)
        {
            WritePoints(xml, edition.Plan.Outline, order, ref number);
        }
        else
        {
            WriteStart(xml, "navPoint", "point-1", PlainText.Fold(edition.Document.Metadata.Title), edition.Plan.Files[0].Name, order);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private static void WritePoints(XmlWriter xml, List<OutlineEntry> entries, PlayOrder order, ref int number)
    {
        foreach (var entry in entries)
        {
            WriteStart(xml, "navPoint", "point-" + Number(++number), entry.Label, entry.Target.Address, order);
            WritePoints(xml, entry.Children, order, ref number);
            xml.WriteEndElement();
            xml.WriteWhitespace("\n");
        }
    }

    private static void WritePages(XmlWriter xml, Edition edition, PlayOrder order)
    {
        if (edition.Pages is not { Entries: { Count: > 0 } entries })
        {
            return;
        }

        xml.WriteStartElement("pageList", Ncx);
        WriteLabel(xml, edition.Phrases.Pages);
        for (var i = 0; i < entries.Count; i++)
        {
            WriteStart(xml, "pageTarget", "page-" + Number(i + 1), entries[i].Label, entries[i].Break.Target.Address, order);
            xml.WriteEndElement();
            xml.WriteWhitespace("\n");
        }

        xml.WriteEndElement();
    }

    private static void WriteStart(XmlWriter xml, string element, string id, string label, string address, PlayOrder order)
    {
        xml.WriteStartElement(element, Ncx);
        xml.WriteAttributeString("id", id);
        if (element == "pageTarget")
        {
            xml.WriteAttributeString("type", "normal");
        }

        xml.WriteAttributeString("playOrder", Number(order.Of(address)));
        WriteLabel(xml, label);
        xml.WriteStartElement("content", Ncx);
        xml.WriteAttributeString("src", address);
        xml.WriteEndElement();
    }

    private static void WriteLabel(XmlWriter xml, string label)
    {
        xml.WriteStartElement("navLabel", Ncx);
        xml.WriteElementString("text", Ncx, label);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Depth(List<OutlineEntry> entries) => entries.Count == 0 ? 1 : 1 + entries.Max(static entry => entry.Children.Count == 0 ? 0 : Depth(entry.Children));
}
