using System.Text;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Inlines;

/// <summary>Writes presentation MathML on one line so that it cannot be misread: (−b)/(2a), √(2), x^2, a_10.</summary>
internal static class LinearMath
{
    /// <summary>The expression in linear form.</summary>
    public static string Write(IElement element)
    {
        var children = element.Children.Where(static child => child.LocalName is not ("annotation" or "annotation-xml" or "none" or "mprescripts")).ToList();
        return element.LocalName switch
        {
            "mi" or "mn" or "mtext" or "ms" => element.TextContent.Trim(),
            "mo" => Operator(element.TextContent.Trim()),
            "mspace" => " ",
            "msqrt" => "√" + Grouped(Row(children)),
            "mroot" when children.Count == 2 => Grouped(Write(children[1])) + "√" + Grouped(Write(children[0])),
            "mfrac" when children.Count == 2 => Grouped(Write(children[0])) + "/" + Grouped(Write(children[1])),
            "msup" or "mover" when children.Count == 2 => Scripts(children[0], null, children[1]),
            "msub" or "munder" when children.Count == 2 => Scripts(children[0], children[1], null),
            "msubsup" or "munderover" when children.Count == 3 => Scripts(children[0], children[1], children[2]),
            "mtable" => "[" + string.Join("; ", children.Select(Write)) + "]",
            "mtr" or "mlabeledtr" => string.Join(", ", children.Select(Write)),
            "mfenced" => (element.Attribute("open") ?? "(") + string.Join(", ", children.Select(Write)) + (element.Attribute("close") ?? ")"),
            _ => children.Count == 0 ? element.TextContent.Trim() : Row(children),
        };
    }

    private static string Row(List<IElement> children)
    {
        var row = new StringBuilder();
        var isOperand = false;
        foreach (var child in children)
        {
            var written = Write(child);
            // A sign that nothing stands before is a number's own.
            row.Append(isOperand || written is not (" − " or " + " or " ± ") ? written : written.Trim());
            isOperand = child.LocalName != "mo" || written is ")" or "]" or "}" or "|" or "!" or "′";
        }

        return row.ToString().Trim();
    }

    private static string Scripts(IElement nucleus, IElement? below, IElement? above) =>
        Grouped(Write(nucleus)) + (below is null ? "" : "_" + Grouped(Write(below))) + (above is null ? "" : "^" + Grouped(Write(above)));

    /// <summary>Relations and sums keep their distance; brackets, commas and what cannot be seen do not.</summary>
    private static string Operator(string sign) => sign switch
    {
        "\u2061" or "\u2062" or "\u2063" or "\u2064" => "",
        "," or ";" => sign + " ",
        "(" or ")" or "[" or "]" or "{" or "}" or "|" or "!" or "′" or "∑" or "∏" or "∫" or "√" or "." or "/" => sign,
        "-" => " − ",
        _ => " " + sign + " ",
    };

    /// <summary>In brackets, unless it is one letter, one number, or in brackets already.</summary>
    private static string Grouped(string part)
    {
        part = part.Trim();
        if (part.Length == 0)
        {
            return part;
        }

        var isSimple = part.Length == 1 || part.All(char.IsDigit) || (part.EnumerateRunes().Count() == 1)
            || (part[0] == '(' && part.IndexOf(')') == part.Length - 1);
        return isSimple ? part : "(" + part + ")";
    }
}
