using System.Collections.Immutable;
using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// What can be written with a face. A script is covered when the face has at least half of the script's main letters: the first 40 that Unicode gives it
/// (by Script and General_Category), which are its alphabet, and a few dozen of the most common ones for Han, Hangul and Georgian, whose first are rare. So a font
/// of the capital letters, or of the letters of one language, covers its script, and one with some Greek letters for formulas covers no Greek. A script that is
/// never written with its letters apart is covered only where the face also joins them: Arabic letters for formulas are no Arabic.
/// </summary>
/// <param name="CharacterCount">How many characters it maps to glyphs, those without a picture (General_Category Cc) aside.</param>
/// <param name="Scripts">The scripts that it covers, by name.</param>
public sealed record FontCoverage(int CharacterCount, ImmutableArray<Script> Scripts)
{
    // The largest real character maps, of pan-CJK fonts, have under one MB. A larger one was made to be one: its ranges may lie on each other by the hundred
    // thousand, and to go through them takes as long as all of them together. To ask for every character there is takes as long whatever the font holds.
    private const int LargestCharacterMap = 4 * 1024 * 1024;

    private static readonly Script[] JoinedScripts = [Script.Arabic, Script.Mandaic, Script.Mongolian, Script.Nko, Script.Syriac];

    // From whose kin, the Arabic presentation forms, HarfBuzz joins letters when a font has no rules for it.
    private static readonly Rune InitialBeh = new(0xFE91);

    /// <summary>Reads what a face can write.</summary>
    /// <param name="face">The face.</param>
    public static FontCoverage Of(FontFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        return new(
            face.Tables.Span("cmap").Length <= LargestCharacterMap ? Collect(face) : Ask(face),
            [.. MainLetters.All.Where(entry => HasHalf(face, entry.Value) && (!JoinedScripts.Contains(entry.Key) || Joins(face))).Select(static entry => entry.Key)]);
    }

    private static bool HasHalf(FontFace face, ImmutableArray<Rune> letters) => 2 * letters.Count(letter => face.GlyphFor(letter) != 0) >= letters.Length;

    // The feature for the first letter of a word, Apple's state tables that do the same, or ready-made forms.
    private static bool Joins(FontFace face) => face.Tables.HasLayoutFeature("GSUB", "init") || face.Tables.Has("morx") || face.GlyphFor(InitialBeh) != 0;

    private static int Collect(FontFace face)
    {
        var set = HarfBuzzNative.hb_set_create();
        try
        {
            HarfBuzzNative.hb_face_collect_unicodes(face.HarfBuzzFace.Handle, set);
            GC.KeepAlive(face);
            // Controls, and surrogates, which are halves of characters.
            HarfBuzzNative.hb_set_del_range(set, 0x00, 0x1F);
            HarfBuzzNative.hb_set_del_range(set, 0x7F, 0x9F);
            HarfBuzzNative.hb_set_del_range(set, 0xD800, 0xDFFF);
            return checked((int)HarfBuzzNative.hb_set_get_population(set));
        }
        finally
        {
            HarfBuzzNative.hb_set_destroy(set);
        }
    }

    private static int Ask(FontFace face)
    {
        var count = 0;
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            if (Rune.IsValid(codePoint) && new Rune(codePoint) is var rune && !Rune.IsControl(rune) && face.GlyphFor(rune) != 0)
            {
                count++;
            }
        }

        return count;
    }
}
