using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class ScriptRunsTests
{
    [Theory]
    [InlineData("سلام", "Arab:سلام")]
    [InlineData("abc ابت xyz", "Latn:abc |Arab:ابت |Latn:xyz")]
    [InlineData("12 (سلام) 34", "Arab:12 (سلام) 34")] // leading common characters take the first real script
    [InlineData("123 — !", "Zyyy:123 — !")]
    [InlineData("", "")]
    [InlineData("\u200Dab", "Latn:\u200Dab")]
    public void Common_characters_take_the_script_beside_them(string text, string runs) => Assert.Equal(runs, Runs(text));

    [Theory]
    [InlineData("اسم (Name) هنا", "Arab:اسم (|Latn:Name|Arab:) هنا")]
    [InlineData("اسم «Name» هنا", "Arab:اسم «|Latn:Name|Arab:» هنا")]
    [InlineData("(a [ب] c) د", "Latn:(a [|Arab:ب|Latn:] c) |Arab:د")]
    [InlineData("don’t “يا” ok", "Latn:don’t “|Arab:يا|Latn:” ok")]
    [InlineData("ب) c", "Arab:ب) |Latn:c")]
    public void A_closing_bracket_takes_the_script_of_the_opening_one(string text, string runs) => Assert.Equal(runs, Runs(text));

    [Theory]
    [InlineData("Name، اسم", "Latn:Name|Arab:، اسم")] // U+060C is not used with Latin
    [InlineData("ab، cd", "Latn:ab|Arab:، |Latn:cd")]
    [InlineData("ބ٣", "Thaa:ބ٣")]
    [InlineData("٣", "Arab:٣")]
    [InlineData("\u0640\u064E", "Arab:\u0640\u064E")]
    [InlineData("漢字ひらカナー。", "Hani:漢字|Hira:ひら|Kana:カナー。")]
    [InlineData("ーー漢", "Kana:ーー|Hani:漢")]
    [InlineData("क।ক।", "Deva:क।|Beng:ক।")]
    public void Script_Extensions_bound_what_a_common_character_takes(string text, string runs) => Assert.Equal(runs, Runs(text));

    [Theory]
    [InlineData("a\u064Eb", "Latn:a\u064Eb")]
    [InlineData("ا\u0300\u064E", "Arab:ا\u0300\u064E")]
    [InlineData("x◌\u064E", "Latn:x◌\u064E")]
    public void A_mark_never_leaves_its_base(string text, string runs) => Assert.Equal(runs, Runs(text));

    [Fact]
    public void Every_script_has_a_code_of_four_letters()
    {
        var codes = Enum.GetValues<Script>().Select(script => script.ToIso15924()).ToList();
        Assert.Equal(164, codes.Count);
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[A-Z][a-z]{3}$", code));
        Assert.Equal("Arab", Script.Arabic.ToIso15924());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Script)255).ToIso15924());
    }

    [Fact]
    public void Script_and_its_extensions_are_looked_up()
    {
        Assert.Equal(Script.Arabic, UnicodeProperties.Script('ب'));
        Assert.Equal(Script.Common, UnicodeProperties.Script('،'));
        Assert.Equal(Script.Inherited, UnicodeProperties.Script(0x064E));
        Assert.Equal(Script.Unknown, UnicodeProperties.Script(0x10FFFF));
        Assert.Equal(Script.Han, UnicodeProperties.Script(0x20000));
        Assert.True(UnicodeProperties.HasScript('،', Script.Thaana));
        Assert.False(UnicodeProperties.HasScript('،', Script.Latin));
        Assert.True(UnicodeProperties.HasScript('a', Script.Latin));
    }

    private static string Runs(string text) => string.Join('|', ScriptRuns.Resolve(text)
        .Select(run => $"{run.Script.ToIso15924()}:{text.Substring(run.Start, run.Length)}"));
}
