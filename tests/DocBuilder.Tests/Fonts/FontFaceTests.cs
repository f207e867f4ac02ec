using System.Text;
using DocBuilder.Typesetting.Fonts;
using HarfBuzzSharp;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public class FontFaceTests
{
    // Read from the files by another program: unitsPerEm, ascender, descender, xHeight, capHeight, glyphs, version, PostScript name.
    [Theory]
    [InlineData("Amiri", 400, false, 1000, 1124, -634, 433, 646, 6624, "1.002", "Amiri-Regular")]
    [InlineData("Amiri", 700, false, 1000, 1124, -634, 433, 646, 6472, "1.002", "Amiri-Bold")]
    [InlineData("Vazirmatn", 400, false, 2048, 2100, -1100, 1082, 1638, 1333, "33.003", "Vazirmatn-Regular")]
    [InlineData("Noto Nastaliq Urdu", 400, false, 1000, 1904, -596, 536, 714, 1696, "3.007", "NotoNastaliqUrdu-Regular")]
    [InlineData("Source Serif 4", 400, true, 1000, 1036, -335, 475, 670, 1093, "4.004", "SourceSerif4-Italic")]
    [InlineData("Noto Sans", 700, true, 1000, 1069, -293, 546, 714, 4459, "2.015", "NotoSans-BoldItalic")]
    [InlineData("Frank Ruhl Libre", 400, false, 1000, 957, -334, 468, 660, 602, "6.004", "FrankRuhlLibre-Regular")]
    public void Metrics_are_those_of_the_file(
        string family, int weight, bool italic, int unitsPerEm, int ascender, int descender, int xHeight, int capHeight, int glyphs, string version, string name)
    {
        var face = Samples.Face(family, weight, italic);

        Assert.Equal(
            (family, weight, italic, unitsPerEm, ascender, descender, xHeight, capHeight, glyphs, version, name),
            (face.FamilyName, face.Weight, face.IsItalic, face.UnitsPerEm, face.Ascender, face.Descender, face.XHeight, face.CapHeight, face.GlyphCount, face.Version, face.PostScriptName));
    }

    [Fact]
    public void Metrics_of_every_shipped_face_are_those_that_harfbuzz_reads()
    {
        foreach (var face in FontLibrary.Shipped.Faces.Select(listed => listed.Face))
        {
            var metrics = face.HarfBuzzFont.OpenTypeMetrics;
            Assert.True(face.HarfBuzzFont.TryGetHorizontalFontExtents(out var extents));
            Assert.Equal((extents.Ascender, extents.Descender, extents.LineGap), (face.Ascender, face.Descender, face.LineGap));
            Assert.Equal(Position(metrics, OpenTypeMetricsTag.UnderlineOffset), face.UnderlinePosition);
            Assert.Equal(Position(metrics, OpenTypeMetricsTag.UnderlineSize), face.UnderlineThickness);
            Assert.Equal(Position(metrics, OpenTypeMetricsTag.StrikeoutOffset), face.StrikeoutPosition);
            Assert.Equal(Position(metrics, OpenTypeMetricsTag.StrikeoutSize), face.StrikeoutThickness);
            Assert.True(face.ItalicAngle < 0 == face.IsItalic, face.ToString());
            Assert.True(face.HasTrueTypeOutlines);
            Assert.Equal((EmbeddingRights.Installable, true), (face.EmbeddingRights, face.IsEmbeddable));
            Assert.Contains("SIL Open Font License", face.License, StringComparison.Ordinal);
            Assert.NotEmpty(face.Copyright);
        }
    }

    [Fact]
    public void Heights_that_a_font_leaves_out_are_measured()
    {
        // Noto Naskh Arabic says 0 for both.
        var face = Samples.Face("Noto Naskh Arabic");

        Assert.Equal(face.BoxOf(face.GlyphFor(new Rune('x')))!.Value.YMax, face.XHeight);
        Assert.Equal(face.BoxOf(face.GlyphFor(new Rune('H')))!.Value.YMax, face.CapHeight);
    }

    [Fact]
    public void Characters_have_the_glyphs_and_advances_of_the_file()
    {
        var face = Samples.Face("Amiri");

        Assert.Equal(185, face.AdvanceOf(face.GlyphFor(new Rune(0x640))));
        Assert.Equal(0, face.GlyphFor(new Rune(0x4E00)));
        Assert.Null(face.BoxOf(face.GlyphFor(new Rune(' '))));
    }

    [Theory]
    [InlineData("Amiri")]
    [InlineData("Noto Naskh Arabic")]
    [InlineData("Noto Sans Arabic")]
    [InlineData("Vazirmatn")]
    [InlineData("Noto Nastaliq Urdu")]
    public void The_tatweel_of_the_shipped_arabic_fonts_is_drawn(string family)
    {
        foreach (var weight in new[] { 400, 700 })
        {
            var face = Samples.Face(family, weight);
            Assert.NotNull(face.BoxOf(face.GlyphFor(new Rune(0x640))));
        }
    }

    [Fact]
    public void A_face_survives_the_collector_while_its_bytes_lie_in_an_array()
    {
        for (var round = 0; round < 20; round++)
        {
            var face = FontFace.Read(File.ReadAllBytes(Samples.File("fonts/vazirmatn/Vazirmatn-Regular.ttf")));
            _ = Enumerable.Range(0, 50).Select(_ => new byte[100_000]).ToList();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();

            Assert.DoesNotContain(Samples.Shape(face, Samples.Persian, "fa"), glyph => glyph.Id == 0);
            if (round % 2 == 0)
            {
                face.Dispose();
            }
        }
    }

    [Fact]
    public void Threads_shape_with_one_face_side_by_side()
    {
        var face = Samples.Face("Amiri");
        var expected = Samples.Shape(face, Samples.ArabicNews, "ar");

        Parallel.For(0, 64, _ => Assert.Equal(expected, Samples.Shape(face, Samples.ArabicNews, "ar")));
    }

    [Fact]
    public void Languages_choose_their_own_forms()
    {
        // Urdu asks for another heh, or other digits, than Arabic does.
        var face = Samples.Face("Noto Naskh Arabic");

        Assert.NotEqual(Samples.Shape(face, "۴۶۷", "fa").Select(glyph => glyph.Id), Samples.Shape(face, "۴۶۷", "ur").Select(glyph => glyph.Id));
    }

    private static int Position(OpenTypeMetrics metrics, OpenTypeMetricsTag tag) =>
        metrics.TryGetPosition(tag, out var position) ? position : throw new InvalidOperationException(tag.ToString());
}
