using System.Xml;

namespace DocBuilder.Pdf.Inspection;

/// <summary>The title in an XMP packet (ISO 16684-1 8.3, <c>dc:title</c>), which is all there is where PDF 2.0 has done away with the old information.</summary>
internal static class MetadataTitle
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>The first title; null when there is none or the packet is no XML.</summary>
    public static string? Read(ReadOnlyMemory<byte> packet)
    {
        using var stream = new MemoryStream(packet.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        try
        {
            if (reader.ReadToFollowing("title", DublinCore) && reader.ReadToDescendant("li", Rdf))
            {
                return reader.ReadElementContentAsString().Trim() is { Length: > 0 } title ? title : null;
            }
        }
        catch (XmlException)
        {
            // Then the title is not known.
        }

        return null;
    }
}
