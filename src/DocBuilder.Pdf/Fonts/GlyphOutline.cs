using System.Collections.Immutable;

namespace DocBuilder.Pdf.Fonts;

/// <summary>A glyph of a face, moved from the pen. Font units of the font that draws it, quantised.</summary>
/// <param name="Glyph">The glyph in its face.</param>
/// <param name="X">How far right.</param>
/// <param name="Y">How far up.</param>
/// <param name="Source">Which of the font's sources the glyph is from.</param>
/// <param name="Width">How much wider than designed it is drawn, in 1/16384 (F2DOT14); below 2.</param>
internal readonly record struct GlyphComponent(ushort Glyph, short X, short Y, byte Source = 0, short Width = GlyphComponent.AsDesigned)
{
    /// <summary>1 in F2DOT14.</summary>
    public const short AsDesigned = 16384;
}

/// <summary>What one character slot draws: any number of glyphs (none for a blank), and how far the pen moves. Compared by value.</summary>
/// <param name="Advance">The advance in font units, as the subset font will have it.</param>
/// <param name="Components">The glyphs that are drawn.</param>
internal readonly record struct GlyphOutline(int Advance, ImmutableArray<GlyphComponent> Components)
{
    /// <summary>Whether it is one glyph where the pen stands.</summary>
    public bool IsUnmovedGlyph => Components.Length == 1 && Components[0] is { X: 0, Y: 0, Width: GlyphComponent.AsDesigned };

    /// <summary>The outline in the units of the font that takes it from a source.</summary>
    public GlyphOutline From(byte number, FontSource source)
    {
        var scale = source.Scale;
        var components = Components.Select(c => new GlyphComponent(
            c.Glyph, (short)Math.Round(c.X * scale), (short)Math.Round((c.Y * scale) + source.Rise), number, c.Width));
        return new GlyphOutline((int)Math.Round(Advance * scale), [.. components]);
    }

    /// <inheritdoc />
    public bool Equals(GlyphOutline other) => Advance == other.Advance && Components.AsSpan().SequenceEqual(other.Components.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Advance);
        foreach (var component in Components)
        {
            hash.Add(component);
        }

        return hash.ToHashCode();
    }
}
