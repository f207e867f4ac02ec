using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public class FontChainTests
{
    [Theory]
    [InlineData("ب", "Amiri")]
    [InlineData("بِّ", "Amiri")]
    [InlineData("א", "Frank Ruhl Libre")]
    [InlineData("שּׁ", "Frank Ruhl Libre")]
    [InlineData("Ж", "Noto Sans")]
    [InlineData("∮", "Noto Sans Math")]
    [InlineData("🕌", "Noto Emoji")]
    [InlineData("👩‍🏫", "Noto Emoji")]
    [InlineData("🇪🇬", "Noto Emoji")]
    public void A_cluster_goes_to_the_first_face_that_has_it(string cluster, string family) =>
        Assert.Equal(family, Chain("Amiri", "Frank Ruhl Libre", "Noto Sans", "Noto Sans Math", "Noto Emoji").FaceFor(cluster)?.FamilyName);

    [Fact]
    public void A_cluster_is_never_split_between_faces()
    {
        // Amiri has the letter and not the mark: both go to the face that has both.
        var chain = Chain("Amiri", "Noto Sans");

        Assert.NotEqual(0, chain.Primary.GlyphFor(new('d')));
        Assert.Equal(0, chain.Primary.GlyphFor(new('\u035C')));
        Assert.Equal("Noto Sans", chain.FaceFor("d\u035C")?.FamilyName);
    }

    [Theory]
    [InlineData("\u200C")]
    [InlineData("\u200D")]
    [InlineData("\u2067")]
    [InlineData("\u00AD")]
    [InlineData("\uFE0F")]
    [InlineData("\n")]
    [InlineData("")]
    public void What_shows_nothing_needs_no_glyph(string cluster)
    {
        var chain = Chain("Noto Emoji", "Noto Sans");

        Assert.Same(chain.Primary, chain.FaceFor(cluster));
    }

    [Fact]
    public void A_variation_selector_does_not_send_its_letter_elsewhere() =>
        Assert.Equal("Noto Sans Symbols 2", Chain("Noto Sans Symbols 2", "Noto Emoji").FaceFor("☎\uFE0E")?.FamilyName);

    [Fact]
    public void A_whole_letter_counts_where_its_parts_have_glyphs()
    {
        // HarfBuzz sets U+1E55 with p and the acute.
        var chain = Chain("Amiri");
        Assert.Equal(0, chain.Primary.GlyphFor(new('\u1E55')));

        Assert.Same(chain.Primary, chain.FaceFor("\u1E55"));
        Assert.DoesNotContain(Samples.Shape(chain.Primary, "\u1E55", "en"), glyph => glyph.Id == 0);
    }

    [Theory]
    [InlineData("\u00A0")]
    [InlineData("\u202F")]
    [InlineData("\u2007")]
    [InlineData("\u3000")]
    [InlineData("\u2011")]
    public void Odd_spaces_and_hyphens_are_drawn_by_every_text_face_as_harfbuzz_draws_them(string cluster)
    {
        foreach (var family in new[] { "Amiri", "Noto Naskh Arabic", "Source Serif 4", "Frank Ruhl Libre", "Noto Nastaliq Urdu" })
        {
            var chain = Chain(family);
            var drawn = !Samples.Shape(chain.Primary, cluster, "en").Any(glyph => glyph.Id == 0);
            Assert.Equal(drawn, chain.FaceFor(cluster) is not null);
        }
    }

    [Fact]
    public void Coverage_is_what_shaping_finds_for_every_letter_with_every_common_mark()
    {
        // Every Latin, Greek, Cyrillic, Hebrew and Arabic letter, alone and under eight marks, in faces that lack many of them.
        foreach (var family in new[] { "Amiri", "Frank Ruhl Libre", "Vazirmatn", "Source Serif 4" })
        {
            var chain = Chain(family);
            for (var letter = 0x00C0; letter <= 0x06FF; letter++)
            {
                if (!char.IsLetter((char)letter))
                {
                    continue;
                }

                foreach (var mark in new[] { "", "\u0301", "\u0307", "\u0323", "\u0328", "\u05BC", "\u064E", "\u0653", "\u0654" })
                {
                    var cluster = (char)letter + mark;
                    var drawn = !Samples.Shape(chain.Primary, cluster, "en").Any(glyph => glyph.Id == 0);
                    Assert.True(drawn == chain.FaceFor(cluster) is not null, $"{family} U+{letter:X4} {string.Join(' ', mark.Select(c => $"U+{(int)c:X4}"))} drawn: {drawn}");
                }
            }
        }
    }

    [Fact]
    public void A_character_that_no_face_has_is_told() => Assert.Null(Chain("Amiri", "Noto Sans").FaceFor("漢"));

    [Fact]
    public void Half_of_a_surrogate_pair_does_no_harm() => Assert.Null(Chain("Amiri").FaceFor("\uD83D"));

    [Fact]
    public void Faces_are_taken_only_when_they_are_needed()
    {
        var taken = new List<string>();
        var chain = new FontChain(new[] { "Amiri", "Noto Sans", "Noto Emoji" }.Select(family =>
        {
            taken.Add(family);
            return Samples.Face(family);
        }));

        Assert.Equal("Amiri", chain.FaceFor("ب")?.FamilyName);
        Assert.Equal(["Amiri"], taken);
        Assert.Equal("Noto Sans", chain.FaceFor("Ж")?.FamilyName);
        Assert.Equal(["Amiri", "Noto Sans"], taken);
    }

    private static FontChain Chain(params string[] families) => new(families.Select(family => Samples.Face(family)));
}
