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

    /// <summary>Which glyph, where and how wide, in one number.</summary>
    public ulong Placed => Glyph | ((ulong)(ushort)X << 16) | ((ulong)(ushort)Y << 32) | ((ulong)(ushort)Width << 48);

    /// <inheritdoc />
    public bool Equals(GlyphComponent other) => Placed == other.Placed && Source == other.Source;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Placed, Source);
}

/// <summary>What one character slot draws: any number of glyphs (none for a blank), and how far the pen moves. Compared by value.</summary>
/// <remarks>Nearly all draw one glyph, which takes no memory of its own.</remarks>
internal readonly struct GlyphOutline : IEquatable<GlyphOutline>
{
    private readonly GlyphComponent _first;
    private readonly ImmutableArray<GlyphComponent> _several;

    /// <summary>Makes the outline of one glyph.</summary>
    /// <param name="advance">The advance in font units, as the subset font will have it.</param>
    /// <param name="component">The glyph that is drawn.</param>
    public GlyphOutline(int advance, GlyphComponent component) => (Advance, _first) = (advance, component);

    /// <summary>Makes an outline.</summary>
    /// <param name="advance">The advance in font units, as the subset font will have it.</param>
    /// <param name="components">The glyphs that are drawn.</param>
    public GlyphOutline(int advance, ReadOnlySpan<GlyphComponent> components)
    {
        Advance = advance;
        if (components.Length == 1)
        {
            _first = components[0];
        }
        else
        {
            _several = [.. components];
        }
    }

    /// <summary>The advance in font units, as the subset font will have it.</summary>
    public int Advance { get; init; }

    /// <summary>How many glyphs are drawn.</summary>
    public int Count => _several.IsDefault ? 1 : _several.Length;

    /// <summary>A glyph that is drawn.</summary>
    /// <param name="index">Which one, from 0.</param>
    public GlyphComponent this[int index] => _several.IsDefault && index == 0 ? _first : _several[index];

    /// <summary>Whether it is one glyph where the pen stands.</summary>
    public bool IsUnmovedGlyph => _several.IsDefault && _first is { X: 0, Y: 0, Width: GlyphComponent.AsDesigned };

    /// <summary>Whether it is one glyph, and that glyph.</summary>
    public bool IsSingle(out GlyphComponent glyph)
    {
        glyph = _first;
        return _several.IsDefault;
    }

    /// <summary>The outline in the units of the font that takes it from a source.</summary>
    public GlyphOutline From(FontSource source)
    {
        var advance = (int)Math.Round(Advance * source.Scale);
        if (_several.IsDefault)
        {
            return new GlyphOutline(advance, Placed(_first, source));
        }

        var several = new GlyphComponent[_several.Length];
        for (var i = 0; i < several.Length; i++)
        {
            several[i] = Placed(_several[i], source);
        }

        return new GlyphOutline(advance, several);

        static GlyphComponent Placed(in GlyphComponent component, FontSource source) => component with
        {
            X = (short)Math.Round(component.X * source.Scale),
            Y = (short)Math.Round((component.Y * source.Scale) + source.Rise),
            Source = source.Number,
        };
    }

    /// <inheritdoc />
    public bool Equals(GlyphOutline other) =>
        Advance == other.Advance && _several.IsDefault == other._several.IsDefault
        && (_several.IsDefault ? _first == other._first : _several.AsSpan().SequenceEqual(other._several.AsSpan()));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is GlyphOutline other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = (uint)Advance ^ Mixed(_first);
        if (!_several.IsDefault)
        {
            foreach (var component in _several)
            {
                hash = (hash * 31) ^ Mixed(component);
            }
        }

        // The best of a product are its upper bits.
        return (int)(hash >> 32);

        // HashCode.Combine would take longer than all the rest of finding an outline.
        static ulong Mixed(GlyphComponent component) => (component.Placed + component.Source) * 0x9E37_79B9_7F4A_7C15;
    }
}
