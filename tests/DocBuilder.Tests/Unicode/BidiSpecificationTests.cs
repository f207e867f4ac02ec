using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

/// <summary>Small cases of UAX #9, the rule beside each.</summary>
public sealed class BidiSpecificationTests
{
    [Theory]
    [InlineData("abc", 0)]
    [InlineData("... אבג", 1)]
    [InlineData("123 مرحبا", 1)]
    [InlineData("\u2067אבג\u2069 abc", 0)]
    [InlineData("\u2068אבג\u2068x\u2069y\u2069 abc", 0)]
    [InlineData("\u202Aabc\u202C", 0)]
    [InlineData("\U00010900", 1)]
    public void The_first_strong_character_outside_isolates_gives_the_paragraph_level(string text, int level) =>
        Assert.Equal(level, BidiAlgorithm.FirstStrongLevel(text)); // P2, P3

    [Theory]
    [InlineData("")]
    [InlineData("123 — 456")]
    [InlineData("\u2068abc\u2069")]
    [InlineData("\u2067abc")]
    public void Text_without_a_strong_character_gives_no_level(string text) => Assert.Null(BidiAlgorithm.FirstStrongLevel(text));

    [Fact]
    public void A_later_paragraph_decides_when_the_first_has_no_strong_character() =>
        Assert.Equal(1, BidiAlgorithm.FirstStrongLevel("\u2067\nاب"));

    [Theory]
    [InlineData("كتاب 123 صفحة", "1111122211111")] // a European number after an Arabic letter is an Arabic one (W2, I2)
    [InlineData("كتاب ١٢٣ صفحة", "1111122211111")]
    [InlineData("في 1,234.5 و", "111222222211")] // common separators join Arabic numbers (W4)
    [InlineData("١٫٥", "222")]
    [InlineData("١٬٢٣٤", "22222")]
    [InlineData("ب 12/3/2026 ج", "1122222222211")] // the solidus is a common separator (W4)
    [InlineData("ب 5-3 ج", "1121211")] // the hyphen is a European one and joins no Arabic numbers (W4, W6, N1)
    [InlineData("שלום 5-3", "11111222")] // but European numbers, which they stay after Hebrew
    [InlineData("נסה 50% כן", "1111222111")] // terminators are part of European numbers (W5)
    [InlineData("بنسبة 50% من", "111111221111")] // and neutral beside Arabic ones
    [InlineData("بنسبة ٥٠٪ من", "111111221111")]
    [InlineData("من PDF إلى", "1112221111")]
    [InlineData("كتب «Alpha» ثم", "11111222221111")] // quotation marks are no brackets: neutral (N2)
    public void Levels_in_a_right_to_left_paragraph(string text, string levels) => Assert.Equal(levels, Levels(text, 1));

    [Fact]
    public void Digits_inside_arabic_keep_their_order() => Assert.Equal("ةحفص 123 باتك", Visual("كتاب 123 صفحة", 1));

    [Fact]
    public void Arabic_digits_keep_their_order() => Assert.Equal("١٢٣ ماع", Visual("عام ١٢٣", 1));

    [Fact]
    public void A_latin_word_inside_arabic_keeps_its_order() => Assert.Equal("ةغيص PDF ىلإ", Visual("إلى PDF صيغة", 1));

    [Fact]
    public void A_hebrew_range_of_numbers_keeps_its_order_and_an_arabic_one_turns()
    {
        Assert.Equal("5-3 ב", Visual("ב 5-3", 1));
        Assert.Equal("3-5 ب", Visual("ب 5-3", 1));
    }

    [Fact]
    public void Brackets_around_latin_text_in_an_rtl_sentence_take_the_sentences_direction() => // N0 c 2
        Assert.Equal("1111222111", Levels("من (PDF) إ", 1));

    [Fact]
    public void Brackets_that_hold_the_embedding_direction_take_it() => // N0 b
        Assert.Equal("222112111111", Levels("abc (x اب) ب", 1));

    [Fact]
    public void Brackets_that_hold_only_the_opposite_direction_take_it_when_it_stands_before_them() => // N0 c 1
        Assert.Equal("2222222", Levels("book(s)", 1));

    [Fact]
    public void Brackets_without_a_strong_type_inside_are_neutrals() // N0 d
    {
        Assert.Equal("10000", Levels("ا(!)a", 0));
        Assert.Equal("11111", Levels("ا(!)ب", 0));
    }

    [Fact]
    public void Canonically_equivalent_brackets_pair() // BD16
    {
        Assert.Equal("101000", Levels("א\u2329א b\u3009", 0));
        Assert.Equal("111000", Levels("א\u2329א b]", 0));
    }

