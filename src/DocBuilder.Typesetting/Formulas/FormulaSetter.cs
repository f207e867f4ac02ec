using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Sets formulas: MathML becomes pieces that stand in a line like words.</summary>
internal sealed class FormulaSetter
{
    /// <summary>What does not fit in the column is drawn smaller, but not so small that it cannot be read.</summary>
    private const double SmallestScale = 0.65;

    /// <summary>Nobody sees that a formula is made smaller by so little, and everybody that it is broken.</summary>
    private const double HardlySmaller = 0.9;

    private const string Radical = "\u221A";

    private readonly Theme _theme;
    private readonly TokenSetter _tokens;
    private readonly Lazy<MathFont?> _font;

    public FormulaSetter(Theme theme, FontSelection fonts, Shaper shaper)
    {
        _theme = theme;
        _tokens = new TokenSetter(fonts, shaper, new LineComposer(shaper, theme.MarkColor, KashidaExtent.None));
        _font = new Lazy<MathFont?>(() => fonts.Mathematical is { } face ? new MathFont(face) : null);
    }

    /// <summary>Sets a formula.</summary>
    /// <param name="math">The formula.</param>
    /// <param name="style">The look of the text that it stands in.</param>
    /// <param name="isDisplay">Whether it stands on a line of its own.</param>
    /// <param name="width">The width of the column, in points.</param>
    /// <returns>The pieces in logical order; null when it can only be said in words, which may break anywhere.</returns>
    public ImmutableArray<FormulaPiece>? Set(MathExpression math, TextStyle style, bool isDisplay, double width)
    {
        if (_font.Value is not { } font || MathElement.Parse(math.MathMl) is not { } root)
        {
            return null;
        }

        var direction = math.Direction;
        var radical = direction == TextDirection.RightToLeft ? font.MirroredGlyphOf(Radical) : font.GlyphOf(Radical);
        if (radical == 0 && HasRadical(root))
        {
            return null;
        }

        var look = new TextStyle { Size = style.Size, Color = style.Color, IsBold = style.IsBold };
        // A theme with a smallest size is for readers who need it.
        var hasSmallestSize = _theme.MinimumSize > 0;
        var scripts = new ScriptSizes(_theme.RaisedSize, hasSmallestSize ? 1 : 2);
        var layout = new FormulaLayout(font, _tokens, new FormulaContext(ContentOwner.Of(math), math.Language, look, direction, radical, scripts, hasSmallestSize ? 1 : HardlySmaller));
        var pieces = layout.Set(root, isDisplay || root.Attribute("display") == "block", width);
        var smallest = Math.Max(SmallestScale, hasSmallestSize ? _theme.RaisedSize : 0);
        return pieces.TrueForAll(static piece => piece.IsBlank) || pieces.Exists(piece => piece.Width * smallest > width) ? null : [.. pieces.Select(piece => PieceOf(piece, style.Rise))];
    }

    private static FormulaPiece PieceOf(MathBox box, double rise)
    {
        var items = ImmutableArray.CreateBuilder<PageItem>();
        box.Draw(0, -rise, items);
        return new FormulaPiece(box.Width, box.Ascent + rise, box.Descent - rise, items.ToImmutable());
    }

    private static bool HasRadical(MathElement element) => element.Name is "msqrt" or "mroot" || element.Children.Any(HasRadical);
}

/// <summary>What is the same for all of a formula.</summary>
/// <param name="Owner">The formula.</param>
/// <param name="Language">Its language.</param>
/// <param name="Look">The look of the text that it stands in.</param>
/// <param name="Direction">Where it begins.</param>
/// <param name="Radical">The glyph of its root signs.</param>
/// <param name="Scripts">How large scripts are.</param>
/// <param name="LeastShrunk">How much smaller a formula on a line of its own may be made rather than broken.</param>
internal sealed record FormulaContext(ContentOwner Owner, string Language, TextStyle Look, TextDirection Direction, ushort Radical, ScriptSizes Scripts, double LeastShrunk);
