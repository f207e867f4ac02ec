using System.Xml;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>
/// Copies an SVG file without what could do anything: scripts, event handlers, addresses outside of the file, text of other vocabularies, animation, the DTD.
/// What is left shows the same in every reader.
/// </summary>
internal sealed class SvgCleaner(byte[] bytes, Limits limits) : IDisposable
{
    private const int DeepestElement = 256;
    private const int MostNodes = 400_000;
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";

    private static readonly Dictionary<string, string> Removed = new(StringComparer.Ordinal)
    {
        ["script"] = "",
        ["handler"] = "",
        ["listener"] = "",
        ["foreignObject"] = "text of another vocabulary (foreignObject)",
        ["animate"] = "animation",
        ["animateColor"] = "animation",
        ["animateMotion"] = "animation",
        ["animateTransform"] = "animation",
        ["set"] = "animation",
        ["discard"] = "animation",
        ["video"] = "video",
        ["audio"] = "sound",
        ["iframe"] = "frames",
        ["canvas"] = "canvas",
    };

    private readonly Dictionary<string, string> _root = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly MemoryStream _output = new();

    /// <summary>Whether anything was removed.</summary>
    public bool IsChanged { get; private set; } = bytes.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0;

    /// <summary>What was removed that may be missed, in words.</summary>
    public SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>An attribute of the outermost element.</summary>
    public string? Root(string name) => _root.GetValueOrDefault(name);

    /// <summary>The copy.</summary>
    public byte[] Written() => _output.ToArray();

    public void Dispose() => _output.Dispose();

    /// <summary>Copies the file; the problem when it cannot be used.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public ImageCheck? Run()
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        using var writer = XmlWriter.Create(_output, new XmlWriterSettings { OmitXmlDeclaration = false, CloseOutput = false });
        var isStyle = false;
        var count = 0;
        for (var more = reader.Read(); more;)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MostNodes)
                    {
                        return ImageCheck.Failed(ImageProblem.Broken, "it has too many elements");
                    }

                    if (reader.Depth > DeepestElement)
                    {
                        return ImageCheck.Failed(ImageProblem.Broken, "its elements are nested too deep");
                    }

                    if (reader.Depth == 0 && reader.LocalName != "svg")
                    {
                        return ImageCheck.Failed(ImageProblem.UnknownKind);
                    }

                    if (IsRemoved(reader))
                    {
                        reader.Skip();
                        continue;
                    }

                    isStyle = reader.LocalName == "style";
                    CopyElement(reader, writer);
                    break;
                case XmlNodeType.EndElement:
                    isStyle = false;
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth > 0:
                    writer.WriteString(isStyle ? CleanStyle(reader.Value) : reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction:
                    IsChanged = true;
                    break;
                default:
                    break;
            }

            more = reader.Read();
        }

        return null;
    }

    private bool IsRemoved(XmlReader reader)
    {
        var isSvg = reader.NamespaceURI is Svg or "";
        var isHtml = reader.NamespaceURI == "http://www.w3.org/1999/xhtml";
        if (!isHtml && !(isSvg && Removed.ContainsKey(reader.LocalName)))
        {
            return false;
        }

        IsChanged = true;
        var what = Removed.GetValueOrDefault(reader.LocalName) ?? "text of another vocabulary (foreignObject)";
        if (what.Length > 0)
        {
            LeftOut.Add(what);
        }

        return true;
    }

    private void CopyElement(XmlReader reader, XmlWriter writer)
    {
        var (isRoot, isEmpty, element) = (reader.Depth == 0, reader.IsEmptyElement, reader.LocalName);
        // A drawing without a namespace is one that an HTML page held.
        var space = reader.NamespaceURI.Length == 0 ? Svg : reader.NamespaceURI;
        IsChanged |= reader.NamespaceURI.Length == 0;
        writer.WriteStartElement(reader.Prefix, element, space);
        while (reader.MoveToNextAttribute())
        {
            if (isRoot && reader.NamespaceURI.Length == 0)
            {
                _root[reader.LocalName] = reader.Value;
            }

            if (IsKept(reader, element))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
            else
            {
                IsChanged = true;
            }
        }

        reader.MoveToElement();
        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private bool IsKept(XmlReader attribute, string element)
    {
        var (name, value) = (attribute.LocalName, attribute.Value);
        if (attribute.Prefix == "xmlns" || (attribute.Prefix.Length == 0 && name == "xmlns"))
        {
            return true;
        }

        if (attribute.NamespaceURI is not ("" or XLink or "http://www.w3.org/XML/1998/namespace"))
        {
            // Of an editor, for itself.
            return true;
        }

        return name switch
        {
            "href" => IsAddressKept(value.Trim(), element),
            "base" => false,
            "id" => _ids.Add(value),
            _ => !name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && !StyleAddresses.LeadOut(value),
        };
    }

    private bool IsAddressKept(string address, string element)
    {
        // Nobody can press a link in a picture.
        if (element == "a")
        {
            return false;
        }

        if (address.StartsWith('#'))
        {
            return true;
        }

        if (element == "image" && address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            && DataAddress.Decode(address, limits.ImageBytes) is { } picture
            && ImageFile.Check(picture, limits) is { Problem: ImageProblem.None, MediaType: not "image/svg+xml" })
        {
            return true;
        }

        LeftOut.Add("pictures and parts that are not in the file");
        return false;
    }

    private string CleanStyle(string css)
    {
        if (!StyleAddresses.LeadOut(css))
        {
            return css;
        }

        IsChanged = true;
        LeftOut.Add("styles and fonts that are not in the file");
        return StyleAddresses.Without(css);
    }
}
