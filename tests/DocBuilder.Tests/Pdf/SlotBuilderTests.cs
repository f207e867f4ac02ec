using System.Text;
using CsCheck;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public class SlotBuilderTests
{
    private static readonly FontFace Face = FontLibrary.Shipped.Find("Amiri", 400, false)!;

    [Fact]
    public void A_ligature_is_drawn_in_one_slot_and_its_other_letter_is_a_blank_that_shares_the_advance()
    {
        var glyph = Glyph('\uFEFB', 0);
        var slots = Slots("لا", 1, glyph);

        Assert.Equal("ال", Visual(slots));
        Assert.Equal(0, slots[0].Character!.Outline.Count);
        Assert.Equal((1, glyph.Id), (slots[1].Character!.Outline.Count, slots[1].Character!.Outline[0].Glyph));
        // The lam is the right half; its outline starts at the ligature's left end, half an advance further left.
        Assert.Equal(-slots[0].Advance, slots[1].Character!.Outline[0].X, 4.0);
        Assert.InRange(slots[0].Character!.Outline.Advance - slots[1].Character!.Outline.Advance, -1, 1);
        Assert.Equal(glyph.Advance, slots.Sum(s => s.Advance));
    }

    [Fact]
    public void A_mark_keeps_its_own_slot_without_an_advance_and_with_its_offset_baked()
    {
        var slots = Slots("بَ", 1, new Glyph(Face.GlyphFor(new Rune('َ')), 1, 0, 120, 300), Glyph('ب', 0));

        Assert.Equal("َب", Visual(slots));
        Assert.Equal(0, slots[0].Character!.Outline.Advance);
        Assert.Equal((120, 300), (slots[0].Character!.Outline[0].X, slots[0].Character!.Outline[0].Y));
    }

    [Fact]
    public void In_one_cluster_marks_pair_with_marks_and_bases_with_bases()
    {
        var fatha = new Glyph(Face.GlyphFor(new Rune('َ')), 0, 0, 50, 0);
        var slots = Slots("بَ", 1, fatha, Glyph('ب', 0));

        Assert.Equal("َب", Visual(slots));
        Assert.Equal((1, fatha.Id), (slots[0].Character!.Outline.Count, slots[0].Character!.Outline[0].Glyph));
        Assert.Equal((1, Face.GlyphFor(new Rune('ب'))), (slots[1].Character!.Outline.Count, slots[1].Character!.Outline[0].Glyph));
    }

    [Fact]
    public void A_kashida_is_drawn_with_its_letter_and_says_nothing()
    {
        var tatweel = Glyph('ـ', 0) with { Stretch = -0.5f };
        var slots = Slots("ب", 1, tatweel, Glyph('ب', 0));

        var slot = Assert.Single(slots);
        Assert.Equal('ب', slot.Character!.Scalar);
        Assert.Equal(2, slot.Character!.Outline.Count);
    }

    [Fact]
    public void A_tatweel_of_the_author_has_its_slot() =>
        Assert.Equal("ـب", Visual(Slots("بـ", 1, Glyph('ـ', 1), Glyph('ب', 0))));

    [Fact]
    public void A_zero_width_non_joiner_is_a_blank_that_is_said()
    {
        var slots = Slots("ی\u200Cخ", 1, Glyph('خ', 2), new Glyph(Face.GlyphFor(new Rune(' ')), 1, 0, 0, 0), Glyph('ی', 0));

        Assert.Equal("خ\u200Cی", Visual(slots));
        Assert.Equal(0, slots[1].Character!.Outline.Count);
        Assert.Equal(0, slots[1].Character!.Outline.Advance);
    }

    [Fact]
    public void Bidi_controls_have_no_slot() =>
        Assert.Equal("ab", Visual(Slots("a\u200Fb", 0, Glyph('a', 0), new Glyph(Face.GlyphFor(new Rune(' ')), 1, 0, 0, 0), Glyph('b', 2))));

    [Fact]
    public void Characters_beyond_the_basic_plane_are_one_slot()
    {
        var slots = Slots("\U0001D400", 0, Glyph('A', 0));
        Assert.Equal(0x1D400, Assert.Single(slots).Character!.Scalar);
    }

    [Fact]
    public void Whatever_the_clusters_every_character_has_one_slot_and_no_advance_is_lost() =>
        Gen.Select(Gen.Char["ابتثلاَُّ\u200C"].Array[1, 12], Gen.Int[0, 11].Array[1, 14], Gen.Bool).Sample((characters, clusters, rightToLeft) =>
        {
            var text = new string(characters);
            var order = clusters.Select(c => c % text.Length).Order().ToArray();
            if (rightToLeft)
            {
                Array.Reverse(order);
            }

            Glyph[] glyphs = [.. order.Select((cluster, i) => i % 3 == 0
                ? new Glyph(Face.GlyphFor(new Rune('َ')), cluster, 0, 10 * i, -10 * i)
                : Glyph(i % 3 == 1 ? 'ب' : 'ـ', cluster))];
            var slots = Slots(text, (byte)(rightToLeft ? 1 : 0), glyphs);

            var logical = Visual(slots).ToCharArray();
            if (rightToLeft)
            {
                Array.Reverse(logical);
            }

            Assert.Equal(text, new string(logical));
            Assert.Equal(glyphs.Sum(g => g.Advance), slots.Sum(s => s.Advance), 3);
            Assert.Equal(glyphs.Length, slots.Sum(s => s.Character!.Outline.Count));
        });

    private static Glyph Glyph(char character, int cluster)
    {
        var id = Face.GlyphFor(new Rune(character));
        return new Glyph(id, cluster, Face.AdvanceOf(id), 0, 0);
    }

    private static List<CharacterSlot> Slots(string text, byte level, params Glyph[] glyphs)
    {
        var slots = new List<CharacterSlot>();
        new SlotBuilder(Face).Build(new GlyphRun(Face, 10, Color.Black, "ar", level, text, [.. glyphs]), slots);
        return slots;
    }

    private static string Visual(List<CharacterSlot> slots) => string.Concat(slots.Select(s => char.ConvertFromUtf32(s.Character!.Scalar)));
}
