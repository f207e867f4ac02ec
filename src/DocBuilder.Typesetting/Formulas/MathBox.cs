using System.Collections.Immutable;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>A part of a formula that has been set: items, or boxes, around an origin at the left end of its baseline. Points; y grows downwards.</summary>
internal sealed class MathBox
{
    public static readonly MathBox Empty = new();

    /// <summary>How far the pen moves.</summary>
    public double Width { get; init; }

    /// <summary>How far what is drawn reaches above the baseline.</summary>
    public double Ascent { get; init; }

    /// <summary>How far what is drawn reaches below the baseline; negative when it ends above.</summary>
    public double Descent { get; init; }

    /// <summary>How far the top leans over the end of the box, so that a superscript must keep off.</summary>
    public double ItalicCorrection { get; init; }

    /// <summary>What is drawn.</summary>
    public ImmutableArray<PageItem> Items { get; init; } = [];

    /// <summary>What it is made of, in logical order.</summary>
    public ImmutableArray<PlacedBox> Parts { get; init; } = [];

    /// <summary>Whether nothing is drawn.</summary>
    public bool IsBlank => Items.IsEmpty && Parts.All(static part => part.Box.IsBlank);

    /// <summary>Makes one box of several.</summary>
    /// <param name="parts">The boxes in logical order, placed as if the formula ran from left to right.</param>
    /// <param name="width">The width of the whole.</param>
    /// <param name="isRightToLeft">Whether the formula runs from right to left, so that places are counted from the right edge.</param>
    /// <param name="italicCorrection">The italic correction of the whole.</param>
    public static MathBox Of(IEnumerable<PlacedBox> parts, double width, bool isRightToLeft, double italicCorrection = 0)
    {
        ImmutableArray<PlacedBox> placed = [.. parts.Select(part => isRightToLeft ? part with { X = width - part.X - part.Box.Width } : part)];
        var visible = placed.Where(static part => !part.Box.IsBlank).ToList();
        return new MathBox
        {
            Width = width,
            Ascent = visible.Count == 0 ? 0 : visible.Max(static part => part.Box.Ascent - part.Y),
            Descent = visible.Count == 0 ? 0 : visible.Max(static part => part.Box.Descent + part.Y),
            ItalicCorrection = italicCorrection,
            Parts = placed,
        };
    }

    /// <summary>The box with at least so much room above and below its baseline.</summary>
    public MathBox Within(double ascent, double descent) =>
        new() { Width = Width, Ascent = Math.Max(Ascent, ascent), Descent = Math.Max(Descent, descent), ItalicCorrection = ItalicCorrection, Items = Items, Parts = Parts };

    /// <summary>Adds what is drawn, in logical order, with the origin at a place.</summary>
    public void Draw(double x, double y, ImmutableArray<PageItem>.Builder items)
    {
        foreach (var item in Items)
        {
            items.Add(item.Moved(x, y));
        }

        foreach (var part in Parts)
        {
            part.Box.Draw(x + part.X, y + part.Y, items);
        }
    }
}

/// <summary>A box in a larger one.</summary>
/// <param name="Box">The box.</param>
/// <param name="X">Where its left edge is.</param>
/// <param name="Y">Where its baseline is; positive below the baseline of the larger one.</param>
internal readonly record struct PlacedBox(MathBox Box, double X, double Y);
