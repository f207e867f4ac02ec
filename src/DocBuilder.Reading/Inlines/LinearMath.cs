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
            "mi" or "mn" or "ms" => element.TextContent.Trim(),
            "mtext" => element.TextContent.Replace('\u00A0', ' '),
            "mo" => Operator(element.TextContent.Trim()),
            "mspace" => " ",
            "msqrt" => "√" + Grouped(Row(children)),
            "mroot" when children.Count == 2 => Write(children[1]).Trim() switch { "3" or "٣" => "∛", "4" or "٤" => "∜", var degree => $"√[{degree}]" } + Grouped(Write(children[0])),
            "mphantom" => "",
            "maction" => MathReader.Selected(element) is { } shown ? Write(shown) : "",
            "mfrac" when children.Count == 2 && IsNothing(element.Attribute("linethickness")) => Grouped(Write(children[0])) + "¦" + Grouped(Write(children[1])),
            "mfrac" when children.Count == 2 => Grouped(Write(children[0])) + "/" + Grouped(Write(children[1])),
            "mover" when children.Count == 2 && Accented(children[0], children[1]) is { } accented => accented,
            "msup" or "mover" when children.Count == 2 => Scripts(children[0], null, children[1]),
            "msub" or "munder" when children.Count == 2 => Scripts(children[0], children[1], null),
            "msubsup" or "munderover" when children.Count == 3 => Scripts(children[0], children[1], children[2]),
            "mmultiscripts" when children.Count > 0 => MultiScripts(element),
            "mtable" => "[" + string.Join("; ", children.Select(Write)) + "]",
            "mtr" or "mlabeledtr" => string.Join(", ", children.Select(Write)),
            "mfenced" => (element.Attribute("open") ?? "(") + string.Join(", ", children.Select(Write)) + (element.Attribute("close") ?? ")"),
            _ => children.Count == 0 ? element.TextContent.Trim() : Row(children),
        };
    }

    private static string Row(List<IElement> children)
    {
        var row = new StringBuilder();
        var (isOperand, isOpenEnded) = (false, false);
        foreach (var child in children)
        {
            var written = Write(child);
            if (written.Length == 0)
            {
                continue;
            }

            // A sign that nothing stands before is a number's own.
            written = isOperand || written is not (" − " or " + " or " ± ") ? written : written.Trim();
            if (child.LocalName == "mfrac" && (IsSlash(child.PreviousElementSibling) || IsSlash(child.NextElementSibling)))
            {
                written = "(" + written + ")";
            }

            var isAfterWord = row.Length > 0 && char.IsLetterOrDigit(row[^1]);
            if ((isOpenEnded && (char.IsLetterOrDigit(written[0]) || written[0] is '(' or '√' or '∛' or '∜')) || (isAfterWord && child.LocalName is "mfrac" or "mmultiscripts" && written[0] != '(') || (isAfterWord && child.LocalName == "mi" && written.Length > 1))
            {
                row.Append(' ');
            }

            row.Append(written);
            // What is a script, or below the line of a fraction, ends where the next begins; so does the name of a function.
            isOpenEnded = written[^1] is not (')' or ']')
                && (child.LocalName is "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover" or "mfrac" || (child.LocalName == "mi" && written.Length > 1));
            isOperand = child.LocalName != "mo" || written.Trim() is ")" or "]" or "}" or "|" or "!" or "′" or "⋯" or "…";
        }

        return row.ToString().Trim();
    }

    private static string Scripts(IElement nucleus, IElement? below, IElement? above) =>
        (nucleus.LocalName is "mi" or "mo" ? Write(nucleus).Trim() : Grouped(Write(nucleus))) + (below is null ? "" : "_" + Grouped(Write(below))) + (above is null ? "" : "^" + Grouped(Write(above)));

    private static bool IsSlash(IElement? element) => element?.LocalName == "mo" && element.TextContent.Trim() == "/";

    /// <summary>Scripts before and after their nucleus: _6^14 C.</summary>
    private static string MultiScripts(IElement element)
    {
        var children = element.Children.ToList();
        var turn = children.FindIndex(static child => child.LocalName == "mprescripts");
        var after = children[1..(turn < 0 ? children.Count : turn)];
        var before = turn < 0 ? [] : children[(turn + 1)..];
        var start = string.Concat(before.Chunk(2).Select(Pair));
        return start + (start.Length > 0 ? " " : "") + Grouped(Write(children[0])) + string.Concat(after.Chunk(2).Select(Pair));

        static string Pair(IElement[] pair) => Script("_", pair[0]) + (pair.Length > 1 ? Script("^", pair[1]) : "");

        static string Script(string sign, IElement script) => Write(script).Trim() is { Length: > 0 } written ? sign + Grouped(written) : "";
    }

    /// <summary>A letter and what stands over it, as one character with its mark; null where there is no such mark.</summary>
    private static string? Accented(IElement letter, IElement mark)
    {
        var of = Write(letter).Trim();
        var combining = mark.LocalName != "mo" ? null : mark.TextContent.Trim() switch
        {
            "^" or "ˆ" or "\u0302" => "\u0302",
            "~" or "˜" or "\u0303" => "\u0303",
            "¯" or "‾" or "ˉ" or "_" or "\u0304" or "\u0305" => "\u0304",
            "." or "˙" or "\u0307" => "\u0307",
            "¨" or ".." or "\u0308" => "\u0308",
            "→" or "\u20D7" => "\u20D7",
            _ => null,
        };
        if (combining is null || of.Length == 0 || !of.All(char.IsLetter))
        {
            return null;
        }

        // A bar reaches over all of "AB", and so does an arrow, which is written once.
        return of.Length == 1 ? of + combining : combining switch
        {
            "\u0304" => string.Concat(of.Select(static letter => letter + "\u0305")),
            "\u20D7" => of + combining,
            _ => null,
        };
    }

    private static bool IsNothing(string? thickness) =>
        thickness is not null && thickness.TrimStart().StartsWith('0') && thickness.All(static c => c is '0' or '.' or ' ' || char.IsAsciiLetter(c));

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
