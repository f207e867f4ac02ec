using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Lays a formula out (MathML Core, chapter 3; OpenType "MATH"), as if it ran from left to right; boxes turn themselves.</summary>
internal sealed partial class FormulaLayout(MathFont font, TokenSetter tokens, FormulaContext context)
{
    /// <summary>Thin space, in ems.</summary>
    private const double Thin = 3 / 18.0;

    /// <summary>A formula that is wider than this, in ems, may be continued on the next line.</summary>
    private const double WidestPiece = 10;

    private bool IsRightToLeft => context.Direction == TextDirection.RightToLeft;

    /// <summary>Sets a formula as pieces that stay on a line each.</summary>
    /// <param name="root">The formula.</param>
    /// <param name="isDisplay">Whether it stands on a line of its own.</param>
    /// <param name="columnWidth">The width of the column, in points.</param>
    public List<MathBox> Set(MathElement root, bool isDisplay, double columnWidth)
    {
        var style = new MathStyle(context.Look.Size, 0, isDisplay);
        var group = root;
        while (group.IsGroup && group.Children is [{ IsGroup: true } only])
        {
            style = Restyled(group, style);
            group = only;
        }

        style = group.IsGroup ? Restyled(group, style) : style;
        var row = group.IsGroup ? LayRow(group.Children, style) : LayRow([group], style);
        if (isDisplay && row.Count > 0 && row[^1].End * context.LeastShrunk <= columnWidth)
        {
            return [Join(row)];
        }

        if (group.IsGroup && row.Count > 0 && row[^1].End > WidestPiece * context.Look.Size)
        {
            row = LayRow(Flattened(group.Children), style);
        }

        return Cut(row, columnWidth).ConvertAll(piece => Join(piece));
    }

    /// <summary>The row without groups in it, so that it can be broken there.</summary>
    private static ImmutableArray<MathElement> Flattened(ImmutableArray<MathElement> children) =>
        [.. children.SelectMany(static child => child is { Name: "mrow", Children.Length: > 1 } ? Flattened(child.Children) : [child])];

    private MathBox Lay(MathElement element, MathStyle style) => element.Name switch
    {
        "mi" => Identifier(element, style),
        "mn" or "mtext" or "ms" => Token(element.Name == "ms" ? (element.Attribute("lquote") ?? "\"") + element.Text + (element.Attribute("rquote") ?? "\"") : element.Text, element, style),
        "mo" => Operator(element, style, MathOperator.Of(element.Text, OperatorForm.Infix)),
        "mspace" => new MathBox { Width = MathLength.Parse(element.Attribute("width"), style.Size) ?? 0 },
        "mfrac" when element.Children is [var over, var under] => Fraction(element, over, under, style),
        "msqrt" => Root(Row(element.Children, style), null, style),
        "mroot" when element.Children is [var of, var degree] => Root(Lay(of, style), degree, style),
        "msub" when element.Children is [var nucleus, var below] => Scripts(nucleus, below, null, style),
        "msup" when element.Children is [var nucleus, var above] => Scripts(nucleus, null, above, style),
        "msubsup" when element.Children is [var nucleus, var below, var above] => Scripts(nucleus, below, above, style),
        "munder" when element.Children is [var nucleus, var below] => Limits(element, nucleus, below, null, style),
        "mover" when element.Children is [var nucleus, var above] => Limits(element, nucleus, null, above, style),
        "munderover" when element.Children is [var nucleus, var below, var above] => Limits(element, nucleus, below, above, style),
        "mmultiscripts" when element.Children is [var nucleus, ..] => MultiScripts(nucleus, element.Children.RemoveAt(0), style),
        "menclose" => Enclosed(element, style),
        "mtable" => Table(element, style),
        "mphantom" => Blank(Row(element.Children, style)),
        "mfenced" => Row(Fenced(element), style),
        "none" or "mprescripts" or "maligngroup" or "malignmark" => MathBox.Empty,
        _ => Row(element.Children, Restyled(element, style)),
    };

    private MathBox Row(ImmutableArray<MathElement> children, MathStyle style, bool isCell = false) => Join(LayRow(children, style, isCell), isCell);

