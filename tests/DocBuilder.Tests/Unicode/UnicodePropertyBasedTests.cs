using System.Diagnostics;
using CsCheck;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Tests.Unicode;

/// <summary>What holds for every text.</summary>
public sealed class UnicodePropertyBasedTests
{
    private static readonly string[] Pieces =
    [
        "a", "B", "ب", "ا", "ل", "א", "1", "٢", "۳", " ", " ", "\t", "\n", "\r\n", ".", ",", "،", "%", "-", "+", "/", "!", "؟",
        "(", ")", "[", "]", "«", "»", "\u2329", "\u3009", "\u064E", "\u0651", "\u0301", "\u0316", "\u0654", "\u0640", "\u200C", "\u200D", "\u200B",
        "\u00AD", "\u00A0", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u061C",
        "漢", "ー", "각", "\u1112", "\u1161", "\u11AB", "👩", "🏽", "🇸", "\U00010900", "\U0001E900", "é", "ﻻ", "\uD800", "\uDC00", "\uE000",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (9, Gen.OneOfConst(Pieces)),
        (1, Gen.Int[0, 0x10FFFF].Where(codePoint => codePoint is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32)));

    private static readonly Gen<string> Text = Piece.Array[0, 60].Select(string.Concat);

    private static readonly Gen<string> TextWithoutIsolatesAndSeparators = Text.Select(text => new string(
        [.. text.Where(unit => unit is not (>= '\u2066' and <= '\u2069') && UnicodeProperties.BidiClass(unit) != BidiClass.B)]));

    [Fact]
    public void Reordering_is_a_permutation() => Gen.Select(Text, Gen.Int[0, 1]).Sample((text, level) =>
    {
        var levels = BidiAlgorithm.Resolve(text, level);
        BidiAlgorithm.ResetTrailingWhitespace(text, levels, 0, text.Length, level);
        var runs = BidiAlgorithm.VisualRuns(levels);
        Assert.Equal(Enumerable.Range(0, text.Length), runs.SelectMany(run => Enumerable.Range(run.Start, run.Length)).Order());
        Assert.All(runs, run => Assert.All(levels[run.Start..(run.Start + run.Length)], runLevel => Assert.Equal(run.Level, runLevel)));
    });

    [Fact]
    public void Levels_lie_between_the_paragraphs_and_126_and_keep_surrogate_pairs_together() =>
        Gen.Select(Text, Gen.Int[0, 1]).Sample((text, level) =>
        {
            var levels = BidiAlgorithm.Resolve(text, level);
            Assert.Equal(text.Length, levels.Length);
            for (var i = 0; i < levels.Length; i++)
            {
                Assert.InRange(levels[i], level, 126);
                Assert.True(i == 0 || !char.IsSurrogatePair(text, i - 1) || levels[i] == levels[i - 1]);
            }
        });

    [Fact]
    public void What_stands_in_an_isolate_does_not_touch_what_is_outside() =>
        Gen.Select(TextWithoutIsolatesAndSeparators, TextWithoutIsolatesAndSeparators, TextWithoutIsolatesAndSeparators, Gen.Int[0, 1])
            .Sample((before, inside, after, level) =>
            {
                before = before.Replace("\uD800", "", StringComparison.Ordinal);
                var with = BidiAlgorithm.Resolve($"{before}\u2067{inside}\u2069{after}", level);
                var without = BidiAlgorithm.Resolve($"{before}\u2067\u2069{after}", level);
                Assert.Equal(without[..(before.Length + 1)], with[..(before.Length + 1)]);
                Assert.Equal(without[(before.Length + 1)..], with[(before.Length + 1 + inside.Length)..]);
            });

    [Fact]
    public void Each_paragraph_of_a_text_has_the_levels_it_has_alone() => Gen.Select(Text, Text, Gen.Int[0, 1]).Sample((first, second, level) =>
    {
        byte[] apart = [.. BidiAlgorithm.Resolve(first + "\u2029", level), .. BidiAlgorithm.Resolve(second, level)];
        Assert.Equal(apart, BidiAlgorithm.Resolve(first + "\u2029" + second, level));
    });

    [Fact]
    public void No_line_breaks_between_a_base_and_its_mark_or_within_a_surrogate_pair() => Text.Sample(text =>
    {
        var breaks = new LineBreakOpportunity[text.Length + 1];
        LineBreaker.Find(text, breaks);
        for (var i = 1; i < text.Length; i++)
        {
            var isMark = text[i] is '\u064E' or '\u0651' or '\u0301' or '\u0316' or '\u0654' or '\u200C' or '\u200D';
            if (char.IsSurrogatePair(text, i - 1) || (isMark && !(text[i - 1] is ' ' or '\n' or '\r' or '\u200B') && !IsMandatory(text[i - 1])))
            {
                Assert.Equal(LineBreakOpportunity.Prohibited, breaks[i]);
            }
        }

        static bool IsMandatory(char unit) => unit is '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
    });

