using System.Xml;
using System.Xml.Linq;

namespace DocBuilder.Epub.Inspection;

/// <summary>Loads XML that is small by nature, such as a package. Elements that lie deeper than any such file has them are set down beside each other.</summary>
internal static class ShallowXml
{
    private const int Depth = 100;

    /// <summary>Loads the document.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XDocument Load(XmlReader reader)
    {
        var document = new XDocument();
        XElement? parent = null;
        while (reader.Read())
        {
            // An element stands above all that has a greater depth.
            while (parent is not null && parent.Annotation<Level>()!.Value >= reader.Depth)
            {
                parent = parent.Parent;
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                element.AddAnnotation(new Level(reader.Depth));
                var isEmpty = reader.IsEmptyElement;
                while (reader.MoveToNextAttribute())
                {
                    if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                    {
                        element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                    }
                }

                reader.MoveToElement();
                ((XContainer?)parent ?? document).Add(element);
                parent = isEmpty || reader.Depth >= Depth ? parent : element;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                parent?.Add(reader.Value);
            }
        }

        return document;
    }

    private sealed record Level(int Value);
}
