using System.Collections.Immutable;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Glyphs of one face at one size and level, as HarfBuzz left them and justification stretched them.</summary>
/// <param name="Face">The face.</param>
/// <param name="Size">The size in points to the em.</param>
/// <param name="Color">The colour.</param>
/// <param name="Language">The language of the text, a BCP 47 tag.</param>
/// <param name="Level">The embedding level (UAX #9); odd is right to left.</param>
/// <param name="Text">The characters that the glyphs stand for, in logical order; every one belongs to a cluster.</param>
/// <param name="Glyphs">The glyphs in visual order, left to right.</param>
public sealed record GlyphRun(
    FontFace Face,
    double Size,
    Color Color,
    string Language,
    byte Level,
    string Text,
    ImmutableArray<Glyph> Glyphs)
{
    /// <summary>The width in points, stretch and all.</summary>
    public double Width
    {
        get
        {
            double units = 0, stretch = 0;
            foreach (var glyph in Glyphs)
            {
                units += glyph.Advance;
                stretch += glyph.Stretch;
            }

            return (units * Size / Face.UnitsPerEm) + stretch;
        }
    }
}

/// <summary>A glyph in a <see cref="GlyphRun"/>.</summary>
/// <param name="Id">The glyph's index in the face; never 0.</param>
/// <param name="Cluster">Where in the run's text its cluster begins, in UTF-16 code units. Glyphs of one cluster stand together.</param>
/// <param name="Advance">How far the pen moves, in font units.</param>
/// <param name="XOffset">How far right of the pen it is drawn, in font units.</param>
/// <param name="YOffset">How far above the baseline it is drawn, in font units.</param>
/// <param name="Stretch">What justification adds to the advance, in points.</param>
public readonly record struct Glyph(ushort Id, int Cluster, int Advance, int XOffset, int YOffset, float Stretch = 0)
{
    /// <summary>How much wider than designed it is drawn, from the pen; below 2. Only kashidas are.</summary>
    public float HorizontalScale { get; init; } = 1;
}