    /// <summary>Letters that stand for something lean, words do not.</summary>
    private MathBox Identifier(MathElement element, MathStyle style)
    {
        var isOne = element.Text.Length == 1 || (element.Text.Length == 2 && char.IsSurrogate(element.Text[0]));
        return Token(element.Text, element, style, isOne && element.Attribute("mathvariant") is null);
    }

    private MathBox Token(string text, MathElement element, MathStyle style, bool isSlanted = false)
    {
        var variant = element.Attribute("mathvariant");
        var look = LookOf(style) with
        {
            IsBold = context.Look.IsBold || variant is "bold" or "bold-italic" or "bold-sans-serif",
            IsSlanted = isSlanted || variant is "italic" or "bold-italic" or "sans-serif-italic",
        };
        return tokens.Set(MathAlphabet.Apply(text, variant), context.Owner, context.Language, look, context.Direction);
    }

    private MathBox Operator(MathElement element, MathStyle style, MathOperator sign)
    {
        if (sign.Kind == OperatorKind.Invisible)
        {
            return MathBox.Empty;
        }

        var text = element.Text == "-" ? "\u2212" : element.Text;
        var mirrored = IsRightToLeft && sign.IsLarge ? font.MirroredGlyphOf(text) : (ushort)0;
        var glyph = !sign.IsLarge || element.Attribute("largeop") == "false" ? (ushort)0 : mirrored != 0 ? mirrored : font.GlyphOf(text);
        if (glyph == 0)
        {
            return Token(text, element, style);
        }

        var glyphs = style.IsDisplay ? font.Stretched(glyph, isVertical: true, font.Raw(Fonts.MathConstant.DisplayOperatorMinHeight)) : [new PlacedGlyph(glyph, 0)];
        return OnAxis(TokenSetter.Draw(text, font.Face, glyphs, isVertical: true, context.Owner, LookOf(style), context.Direction), style, font.ItalicCorrection(glyphs[0].Glyph, style.Size));
    }

    /// <summary>A bracket as high as what stands beside it, but for what the eye does not miss.</summary>
    private MathBox Stretched(MathElement element, MathStyle style, double ascent, double descent)
    {
        var axis = tokens.Axis(LookOf(style));
        var height = 2 * Math.Max(ascent - axis, descent + axis);
        var wanted = Math.Max(height * 0.9, height - (style.Size / 2));
        wanted = Math.Max(wanted, MathLength.Parse(element.Attribute("minsize"), style.Size) ?? 0);
        wanted = Math.Min(wanted, MathLength.Parse(element.Attribute("maxsize"), style.Size) ?? double.MaxValue);
        var plain = Token(element.Text, element, style);
        var glyph = plain.Ascent + plain.Descent >= wanted * 0.95 ? (ushort)0 : font.GlyphOf(Seen(element.Text));
        return glyph == 0
            ? plain
            : OnAxis(TokenSetter.Draw(element.Text, font.Face, font.Stretched(glyph, isVertical: true, wanted * font.Face.UnitsPerEm / style.Size), isVertical: true, context.Owner, LookOf(style), context.Direction), style, 0);
    }

    private MathBox OnAxis(MathBox box, MathStyle style, double italicCorrection) =>
        MathBox.Of([new PlacedBox(box, 0, ((box.Ascent - box.Descent) / 2) - tokens.Axis(LookOf(style)))], box.Width, isRightToLeft: false, italicCorrection);

    /// <summary>Brackets open towards what they hold, wherever the formula begins (UAX #9 L4).</summary>
    private string Seen(string sign) => IsRightToLeft && sign.Length == 1 ? ((char)UnicodeProperties.MirrorImage(sign[0])).ToString() : sign;

    private TextStyle LookOf(MathStyle style) => context.Look with { Size = style.Size };

    private double Length(Fonts.MathConstant constant, MathStyle style) => font.Length(constant, style.Size);

    private static MathBox Blank(MathBox box) => new() { Width = box.Width, Ascent = box.Ascent, Descent = box.Descent };

    private static MathStyle Restyled(MathElement element, MathStyle style) => element.Attribute("displaystyle") switch
    {
        "true" => style with { IsDisplay = true },
        "false" => style with { IsDisplay = false },
        _ => style,
    };
}
