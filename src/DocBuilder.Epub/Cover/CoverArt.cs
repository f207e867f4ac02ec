using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Epub.Cover;

/// <summary>
/// Draws a typographic cover: light words on a quiet ground, a short rule above them, and an ornament that rises from the lower corner where
/// lines end. A picture, since every shelf shows pictures, and few show drawings.
/// </summary>
internal static class CoverArt
{
    /// <summary>The width of the picture in pixels.</summary>
    public const int Width = 810;

    /// <summary>The height of the picture in pixels.</summary>
    public const int Height = 1080;

    // Steps from the ground to the ink and to the accent: together with the ground sixteen colours at most.
    private const int InkSteps = 7;
    private const int AccentSteps = 4;
    private const double PixelsPerPoint = Width / CoverText.Width;

    private static readonly Color Ink = new(0xFC, 0xF5, 0xE6);
    private static readonly Color Accent = new(0xD8, 0xB2, 0x6E);

    // Dark enough that the ink keeps 7:1 on each (WCAG 2.2, 1.4.6).
    private static readonly Color[] Grounds =
    [
        new(0x15, 0x3D, 0x47), new(0x26, 0x30, 0x5C), new(0x5B, 0x1E, 0x2F), new(0x1F, 0x45, 0x30), new(0x4C, 0x33, 0x1F), new(0x2D, 0x38, 0x45), new(0x44, 0x26, 0x50),
    ];

    // How strongly the ornament stands out from the ground.
    private const double Faintness = 0.5;

    /// <summary>Draws the cover of a document as PNG. The same document has the same ground in every edition.</summary>
    public static byte[] Draw(Document document, EpubOptions options)
    {
        var (direction, hasStar) = (document.Direction, IsArabic(document));
        var shared = options.Shared ?? new SharedParts();
        using var pixels = new IndexedPixels(Width, Height, shared.CoverGround(direction, hasStar, () => DrawGround(direction, hasStar)));
        using var ink = new OutlineMap(Width, Height);
        foreach (var fragment in new CoverText(document, options.Theme, options.Fonts).Set())
        {
            Draw(fragment, ink);
        }

        ink.Read(covered => Over(pixels, covered, AccentSteps + 1, InkSteps, 1));
        return IndexedPng.Write(pixels, Palette(Grounds[document.Metadata.Identifier.Sum(static c => c) % Grounds.Length]));
    }

    /// <summary>What is behind the words of every cover.</summary>
    private static byte[] DrawGround(TextDirection direction, bool hasStar)
    {
        using var pixels = new IndexedPixels(Width, Height, []);
        using var accent = new OutlineMap(Width, Height);
        CoverOrnament.Draw(accent, direction, hasStar, PixelsPerPoint);
        accent.Read(covered => Over(pixels, covered, 1, AccentSteps, Faintness));
        using var rule = new OutlineMap(Width, Height);
        CoverOrnament.DrawRule(rule, direction, PixelsPerPoint);
        rule.Read(covered => Over(pixels, covered, 1, AccentSteps, 1));
        return pixels.Bytes.ToArray();
    }

    private static bool IsArabic(Document document) => document.Direction == TextDirection.RightToLeft && LanguageTag.Primary(document.Language) is not ("he" or "iw" or "yi");

    private static void Draw(TextFragment fragment, OutlineMap map)
    {
        var x = fragment.X;
        foreach (var run in fragment.Runs)
        {
            var scale = run.Size / run.Face.UnitsPerEm;
            foreach (var glyph in run.Glyphs)
            {
                map.Place((x + (glyph.XOffset * scale)) * PixelsPerPoint, (fragment.Y - (glyph.YOffset * scale)) * PixelsPerPoint, scale * PixelsPerPoint);
                GlyphDrawing.Draw(run.Face, glyph.Id, map);
                x += (glyph.Advance * scale) + glyph.Stretch;
            }
        }
    }

    /// <summary>Draws over what is there, wherever there is anything to draw.</summary>
    private static void Over(IndexedPixels pixels, CoveredPixels covered, int first, int steps, double strength)
    {
        var scale = (float)(steps * strength);
        for (var x = 0; x < covered.Parts.Length; x++)
        {
            if (covered.Parts[x] > 0 && (int)((Math.Min(1, covered.Parts[x]) * scale) + 0.5f) is > 0 and var level)
            {
                pixels.Set(covered.First + x, covered.Y, first + level - 1);
            }
        }
    }

    private static Color[] Palette(Color ground)
    {
        var palette = new List<Color> { ground };
        palette.AddRange(Enumerable.Range(1, AccentSteps).Select(step => Mix(ground, Accent, (double)step / AccentSteps)));
        palette.AddRange(Enumerable.Range(1, InkSteps).Select(step => Mix(ground, Ink, (double)step / InkSteps)));
        return [.. palette];
    }

    private static Color Mix(Color ground, Color paint, double part) =>
        new(Mix(ground.Red, paint.Red, part), Mix(ground.Green, paint.Green, part), Mix(ground.Blue, paint.Blue, part));

    private static byte Mix(byte ground, byte paint, double part) => (byte)Math.Round(ground + ((paint - ground) * part));
}
