using CsCheck;
using DocBuilder.HyphenationPatterns;
using DocBuilder.Typesetting.Paragraphs.Hyphenation;
using DocBuilder.Typesetting.Unicode;
using DocBuilder.UnicodeTables;
using Xunit;

namespace DocBuilder.Tests.Paragraphs.Hyphenation;

public sealed class HyphenatorTests
{
    private static readonly string[] Letters =
    [
        "a", "e", "i", "o", "u", "b", "d", "h", "l", "n", "p", "r", "s", "t", "g", "c", "I", "E", "é", "ü", "ç", "ñ", "ô", "å", "ı", "İ", "ß", "æ", "ş", "č",
        "'", "’", "\u0301", "\u0308", "\u0327", "\u200D", "—", "1", "-", ".", "س", "ﬁ", "ế", "\uD800", "😀",
    ];

    private static readonly string[] Languages = ["en", "en-GB", "fr", "de", "es", "it", "pt", "nl", "tr", "fi", "el", "pl", "sv", "ca"];

    private static readonly Gen<string> Word = Gen.Frequency((12, Gen.OneOfConst(Letters[..18])), (1, Gen.OneOfConst(Letters))).Array[0, 40].Select(string.Concat);

    [Theory]
    [InlineData("en-US", "hy-phen-ation")] // The TeXbook, appendix H
    [InlineData("en-US", "con-cate-na-tion")] // The TeXbook, appendix H, with Kuiken's patterns
    [InlineData("en-US", "su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious")] // The TeXbook, appendix H
    [InlineData("en-GB", "hy-phen-a-tion")]
    [InlineData("de", "Sil-ben-tren-nung")]
    [InlineData("de-AT", "Do-nau-dampf-schiff-fahrt")]
    [InlineData("de", "Zu-cker")] // reformed: ck stays together
    [InlineData("fr", "ty-po-gra-phie")]
    [InlineData("es", "cons-truc-ción")]
    [InlineData("es-MX", "fe-rro-ca-rril")]
    [InlineData("it", "ma-te-ma-ti-ca")]
    [InlineData("pt-BR", "por-tu-guês")]
    [InlineData("nl", "let-ter-gre-pen")]
    [InlineData("tr", "is-tan-bul")]
    [InlineData("tr", "ki-tap-lık")]
    [InlineData("sv", "av-stav-ning")]
    [InlineData("da", "or-de-ling")]
    [InlineData("nb", "ord-de-ling")]
    [InlineData("fi", "kir-jas-to")]
    [InlineData("pl", "prze-no-sze-nie")]
    [InlineData("el", "ελ-λη-νι-κά")]
    [InlineData("ru", "пе-ре-нос")]
    public void Words_break_as_their_language_does(string language, string expected) =>
        Assert.Equal(expected, Hyphenated(language, expected.Replace("-", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("as-so-ciate")]
    [InlineData("phil-an-thropic")]
    [InlineData("project")]
    [InlineData("ta-ble")]
    public void Listed_exceptions_stand_over_patterns(string expected) =>
        Assert.Equal(expected, Hyphenated("en-US", expected.Replace("-", "", StringComparison.Ordinal)));

    [Fact]
    public void Every_exception_of_american_english_breaks_as_listed_within_the_minima()
    {
        var file = PatternFile.Read(Path.Combine(CompiledPatterns.SourceFolder(RepositoryRoot.Find(AppContext.BaseDirectory)!), "hyph-en-us.tex"));
        Assert.True(file.Exceptions.Count >= 14);
        foreach (var exception in file.Exceptions)
        {
            var word = exception.Letters.Trim('.');
            var expected = Enumerable.Range(file.LeftMinimum, word.Length - file.LeftMinimum - file.RightMinimum + 1).Where(i => exception.Levels[i + 1] % 2 == 1);
            Assert.Equal(expected, Breaks("en-US", word));
        }
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("he")]
    [InlineData("fa")]
    [InlineData("tr-Arab")]
    [InlineData("ku-Arab")]
    [InlineData("de-1901")]
    [InlineData("cs")]
    [InlineData("und")]
    [InlineData("")]
    [InlineData("e n")]
    public void Other_languages_scripts_and_orthographies_have_no_hyphenator(string tag) => Assert.Null(Hyphenator.For(tag));

    [Theory]
    [InlineData("en", "en-us")]
    [InlineData("EN-us", "en-us")]
    [InlineData("en-Latn-GB", "en-gb")]
    [InlineData("en-AU", "en-gb")]
    [InlineData("en-001", "en-gb")]
    [InlineData("en-u-ca-gregory", "en-us")]
    [InlineData("de-CH-1996", "de-1996")]
    [InlineData("sr", "sh-cyrl")]
    [InlineData("sr-Latn-RS", "sh-latn")]
    [InlineData("no", "nb")]
    public void A_tag_leads_to_its_patterns(string tag, string patterns) => Assert.Equal(patterns, HyphenationLanguages.PatternsFor(tag));

    [Theory]
    [InlineData("HYPHENATION")]
    [InlineData("hyphenation2")]
    [InlineData("well-hyphenation")]
    [InlineData("hyphen\u00ADation")]
    [InlineData("https://hyphenation.org")]
    [InlineData("www.hyphenation.org")]
    [InlineData("someone@hyphenation.org")]
    [InlineData("@hyphenation")]
    [InlineData("and/hyphenation")]
    [InlineData("سhyphenation")]
    [InlineData("مستشفيات")]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("\u0301")]
    public void What_is_no_plain_word_stays_whole(string text) => Assert.Empty(Breaks("en", text));

    [Theory]
    [InlineData("“hyphenation”,", "“hy-phen-ation”,")]
    [InlineData("(hyphenation)،", "(hy-phen-ation)،")]
    [InlineData("\u2067hyphenation\u2069", "\u2067hy-phen-ation\u2069")]
    [InlineData("hyphenation’s", "hy-phen-ation’s")]
    [InlineData("hyphenation—hyphenation", "hy-phen-ation—hy-phen-ation")]
    [InlineData("NATO—hyphenation", "NATO—hy-phen-ation")]
    public void Punctuation_around_words_is_passed_over(string text, string expected) => Assert.Equal(expected, Hyphenated("en", text));

    [Theory]
    [InlineData("en", "Hyphenation", "Hy-phen-ation")]
    [InlineData("tr", "İSTANBULlu", "İS-TAN-BUL-lu")]
    [InlineData("tr", "KITAPlık", "KI-TAP-lık")]
    [InlineData("fr", "L’hyphénation", "L’hy-phé-na-tion")]
    [InlineData("fr", "L'hyphénation", "L'hy-phé-na-tion")]
    public void Capitals_and_either_apostrophe_make_no_difference(string language, string text, string expected) =>
        Assert.Equal(expected, Hyphenated(language, text));

    [Fact]
    public void A_letter_the_language_lacks_is_taken_for_its_base() => Assert.Equal("hy-phén-ation", Hyphenated("en", "hyphénation"));

    [Fact]
    public void A_word_longer_than_the_bound_stays_whole()
    {
        Assert.NotEmpty(Breaks("en", string.Concat(Enumerable.Repeat("hyphenation", 23))));
        Assert.Empty(Breaks("en", string.Concat(Enumerable.Repeat("hyphenation", 24))));
    }

    [Fact]
    public void Too_little_room_is_refused() =>
        Assert.Throws<ArgumentException>(() => Hyphenator.For("en")!.FindBreaks("hyphenation", new int[10]));

    [Fact]
    public void Breaks_ascend_lie_between_grapheme_clusters_and_keep_two_letters_on_the_left() =>
        Gen.Select(Gen.OneOfConst(Languages), Word).Sample((language, word) =>
        {
            var ends = new HashSet<int>();
            for (var i = GraphemeClusters.Next(word, 0); i < word.Length; i = GraphemeClusters.Next(word, i))
            {
                ends.Add(i);
            }

            var breaks = Breaks(language, word);
            Assert.Equal(breaks.Distinct().Order(), breaks);
            Assert.Subset(ends, breaks.ToHashSet());
            var least = language == "el" ? 1 : 2;
            Assert.All(breaks, place => Assert.InRange(place, least, word.Length - least));
        });

    [Fact]
    public void Composed_and_decomposed_words_break_alike() => Gen.Select(Gen.OneOfConst(Languages), Word).Sample((language, word) =>
    {
        var composed = Normalization.ToNfc(word);
        Assert.Equal(
            Breaks(language, composed).Select(place => Normalization.ToNfd(composed[..place])),
            Breaks(language, Normalization.ToNfd(word)).Select(place => Normalization.ToNfd(word)[..place]));
    });

    [Fact]
    public void Packed_patterns_find_what_the_listed_patterns_say() => Gen.Select(Gen.OneOfConst("en-us", "de-1996", "nl"), Word).Sample((name, word) =>
    {
        var file = Files[name];
        var letters = new string([.. word.ToLowerInvariant().Where(letter => letter is >= 'a' and <= 'z')]);
        var levels = new byte[letters.Length + 3];
        var whole = $".{letters}.";
        for (var start = 0; start < whole.Length; start++)
        {
            for (var length = 1; start + length <= whole.Length; length++)
            {
                foreach (var pattern in file[whole.Substring(start, length)])
                {
                    for (var i = 0; i < pattern.Levels.Length; i++)
                    {
                        levels[start + i] = Math.Max(levels[start + i], pattern.Levels[i]);
                    }
                }
            }
        }

        var (left, right) = name == "en-us" ? (2, 3) : (2, 2);
        var expected = Enumerable.Range(0, letters.Length).Where(i => i >= left && i <= letters.Length - right && levels[i + 1] % 2 == 1);
        Assert.Equal(expected, Breaks(name[..2], letters));
    });

    private static readonly Dictionary<string, ILookup<string, Pattern>> Files = new[] { "en-us", "de-1996", "nl" }.ToDictionary(name => name, name =>
    {
        var file = PatternFile.Read(Path.Combine(CompiledPatterns.SourceFolder(RepositoryRoot.Find(AppContext.BaseDirectory)!), $"hyph-{name}.tex"));
        return file.Patterns.Concat(file.Exceptions).ToLookup(pattern => pattern.Letters);
    });

    private static int[] Breaks(string language, string text)
    {
        var breaks = new int[text.Length];
        return breaks[..Hyphenator.For(language)!.FindBreaks(text, breaks)];
    }

    private static string Hyphenated(string language, string text) =>
        Breaks(language, text).Reverse().Aggregate(text, (word, place) => word.Insert(place, "-"));
}
