namespace DocBuilder.Pdf.Images.Svg;

/// <summary>A rule of a style sheet for one selector.</summary>
/// <param name="Parts">The selectors of the element and, before it, of elements that it stands in.</param>
/// <param name="Declarations">Properties and values.</param>
/// <param name="Specificity">The more, the stronger (Selectors Level 3, 9).</param>
/// <param name="Order">Its place in the style sheet.</param>
internal sealed record StyleRule(
    IReadOnlyList<SimpleSelector> Parts, IReadOnlyList<KeyValuePair<string, string>> Declarations, int Specificity, int Order)
{
    /// <summary>Whether the rule is about an element.</summary>
    public bool Matches(SvgElement element)
    {
        if (!Parts[^1].Matches(element))
        {
            return false;
        }

        var part = Parts.Count - 2;
        for (var above = element.Parent; part >= 0 && above is not null; above = above.Parent)
        {
            part -= Parts[part].Matches(above) ? 1 : 0;
        }

        return part < 0;
    }
}

/// <summary>Conditions on one element: <c>rect.grid#main</c>.</summary>
/// <param name="Type">The element's name; null for any.</param>
/// <param name="Id">Its id; null for any.</param>
/// <param name="Classes">Classes that it has.</param>
internal sealed record SimpleSelector(string? Type, string? Id, IReadOnlyList<string> Classes)
{
    /// <summary>By which the rule is found: the rarest of what it asks for.</summary>
    public string Key => Id is not null ? "#" + Id : Classes.Count > 0 ? "." + Classes[0] : Type ?? "*";

    /// <summary>What it adds to a selector's specificity.</summary>
    public int Specificity => (Id is null ? 0 : 10_000) + (Classes.Count * 100) + (Type is null ? 0 : 1);

    /// <summary>Reads a compound selector; null when it has parts that are not known: attributes, pseudo-classes, combinators.</summary>
    public static SimpleSelector? Parse(string text)
    {
        string? type = null, id = null;
        var classes = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var start = text[at] is '.' or '#' ? at + 1 : at;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '*'))
            {
                end++;
            }

            if (end == start)
            {
                return null;
            }

            var name = text[start..end];
            switch (text[at])
            {
                case '.':
                    classes.Add(name);
                    break;
                case '#':
                    id = name;
                    break;
                default:
                    type = name == "*" ? null : name;
                    break;
            }

            at = end;
        }

        return new SimpleSelector(type, id, classes);
    }

    /// <summary>Whether an element meets the conditions.</summary>
    public bool Matches(SvgElement element) =>
        (Type is null || Type == element.Name) && (Id is null || Id == element["id"])
        && (Classes.Count == 0 || Classes.All(ClassesOf(element).Contains));

    /// <summary>The classes of an element.</summary>
    public static string[] ClassesOf(SvgElement element) => element["class"]?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
