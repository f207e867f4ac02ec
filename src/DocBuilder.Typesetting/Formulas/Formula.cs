using System.Collections.Immutable;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>A part of a formula that stays on one line, from its left edge and its baseline, in points.</summary>
/// <param name="Width">How much of the line it takes.</param>
/// <param name="Ascent">How far it reaches above the baseline.</param>
/// <param name="Descent">How far it reaches below the baseline.</param>
/// <param name="Items">What is drawn, in logical order.</param>
internal sealed record FormulaPiece(double Width, double Ascent, double Descent, ImmutableArray<PageItem> Items)
{
    /// <summary>The items in a line, smaller where the whole does not fit.</summary>
    /// <param name="x">The left edge.</param>
    /// <param name="scale">How large they are drawn; at most 1.</param>
    public IEnumerable<PageItem> At(double x, double scale)
    {
        foreach (var item in Items)
        {
            yield return (scale < 1 ? Scaled(item, scale) : item).Moved(x, 0);
        }
    }

    private static PageItem Scaled(PageItem item, double scale) => item switch
    {
        TextFragment text => text with { X = text.X * scale, Y = text.Y * scale, Runs = [.. text.Runs.Select(run => run with { Size = run.Size * scale })] },
        FilledBox box => box with { Box = new Box(box.Box.X * scale, box.Box.Y * scale, box.Box.Width * scale, box.Box.Height * scale) },
        _ => item,
    };
}
