using System.Buffers.Binary;
using System.Text;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Tests.Fonts;
using DocBuilder.Typesetting.Fonts;
using Xunit;
using GlyphOutline = DocBuilder.Tests.Fonts.GlyphOutline;

namespace DocBuilder.Tests.Pdf;

public class CompositeFontFileTests
{
    public static TheoryData<string, string, string> Texts => FontSubsetterTests.Texts;

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_font_file_keeps_outlines_and_advances_under_new_numbers(string family, string language, string text)
    {
        var face = Samples.Face(family);
        var glyphs = Samples.Shape(face, text, language).Select(glyph => glyph.Id).Where(id => id != 0).Distinct().ToList();

        using var file = FontFace.Read(FontFiles.Cut(face, glyphs, out var numbers));

        Assert.All(glyphs.Zip(numbers), pair =>
        {
            Assert.Equal(face.AdvanceOf(pair.First), file.AdvanceOf(pair.Second));
            Assert.Equal(GlyphOutline.Of(face, pair.First), GlyphOutline.Of(file, pair.Second));
        });
    }

    [Fact]
    public void A_font_file_holds_only_what_a_pdf_needs()
    {
        var file = Sfnt.Parse(FontFiles.Cut(Samples.Face("Noto Sans Symbols 2"), [5, 9]));

        Assert.Equal(["glyf", "head", "hhea", "hmtx", "loca", "maxp"], file.Tags);
        Assert.True(file.TryTable("maxp", out var maxp));
        Assert.Equal(0, BinaryPrimitives.ReadUInt16BigEndian(maxp.Span[26..])); // maxSizeOfInstructions: no hints
    }

    [Fact]
    public void Glyph_0_is_there_and_blank_whatever_is_asked_for()
    {
        var face = Samples.Face("Amiri");
        using var file = FontFace.Read(FontFiles.Cut(face, []));

        Assert.Equal(1, file.GlyphCount);
        Assert.NotEmpty(GlyphOutline.Of(face, 0));
        Assert.Empty(GlyphOutline.Of(file, 0));
    }

    [Fact]
    public void Parts_of_a_composite_come_along()
    {
        var face = Samples.Face("Noto Sans");
        var eAcute = face.GlyphFor(new Rune('é'));

        using var file = FontFace.Read(FontFiles.Cut(face, [eAcute], out var numbers));

        Assert.True(file.GlyphCount > 2);
        Assert.Equal(GlyphOutline.Of(face, eAcute), GlyphOutline.Of(file, numbers[0]));
    }

    [Fact]
    public void Glyphs_keep_the_order_of_the_face_whatever_the_order_in_which_they_are_taken()
    {
        var part = new FontPart(Samples.Face("Amiri"));
        foreach (var glyph in (ushort[])[900, 17, 3000, 40, 17])
        {
            part.Take(glyph);
        }

        part.Close();

        Assert.Equal(part.Glyphs.Order(), part.Glyphs);
        Assert.Equal([.. Enumerable.Range(0, part.Glyphs.Length)], part.Glyphs.Select(glyph => (int)part.GlyphFor(glyph)));
        Assert.Subset(part.Glyphs.ToHashSet(), new HashSet<ushort>([0, 17, 40, 900, 3000]));
    }

    [Fact]
    public void A_glyph_that_the_face_has_not_is_our_own_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FontFiles.Cut(Samples.Face("Vazirmatn"), [60_000]));
}
