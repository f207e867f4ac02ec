using System.Collections.Immutable;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>The properties of an element after the cascade. What is not inherited is back at its first value in <see cref="ForChild"/>.</summary>
internal sealed record SvgStyle
{
    /// <summary>What the root inherits.</summary>
    public static SvgStyle Initial { get; } = new();

    public SvgColor Color { get; init; } = SvgColor.Black;

    public SvgPaint Fill { get; init; } = new(PaintKind.Color, SvgColor.Black);

    public SvgPaint Stroke { get; init; } = SvgPaint.None;

    public double FillOpacity { get; init; } = 1;

    public double StrokeOpacity { get; init; } = 1;

    public bool IsFillEvenOdd { get; init; }

    public bool IsClipEvenOdd { get; init; }

    /// <summary>The value of <c>stroke-width</c>: a percentage needs the viewport.</summary>
    public string StrokeWidth { get; init; } = "1";

    /// <summary>0 butt, 1 round, 2 square: PDF's numbers.</summary>
    public int LineCap { get; init; }

    /// <summary>0 mitre, 1 round, 2 bevel: PDF's numbers.</summary>
    public int LineJoin { get; init; }

    public double MiterLimit { get; init; } = 4;

    public string Dashes { get; init; } = "none";

    public string DashOffset { get; init; } = "0";

    public bool IsVisible { get; init; } = true;

    public double FontSize { get; init; } = 16;

    public ImmutableArray<string> FontFamilies { get; init; } = [];

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public string TextAnchor { get; init; } = "start";

    public bool IsRightToLeft { get; init; }

    public string LetterSpacing { get; init; } = "normal";

    public string DominantBaseline { get; init; } = "auto";

    public bool KeepsSpaces { get; init; }

    public string Language { get; init; } = "";

    public string MarkerStart { get; init; } = "none";

    public string MarkerMid { get; init; } = "none";

    public string MarkerEnd { get; init; } = "none";

    public bool StrokesFirst { get; init; }

    // Not inherited.
    public bool IsShown { get; init; } = true;

    public double Opacity { get; init; } = 1;

    public string ClipPath { get; init; } = "none";

    public string Mask { get; init; } = "none";

    public string Filter { get; init; } = "none";

    public string Transform { get; init; } = "";

    public SvgColor? StopColor { get; init; }

    public double StopOpacity { get; init; } = 1;

    public string BaselineShift { get; init; } = "0";

    public bool IsUnderlined { get; init; }

    public bool IsOverflowVisible { get; init; }

    public bool KeepsStrokeWidth { get; init; }

    public string MixBlendMode { get; init; } = "normal";

    /// <summary>What a child begins with.</summary>
    public SvgStyle ForChild() => this with
    {
        IsShown = true,
        Opacity = 1,
        ClipPath = "none",
        Mask = "none",
        Filter = "none",
        Transform = "",
        StopColor = null,
        StopOpacity = 1,
        BaselineShift = "0",
        IsOverflowVisible = false,
        KeepsStrokeWidth = false,
        MixBlendMode = "normal",
    };

    /// <summary>The colour of a paint that is one colour.</summary>
    public SvgColor ColorOf(SvgPaint paint) => paint.Kind == PaintKind.CurrentColor ? Color : paint.Color;
}
