using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// Whether a face can draw a grapheme cluster. Where a character has no glyph HarfBuzz itself is asked, since its normaliser takes a
/// character apart when only the parts have glyphs, puts parts together when only the whole has one, and draws odd spaces and hyphens
/// from their plain kin.
/// </summary>
internal static class ClusterCoverage
{
    public static bool Has(FontFace face, ReadOnlySpan<char> cluster)
    {
        var visible = 0;
        Rune? missing = null;
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (NeedsNoGlyph(rune.Value))
            {
                continue;
            }

            visible++;
            if (face.GlyphFor(rune) == 0)
            {
                missing ??= rune;
            }
        }

        return missing is not { } first || ((visible > 1 || HasStandIn(first)) && IsDrawn(face, cluster));
    }

    /// <summary>
    /// Characters that HarfBuzz hides when it shapes (Default_Ignorable_Code_Point less the Hangul fillers), and controls, which nobody draws.
    /// </summary>
    public static bool NeedsNoGlyph(int codePoint) => codePoint switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) or 0x00AD or 0x034F or 0x061C => true,
        < 0x17B4 => false,
        0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) => true,
        (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) => true,
        (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xFFF0 and <= 0xFFF8) => true,
        (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => false,
    };

    /// <summary>Whether it is a mark on the character before it (General_Category M).</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Most characters that a face lacks are of another script: they need not be shaped to be known as missing.
    private static bool HasStandIn(Rune rune) =>
        rune.Value == 0x2011
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator
        || UnicodeFunctions.Default.TryDecompose(rune.Value, out _, out _);

    private static bool IsDrawn(FontFace face, ReadOnlySpan<char> cluster)
    {
        using var buffer = new Buffer { ContentType = ContentType.Unicode };
        foreach (var rune in cluster.EnumerateRunes())
        {
            // Controls would come out as glyph 0, which says nothing about the rest.
            if (!Rune.IsControl(rune))
            {
                buffer.Add(rune.Value, 0);
            }
        }

        buffer.GuessSegmentProperties();
        face.HarfBuzzFont.Shape(buffer);
        foreach (var glyph in buffer.GetGlyphInfoSpan())
        {
            if (glyph.Codepoint == 0)
            {
                return false;
            }
        }

        return true;
    }
}
