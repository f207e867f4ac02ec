namespace DocBuilder.Pdf.Images.Svg;

/// <summary>An element of a drawing, or, named <see cref="TextName"/>, characters between elements.</summary>
internal sealed class SvgElement(string name, SvgElement? parent)
{
    /// <summary>The name of what is not an element: characters.</summary>
    public const string TextName = "#text";

    /// <summary>The local name.</summary>
    public string Name { get; } = name;

    /// <summary>What it stands in; null for the root.</summary>
    public SvgElement? Parent { get; } = parent;

    /// <summary>Its attributes by local name; of <c>xlink:href</c> and <c>href</c> the latter wins (SVG 2, 16.1.5).</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands in it, in order.</summary>
    public List<SvgElement> Children { get; } = [];

    /// <summary>The characters of what is not an element.</summary>
    public string Text { get; init; } = "";

    /// <summary>The elements in it.</summary>
    public IEnumerable<SvgElement> Elements => Children.Where(static child => child.Name != TextName);

    /// <summary>An attribute's value; null when it is not there.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>The id that its <c>href</c> names in this drawing; null for none, and for an address of another file.</summary>
    public string? Target => this["href"]?.Trim() is ['#', .. var id] ? id : null;
}
