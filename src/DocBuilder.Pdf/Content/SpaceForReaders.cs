using DocBuilder.Pdf.Fonts;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Content;

/// <summary>A slot on its line.</summary>
/// <param name="Run">The run that it is from.</param>
/// <param name="Slot">The slot.</param>
/// <param name="X">Where its pen belongs, in points from the page's left edge.</param>
/// <param name="Rise">How far above the line's baseline it stands, in points.</param>
internal readonly record struct PlacedSlot(GlyphRun Run, CharacterSlot Slot, double X, double Rise);

/// <summary>
/// Word spaces that pdf.js would double. It skips space glyphs and guesses spaces from gaps; a mark that follows the gap (the end of a
/// vocalised word, in a line from right to left) makes it guess twice. Nothing moves on the page, what is said stays the same, and no
/// reader that was tried (PDFium, MuPDF, poppler) reads worse for it; some read better.
/// </summary>
internal static class SpaceForReaders
{
    /// <summary>The gap, in ems, that is left for readers that go by gaps: pdf.js sees a space in more than 0.102, poppler in 0.05 or more.</summary>
    private const double LargestGap = 0.095;

    /// <summary>Widened letters come in steps of this part of an em, so that there are few of them.</summary>
    private const int StepsPerEm = 25;

    /// <summary>Changes the slots of a piece of a line that reads from right to left.</summary>
    /// <param name="slots">The slots, in visual order.</param>
    /// <param name="size">The size in points of the font that shows them.</param>
    public static void Adjust(List<PlacedSlot> slots, double size)
    {
        for (var i = 1; i + 1 < slots.Count; i++)
        {
            if (slots[i].Slot.Scalar == ' ' && IsMark(slots[i + 1].Slot) && slots[i - 1].Slot.Outline.Advance > 0)
            {
                GiveGapToLetter(slots, i, size);
            }
        }
    }

    /// <summary>The letter before the space gets nearly all of the space's width, the space what is left.</summary>
    private static void GiveGapToLetter(List<PlacedSlot> slots, int space, double size)
    {
        var (letter, gap) = (slots[space - 1], slots[space]);
        var unit = letter.Run.Size / letter.Run.Face.UnitsPerEm;
        var step = size / unit / StepsPerEm;
        var advance = letter.Slot.Outline.Advance;
        var wanted = ((slots[space + 1].X - letter.X - (LargestGap * size)) / unit) - advance;
        if (wanted <= 0)
        {
            return;
        }

        advance += (int)Math.Round(Math.Ceiling(wanted / step) * step);
        slots[space - 1] = letter with { Slot = letter.Slot with { Outline = letter.Slot.Outline with { Advance = advance } } };
        var end = letter.X + (advance * unit);
        var rest = (int)Math.Round(0.05 * size / (gap.Run.Size / gap.Run.Face.UnitsPerEm));
        slots[space] = gap with { X = end, Slot = gap.Slot with { Outline = gap.Slot.Outline with { Advance = rest } } };
    }

    private static bool IsMark(CharacterSlot slot) => slot.Outline.Advance == 0 && CharacterKinds.KindOf(slot.Scalar) == CharacterKind.Mark;
}
