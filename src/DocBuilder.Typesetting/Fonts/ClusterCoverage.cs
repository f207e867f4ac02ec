using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// Whether a face can draw a grapheme cluster, asked as HarfBuzz will answer when it shapes: its normaliser takes a character apart
/// when only the parts have glyphs, puts parts together when only the whole has one, and draws U+2011 and odd spaces from their plain kin.
/// </summary>
internal static class ClusterCoverage
{
    private static readonly Rune Space = new(' ');
    private static readonly Rune Hyphen = new('\u2010');

    public static bool Has(FontFace face, ReadOnlySpan<char> cluster)
    {
        // What stands before the marks: it may lack a glyph of its own as long as one with its first mark makes a whole that has one.
        Rune? starter = null;
        var starterHasGlyph = true;
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (NeedsNoGlyph(rune.Value))
            {
                continue;
            }

            if (starter is { } before && Compose(before, rune) is { } whole && face.GlyphFor(whole) != 0)
            {
                starter = whole;
                starterHasGlyph = true;
                continue;
            }

            if (!starterHasGlyph)
            {
                return false;
            }

            var hasGlyph = HasAlone(face, rune);
            if (starter is null || !IsMark(rune))
            {
                starter = rune;
                starterHasGlyph = hasGlyph;
            }
            else if (!hasGlyph)
            {
                return false;
            }
        }

        return starterHasGlyph;
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

    private static bool HasAlone(FontFace face, Rune rune)
    {
        if (face.GlyphFor(rune) != 0)
        {
            return true;
        }

        if (rune.Value == 0x2011 && face.GlyphFor(Hyphen) != 0)
        {
            return true;
        }

        return Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator
            ? rune.Value != 0x1680 && face.GlyphFor(Space) != 0
            : HasParts(face, rune);
    }

    // Canonical decompositions are pairs whose first half may come apart again, four times at most.
    private static bool HasParts(FontFace face, Rune rune)
    {
        var whole = rune.Value;
        while (UnicodeFunctions.Default.TryDecompose(whole, out var first, out var second) && first != whole)
        {
            if (second != 0 && face.GlyphFor(new Rune(second)) == 0)
            {
                return false;
            }

            if (face.GlyphFor(new Rune(first)) != 0)
            {
                return true;
            }

            whole = first;
        }

        return false;
    }

    /// <summary>Whether it is a mark on the character before it (General_Category M).</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static Rune? Compose(Rune first, Rune second) =>
        UnicodeFunctions.Default.TryCompose(first.Value, second.Value, out var whole) ? new Rune(whole) : null;
}
