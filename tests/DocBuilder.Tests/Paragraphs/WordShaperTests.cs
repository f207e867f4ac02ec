using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DocBuilder.Tests.Fonts;
using DocBuilder.Tests.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Unicode;
using HarfBuzzSharp;
using Xunit;
using Buffer = HarfBuzzSharp.Buffer;
using Glyph = DocBuilder.Typesetting.Fonts.ShapedGlyph;
using Script = DocBuilder.Typesetting.Unicode.Script;

namespace DocBuilder.Tests.Paragraphs;

/// <summary>Shaping words once, and one by one, may change nothing but time.</summary>
public sealed class WordShaperTests
{
    public static TheoryData<string, int, bool> Faces
    {
        get
        {
            var data = new TheoryData<string, int, bool>();
            foreach (var face in FontLibrary.Shipped.Faces)
            {
                data.Add(face.Family, face.Weight, face.IsItalic);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public void Words_shaped_one_by_one_have_the_glyphs_of_the_text_shaped_as_a_whole(string family, int weight, bool isItalic)
    {
        var face = Samples.Face(family, weight, isItalic);
        using var buffer = new Buffer();
        using var whole = new Buffer();
        var shaper = new WordShaper(buffer, new GlyphArena());
        // A few texts forth and back: their words are new, and then known, and the walls between new words depend on which are new. Not many,
        // since a face whose words depend on one another is soon no longer asked.
        foreach (var few in Texts().Chunk(6))
        {
            var known = new Dictionary<Script, ShapedWords>();
            foreach (var text in few.Concat(few.Reverse()))
            {
                foreach (var run in ScriptRuns.Resolve(text).Where(static run => run.Script is not Script.Common))
                {
                    var settings = SettingsOf(run.Script);
                    var part = text.AsSpan(run.Start, run.Length);
                    known.TryAdd(run.Script, NoWords());
                    if (shaper.TryShape(face, known[run.Script], part, settings, out var glyphs))
                    {
                        Assert.Equal(Whole(face, whole, part, settings), glyphs.ToArray());
                    }
                }
            }
        }
    }

    [Fact]
    public void Words_of_code_keep_their_letters_apart_as_code_shaped_as_a_whole_does()
    {
        var face = Samples.Face("Amiri");
        using var buffer = new Buffer();
        using var whole = new Buffer();
        var shaper = new WordShaper(buffer, new GlyphArena());
        var (prose, code) = (SettingsOf(Script.Latin), SettingsOf(Script.Latin) with { Features = Shaper.CodeFeatures });
        const string Text = "if final fix ffl then offer fi";
        Assert.True(shaper.TryShape(face, NoWords(), Text, code, out var inCode));
        Assert.True(shaper.TryShape(face, NoWords(), Text, prose, out var inProse));
        Assert.Equal(Whole(face, whole, Text, code), inCode.ToArray());
        Assert.NotEqual(inCode.Length, inProse.Length);
    }

    [Fact]
    public void Threads_that_share_the_words_of_a_face_shape_them_alike()
    {
        var face = Samples.Face("Amiri");
        var known = NoWords();
        var settings = SettingsOf(Script.Arabic);
        var texts = Texts().SelectMany(static text => ScriptRuns.Resolve(text).Where(static run => run.Script == Script.Arabic)
            .Select(run => text.Substring(run.Start, run.Length))).ToList();
        Parallel.For(0, 8, thread =>
        {
            using var buffer = new Buffer();
            using var whole = new Buffer();
            var shaper = new WordShaper(buffer, new GlyphArena());
            for (var i = 0; i < texts.Count; i++)
            {
                // Each begins elsewhere, so that all find what others keep at the same time.
                var text = texts[(i + (thread * texts.Count / 8)) % texts.Count];
                if (shaper.TryShape(face, known, text, settings, out var glyphs))
                {
                    Assert.Equal(Whole(face, whole, text, settings), glyphs.ToArray());
                }
            }
        });
    }

    [Fact]
    public void A_space_that_is_drawn_nearer_to_some_letters_is_never_kept_with_others()
    {
        using var face = WithKerningBeforeSpaces(Samples.Face("Noto Sans Mono"), 'A');
        using var buffer = new Buffer();
        using var whole = new Buffer();
        var shaper = new WordShaper(buffer, new GlyphArena());
        var settings = SettingsOf(Script.Latin);
        var known = NoWords();
        foreach (var text in new[] { "xA last", "b last", "b xA last", "b  last", "A  last", "b  last" })
        {
            if (shaper.TryShape(face, known, text, settings, out var glyphs))
            {
                Assert.Equal(Whole(face, whole, text, settings), glyphs.ToArray());
            }
        }

        Assert.True(shaper.TryShape(face, known, "b last", settings, out _));
        Assert.False(shaper.TryShape(face, known, "xA last", settings, out _));
    }

    /// <summary>A face that has no rules but one: a space moves nearer to a letter.</summary>
    private static FontFace WithKerningBeforeSpaces(FontFace face, char letter)
    {
        var builder = new SfntBuilder(face.Tables.Version);
        foreach (var tag in face.Tables.Tags.Where(static tag => tag is not ("GPOS" or "GSUB" or "GDEF")))
        {
            builder.Add(tag, face.Tables.TryTable(tag, out var table) ? table : default);
        }

        const ushort D = 'D' << 8, K = 'k' << 8, R = 'r' << 8;
        ushort[] numbers =
        [
            1, 0, 10, 30, 44, // GPOS 1.0
            1, D | 'F', ('L' << 8) | 'T', 8, 4, 0, 0, 0xFFFF, 1, 0, // the script DFLT has feature 0
            1, K | 'e', R | 'n', 8, 0, 1, 0, // which is "kern", by lookup 0
            1, 4, 2, 0, 1, 8, // of type 2, pairs
            1, 12, 4, 0, 1, 18, 1, 1, face.GlyphFor(new Rune(letter)), 1, face.GlyphFor(new Rune(' ')), unchecked((ushort)-200),
        ];
        var gpos = new byte[2 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(gpos.AsSpan(2 * i), numbers[i]);
        }

        return FontFace.Read(builder.Add("GPOS", gpos).ToArray());
    }

    [Fact]
    public void Words_of_a_face_with_alternates_by_chance_are_never_kept()
    {
        var face = Samples.Face("Amiri");
        var gsub = face.Tables.Span("GSUB").ToArray();
        "rand"u8.CopyTo(gsub.AsSpan(gsub.AsSpan().IndexOf("rlig"u8)));
        Assert.True(face.Words.AreWorthKeeping);
        var builder = new SfntBuilder(face.Tables.Version);
        foreach (var tag in face.Tables.Tags)
        {
            builder.Add(tag, face.Tables.TryTable(tag, out var table) && tag != "GSUB" ? table : gsub);
        }

        using var random = FontFace.Read(builder.ToArray());
        Assert.False(random.Words.AreWorthKeeping);
    }

    [Theory]
    [InlineData("Noto Sans Hebrew", "Latin", true, "one two")]
    [InlineData("Amiri", "Arabic", false, "٢٬٥١٢")]
    public void A_text_that_runs_against_its_script_is_shaped_and_kept_as_a_whole(string family, string script, bool isRightToLeft, string text)
    {
        using var buffer = new Buffer();
        using var whole = new Buffer();
        var face = Samples.Face(family);
        var settings = SettingsOf(Enum.Parse<Script>(script)) with { IsRightToLeft = isRightToLeft };
        var known = NoWords();
        for (var time = 0; time < 2; time++)
        {
            Assert.True(new WordShaper(buffer, new GlyphArena()).TryShape(face, known, text, settings, out var glyphs));
            Assert.Equal(Whole(face, whole, text, settings), glyphs.ToArray());
            Assert.Equal(1, known.Count);
        }
    }

    [Fact]
    public void A_long_text_that_runs_against_its_script_is_not_kept()
    {
        using var buffer = new Buffer();
        var settings = SettingsOf(Script.Latin) with { IsRightToLeft = true };
        Assert.False(new WordShaper(buffer, new GlyphArena()).TryShape(Samples.Face("Noto Sans Hebrew"), NoWords(), "one two three", settings, out _));
    }

    [Fact]
    public void However_many_words_are_met_no_more_than_some_are_kept()
    {
        var all = new KnownWords();
        var word = new ShapedWord(WordKind.Free, new Glyph[8]);
        for (var i = 0; i < 100_000; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            all.In(new ShapingKey(Script.Latin, number[..1], false, false)).Add(number, WordPlace.Middle, word);
        }

        Assert.InRange(all.Count, 1, 20_000);
        Assert.Equal(WordKind.Free, all.In(new ShapingKey(Script.Latin, "9", false, false)).Find("99999", WordPlace.Middle).Kind);
    }

    [Theory]
    [InlineData("Amiri", 400)]
    [InlineData("Amiri", 700)]
    public void Amiri_is_shaped_word_by_word(string family, int weight)
    {
        var face = Samples.Face(family, weight);
        using var buffer = new Buffer();
        var shaper = new WordShaper(buffer, new GlyphArena());
        var (texts, apart) = (0, 0);
        foreach (var text in Texts())
        {
            foreach (var run in ScriptRuns.Resolve(text).Where(run => run.Script == Script.Arabic && run.Length > 20))
            {
                texts++;
                apart += shaper.TryShape(face, NoWords(), text.AsSpan(run.Start, run.Length), SettingsOf(run.Script), out _) ? 1 : 0;
            }
        }

        Assert.True(apart > 0.9 * texts, $"{apart} of {texts}");
    }

    private static ShapedWords NoWords() => new KnownWords().In(new ShapingKey(Script.Common, "", false, false));

    private static IEnumerable<string> Texts()
    {
        var files = Directory.GetFiles(Samples.File("tests/expected"), "*.txt").Concat(Directory.GetFiles(new CorpusPages(Samples.File(".")).Folder, "*.txt"));
        return [.. files.Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines), Samples.ArabicNews, Samples.ArabicVocalised, Samples.Persian, Samples.UrduArticle, Samples.Hebrew, Samples.English];
    }

    private static ShapingSettings SettingsOf(Script script) => new(
        HarfBuzzSharp.Script.Parse(script.ToIso15924()), new Language(script == Script.Arabic ? "ar" : "en"), script is Script.Arabic or Script.Hebrew, []);

    private static Glyph[] Whole(FontFace face, Buffer buffer, ReadOnlySpan<char> text, in ShapingSettings settings)
    {
        settings.Shape(face, buffer, BufferFlags.ProduceSafeToInsertTatweel, text, 0, text.Length);
        var glyphs = new Glyph[buffer.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = ShapingSettings.ToGlyph(buffer.GetGlyphInfoSpan()[i], buffer.GetGlyphPositionSpan()[i], 0);
        }

        return glyphs;
    }
}
