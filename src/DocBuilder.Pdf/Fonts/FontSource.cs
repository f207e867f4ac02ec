using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>A face that a font takes glyphs from, and how they are drawn.</summary>
/// <param name="font">The font.</param>
/// <param name="number">Which of its sources.</param>
/// <param name="face">The face.</param>
/// <param name="scale">Font units of the font to one of the face; a multiple of 1/16384, as composite glyphs have it.</param>
/// <param name="rise">How far above the baseline, in units of the font: superscripts, subscripts.</param>
internal sealed class FontSource(CidFont font, byte number, FontFace face, double scale, int rise)
{
    /// <summary>The font.</summary>
    public CidFont Font => font;

    /// <summary>Which of the font's sources it is.</summary>
    public byte Number => number;

    /// <summary>The face.</summary>
    public FontFace Face => face;

    /// <summary>Font units of the font to one of the face.</summary>
    public double Scale => scale;

    /// <summary>How far above the baseline, in units of the font.</summary>
    public int Rise => rise;

    /// <summary>Whether glyphs of the face are drawn like this.</summary>
    public bool Is(FontFace otherFace, double otherScale, int otherRise) =>
        ReferenceEquals(face, otherFace) && scale.Equals(otherScale) && rise == otherRise;
}
