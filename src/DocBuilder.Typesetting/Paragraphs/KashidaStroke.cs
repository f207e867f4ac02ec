using System.Text;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Draws a kashida: the face's tatweel, as wide as is wanted, as a glyph of the letter it lengthens.</summary>
internal static class KashidaStroke
{
    private const int Tatweel = 0x640;

    /// <summary>Adds the glyphs, in visual order.</summary>
    /// <param name="glyphs">The glyphs of the run so far.</param>
    /// <param name="face">The face; its tatweel draws something.</param>
    /// <param name="length">How long the stroke is, in ems.</param>
    /// <param name="cluster">The cluster of the letter that is lengthened.</param>
    public static void Add(List<Glyph> glyphs, FontFace face, double length, int cluster)
    {
        var glyph = face.GlyphFor(new Rune(Tatweel));
        var box = face.BoxOf(glyph)!.Value;
        var advance = face.AdvanceOf(glyph);
        var wanted = (int)Math.Round(length * face.UnitsPerEm);

        // The designer lets the stroke reach into its neighbours on both sides; that much stays as it is.
        var overlap = box.XMax - box.XMin - advance;
        // A stroke longer than the tatweel is made of several: composite glyphs can only be scaled to less than twice their size.
        var pieces = (wanted + advance - 1) / advance;
        for (var i = 0; i < pieces; i++)
        {
            var width = (wanted * (i + 1) / pieces) - (wanted * i / pieces);
            var scale = (width + overlap) / (double)(advance + overlap);
            var offset = (int)Math.Round(box.XMin - (box.XMin * scale));
            glyphs.Add(new Glyph(glyph, cluster, width, offset, 0) { HorizontalScale = (float)scale });
        }
    }
}