    [Fact]
    public void The_64th_open_bracket_ends_the_search_for_pairs() // BD16
    {
        var open = new string('(', 62);
        Assert.Equal("01000", Levels("א" + open + "(א b)", 0)[63..]);
        Assert.Equal("11000", Levels("א" + open + "((א b)", 0)[64..]);
        Assert.Equal("101000", Levels("א(א b)" + open + "((", 0)[..6]); // pairs found before stay
    }

    [Fact]
    public void A_mark_after_a_bracket_goes_with_it() => // N0, last clause
        Assert.Equal("222221", Levels("a(b)\u0300א", 1));

    [Fact]
    public void An_isolate_is_a_neutral_to_what_is_around_it_and_hides_what_is_in_it()
    {
        Assert.Equal("11211", Levels("ا\u2066b\u2069ا", 1));
        Assert.Equal("0012100", Levels("a\u2067\u06271\u0627\u2069b", 0));
    }

    [Fact]
    public void A_first_strong_isolate_takes_the_direction_of_what_is_in_it() // X5c
    {
        Assert.Equal(Levels("x\u2067اب\u2069", 0), Levels("x\u2068اب\u2069", 0));
        Assert.Equal(Levels("x\u2066ab\u2069", 0), Levels("x\u2068ab\u2069", 0));
        Assert.Equal(Levels("x\u2066\u2067ا\u2069a\u2069", 0), Levels("x\u2068\u2067ا\u2069a\u2069", 0));
    }

    [Fact]
    public void An_override_makes_every_character_strong() => Assert.Equal("cba", Visual("\u202Eabc\u202C", 0));

    [Fact]
    public void Levels_never_pass_the_greatest_depth_and_its_implicit_rise() // BD2, I2
    {
        var text = string.Concat(Enumerable.Repeat("\u202B\u202A", 100)) + "a1\u0627";
        Assert.Equal(126, BidiAlgorithm.Resolve(text, 0).Max());
    }

    [Fact]
    public void What_X9_removes_has_the_level_before_it()
    {
        Assert.Equal("0111", Levels("\u200Bا\u200Bا", 0));
        Assert.Equal("112", Levels("\u202A\u202Ca", 1));
    }

    [Fact]
    public void A_paragraph_separator_ends_every_embedding() => // P1, X8
        Assert.Equal("02000", Levels("\u202Aa\na\n", 0));

    [Fact]
    public void White_space_at_the_lines_end_and_before_separators_takes_the_paragraph_level() // L1
    {
        const string text = "اب \tاب  ";
        var levels = BidiAlgorithm.Resolve(text, 0);
        Assert.Equal("11111100", string.Concat(levels));
        BidiAlgorithm.ResetTrailingWhitespace(text, levels, 0, text.Length, 0);
        Assert.Equal("11001100", string.Concat(levels));

        levels = BidiAlgorithm.Resolve("اب اب", 0);
        BidiAlgorithm.ResetTrailingWhitespace("اب اب", levels, 0, 3, 0);
        Assert.Equal("11011", string.Concat(levels));
    }

    [Fact]
    public void Runs_come_in_visual_order() // L2
    {
        BidiRun[] expected = [new(6, 1, 1), new(3, 3, 2), new(0, 3, 1)];
        Assert.Equal(expected, BidiAlgorithm.VisualRuns([1, 1, 1, 2, 2, 2, 1]));
        Assert.Empty(BidiAlgorithm.VisualRuns([]));
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('«', '»')]
    [InlineData('≤', '≥')]
    [InlineData('﴾', '﴾')]
    [InlineData('a', 'a')]
    public void Mirror_images_are_those_of_BidiMirroring(int character, int image) =>
        Assert.Equal(image, UnicodeProperties.MirrorImage(character));

    [Fact]
    public void Ornate_parentheses_of_the_quran_are_not_mirrored()
    {
        Assert.False(UnicodeProperties.IsMirrored('﴾'));
        Assert.True(UnicodeProperties.IsMirrored('('));
    }

    private static string Levels(string text, int paragraphLevel) => string.Concat(BidiAlgorithm.Resolve(text, paragraphLevel));

    /// <summary>The characters of a line from left to right, without those that X9 removes.</summary>
    private static string Visual(string text, int paragraphLevel)
    {
        var levels = BidiAlgorithm.Resolve(text, paragraphLevel);
        BidiAlgorithm.ResetTrailingWhitespace(text, levels, 0, text.Length, paragraphLevel);
        return string.Concat(BidiAlgorithm.VisualRuns(levels)
            .SelectMany(run => run.IsRightToLeft ? text.Substring(run.Start, run.Length).Reverse() : text.Substring(run.Start, run.Length))
            .Where(character => character is not (>= '\u202A' and <= '\u202E')));
    }
}
