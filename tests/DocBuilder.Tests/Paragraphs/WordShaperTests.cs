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
        var shaper = new WordShaper(buffer);
        // Each text twice: the words are new, and then known; the walls between new words depend on which are new.
        foreach (var text in Texts().Concat(Texts().Reverse()))
        {
            foreach (var run in ScriptRuns.Resolve(text).Where(run => run.Script is not Script.Common))
            {
                var settings = SettingsOf(run.Script);
                var part = text.AsSpan(run.Start, run.Length);
                var known = face.WordsOf(new ShapingKey(run.Script, "x-test", settings.IsRightToLeft, false));
                if (shaper.Shape(face, known, part, settings) is { } glyphs)
                {
                    Assert.Equal(Whole(face, whole, part, settings), glyphs);
                }
            }
        }
    }

    [Theory]
    [InlineData("Amiri", 400)]
    [InlineData("Amiri", 700)]
    public void Amiri_is_shaped_word_by_word(string family, int weight)
    {
        var face = Samples.Face(family, weight);
        using var buffer = new Buffer();
        var shaper = new WordShaper(buffer);
        var (texts, apart) = (0, 0);
        foreach (var text in Texts())
        {
            foreach (var run in ScriptRuns.Resolve(text).Where(run => run.Script == Script.Arabic && run.Length > 20))
            {
                texts++;
                apart += shaper.Shape(face, new ShapedWords(), text.AsSpan(run.Start, run.Length), SettingsOf(run.Script)) is null ? 0 : 1;
            }
        }

        Assert.True(apart > 0.9 * texts, $"{apart} of {texts}");
    }

    internal static IEnumerable<string> Texts()
    {
        var files = Directory.GetFiles(Samples.File("tests/expected"), "*.txt").Concat(Directory.GetFiles(new CorpusPages(Samples.File(".")).Folder, "*.txt"));
        return [.. files.Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines), Samples.ArabicNews, Samples.ArabicVocalised, Samples.Persian, Samples.UrduArticle, Samples.Hebrew, Samples.English];
    }

    internal static ShapingSettings SettingsOf(Script script) => new(
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
