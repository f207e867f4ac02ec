using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Fractions, roots and tables.</summary>
internal sealed partial class FormulaLayout
{
    // Thinner lines are lost in print.
    private const double ThinnestRule = 0.35;

    private MathBox Fraction(MathElement element, MathElement over, MathElement under, MathStyle style)
    {
        if (element.Attribute("bevelled") == "true")
        {
            return Row([over, new MathElement("mo", [], "/", element.Attributes.Clear()), under], style);
        }

        var part = style.PartOfFraction(context.Scripts);
        var (top, bottom) = (Lay(over, part), Lay(under, part));
        var thickness = RuleThickness(element.Attribute("linethickness"), style);
        var axis = tokens.Axis(LookOf(style));
        var pad = style.Size * 0.08;
        var width = Math.Max(top.Width, bottom.Width) + (2 * pad);
        var (up, down) = thickness > 0 ? BesideRule(top, bottom, axis, thickness, style) : Stacked(top, bottom, style);
        var parts = new List<PlacedBox>
        {
            new(top, pad + ((width - top.Width) / 2), -up),
            new(bottom, pad + ((width - bottom.Width) / 2), down),
        };
        if (thickness > 0)
        {
            parts.Add(new PlacedBox(Rule(width, thickness), pad, thickness / 2 - axis));
        }

        return MathBox.Of(parts, width + (2 * pad), IsRightToLeft);
    }

    /// <summary>The TeXbook, appendix G, rule 15d.</summary>
    private (double Up, double Down) BesideRule(MathBox top, MathBox bottom, double axis, double thickness, MathStyle style)
    {
        var (shiftUp, shiftDown, gapAbove, gapBelow) = style.IsDisplay
            ? (MathConstant.FractionNumeratorDisplayStyleShiftUp, MathConstant.FractionDenominatorDisplayStyleShiftDown, MathConstant.FractionNumDisplayStyleGapMin, MathConstant.FractionDenomDisplayStyleGapMin)
            : (MathConstant.FractionNumeratorShiftUp, MathConstant.FractionDenominatorShiftDown, MathConstant.FractionNumeratorGapMin, MathConstant.FractionDenominatorGapMin);
        return (
            Math.Max(Length(shiftUp, style), axis + (thickness / 2) + Length(gapAbove, style) + top.Descent),
            Math.Max(Length(shiftDown, style), -axis + (thickness / 2) + Length(gapBelow, style) + bottom.Ascent));
    }

    /// <summary>The TeXbook, appendix G, rule 15c.</summary>
    private (double Up, double Down) Stacked(MathBox top, MathBox bottom, MathStyle style)
    {
        var (shiftUp, shiftDown, gap) = style.IsDisplay
            ? (MathConstant.FractionNumeratorDisplayStyleShiftUp, MathConstant.FractionDenominatorDisplayStyleShiftDown, MathConstant.StackDisplayStyleGapMin)
            : (MathConstant.FractionNumeratorShiftUp, MathConstant.FractionDenominatorShiftDown, MathConstant.StackGapMin);
        var (up, down) = (Length(shiftUp, style), Length(shiftDown, style));
        var missing = Math.Max(0, Length(gap, style) - (up - top.Descent - (bottom.Ascent - down)));
        return (up + (missing / 2), down + (missing / 2));
    }

    private double RuleThickness(string? attribute, MathStyle style)
    {
        var usual = Math.Max(ThinnestRule, Length(MathConstant.FractionRuleThickness, style));
        return attribute switch
        {
            null or "medium" => usual,
            "thin" => usual / 2,
            "thick" => usual * 2,
            _ => Math.Max(0, MathLength.Parse(attribute, style.Size) ?? usual),
        };
    }

    /// <summary>A line is drawn, not said.</summary>
    private MathBox Rule(double width, double thickness) => new()
    {
        Width = width,
        Ascent = thickness,
        Items = [new FilledBox(ContentOwner.Of(ArtifactKind.Layout), new Box(0, -thickness, width, thickness), context.Look.Color)],
    };

    /// <summary>The TeXbook, appendix G, rule 11.</summary>
    private MathBox Root(MathBox of, MathElement? degree, MathStyle style)
    {
        var thickness = Math.Max(ThinnestRule, Length(MathConstant.RadicalRuleThickness, style));
        var gap = Length(style.IsDisplay ? MathConstant.RadicalDisplayStyleVerticalGap : MathConstant.RadicalVerticalGap, style);
        // A root of "x" is as high as one of "1".
        var (ascent, descent) = (Math.Max(of.Ascent, tokens.XHeight(LookOf(style))), Math.Max(of.Descent, 0));
        var wanted = ascent + descent + gap + thickness;
        var sign = TokenSetter.Draw("\u221A", font.Face, font.Stretched(context.Radical, isVertical: true, wanted * font.Face.UnitsPerEm / style.Size), isVertical: true, context.Owner, LookOf(style), context.Direction);
        var height = sign.Ascent + sign.Descent;
        gap += Math.Max(0, (height - wanted) / 2);
        var top = ascent + gap + thickness;
        var parts = new List<PlacedBox>();
        double left = 0;
        if (degree is not null)
        {
            var small = Lay(degree, style.Script(context.Scripts).Script(context.Scripts));
            left = Math.Max(0, Length(MathConstant.RadicalKernBeforeDegree, style)) + small.Width + Length(MathConstant.RadicalKernAfterDegree, style);
            var raise = (height * font.Raw(MathConstant.RadicalDegreeBottomRaisePercent) / 100) - (height - top);
            parts.Add(new PlacedBox(small, left < 0 ? 0 : Math.Max(0, Length(MathConstant.RadicalKernBeforeDegree, style)), -(raise + small.Descent)));
            left = Math.Max(0, left);
        }

        parts.Add(new PlacedBox(sign, left, sign.Ascent - top));
        parts.Add(new PlacedBox(Rule(of.Width, thickness), left + sign.Width, thickness - top));
        parts.Add(new PlacedBox(of, left + sign.Width, 0));
        return MathBox.Of(parts, left + sign.Width + of.Width + (style.Size * 0.05), IsRightToLeft);
    }

