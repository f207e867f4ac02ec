using System.Collections.Immutable;

namespace DocBuilder.Pdf.Fonts;

/// <summary>A glyph of the face, moved from the pen. Font units, quantised.</summary>
internal readonly record struct GlyphComponent(ushort Glyph, short X, short Y);

/// <summary>What one character slot draws: any number of glyphs (none for a blank), and how far the pen moves. Compared by value.</summary>
/// <param name="Advance">The advance in font units, as the subset font will have it.</param>
/// <param name="Components">The glyphs that are drawn.</param>
internal readonly record struct GlyphOutline(int Advance, ImmutableArray<GlyphComponent> Components)
{
    /// <summary>Whether the face's own glyph does, without a composite.</summary>
    /// <param name="naturalAdvance">The advance that the face gives to a glyph.</param>
    public bool IsPlain(Func<ushort, int> naturalAdvance) =>
        Components.Length == 1 && Components[0].X == 0 && Components[0].Y == 0 && naturalAdvance(Components[0].Glyph) == Advance;

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
