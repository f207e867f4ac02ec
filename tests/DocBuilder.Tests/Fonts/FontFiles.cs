using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;
using Outline = DocBuilder.Pdf.Fonts.GlyphOutline;

namespace DocBuilder.Tests.Fonts;

/// <summary>Font files as a PDF gets them.</summary>
internal static class FontFiles
{
    /// <summary>The file with some glyphs of a face, each where the pen stands.</summary>
    public static byte[] Cut(FontFace face, IEnumerable<ushort> glyphs) => Cut(face, glyphs, out _);

    /// <summary>The file with some glyphs of a face, each where the pen stands.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">The glyphs.</param>
    /// <param name="numbers">Their numbers in the file.</param>
    public static byte[] Cut(FontFace face, IEnumerable<ushort> glyphs, out ushort[] numbers)
    {
        var font = new CidFont(face, new ObjectId(1), "F1", CidFontCollection.DefaultCapacity);
        foreach (var glyph in glyphs)
        {
            font.TryShow(new ShownCharacter(0xE000 + glyph, new Outline(face.AdvanceOf(glyph), new GlyphComponent(glyph, 0, 0))), font.Sources[0]);
        }

        using var file = CompositeFontFile.Build(font);
        numbers = file.Glyphs;
        return file.Bytes.ToArray();
    }
}
