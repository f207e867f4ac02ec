using System.Collections.Immutable;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Scripts, limits and accents.</summary>
internal sealed partial class FormulaLayout
{
    private MathBox Scripts(MathElement nucleus, MathElement? below, MathElement? above, MathStyle style) => Scripts(Lay(nucleus, style), nucleus, below, above, style);

    private MathBox Scripts(MathBox of, MathElement nucleus, MathElement? below, MathElement? above, MathStyle style)
    {
        var script = style.Script(context.Scripts);
        if (above is { Name: "mo" } && above.Text.Length > 0 && above.Text.All(static c => c is >= '\u2032' and <= '\u2037' or '\''))
        {
            // Primes are raised by their design.
            return WithPrimes(of, Token(above.Text, above, style), below is null ? null : Lay(below, script), nucleus, style);
        }

        return WithScripts(of, below is null ? null : Lay(below, script), above is null ? null : Lay(above, script), nucleus, style);
    }

    private MathBox WithPrimes(MathBox of, MathBox primes, MathBox? sub, MathElement nucleus, MathStyle style)
    {
        var parts = new List<PlacedBox> { new(of, 0, 0) };
        var width = of.Width + of.ItalicCorrection + primes.Width;
        if (sub is not null)
        {
            parts.Add(new PlacedBox(sub, of.Width, SubscriptShift(of, sub, nucleus, style)));
            width = Math.Max(width, of.Width + sub.Width + Length(MathConstant.SpaceAfterScript, style));
        }

        parts.Add(new PlacedBox(primes, of.Width + of.ItalicCorrection, 0));
        return MathBox.Of(parts, width, IsRightToLeft);
    }

    /// <summary>The TeXbook, appendix G, rule 18, with OpenType's constants.</summary>
    private MathBox WithScripts(MathBox of, MathBox? sub, MathBox? sup, MathElement nucleus, MathStyle style)
    {
        var parts = new List<PlacedBox> { new(of, 0, 0) };
        var up = sup is null ? 0 : SuperscriptShift(of, sup, nucleus, style);
        var down = sub is null ? 0 : SubscriptShift(of, sub, nucleus, style);
        if (sub is not null && sup is not null)
        {
            var gap = up - sup.Descent - (sub.Ascent - down);
            down += Math.Max(0, Length(MathConstant.SubSuperscriptGapMin, style) - gap);
            var lift = Math.Clamp(Length(MathConstant.SuperscriptBottomMaxWithSubscript, style) - (up - sup.Descent), 0, Math.Max(0, Length(MathConstant.SubSuperscriptGapMin, style) - gap));
            (up, down) = (up + lift, down - lift);
        }

        var width = of.Width;
        // An integral is as wide as its top; a letter leans out of its width.
        var isLarge = nucleus.Name == "mo" && MathOperator.Of(nucleus.Text, OperatorForm.Infix).IsLarge;
        // One that is not turned with the formula leans the other way.
        var isTurned = !IsRightToLeft || font.MirroredGlyphOf(nucleus.Text) != 0;
        var (subX, supX) = !isLarge ? (of.Width, of.Width + of.ItalicCorrection) : isTurned ? (of.Width - of.ItalicCorrection, of.Width) : (of.Width, of.Width - of.ItalicCorrection);
        if (sub is not null)
        {
            parts.Add(new PlacedBox(sub, subX, down));
            width = Math.Max(width, subX + sub.Width);
        }

        if (sup is not null)
        {
            parts.Add(new PlacedBox(sup, supX, -up));
            width = Math.Max(width, supX + sup.Width);
        }

        return MathBox.Of(parts, width + Length(MathConstant.SpaceAfterScript, style), IsRightToLeft);
    }

    private double SuperscriptShift(MathBox of, MathBox sup, MathElement nucleus, MathStyle style) => Math.Max(
        Math.Max(Length(MathConstant.SuperscriptShiftUp, style), IsToken(nucleus) ? 0 : of.Ascent - Length(MathConstant.SuperscriptBaselineDropMax, style)),
        Length(MathConstant.SuperscriptBottomMin, style) + sup.Descent);

    private double SubscriptShift(MathBox of, MathBox sub, MathElement nucleus, MathStyle style) => Math.Max(
        Math.Max(Length(MathConstant.SubscriptShiftDown, style), IsToken(nucleus) ? 0 : of.Descent + Length(MathConstant.SubscriptBaselineDropMin, style)),
        sub.Ascent - Length(MathConstant.SubscriptTopMax, style));

    private static bool IsToken(MathElement element) =>
        element.Name is "mi" or "mn" or "mtext" || (element.Name == "mo" && MathOperator.Of(element.Text, OperatorForm.Infix) is { IsLarge: false, IsVertical: false });

    /// <summary>Scripts on both sides, in pairs from the nucleus outwards (MathML Core 3.4.3).</summary>
    private MathBox MultiScripts(MathElement nucleus, ImmutableArray<MathElement> scripts, MathStyle style)
    {
        var style1 = style.Script(context.Scripts);
        var turn = 0;
        while (turn < scripts.Length && scripts[turn].Name != "mprescripts")
        {
            turn++;
        }

        var of = Lay(nucleus, style);
        for (var i = 0; i + 1 < turn; i += 2)
        {
            of = WithScripts(of, LayScript(scripts[i]), LayScript(scripts[i + 1]), nucleus, style);
        }

        for (var i = turn + 1; i + 1 < scripts.Length; i += 2)
        {
            var (sub, sup) = (LayScript(scripts[i]), LayScript(scripts[i + 1]));
            var room = Math.Max(sub?.Width ?? 0, sup?.Width ?? 0);
            var parts = new List<PlacedBox>();
            if (sub is not null)
            {
                parts.Add(new PlacedBox(sub, room - sub.Width, SubscriptShift(of, sub, nucleus, style)));
            }

            if (sup is not null)
            {
                parts.Add(new PlacedBox(sup, room - sup.Width, -SuperscriptShift(of, sup, nucleus, style)));
            }

            parts.Add(new PlacedBox(of, room, 0));
            of = MathBox.Of(parts, room + of.Width, IsRightToLeft);
        }

        return of;

        MathBox? LayScript(MathElement script) => script.Name is "none" || (script.Name == "mrow" && script.Children.IsEmpty) ? null : Lay(script, style1);
    }

