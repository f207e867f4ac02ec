using System.Collections.Frozen;
using System.Globalization;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Finds the properties of an element: presentation attributes, then the style sheet, then its <c>style</c> (SVG 2, 6.6).</summary>
internal sealed class Cascade(StyleSheet sheet)
{
    private static readonly FrozenDictionary<string, Func<SvgStyle, string, SvgStyle>> Properties = new Dictionary<string, Func<SvgStyle, string, SvgStyle>>
    {
        ["color"] = static (s, v) => SvgColor.Parse(v) is { } color ? s with { Color = color } : s,
        ["fill"] = static (s, v) => SvgPaint.Parse(v) is { } paint ? s with { Fill = paint } : s,
        ["stroke"] = static (s, v) => SvgPaint.Parse(v) is { } paint ? s with { Stroke = paint } : s,
        ["fill-opacity"] = static (s, v) => s with { FillOpacity = Opacity(v) ?? s.FillOpacity },
        ["stroke-opacity"] = static (s, v) => s with { StrokeOpacity = Opacity(v) ?? s.StrokeOpacity },
        ["opacity"] = static (s, v) => s with { Opacity = Opacity(v) ?? 1 },
        ["fill-rule"] = static (s, v) => s with { IsFillEvenOdd = v == "evenodd" },
        ["clip-rule"] = static (s, v) => s with { IsClipEvenOdd = v == "evenodd" },
        ["stroke-width"] = static (s, v) => s with { StrokeWidth = v },
        ["stroke-linecap"] = static (s, v) => s with { LineCap = v switch { "round" => 1, "square" => 2, _ => 0 } },
        ["stroke-linejoin"] = static (s, v) => s with { LineJoin = v switch { "round" => 1, "bevel" => 2, _ => 0 } },
        ["stroke-miterlimit"] = static (s, v) => Number(v) is >= 1 and var limit ? s with { MiterLimit = limit } : s,
        ["stroke-dasharray"] = static (s, v) => s with { Dashes = v },
        ["stroke-dashoffset"] = static (s, v) => s with { DashOffset = v },
        ["visibility"] = static (s, v) => s with { IsVisible = v is not ("hidden" or "collapse") },
        ["display"] = static (s, v) => s with { IsShown = v != "none" },
        ["font-family"] = static (s, v) => s with { FontFamilies = FontValues.Families(v) },
        ["font-size"] = static (s, v) => s with { FontSize = FontValues.Size(v, s.FontSize) },
        ["font-weight"] = static (s, v) => s with { IsBold = FontValues.IsBold(v, s.IsBold) },
        ["font-style"] = static (s, v) => s with { IsItalic = v is "italic" || v.StartsWith("oblique", StringComparison.Ordinal) },
        ["font"] = FontValues.Shorthand,
        ["text-anchor"] = static (s, v) => s with { TextAnchor = v },
        ["direction"] = static (s, v) => s with { IsRightToLeft = v == "rtl" },
        ["letter-spacing"] = static (s, v) => s with { LetterSpacing = v },
        ["dominant-baseline"] = static (s, v) => s with { DominantBaseline = v },
        ["alignment-baseline"] = static (s, v) => v is "auto" or "baseline" ? s : s with { DominantBaseline = v },
        ["baseline-shift"] = static (s, v) => s with { BaselineShift = v },
        ["text-decoration"] = static (s, v) => s with { IsUnderlined = v.Contains("underline", StringComparison.Ordinal) },
        ["white-space"] = static (s, v) => s with { KeepsSpaces = v.StartsWith("pre", StringComparison.Ordinal) },
        ["marker"] = static (s, v) => s with { MarkerStart = v, MarkerMid = v, MarkerEnd = v },
        ["marker-start"] = static (s, v) => s with { MarkerStart = v },
        ["marker-mid"] = static (s, v) => s with { MarkerMid = v },
        ["marker-end"] = static (s, v) => s with { MarkerEnd = v },
        ["paint-order"] = static (s, v) => s with { StrokesFirst = v.StartsWith("stroke", StringComparison.Ordinal) || v.StartsWith("markers stroke", StringComparison.Ordinal) },
        ["clip-path"] = static (s, v) => s with { ClipPath = v },
        ["mask"] = static (s, v) => s with { Mask = v },
        ["filter"] = static (s, v) => s with { Filter = v },
        ["transform"] = static (s, v) => s with { Transform = v },
        ["stop-color"] = static (s, v) => s with { StopColor = v.Equals("currentcolor", StringComparison.OrdinalIgnoreCase) ? s.Color : SvgColor.Parse(v) ?? s.StopColor },
        ["stop-opacity"] = static (s, v) => s with { StopOpacity = Opacity(v) ?? 1 },
        ["overflow"] = static (s, v) => s with { IsOverflowVisible = v is "visible" or "auto" },
        ["vector-effect"] = static (s, v) => s with { KeepsStrokeWidth = v == "non-scaling-stroke" },
        ["mix-blend-mode"] = static (s, v) => s with { MixBlendMode = v },
    }.ToFrozenDictionary();

    private long _rulesTried;

    /// <summary>How many rules of the style sheet were tried so far.</summary>
    public long RulesTried => _rulesTried;

    /// <summary>The properties of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="parent">The properties of what it stands in, or is used in.</param>
    public SvgStyle StyleOf(SvgElement element, SvgStyle parent)
    {
        var style = parent.ForChild();
        if (element["lang"] is { } language)
        {
            style = style with { Language = language };
        }

        if (element["space"] is { } space)
        {
            style = style with { KeepsSpaces = space == "preserve" };
        }

        // Colour and font size first: other properties are written in terms of them.
        var declarations = element.Attributes.Concat(sheet.For(element, ref _rulesTried)).Concat(element["style"] is { } own ? StyleSheet.Declarations(own) : []).ToList();
        foreach (var (name, value) in declarations.OrderBy(static declaration => declaration.Key is not ("color" or "font-size" or "font")))
        {
            if (Properties.TryGetValue(name, out var apply) && value is not ("inherit" or "unset"))
            {
                style = apply(style, value.Trim());
            }
        }

        return style;
    }

    private static double? Opacity(string text)
    {
        var scanner = new NumberScanner(text);
        return scanner.TryNumber(out var value) ? Math.Clamp(scanner.Word() is "%" ? value / 100 : value, 0, 1) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
