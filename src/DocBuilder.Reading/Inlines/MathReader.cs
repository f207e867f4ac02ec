using System.Text;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;

namespace DocBuilder.Reading.Inlines;

/// <summary>Reads MathML: keeps the presentation elements of MathML Core as well-formed XML, and finds words for them.</summary>
internal static class MathReader
{
    private const string Namespace = "http://www.w3.org/1998/Math/MathML";

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom",
        "mfenced", "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable",
        "mtr", "mtd", "mlabeledtr", "maligngroup", "malignmark", "mglyph",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "accent", "accentunder", "columnalign", "columnlines", "columnspacing", "columnspan", "depth", "dir", "display", "displaystyle", "fence",
        "form", "height", "largeop", "linethickness", "lspace", "mathsize", "mathvariant", "maxsize", "minsize", "movablelimits", "notation",
        "open", "close", "separators", "rowalign", "rowlines", "rowspacing", "rowspan", "rspace", "scriptlevel", "separator", "stretchy",
        "symmetric", "voffset", "width", "alttext",
    };

    public static MathExpression Read(IElement element, ReadContext context, SourcePosition position)
    {
        var xml = new StringBuilder();
        Write(element, xml, isRoot: true);
        return new MathExpression
        {
            MathMl = xml.ToString(),
            AlternativeText = AlternativeOf(element),
            Language = context.Language,
            // HTML's own style sheet: formulas run from left to right unless they say otherwise.
            Direction = string.Equals(element.GetAttribute("dir"), "rtl", StringComparison.OrdinalIgnoreCase) ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Position = position,
        };
    }

    /// <summary>Whether a formula and its number are all that their container holds: "(1)", "(2.1)", "(A.3)".</summary>
    public static bool HasNumber(IElement formula)
    {
        const int LongestNumber = 12;
        const int MostNodes = 5;
        if (formula.Parent is not IElement container || container.ChildNodes.Length > MostNodes)
        {
            return false;
        }

        var beside = "";
        foreach (var node in container.ChildNodes)
        {
            if (node is IElement element && element != formula && TextMeasure.HasMoreLetters(element, LongestNumber))
            {
                return false;
            }

            beside += node == formula ? "" : TextCleaner.Fold(node.TextContent);
        }

        return beside.Length is > 2 and <= LongestNumber && beside[0] == '(' && beside[^1] == ')';
    }

    /// <summary>What the author says of it, else the formula on one line. TeX, which is nothing to listen to, only where there is nothing else.</summary>
    private static string AlternativeOf(IElement element)
    {
        string?[] said =
        [
            TextCleaner.FoldOrNull(element.GetAttribute("alttext")),
            TextCleaner.FoldOrNull(element.GetAttribute("aria-label")),
            TextCleaner.FoldOrNull(LinearMath.Write(element)),
            TextCleaner.FoldOrNull(element.QuerySelector("annotation[encoding='application/x-tex']")?.TextContent),
        ];
        return Array.Find(said, static words => words is not null && !words.Contains('\\', StringComparison.Ordinal))
            ?? Array.Find(said, static words => words is not null)
            ?? "…";
    }

    private static void Write(IElement element, StringBuilder xml, bool isRoot)
    {
        var name = element.LocalName;
        if (name is "annotation" or "annotation-xml" or "script" or "style")
        {
            return;
        }

        // Unknown elements (semantics, maction and their like) are transparent.
        var isKnown = Elements.Contains(name);
        if (isKnown)
        {
            xml.Append('<').Append(name);
            if (isRoot)
            {
                xml.Append(" xmlns=\"").Append(Namespace).Append('"');
            }

            foreach (var attribute in element.Attributes.OrderBy(static attribute => attribute.Name, StringComparer.Ordinal))
            {
                if (Attributes.Contains(attribute.Name))
                {
                    xml.Append(' ').Append(attribute.Name).Append("=\"");
                    Escape(TextCleaner.Clean(attribute.Value), xml);
                    xml.Append('"');
                }
            }

            xml.Append('>');
        }

        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                Escape(TextCleaner.Clean(text.Data), xml);
            }
            else if (child is IElement inner)
            {
                Write(inner, xml, isRoot: false);
            }
        }

        if (isKnown)
        {
            xml.Append("</").Append(name).Append('>');
        }
    }

    private static void Escape(string text, StringBuilder xml)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                _ => xml.Append(c),
            };
        }
    }
}
