using System.Buffers.Binary;
using System.Text;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public sealed class FontCoverageTests
{
    [Theory]
    [InlineData("Amiri", "Arabic Latin")]
    [InlineData("Frank Ruhl Libre", "Hebrew Latin")]
    [InlineData("Noto Emoji", "")]
    [InlineData("Noto Naskh Arabic", "Arabic Latin")]
    [InlineData("Noto Nastaliq Urdu", "Arabic Latin")]
    [InlineData("Noto Sans", "Cyrillic Devanagari Greek Latin")]
    [InlineData("Noto Sans Arabic", "Arabic Latin")]
    [InlineData("Noto Sans Hebrew", "Hebrew Latin")]
    [InlineData("Noto Sans Mono", "Cyrillic Greek Latin")]
    [InlineData("Noto Sans Symbols 2", "Braille Latin")]
    [InlineData("Source Serif 4", "Cyrillic Greek Latin")]
    [InlineData("Vazirmatn", "Arabic Latin")]
    public void A_face_covers_the_scripts_it_was_made_for(string family, string scripts) =>
        Assert.Equal(scripts, string.Join(' ', FontCoverage.Of(Samples.Face(family)).Scripts));

    [Fact]
    public void Arabic_letters_for_formulas_are_no_arabic()
    {
        var math = Samples.Face("Noto Sans Math");

        Assert.NotEqual(0, math.GlyphFor(new Rune('ج')));
        Assert.Equal([Script.Cyrillic, Script.Greek, Script.Latin], FontCoverage.Of(math).Scripts);
    }

    [Theory]
    [InlineData("ABCDEFGHIJKLMNOPQRST", true)]
    [InlineData("ABCDEFGHIJKLMNOPQRS", false)]
    [InlineData("ABCDEFGHIJKLMNOPQRSßæøðþłđŋœ0123456789", false)]
    public void Half_of_the_main_letters_are_a_script(string characters, bool isCovered)
    {
        using var subset = FontFace.Read(FontSubsetter.SubsetCharacters(Samples.Face("Source Serif 4"), Samples.Characters(characters)));

        Assert.Equal(isCovered ? [Script.Latin] : [], FontCoverage.Of(subset).Scripts);
    }

    [Theory]
    [InlineData(Script.Latin, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn")]
    [InlineData(Script.Hebrew, "אבגדהוזחטיךכלםמןנסעףפץצקרשת")]
    [InlineData(Script.Arabic, "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهو")]
    [InlineData(Script.Cyrillic, "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧ")]
    [InlineData(Script.Thai, "กขคงจฉชซ")]
    [InlineData(Script.Georgian, "აბგდევზ")]
    [InlineData(Script.Hangul, "가나다")]
    [InlineData(Script.Han, "一人山水")]
    [InlineData(Script.Braille, "⠁⠃⠉")]
    public void The_main_letters_are_those_of_the_alphabet(Script script, string letters) =>
        Assert.Empty(Samples.Characters(letters).Except(MainLetters.All.Single(entry => entry.Key == script).Value));

    [Fact]
    public void Every_main_letter_is_of_its_script() =>
        Assert.All(MainLetters.All, entry => Assert.All(entry.Value, letter => Assert.Equal(entry.Key, UnicodeProperties.Script(letter.Value))));

    [Theory]
    [InlineData("Amiri")]
    [InlineData("Noto Sans Symbols 2")]
    [InlineData("Noto Emoji")]
    public void Characters_are_counted_as_they_are_found_one_by_one(string family)
    {
        var face = Samples.Face(family);
        var found = Enumerable.Range(0, 0x110000).Count(codePoint => Rune.IsValid(codePoint) && !Rune.IsControl(new Rune(codePoint)) && face.GlyphFor(new Rune(codePoint)) != 0);

        Assert.Equal(found, FontCoverage.Of(face).CharacterCount);
    }

    // The same hundred characters once, and 400,000 times over.
    [Theory]
    [InlineData(1)]
    [InlineData(400_000)]
    public void A_character_map_made_to_be_long_is_counted_like_a_short_one(int groups)
    {
        var font = File.ReadAllBytes(Samples.File("fonts/vazirmatn/Vazirmatn-Regular.ttf"));
        var tables = Sfnt.Parse(font);
        var builder = new SfntBuilder(tables.Version);
        foreach (var tag in tables.Tags)
        {
            Assert.True(tables.TryTable(tag, out var table));
            builder.Add(tag, tag == "cmap" ? CharacterMap(groups) : table);
        }

        using var face = FontFace.Read(builder.ToArray());

        Assert.Equal(100, FontCoverage.Of(face).CharacterCount);
    }

    // One subtable of format 12 for all of Unicode, its groups all from U+0100 to U+0163 (OpenType 1.9, "cmap").
    private static byte[] CharacterMap(int groups)
    {
        const int Header = 12, GroupsBegin = Header + 16, GroupLength = 12;
        var table = new byte[GroupsBegin + (GroupLength * groups)];
        Write(table, 0, 1, (3 << 16) | 10, Header);
        Write(table, Header, 12 << 16, (uint)(table.Length - Header), 0, (uint)groups);
        for (var group = 0; group < groups; group++)
        {
            Write(table, GroupsBegin + (GroupLength * group), 0x100, 0x163, 1);
        }

        return table;
    }

    private static void Write(byte[] table, int offset, params ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(offset), word);
            offset += sizeof(uint);
        }
    }
}