    [Fact]
    public void Lines_break_after_line_ends_and_nowhere_else_of_necessity() => Text.Sample(text =>
    {
        var breaks = new LineBreakOpportunity[text.Length + 1];
        LineBreaker.Find(text, breaks);
        for (var i = 1; i < text.Length; i++)
        {
            var isEnd = text[i - 1] is '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' || (text[i - 1] == '\r' && text[i] != '\n');
            Assert.Equal(isEnd, breaks[i] == LineBreakOpportunity.Mandatory);
        }
    });

    [Fact]
    public void Clusters_hold_the_whole_text_and_keep_marks_with_their_base() => Text.Sample(text =>
    {
        for (var start = 0; start < text.Length;)
        {
            var end = GraphemeClusters.Next(text, start);
            Assert.InRange(end, start + 1, text.Length);
            Assert.False(end < text.Length && char.IsSurrogatePair(text, end - 1));
            Assert.False(end < text.Length && text[end] is '\u064E' or '\u0651' or '\u0301' && text[end - 1] is not ('\n' or '\r' or '\u200B')
                && UnicodeProperties.GeneralCategory(text[end - 1]) is GeneralCategory.OtherLetter or GeneralCategory.NonspacingMark);
            start = end;
        }
    });

    [Fact]
    public void Script_runs_hold_the_whole_text_and_differ_from_their_neighbours() => Text.Sample(text =>
    {
        var end = 0;
        Script? before = null;
        foreach (var run in ScriptRuns.Resolve(text))
        {
            Assert.Equal(end, run.Start);
            Assert.True(run.Length > 0);
            Assert.NotEqual(before, run.Script);
            Assert.NotEqual(Script.Inherited, run.Script);
            before = run.Script;
            end += run.Length;
        }

        Assert.Equal(text.Length, end);
    });

    [Fact]
    public void Every_character_of_a_real_script_is_in_a_run_it_is_used_with() => Text.Sample(text =>
    {
        foreach (var run in ScriptRuns.Resolve(text))
        {
            foreach (var rune in text.Substring(run.Start, run.Length).EnumerateRunes().Where(rune => rune.Value != 0xFFFD))
            {
                Assert.True(
                    UnicodeProperties.Script(rune.Value) is Script.Common or Script.Inherited || UnicodeProperties.HasScript(rune.Value, run.Script));
            }
        }
    });

    [Fact]
    public void Normalization_forms_agree_with_each_other() => Text.Sample(text =>
    {
        var nfc = Normalization.ToNfc(text);
        var nfd = Normalization.ToNfd(text);
        Assert.Same(nfc, Normalization.ToNfc(nfc));
        Assert.Same(nfd, Normalization.ToNfd(nfd));
        Assert.Equal(nfc, Normalization.ToNfc(nfd));
        Assert.Equal(nfd, Normalization.ToNfd(nfc));
        Assert.Equal(Normalization.ToNfkc(text), Normalization.ToNfkc(nfd));
        Assert.Equal(Normalization.ToNfkd(text), Normalization.ToNfkd(Normalization.ToNfkc(text)));
    });

    [Theory]
    [InlineData("(")]
    [InlineData("(a")]
    [InlineData("([ا")]
    [InlineData("()ا")]
    [InlineData("\u2068")]
    [InlineData("\u2068\u2067")]
    [InlineData("\u2068ا\u2069")]
    [InlineData("\u202B\u202A")]
    [InlineData("\u202Bا\u202A1")]
    [InlineData("\u2067\u202E\u2069ا")]
    [InlineData("ا%")]
    [InlineData("%")]
    [InlineData("$(")]
    [InlineData("$\u0301(\u0301")]
    [InlineData("\u0301")]
    [InlineData("\u0301\u0316")]
    [InlineData("«ا،a")]
    [InlineData("\uD800")]
    public void Hostile_text_takes_linear_time(string piece)
    {
        var text = "\u05D0" + string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        var levels = BidiAlgorithm.Resolve(text, 0);
        BidiAlgorithm.ResetTrailingWhitespace(text, levels, 0, text.Length, 0);
        BidiAlgorithm.VisualRuns(levels);
        BidiAlgorithm.FirstStrongLevel(text);
        LineBreaker.Find(text, new LineBreakOpportunity[text.Length + 1]);
        ScriptRuns.Resolve(text);
        GraphemeClusters.Next(text, 0);
        Normalization.ToNfc(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}
