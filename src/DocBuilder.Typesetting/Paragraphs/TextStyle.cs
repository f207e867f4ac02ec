using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>How a stretch of text looks, before its script has a say.</summary>
internal readonly record struct TextStyle
{
    /// <summary>The size in points, before the script's scale.</summary>
    public required double Size { get; init; }

    public required Color Color { get; init; }

    public bool IsBold { get; init; }

    /// <summary>Emphasis: a slant in scripts that slant, weight in those that do not.</summary>
    public bool IsEmphasized { get; init; }

    /// <summary>A slant in scripts that slant, and nothing in those that do not: titles of works, which Arabic sets plain.</summary>
    public bool IsSlanted { get; init; }

    public bool IsCode { get; init; }

    /// <summary>How far above the baseline the text stands, in points.</summary>
    public double Rise { get; init; }

    public TextDecoration Decoration { get; init; }
}

/// <summary>Lines and areas that go with text.</summary>
[Flags]
internal enum TextDecoration
{
    None = 0,
    Underline = 1,
    LineThrough = 2,
    Mark = 4,
}
