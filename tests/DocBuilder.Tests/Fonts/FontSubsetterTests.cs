using System.Buffers.Binary;
using System.Text;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public class FontSubsetterTests
{
    public static TheoryData<string, string, string> Texts => new()
    {
        { "Amiri", "ar", Samples.ArabicNews },
        { "Amiri", "ar", Samples.ArabicVocalised },
        { "Amiri", "fa", Samples.Persian },
        { "Noto Naskh Arabic", "ar", Samples.ArabicNews },
        { "Noto Naskh Arabic", "ar", Samples.ArabicVocalised },
        { "Noto Sans Arabic", "ur", Samples.Urdu },
        { "Vazirmatn", "fa", Samples.Persian },
        { "Noto Nastaliq Urdu", "ur", Samples.Urdu },
        { "Frank Ruhl Libre", "he", Samples.Hebrew },
        { "Noto Sans Hebrew", "he", Samples.Hebrew },
        { "Source Serif 4", "en", Samples.English },
        { "Noto Sans", "en", Samples.English },
        { "Noto Sans Mono", "en", Samples.English },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_character_subset_sets_the_same_text_with_the_same_shapes(string family, string language, string text)
    {
        var face = Samples.Face(family);
        using var subset = FontFace.Read(FontSubsetter.SubsetCharacters(face, Samples.Characters(text)));

        var expected = Samples.Shape(face, text, language);
        var actual = Samples.Shape(subset, text, language);

        Assert.InRange(subset.Bytes.Length, 1, family == "Noto Nastaliq Urdu" ? 350_000 : 120_000);
        Assert.Equal(expected.Select(glyph => glyph with { Id = 0 }), actual.Select(glyph => glyph with { Id = 0 }));
        Assert.Equal(expected.Select(glyph => GlyphOutline.Of(face, glyph.Id)), actual.Select(glyph => GlyphOutline.Of(subset, glyph.Id)));
        Assert.Contains(expected, glyph => GlyphOutline.Of(face, glyph.Id).Length > 100);
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes_in_any_order()
    {
        var face = Samples.Face("Amiri");
        var characters = Samples.Characters(Samples.ArabicNews);

        Assert.Equal(FontSubsetter.SubsetCharacters(face, characters), FontSubsetter.SubsetCharacters(face, [.. characters.AsEnumerable().Reverse()]));
    }

    [Theory]
    [InlineData("Amiri", 400)]
    [InlineData("Amiri", 700)]
    public void Amiri_for_a_news_article_stays_under_120_kB(string family, int weight) =>
        Assert.InRange(FontSubsetter.SubsetCharacters(Samples.Face(family, weight), Samples.Characters(Samples.ArabicNews)).Length, 20_000, 120_000);

    [Fact]
    public void A_character_subset_still_says_whose_it_is_and_under_which_licence()
    {
        var face = Samples.Face("Amiri");
        using var subset = FontFace.Read(FontSubsetter.SubsetCharacters(face, Samples.Characters("أب")));

        Assert.Equal(face.Copyright, subset.Copyright);
        Assert.Equal(face.License, subset.License);
        Assert.Equal(face.LicenseUrl, subset.LicenseUrl);
        Assert.Equal("Amiri", subset.FamilyName);
        Assert.Equal(EmbeddingRights.Installable, subset.EmbeddingRights);
    }

    [Fact]
    public void A_character_subset_gives_up_a_reserved_font_name()
    {
        using var subset = FontFace.Read(FontSubsetter.SubsetCharacters(Samples.Face("Source Serif 4", 700, italic: true), Samples.Characters("abc")));

        Assert.Equal("Embedded Font", subset.FamilyName);
        Assert.Equal("EmbeddedFont-BoldItalic", subset.PostScriptName);
        Assert.Contains("Adobe", subset.Copyright, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_and_marks_apart_set_as_they_do_in_the_whole_font()
    {
        // The text has the parts; the font would set them as one letter.
        const string Text = "ا\u0653 e\u0301";
        var face = Samples.Face("Amiri");
        using var subset = FontFace.Read(FontSubsetter.SubsetCharacters(face, Samples.Characters(Text)));

        Assert.Equal(
            Samples.Shape(face, Text, "ar").Select(glyph => (glyph.Cluster, GlyphOutline.Of(face, glyph.Id))),
            Samples.Shape(subset, Text, "ar").Select(glyph => (glyph.Cluster, GlyphOutline.Of(subset, glyph.Id))));
    }

    [Fact]
    public void A_nastaliq_face_is_cut_down_to_what_the_texts_need_and_sets_them_as_before()
    {
        const string Text = "شہر کی سب سے پرانی لائبریری نے چار سال کی مرمت کے بعد اپنے دروازے دوبارہ کھول دیے ہیں۔";
        var face = Samples.Face("Noto Nastaliq Urdu");
        var characters = Samples.Characters(Text);
        var texts = Text.Split(' ').Append(Text).Select(text => (text, "ur")).ToList();

        var file = FontSubsetter.SubsetTexts(face, characters, texts);

        Assert.NotNull(file);
        Assert.InRange(file.Length, 20_000, FontSubsetter.SubsetCharacters(face, characters).Length * 9 / 10);
        using var subset = FontFace.Read(file);
        foreach (var (text, language) in texts)
        {
            Assert.Equal(
                Samples.Shape(face, text, language).Select(glyph => (glyph.Cluster, glyph.Advance, glyph.XOffset, glyph.YOffset, GlyphOutline.Of(face, glyph.Id))),
                Samples.Shape(subset, text, language).Select(glyph => (glyph.Cluster, glyph.Advance, glyph.XOffset, glyph.YOffset, GlyphOutline.Of(subset, glyph.Id))));
        }
    }

    [Fact]
    public void Forms_of_fractions_come_along_only_where_there_is_a_fraction()
    {
        var face = Samples.Face("Amiri");

        Assert.True(FontSubsetter.SubsetCharacters(face, Samples.Characters("0123456789")).Length < FontSubsetter.SubsetCharacters(face, Samples.Characters("0123456789\u2044")).Length - 1_000);
    }
}
