using System.Text;
using DocBuilder.Documents;
using DocBuilder.Tests.Fonts;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class StyleTests
{
    private static readonly Book Mixed = Book.Of(
        Article(
            Paragraph(Text("نصٌّ مُشَكَّلٌ فيه ٪ و"), Styled(InlineStyle.Strong, Text("تشديد")), Isolate("en", "Latin")),
            English(new Styled { Language = "en", Direction = Ltr, Style = InlineStyle.Emphasis, Inlines = [Text("slanted", "en")] }),
            Paragraph(Isolate("he", "עברית"))),
        Book.Options with { EmbedFonts = true });

    // EPUB 3.3, 6.3.1.3; and nothing that a reader's own settings could not change.
    [Theory, InlineData("direction"), InlineData("unicode-bidi"), InlineData("!important"), InlineData("px"), InlineData("-left"), InlineData("-right"), InlineData("font-size: 1em; color")]
    public void The_stylesheet_does_not_say(string forbidden) => Assert.DoesNotContain(forbidden, Mixed.Style, StringComparison.Ordinal);

    [Fact]
    public void There_is_no_style_or_script_in_the_text() => Assert.All(
        Mixed.Spine().SelectMany(file => file.Body.DescendantsAndSelf()),
        element => Assert.True(element.Attribute("style") is null && element.Name.LocalName is not ("script" or "style")));

    [Fact]
    public void Faces_are_those_of_the_theme_for_each_script() => Assert.Equal(
        ["EPUB/fonts/amiri-bold.ttf", "EPUB/fonts/amiri-regular.ttf", "EPUB/fonts/frankruhllibre-regular.ttf", "EPUB/fonts/sourceserif4-italic.ttf", "EPUB/fonts/sourceserif4-regular.ttf"],
        Mixed.Names.Where(name => name.Contains("fonts", StringComparison.Ordinal)));

    [Fact]
    public void The_main_families_are_set_on_body_alone_so_that_readers_can_change_them()
    {
        Assert.Contains("body { font-family: \"Amiri\", ", Mixed.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("\n:lang(ar) {", Mixed.Style, StringComparison.Ordinal);
        Assert.Contains("\n:lang(en) { font-family: \"Source Serif 4\", ", Mixed.Style, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_letter_of_the_book_is_in_a_face_of_the_book_under_120_kilobytes()
    {
        var files = Mixed.Names.Where(name => name.EndsWith(".ttf", StringComparison.Ordinal)).Select(Mixed.Entry).ToList();
        Assert.All(files, file => Assert.InRange(file.Length, 1, 120_000));
        var faces = files.Select(file => FontFace.Read(file)).ToList();
        foreach (var rune in Mixed.Body.Value.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)))
        {
            Assert.Contains(faces, face => face.GlyphFor(rune) != 0);
        }
    }

    // Its rules are many times its outlines.
    [Fact]
    public void Nastaliq_is_packed_and_so_under_120_kilobytes_too()
    {
        var words = Samples.UrduArticle;
        var book = Book.Of(
            new Document
            {
                Language = "ur",
                Direction = Rtl,
                Metadata = Model.Metadata,
                Numbering = NumberingSystem.Latin,
                Blocks = [new Heading { Language = "ur", Direction = Rtl, Level = 1, Inlines = [Text("نستعلیق", "ur")] }, new Paragraph { Language = "ur", Direction = Rtl, Inlines = [Text(words, "ur")] }],
            },
            Book.Options with { EmbedFonts = true });
        var name = Assert.Single(book.Names, static name => name.Contains("notonastaliqurdu-regular", StringComparison.Ordinal));
        Assert.EndsWith(".woff2", name, StringComparison.Ordinal);
        Assert.Contains("notonastaliqurdu-regular.woff2\") format(\"woff2\")", book.Style, StringComparison.Ordinal);
        Assert.All(book.Names.Where(static name => name.Contains("fonts/", StringComparison.Ordinal)), file => Assert.InRange(book.Entry(file).Length, 1, 120_000));
    }

    [Fact]
    public void Emoji_are_in_the_book_for_readers_that_have_none()
    {
        var book = Book.Of(Article(Paragraph("نار \U0001F525 وكتاب \U0001F4D6")), Book.Options with { EmbedFonts = true });
        var name = Assert.Single(book.Names, static name => name.Contains("notoemoji", StringComparison.Ordinal));
        using var face = DocBuilder.Typesetting.Fonts.FontFace.Read(book.Entry(name));
        Assert.NotEqual(0, face.GlyphFor(new System.Text.Rune(0x1F525)));
        Assert.Contains("\"Noto Color Emoji\", \"Noto Emoji\", serif", book.Style, StringComparison.Ordinal);
    }

    // The faces of symbols have the hand, the heart and the digits as well, and come before that of emoji.
    [Theory, InlineData("☝\U0001F3FB"), InlineData("☝\uFE0F"), InlineData("❤\uFE0F\u200D\U0001F525"), InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467"), InlineData("1\uFE0F\u20E3")]
    public void An_emoji_of_several_characters_is_in_one_face(string emoji)
    {
        var book = Book.Of(Article(Paragraph("رمز " + emoji + " هنا")), Book.Options with { EmbedFonts = true });
        var name = Assert.Single(book.Names, static name => name.Contains("notoemoji", StringComparison.Ordinal));
        using var face = FontFace.Read(book.Entry(name));
        Assert.All(emoji.EnumerateRunes(), rune => Assert.NotEqual(0, face.GlyphFor(rune)));
        Assert.DoesNotContain(book.Names, static name => name.Contains("notosanssymbols", StringComparison.Ordinal));
    }

    [Fact]
    public void A_symbol_that_is_also_part_of_an_emoji_has_one_face_in_the_book_and_a_letter_its_own()
    {
        var book = Book.Of(Article(Paragraph("☝ ☝\uFE0F ✌ © ©\uFE0F")), Book.Options with { EmbedFonts = true });
        int[] Of(string face) => [.. "☝✌©".Select(character =>
        {
            using var file = FontFace.Read(book.Entry(Assert.Single(book.Names, name => name.Contains(face, StringComparison.Ordinal))));
            return file.GlyphFor(new Rune(character)) == 0 ? 0 : 1;
        })];
        Assert.Equal([1, 0, 1], Of("notoemoji"));
        Assert.Equal([0, 1, 0], Of("notosanssymbols2"));
        Assert.Equal([0, 0, 1], Of("amiri-regular"));
    }

    [Fact]
    public void Joined_letters_need_no_other_face() => Assert.Equal(
        ["EPUB/fonts/amiri-bold.ttf", "EPUB/fonts/amiri-regular.ttf"],
        Book.Of(Article(Paragraph("القرن 13 ه\u200D و\u200Dه")), Book.Options with { EmbedFonts = true }).Names.Where(static name => name.Contains("fonts", StringComparison.Ordinal)));

    [Fact]
    public void Arabic_does_not_slant()
    {
        Assert.Contains("em:lang(ar), i:lang(ar), dfn:lang(ar), var:lang(ar) { font-style: normal; font-weight: bold; }", Mixed.Style, StringComparison.Ordinal);
        Assert.Contains("em:lang(en), i:lang(en), dfn:lang(en), var:lang(en) { font-style: italic; font-weight: inherit; }", Mixed.Style, StringComparison.Ordinal);
        Assert.Contains("cite:lang(ar) { font-style: normal; font-weight: inherit; }", Mixed.Style, StringComparison.Ordinal);
        Assert.Contains("cite:lang(en) { font-style: italic; font-weight: inherit; }", Mixed.Style, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_of_large_letters_asks_for_more_than_the_reader_does_and_has_no_small_print()
    {
        var style = Book.Of(Article(Paragraph("متن")), Book.Options with { Theme = ThemeFile.Open("large-print", out _)! }).Style;
        Assert.Contains("body { font-size: 1.4em;", style, StringComparison.Ordinal);
        Assert.Contains("small, figcaption, .dateline, .source, .notes { font-size: 1em; }", style, StringComparison.Ordinal);
        Assert.Contains("body { font-size: 1em;", Mixed.Style, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_with_formulas_has_a_face_that_sets_them_and_leaves_words_to_the_texts_own()
    {
        var formula = Formula("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mo>=</mo><msqrt><mfrac><mn>1</mn><mn>2</mn></mfrac></msqrt><mtext>إذا كان</mtext></math>", "x = √(1/2)");
        var book = Book.Of(Article(Paragraph(formula)), Book.Options with { EmbedFonts = true });
        using var face = FontFace.Read(book.Entry("EPUB/fonts/notosansmath-regular.ttf"));
        Assert.True(face.Tables.Has("MATH"));
        Assert.All("x=12√𝑥(".EnumerateRunes(), rune => Assert.NotEqual(0, face.GlyphFor(rune)));
        Assert.Equal(0, face.GlyphFor(new Rune('ذ')));
        Assert.True(face.GlyphCount > 40, "The root in all its sizes is there.");
        Assert.Contains("\nmath { font-family: \"Noto Sans Math\",", book.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("Noto Sans Math", Book.Of(Article(Paragraph("متن")), Book.Options with { EmbedFonts = true }).Style, StringComparison.Ordinal);
        Assert.DoesNotContain("\nmath {", Book.Of(Article(Paragraph(formula))).Style, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fonts_there_are_none()
    {
        var book = Book.Of(Article(Paragraph("متن")));
        Assert.DoesNotContain(book.Names, name => name.Contains("fonts", StringComparison.Ordinal));
        Assert.DoesNotContain("@font-face", book.Style, StringComparison.Ordinal);
    }
}