    /// <summary>What is enclosed, with the lines that can be drawn upright; a stroke through it lies.</summary>
    private MathBox Enclosed(MathElement element, MathStyle style)
    {
        var of = Row(element.Children, Restyled(element, style));
        var notation = (element.Attribute("notation") ?? "longdiv").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (notation is ["radical"] && context.Radical != 0)
        {
            return Root(of, null, style);
        }

        bool Has(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (notation.Contains(name, StringComparer.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        var (thickness, pad) = (Math.Max(ThinnestRule, Length(MathConstant.FractionRuleThickness, style)), style.Size * 0.15);
        var (width, top, bottom) = (of.Width + (2 * pad), of.Ascent + pad, of.Descent + pad);
        var parts = new List<PlacedBox> { new(of, pad, 0) };
        if (Has("box", "roundedbox", "circle", "top", "longdiv", "actuarial"))
        {
            parts.Add(new PlacedBox(Rule(width, thickness), 0, thickness - top));
        }

        if (Has("box", "roundedbox", "circle", "bottom", "madruwb"))
        {
            parts.Add(new PlacedBox(Rule(width, thickness), 0, bottom));
        }

        if (Has("box", "roundedbox", "circle", "left", "longdiv"))
        {
            parts.Add(new PlacedBox(Rule(thickness, top + bottom), 0, bottom));
        }

        if (Has("box", "roundedbox", "circle", "right", "actuarial", "madruwb"))
        {
            parts.Add(new PlacedBox(Rule(thickness, top + bottom), width - thickness, bottom));
        }

        if (Has("horizontalstrike", "updiagonalstrike", "downdiagonalstrike"))
        {
            parts.Add(new PlacedBox(Rule(width, thickness), 0, ((of.Descent - of.Ascent) / 2) + (thickness / 2)));
        }

        if (Has("verticalstrike"))
        {
            parts.Add(new PlacedBox(Rule(thickness, top + bottom), width / 2, bottom));
        }

        return parts.Count == 1 ? of : MathBox.Of(parts, width, IsRightToLeft);
    }

    private MathBox Table(MathElement element, MathStyle style)
    {
        style = style with { IsDisplay = element.Attribute("displaystyle") == "true" };
        var rows = element.Children.Where(static row => row.Name is "mtr" or "mlabeledtr")
            .Select(row => (row is { Name: "mlabeledtr", Children: [var label, .. var cells] } ? cells.Add(label) : row.Children).Select(cell => (Cell: cell, Box: Row(cell.Children.IsEmpty && cell.Name != "mtd" ? [cell] : cell.Children, style, isCell: true))).ToList())
            .ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(static row => row.Count);
        if (columns == 0)
        {
            return MathBox.Empty;
        }

        List<double> widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? row[column].Box.Width : 0))];
        var parts = new List<PlacedBox>();
        double y = 0, width = 0;
        foreach (var row in rows)
        {
            var ascent = Math.Max(style.Size * 0.75, row.Max(static cell => cell.Box.Ascent));
            var descent = Math.Max(style.Size * 0.3, row.Max(static cell => cell.Box.Descent));
            y += parts.Count == 0 ? 0 : ListedLength(element.Attribute("rowspacing"), 0, style) ?? (style.Size * 0.2);
            y += ascent;
            double x = 0;
            for (var column = 0; column < row.Count; column++)
            {
                var (cell, box) = row[column];
                var free = widths[column] - box.Width;
                var shift = (cell.Attribute("columnalign") ?? Listed(element.Attribute("columnalign"), column)) switch { "left" => 0, "right" => free, _ => free / 2 };
                parts.Add(new PlacedBox(box, x + (IsRightToLeft && shift != free / 2 ? free - shift : shift), y));
                x += widths[column] + (column + 1 < columns ? ListedLength(element.Attribute("columnspacing"), column, style) ?? (style.Size * 0.8) : 0);
            }

            width = Math.Max(width, x);
            y += descent;
        }

        double edge = 0;
        for (var column = 0; column + 1 < columns; column++)
        {
            var gap = ListedLength(element.Attribute("columnspacing"), column, style) ?? (style.Size * 0.8);
            edge += widths[column] + gap;
            if (Listed(element.Attribute("columnlines"), column) is "solid" or "dashed")
            {
                var thickness = Math.Max(ThinnestRule, Length(MathConstant.FractionRuleThickness, style));
                parts.Add(new PlacedBox(Rule(thickness, y), edge - ((gap + thickness) / 2), y));
            }
        }

        // Its middle is on the axis.
        var lift = (y / 2) + tokens.Axis(LookOf(style));
        var side = style.Size / 6;
        return MathBox.Of(parts.Select(part => part with { X = part.X + side, Y = part.Y - lift }), width + (2 * side), IsRightToLeft).Within(lift, y - lift);
    }

    private static double? ListedLength(string? list, int index, MathStyle style) => MathLength.Parse(Listed(list, index), style.Size);

    /// <summary>An entry of a list that may be shorter than what it is for; the last one goes on.</summary>
    private static string? Listed(string? list, int index)
    {
        var entries = list?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return entries is { Length: > 0 } ? entries[Math.Min(index, entries.Length - 1)] : null;
    }
}
