using System.Xml;
using System.Xml.Linq;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Keeps MathML: presentation elements and their own attributes, the words in <c>alttext</c>; anything else is left out.</summary>
internal static class MathWriter
{
    private const string MathMl = "http://www.w3.org/1998/Math/MathML";

    // EPUB 3.3, 6.1.3: presentation MathML; content MathML only as an annotation, which readers do not need.
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "math", "mi", "mn", "mo", "mtext", "mspace", "ms", "mrow", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom", "mfenced",
        "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mlabeledtr", "mtr", "mtd",
        "maligngroup", "malignmark", "semantics",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "display", "dir", "mathvariant", "mathsize", "displaystyle", "scriptlevel", "form", "fence", "separator", "lspace", "rspace", "stretchy", "symmetric",
        "maxsize", "minsize", "largeop", "movablelimits", "accent", "accentunder", "linethickness", "numalign", "denomalign", "bevelled", "open", "close",
        "separators", "notation", "align", "columnalign", "rowalign", "columnspacing", "rowspacing", "columnlines", "rowlines", "frame", "columnspan", "rowspan",
        "width", "height", "depth", "voffset", "subscriptshift", "superscriptshift", "lquote", "rquote",
    };

    /// <summary>Writes a formula, or its words when the MathML is not what EPUB allows.</summary>
    public static void Write(Chapter chapter, MathExpression math, bool isBlock)
    {
        if (Parse(math.MathMl) is not { } root)
        {
            chapter.Edition.Findings.Add(EpubFindings.MathNotKept.At(math.Position));
            chapter.Start("span", math).Text(math.AlternativeText).End();
            return;
        }

        chapter.HasMath = true;
        chapter.Writer.Node(xml => WriteElement(xml, root, element =>
        {
            if (chapter.Edition.Plan.TargetOf(math) is { } target)
            {
                xml.WriteAttributeString("id", target.Id);
            }

            var alternative = PlainText.Fold(math.AlternativeText);
            if (alternative.Length > 0)
            {
                xml.WriteAttributeString("alttext", alternative);
            }

            if (isBlock && element.Attribute("display") is null)
            {
                xml.WriteAttributeString("display", "block");
            }
        }));
    }

    private static XElement? Parse(string mathMl)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(mathMl), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            root.Descendants().Where(static e => e.Name.LocalName is "annotation" or "annotation-xml").Remove();
            var isKnown = root.Name.LocalName == "math"
                && root.DescendantsAndSelf().All(static e => Elements.Contains(e.Name.LocalName) && e.Name.NamespaceName is "" or MathMl);
            return isKnown ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // The depth is the depth of the source's elements, which the reader has bounded.
    private static void WriteElement(XmlWriter xml, XElement element, Action<XElement>? attributes)
    {
        xml.WriteStartElement(element.Name.LocalName, MathMl);
        attributes?.Invoke(element);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.NamespaceName.Length == 0 && Attributes.Contains(attribute.Name.LocalName))
            {
                xml.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
            }
        }

        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XElement child: WriteElement(xml, child, attributes: null); break;
                case XText text: xml.WriteString(text.Value); break;
                default: break;
            }
        }

        xml.WriteEndElement();
    }
}
