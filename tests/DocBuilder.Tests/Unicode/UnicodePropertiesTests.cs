using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class UnicodePropertiesTests
{
    [Theory]
    [InlineData('ب', JoiningType.DualJoining)]
    [InlineData('ا', JoiningType.RightJoining)]
    [InlineData('ء', JoiningType.NonJoining)]
    [InlineData('\u0640', JoiningType.JoinCausing)]
    [InlineData('\u064E', JoiningType.Transparent)]
    [InlineData('\u200C', JoiningType.NonJoining)]
    [InlineData('\u200D', JoiningType.JoinCausing)]
    [InlineData('a', JoiningType.NonJoining)]
    public void Joining_types(int character, JoiningType type) => Assert.Equal(type, UnicodeProperties.JoiningType(character));

    [Theory]
    [InlineData('ب', GeneralCategory.OtherLetter)]
    [InlineData('٣', GeneralCategory.DecimalNumber)]
    [InlineData('\u064E', GeneralCategory.NonspacingMark)]
    [InlineData(0x4E01, GeneralCategory.OtherLetter)]
    [InlineData(0xD800, GeneralCategory.Surrogate)]
    [InlineData(0xE000, GeneralCategory.PrivateUse)]
    [InlineData(0x10FFFF, GeneralCategory.Unassigned)]
    public void General_categories(int codePoint, GeneralCategory category) =>
        Assert.Equal(category, UnicodeProperties.GeneralCategory(codePoint));

    [Theory]
    [InlineData(0x05FF, BidiClass.R)]
    [InlineData(0x07BF, BidiClass.AL)]
    [InlineData(0x20CF, BidiClass.ET)]
    [InlineData(0x1EEFF, BidiClass.AL)]
    [InlineData(0x1FFFE, BidiClass.BN)]
    [InlineData(0x50000, BidiClass.L)]
    public void Unassigned_code_points_have_the_bidi_class_of_their_block(int codePoint, BidiClass bidiClass)
    {
        Assert.Equal(GeneralCategory.Unassigned, UnicodeProperties.GeneralCategory(codePoint));
        Assert.Equal(bidiClass, UnicodeProperties.BidiClass(codePoint));
    }

    [Fact]
    public void Of_the_basic_arabic_letters_everything_is_known_without_a_table()
    {
        var letters = Enumerable.Range(0, 0x10000).Select(static unit => (char)unit).Where(ArabicLetters.IsBasic).ToList();
        Assert.Equal(42, letters.Count);
        Assert.All(letters, static letter =>
        {
            Assert.Equal(Script.Arabic, UnicodeProperties.Script(letter));
            Assert.Equal(0, ScriptExtensionsTable.Of(letter));
            Assert.Equal(BidiClass.AL, UnicodeProperties.BidiClass(letter));
            Assert.Equal(LineBreakClass.AL, LineBreakClassTable.Of(letter));
            Assert.Equal(GraphemeClusterBreak.Other, GraphemeClusterBreakTable.Of(letter));
        });
    }

    [Fact]
    public void Every_separator_in_a_line_goes_back_to_the_paragraph_level()
    {
        var separators = Enumerable.Range(0, 0x10000).Where(static unit => UnicodeProperties.BidiClass(unit) is BidiClass.B or BidiClass.S).ToList();
        Assert.Contains(0x2029, separators);
        Assert.All(separators, static separator =>
        {
            var line = $"ab {(char)separator}cd ";
            byte[] levels = [2, 2, 2, 2, 2, 2, 2];
            BidiAlgorithm.ResetTrailingWhitespace(line, levels, 0, line.Length, 1);
            Assert.Equal([2, 2, 1, 1, 2, 2, 1], levels);
        });
    }

    [Theory]
    [InlineData(0x00AD, true)]
    [InlineData(0x200C, true)]
    [InlineData(0x2067, true)]
    [InlineData(0x061C, true)]
    [InlineData(0xFE0F, true)]
    [InlineData(0xE0100, true)]
    [InlineData(0x0020, false)]
    [InlineData(0x0640, false)]
    public void Default_ignorable_code_points(int codePoint, bool isIgnorable) =>
        Assert.Equal(isIgnorable, UnicodeProperties.IsDefaultIgnorable(codePoint));

    [Fact]
    public void Marks_private_use_and_combining_classes()
    {
        Assert.True(UnicodeProperties.IsMark(0x064E));
        Assert.False(UnicodeProperties.IsMark('ب'));
        Assert.True(UnicodeProperties.IsPrivateUse(0xF8FF));
        Assert.True(UnicodeProperties.IsPrivateUse(0x10FFFD));
        Assert.False(UnicodeProperties.IsPrivateUse('a'));
        Assert.Equal(33, UnicodeProperties.CombiningClass(0x0651));
        Assert.Throws<IndexOutOfRangeException>(() => UnicodeProperties.Script(0x110000));
        Assert.Throws<IndexOutOfRangeException>(() => UnicodeProperties.Script(-1));
    }

    [Theory]
    [InlineData("بَّ", 3)]
    [InlineData("\r\n", 2)]
    [InlineData("a\u0301\u0302b", 3)]
    [InlineData("👨\u200D👩\u200D👧a", 8)]
    [InlineData("🇸🇦🇪🇬", 4)]
    [InlineData("\u0600١", 2)]
    [InlineData("각하", 1)]
    [InlineData("\uD83D", 1)]
    [InlineData("", 0)]
    public void The_first_grapheme_cluster_ends(string text, int end) => Assert.Equal(end, GraphemeClusters.Next(text, 0));
}
