using System.Globalization;
using DocBuilder.Typesetting.Fonts;
using Xunit;
using Glyph = DocBuilder.Typesetting.Fonts.ShapedGlyph;

namespace DocBuilder.Tests.Fonts;

public sealed class WordTableTests
{
    [Fact]
    public void Every_word_is_found_again_and_no_other()
    {
        var table = new WordTable();
        for (var i = 0; i < 5_000; i++)
        {
            table.Add(Word(i), Shaped(i));
        }

        Assert.Equal(5_000, table.Count);
        for (var i = 0; i < 5_000; i++)
        {
            Assert.True(table.TryFind(Word(i), out var shaped));
            Assert.Equal(i, shaped.Glyphs[0].Cluster);
            Assert.False(table.TryFind(Word(i + 5_000), out _));
        }
    }

    [Fact]
    public void A_word_that_is_there_is_not_put_in_again()
    {
        var table = new WordTable();
        table.Add("كتاب", Shaped(1));
        table.Add("كتاب", Shaped(2));

        Assert.Equal(1, table.Count);
        Assert.True(table.TryFind("كتاب", out var shaped));
        Assert.Equal(1, shaped.Glyphs[0].Cluster);
    }

    [Fact]
    public void All_words_are_forgotten_at_once()
    {
        var table = new WordTable();
        table.Add("", Shaped(0));
        table.Add("كتاب", Shaped(1));
        table.Clear();

        Assert.Equal(0, table.Count);
        Assert.False(table.TryFind("", out _));
        Assert.False(table.TryFind("كتاب", out _));
    }

    [Fact]
    public void Words_are_found_while_others_put_in_more()
    {
        var table = new WordTable();
        Parallel.For(0, 20_000, i =>
        {
            table.Add(Word(i % 4_000), Shaped(i % 4_000));
            Assert.True(table.TryFind(Word(i % 4_000), out var shaped));
            Assert.Equal(i % 4_000, shaped.Glyphs[0].Cluster);
        });
        Assert.Equal(4_000, table.Count);
    }

    private static string Word(int number) => " " + number.ToString("x", CultureInfo.InvariantCulture);

    private static ShapedWord Shaped(int number) => new(WordKind.Free, [new Glyph(1, number, 0, 0, 0, false)]);
}
