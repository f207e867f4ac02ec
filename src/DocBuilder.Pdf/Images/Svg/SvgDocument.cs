using System.Text;
using System.Xml;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>A drawing as a tree, its elements by id, and its style sheet.</summary>
/// <param name="Root">The outermost <c>svg</c> element.</param>
/// <param name="ById">Elements by <c>id</c>; of two with one id the first.</param>
/// <param name="Styles">The rules of its <c>style</c> elements.</param>
internal sealed record SvgDocument(SvgElement Root, IReadOnlyDictionary<string, SvgElement> ById, StyleSheet Styles)
{
    /// <summary>Elements and pieces of text that are read of one drawing.</summary>
    private const int MostNodes = 400_000;

    /// <summary>Levels of nested elements that are read.</summary>
    private const int DeepestElement = 256;

    /// <summary>Reads a drawing without its DTD, without entities and without looking at any other file.</summary>
    /// <returns>The drawing; null when it is not well-formed, not SVG, or beyond the limits.</returns>
    public static SvgDocument? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            return Build(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static SvgDocument? Build(XmlReader reader)
    {
        SvgElement? root = null, open = null;
        var byId = new Dictionary<string, SvgElement>(StringComparer.Ordinal);
        var css = new StringBuilder();
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MostNodes || reader.Depth > DeepestElement || (root is null && reader.LocalName != "svg"))
                    {
                        return null;
                    }

                    var isEmpty = reader.IsEmptyElement;
                    var element = ReadElement(reader, open);
                    root ??= element;
                    open?.Children.Add(element);
                    if (element["id"] is { } id)
                    {
                        byId.TryAdd(id, element);
                    }

                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open is not null:
                    if (open.Name == "style")
                    {
                        css.Append(reader.Value).Append('\n');
                    }
                    else if (++count <= MostNodes)
                    {
                        open.Children.Add(new SvgElement(SvgElement.TextName, open) { Text = reader.Value });
                    }

                    break;
                default:
                    break;
            }
        }

        return root is null ? null : new SvgDocument(root, byId, StyleSheet.Parse(css.ToString()));
    }

    private static SvgElement ReadElement(XmlReader reader, SvgElement? parent)
    {
        // Elements of other vocabularies keep a name that no rule of SVG knows.
        var isSvg = reader.NamespaceURI is "http://www.w3.org/2000/svg" or "";
        var element = new SvgElement(isSvg ? reader.LocalName : reader.Name + "?", parent);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 || reader.Prefix == "xml")
            {
                element.Attributes[reader.LocalName] = reader.Value;
            }
            else if (reader.NamespaceURI == "http://www.w3.org/1999/xlink")
            {
                element.Attributes.TryAdd(reader.LocalName, reader.Value);
            }
        }

        return element;
    }
}
