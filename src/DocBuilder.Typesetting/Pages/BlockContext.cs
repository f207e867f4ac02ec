using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The column that blocks are set in, and the look that they start from.</summary>
/// <param name="Left">The left edge in points from the left edge of the text area.</param>
/// <param name="Width">The width in points.</param>
/// <param name="Style">The look of running text.</param>
/// <param name="Alignment">Where lines stand.</param>
/// <param name="IsDense">Whether blocks stand closer together: in cells and notes.</param>
internal sealed record BlockContext(double Left, double Width, TextStyle Style, LineAlignment Alignment, bool IsDense = false)
{
    /// <summary>A column so narrow that nothing can be read is not made narrower.</summary>
    public const double NarrowestColumn = 36;

    /// <summary>Whether it is a cell of a table, whose text is short.</summary>
    public bool IsCell { get; init; }

    /// <summary>How many ordered lists the column is inside of.</summary>
    public int OrderedDepth { get; init; }

    public double Right => Left + Width;

    /// <summary>Whether blocks stand in the article's own column, not inside anything: there, figures may float.</summary>
    public bool IsMainFlow { get; init; }

    /// <summary>The column without a strip at the side where reading starts.</summary>
    public BlockContext Indent(TextDirection direction, double amount)
    {
        amount = Math.Max(0, Math.Min(amount, Width - NarrowestColumn));
        return this with { Left = direction == TextDirection.RightToLeft ? Left : Left + amount, Width = Width - amount, IsMainFlow = false };
    }

    /// <summary>The column without a strip on both sides.</summary>
    public BlockContext Inset(double amount)
    {
        amount = Math.Max(0, Math.Min(amount, (Width - NarrowestColumn) / 2));
        return this with { Left = Left + amount, Width = Width - (2 * amount), IsMainFlow = false };
    }
}
