using DocBuilder.Pdf.Fonts;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Content;

/// <summary>
/// Word spaces that pdf.js would double. It skips space glyphs and guesses spaces from gaps; a mark that follows the gap (the end of a
/// vocalised word, in a line from right to left) makes it guess twice. Nothing moves on the page, what is said stays the same, and no
/// reader that was tried (PDFium, MuPDF, poppler) reads worse for it; some read better.
/// </summary>
/// <param name="fonts">The fonts of the file.</param>
internal sealed class SpaceForReaders(CidFontCollection fonts)
{
    /// <summary>The gap, in ems, that is left for readers that go by gaps: pdf.js sees a space in more than 0.102, poppler in 0.05 or more.</summary>
    private const double LargestGap = 0.095;

    /// <summary>Widened letters come in steps of this part of an em, so that there are few of them.</summary>
    private const int StepsPerEm = 25;

    /// <summary>Changes the slots of a piece of a line that reads from right to left.</summary>
    /// <param name="slots">The slots, in visual order.</param>
    /// <param name="runs">The runs of the line.</param>
    /// <param name="size">The size in points of the font that shows them.</param>
    public void Adjust(Span<PlacedSlot> slots, List<LineRun> runs, double size)
    {
        for (var i = 1; i + 1 < slots.Length; i++)
        {
            if (slots[i].Character.Scalar == ' ' && IsMark(slots[i + 1].Character) && slots[i - 1].Character.Outline.Advance > 0)
            {
                GiveGapToLetter(slots.Slice(i - 1, 3), runs[slots[i - 1].Run].Run, runs[slots[i].Run].Run, size);
            }
        }
    }

    /// <summary>The letter before the space gets nearly all of the space's width, the space what is left.</summary>
    private void GiveGapToLetter(Span<PlacedSlot> slots, GlyphRun letterRun, GlyphRun gapRun, double size)
    {
        var (letter, gap) = (slots[0], slots[1]);
        var unit = letterRun.Size / letterRun.Face.UnitsPerEm;
        var step = size / unit / StepsPerEm;
        var advance = letter.Character.Outline.Advance;
        var wanted = ((slots[2].X - letter.X - (LargestGap * size)) / unit) - advance;
        if (wanted <= 0)
        {
            return;
        }

        advance += (int)Math.Round(Math.Ceiling(wanted / step) * step);
        slots[0] = letter with { Character = fonts.WithAdvance(letterRun.Face, letter.Character, advance) };
        var end = letter.X + (advance * unit);
        var rest = (int)Math.Round(0.05 * size / (gapRun.Size / gapRun.Face.UnitsPerEm));
        slots[1] = gap with { X = end, Character = fonts.WithAdvance(gapRun.Face, gap.Character, rest) };
    }

    private static bool IsMark(ShownCharacter character) =>
        character.Outline.Advance == 0 && CharacterKinds.KindOf(character.Scalar) == CharacterKind.Mark;
}