    private MathBox Limits(MathElement element, MathElement nucleus, MathElement? below, MathElement? above, MathStyle style)
    {
        var core = OperatorOf(nucleus);
        var sign = core is null ? default : MathOperator.Of(core.Text, OperatorForm.Infix);
        var isMovable = core?.Attribute("movablelimits") is { } said ? said == "true" : core is not null && (sign.Kind == OperatorKind.Sum || core.Text is "lim" or "max" or "min" or "نها" or "نهــا");
        if (isMovable && !style.IsDisplay)
        {
            return Scripts(nucleus, below, above, style);
        }

        var script = style.Script(context.Scripts);
        var isAccent = above is not null && IsAccent(element, above, "accent");
        var isAccentBelow = below is not null && IsAccent(element, below, "accentunder");
        var under = below is null || isAccentBelow ? null : Lay(below, script);
        var over = above is null || isAccent ? null : Lay(above, script);
        var of = nucleus.Name == "mo" && sign.Kind == OperatorKind.Arrow
            ? Widened(nucleus, style, Math.Max(under?.Width ?? 0, over?.Width ?? 0) + (style.Size * 0.7))
            : Lay(nucleus, style);
        over ??= above is null ? null : Widened(above, style, of.Width);
        under ??= below is null ? null : Widened(below, style, of.Width);

        var width = Math.Max(of.Width, Math.Max(under?.Width ?? 0, over?.Width ?? 0));
        var lean = sign.IsLarge ? of.ItalicCorrection / 2 : 0;
        var parts = new List<PlacedBox> { new(of, (width - of.Width) / 2, 0) };
        if (under is not null)
        {
            var down = isAccentBelow
                ? of.Descent + AccentGap(style) + under.Ascent
                : Math.Max(of.Descent + Length(MathConstant.LowerLimitGapMin, style) + under.Ascent, of.Descent + Length(MathConstant.LowerLimitBaselineDropMin, style));
            parts.Add(new PlacedBox(under, ((width - under.Width) / 2) - lean, down));
        }

        if (over is not null)
        {
            var up = isAccent
                ? of.Ascent + AccentGap(style) + over.Descent
                : Math.Max(of.Ascent + Length(MathConstant.UpperLimitGapMin, style) + over.Descent, of.Ascent + Length(MathConstant.UpperLimitBaselineRiseMin, style));
            parts.Add(new PlacedBox(over, ((width - over.Width) / 2) + (isAccent ? of.ItalicCorrection / 2 : lean), -up));
        }

        return MathBox.Of(parts, width, IsRightToLeft);
    }

    private double AccentGap(MathStyle style) => Length(MathConstant.OverbarVerticalGap, style) / 2;

    private static bool IsAccent(MathElement element, MathElement mark, string attribute) => (element.Attribute(attribute) ?? (mark.Name == "mo" ? mark.Attribute("accent") : null)) switch
    {
        "true" => true,
        "false" => mark.Name == "mo" && IsSpanning(mark.Text),
        _ => mark.Name == "mo" && (IsSpanning(mark.Text) || mark.Text is "^" or "~" or "`" or "." or "\u00A8" or "\u00B4" or "\u00B8" or "\u02C6" or "\u02C7" or "\u02C9" or "\u02D8" or "\u02D9" or "\u02DA" or "\u02DC" or "\u20D7" or "\u2192" or "\u2190" or "\u2194"),
    };

    /// <summary>Bars and braces that reach over all that they are about.</summary>
    private static bool IsSpanning(string sign) => sign is "_" or "\u00AF" or "\u203E" or "\u0332" or "\u0305" or "\u23B4" or "\u23B5" or "\u23DC" or "\u23DD" or "\u23DE" or "\u23DF" or "\u23E0" or "\u23E1";

    /// <summary>An arrow, bar, brace or accent, as wide as is wanted if the face can.</summary>
    private MathBox Widened(MathElement sign, MathStyle style, double width)
    {
        if (sign is { Name: "mo", Text: "_" or "\u00AF" or "\u203E" or "\u0332" or "\u0305" })
        {
            return Rule(width, RuleThickness(null, style));
        }

        var glyph = sign.Name == "mo" && sign.Attribute("stretchy") != "false" ? font.GlyphOf(sign.Text) : (ushort)0;
        if (glyph == 0)
        {
            return Lay(sign, style);
        }

        // An accent that is made for a width is not to be wider.
        var least = IsSpanning(sign.Text) || MathOperator.Of(sign.Text, OperatorForm.Infix).Kind == OperatorKind.Arrow ? width : width * 0.8;
        var glyphs = font.Stretched(glyph, isVertical: false, least * font.Face.UnitsPerEm / style.Size);
        return glyphs.Count == 1 && glyphs[0].Glyph == glyph
            ? Token(sign.Text, sign, style)
            : TokenSetter.Draw(sign.Text, font.Face, glyphs, isVertical: false, context.Owner, LookOf(style), context.Direction);
    }
}
