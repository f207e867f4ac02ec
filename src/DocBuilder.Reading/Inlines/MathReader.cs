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
        Write(element, xml, "");
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
            TextCleaner.FoldOrNull(element.GetAttribute("aria-label")),
            TextCleaner.FoldOrNull(element.GetAttribute("alttext")),
            TextCleaner.FoldOrNull(LinearMath.Write(element)),
            TextCleaner.FoldOrNull(element.QuerySelector("annotation[encoding='application/x-tex']")?.TextContent),
        ];
        return Array.Find(said, static words => words is not null && !IsTex(words))
            ?? Array.Find(said, static words => words is not null)
            ?? "…";
    }

    private static bool IsTex(string words) =>
        words.Contains('\\', StringComparison.Ordinal) || words.Contains("_{", StringComparison.Ordinal) || words.Contains("^{", StringComparison.Ordinal);

    /// <summary>Writes an element so that its content is what the element may hold (MathML 3, appendix A); what is not becomes a group of the same.</summary>
    private static void Write(IElement element, StringBuilder xml, string parent)
    {
        var name = element.LocalName;
        switch (name)
        {
            case "annotation" or "annotation-xml" or "script" or "style" or "mglyph":
            case "none" or "mprescripts" when parent != "mmultiscripts":
                return;
            case "maction":
                // Of several only one is shown at a time.
                if (Selected(element) is { } shown)
                {
                    Write(shown, xml, parent);
                }

                return;
            default:
                break;
        }

        // Unknown elements (semantics, mstack and their like) are transparent, but where each element has its place.
        var isKnown = Elements.Contains(name);
        if (!isKnown && !HasPlaces(parent))
        {
            WriteChildren(element, xml, parent);
            return;
        }

        var written = isKnown && IsComplete(element) && FitsInto(name, parent) ? name : "mrow";
        xml.Append('<').Append(written);
        if (parent.Length == 0)
        {
            xml.Append(" xmlns=\"").Append(Namespace).Append('"');
        }

        foreach (var attribute in element.Attributes.OrderBy(static attribute => attribute.Name, StringComparer.Ordinal))
        {
            if (written == name && Attributes.Contains(attribute.Name) && MathAttributes.Read(attribute.Name, TextCleaner.Clean(attribute.Value)) is { } value)
            {
                xml.Append(' ').Append(attribute.Name).Append("=\"");
                Escape(value, xml);
                xml.Append('"');
            }
        }

        xml.Append('>');
        if (IsToken(written))
        {
            Escape(TextCleaner.Clean(element.TextContent), xml);
        }
        else
        {
            WriteChildren(element, xml, written);
        }

        xml.Append("</").Append(written).Append('>');
    }

    private static void WriteChildren(IElement element, StringBuilder xml, string parent)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                Around(parent, xml, () =>
                {
                    xml.Append("<mtext>");
                    Escape(TextCleaner.Clean(text.Data), xml);
                    xml.Append("</mtext>");
                });
            }
            else if (child is IElement { LocalName: "mtr" or "mlabeledtr" } && parent == "mtable")
            {
                Write((IElement)child, xml, parent);
            }
            else if (child is IElement { LocalName: "mtd" } && parent is "mtr" or "mlabeledtr")
            {
                Write((IElement)child, xml, parent);
            }
            else if (child is IElement inner)
            {
                Around(parent, xml, () => Write(inner, xml, parent is "mtable" or "mtr" or "mlabeledtr" ? "mtd" : parent));
            }
        }
    }

    /// <summary>Rows and cells around what stands in a table or row without them.</summary>
    private static void Around(string parent, StringBuilder xml, Action write)
    {
        var (start, end) = parent switch { "mtable" => ("<mtr><mtd>", "</mtd></mtr>"), "mtr" or "mlabeledtr" => ("<mtd>", "</mtd>"), _ => ("", "") };
        xml.Append(start);
        write();
        xml.Append(end);
    }

    private static bool IsToken(string name) => name is "mi" or "mn" or "mo" or "mtext" or "ms";

    /// <summary>Whether every element in it has a meaning by its place.</summary>
    private static bool HasPlaces(string name) => name is "mfrac" or "mroot" or "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover" or "mmultiscripts";

    private static bool FitsInto(string name, string parent) => name switch
    {
        "math" => parent.Length == 0,
        "mtr" or "mlabeledtr" => parent == "mtable",
        "mtd" => parent is "mtr" or "mlabeledtr",
        _ => true,
    };

    private static bool IsComplete(IElement element)
    {
        var children = element.Children.Count(static child => child.LocalName is not ("annotation" or "annotation-xml" or "mglyph"));
        return element.LocalName switch
        {
            "mfrac" or "mroot" or "msub" or "msup" or "munder" or "mover" => children == 2 && !HasOwnText(element),
            "msubsup" or "munderover" => children == 3 && !HasOwnText(element),
            "mmultiscripts" => IsInPairs(element) && !HasOwnText(element),
            "mlabeledtr" => children > 0,
            _ => true,
        };
    }

    private static bool HasOwnText(IElement element) => element.ChildNodes.Any(static node => node is IText text && !string.IsNullOrWhiteSpace(text.Data));

    /// <summary>A nucleus, pairs of scripts, and perhaps pairs before it.</summary>
    private static bool IsInPairs(IElement element)
    {
        var names = element.Children.Select(static child => child.LocalName).ToList();
        var turn = names.IndexOf("mprescripts");
        var after = turn < 0 ? names.Count : turn;
        return after % 2 == 1 && names.Count(static name => name == "mprescripts") <= 1 && (turn < 0 || (names.Count - turn) % 2 == 1) && names[0] is not ("none" or "mprescripts");
    }

    /// <summary>The child of an action that is shown first.</summary>
    public static IElement? Selected(IElement action)
    {
        var children = action.Children.ToList();
        var place = int.TryParse(action.GetAttribute("selection"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var selection) ? selection : 1;
        return children.Count == 0 ? null : children[place >= 1 && place <= children.Count ? place - 1 : 0];
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
