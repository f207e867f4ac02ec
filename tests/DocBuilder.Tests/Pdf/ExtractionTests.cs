using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Pdf;

/// <summary>Text that comes out of the PDF as it went in. The other readers are asked in tests/readers.</summary>
public class ExtractionTests
{
    [Theory]
    [InlineData("السلام عليكم ورحمة الله وبركاته")]
    [InlineData("لا إله إلا الله، ولأجل الإسلام لآلئ")]
    [InlineData("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ")]
    [InlineData("أعلنت شركة Microsoft أرباحها أمس")]
    [InlineData("قال (المدير) إن «الخطة» جاهزة")]
    [InlineData("می‌خواهم کتاب‌ها را بخوانم")]
    [InlineData("التقى الوزير نظيره في الرياض ثم غادر شركة الكهرباء")]
    [InlineData("عـــربـــي")]
    public void Arabic_comes_out_as_it_went_in(string text) => AssertRead(Model.Arabic, text);

    [Theory]
    [InlineData("The quick brown fox, office and affair.")]
    [InlineData("He said القاهرة is large")]
    public void English_comes_out_as_it_went_in(string text) => AssertRead(Model.English, text);

    [Fact]
    public void A_kashida_of_the_layout_leaves_no_tatweel()
    {
        var face = FontLibrary.Shipped.Find("Amiri", 400, false)!;
        var text = Model.Arabic.Text("سب");
        var document = Model.Arabic.Document(Model.Arabic.Paragraph(text));
        Glyph[] glyphs = [Glyph('ﺐ', 1), Glyph('ـ', 0) with { Stretch = 1.25f }, Glyph('ﺳ', 0)];
        var run = new GlyphRun(face, 12, Color.Black, "ar", 1, "سب", [.. glyphs]);
        var pdf = WrittenPdf.Of(document, OnePage(new TextFragment(ContentOwner.Of(text), 100, 100, [run])));

        Assert.Equal("سب", Fold(pdf.Text()));

        Glyph Glyph(char character, int cluster)
        {
            var id = face.GlyphFor(new Rune(character));
            return new Glyph(id, cluster, face.AdvanceOf(id), 0, 0);
        }
    }

    [Fact]
    public void A_formula_with_more_than_one_line_is_said_on_one_and_by_a_screen_reader_in_the_same_words()
    {
        const string Words = "x = (−b)/(2a)";
        var pdf = WrittenPdf.Of(WithFormula(Words));

        Assert.Contains(WithoutSpaces(Words), WithoutSpaces(Fold(pdf.Text())), StringComparison.Ordinal);
        Assert.Contains($"  Formula alt=\"{Words}\" \"{Words}\"", Inspection.Inspect.Lines(pdf.Bytes));
        Assert.DoesNotContain("WARNING", pdf.Run("qpdf", "--check", "@"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ua2-a4f", 1)]
    [InlineData("ua2-a4", 0)]
    [InlineData("ua1-a3a", 0)]
    public void A_formula_carries_its_mathml_where_pdf_2_may_hold_files(string profile, int count)
    {
        var pdf = WrittenPdf.Of(WithFormula("x = (−b)/(2a)"), Profile.Find(profile)!);
        var objects = pdf.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        Assert.Equal(count, objects.Split("/Subtype /application#2fmathml+xml").Length - 1);
        Assert.Equal(count, objects.Split("<mfrac><mrow>").Length - 1);
        Assert.DoesNotContain("mml", pdf.Run("qpdf", "--list-attachments", "@"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_character_is_reported_and_said_as_unknown()
    {
        var face = FontLibrary.Shipped.Find("Amiri", 400, false)!;
        var text = Model.English.Text("\uE000");
        var document = Model.English.Document(Model.English.Paragraph(text));
        var id = face.GlyphFor(new Rune('?'));
        var run = new GlyphRun(face, 12, Color.Black, "en", 0, "\uE000", [new Glyph(id, 0, face.AdvanceOf(id), 0, 0)]);
        var pdf = WrittenPdf.Of(document, OnePage(new TextFragment(ContentOwner.Of(text), 100, 100, [run])));

        Assert.Equal("DB5003", Assert.Single(pdf.Findings).Code);
        Assert.Contains("/ActualText", pdf.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_font_is_followed_by_another()
    {
        using var output = new MemoryStream();
        var file = new PdfFile(output, "1.7");
        var fonts = new CidFontCollection(file, capacity: 3);
        var face = FontLibrary.Shipped.Find("Amiri", 400, false)!;
        var source = fonts.SourceOf(face, 10, new GlyphRun(face, 10, Color.Black, "en", 0, "", []), 0);
        var cids = new List<int>();
        foreach (var letter in "abcdefg")
        {
            var shown = new ShownCharacter(letter, new GlyphOutline(500, new GlyphComponent(face.GlyphFor(new Rune(letter)), 0, 0)));
            source = fonts.Show(shown, source);
            cids.Add(shown.Cid);
        }

        Assert.Equal(3, fonts.Fonts.Count);
        Assert.Equal([1, 2, 3, 1, 2, 3, 1], cids);
        foreach (var font in fonts.Fonts)
        {
            CidFontWriter.Write(file, font);
        }
    }

    [Fact]
    public void Marks_do_not_jump_the_pen_inside_a_line()
    {
        var content = WrittenPdf.Of(Model.Arabic.Document(Model.Arabic.Paragraph("بِسْمِ")))
            .Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        Assert.Contains("Tj\n", content, StringComparison.Ordinal);
        Assert.DoesNotContain("TJ\n", content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_space_before_a_link_is_said_as_a_space_and_nothing_else()
    {
        var pdf = WrittenPdf.Of(Model.Arabic.Document(Model.Arabic.Paragraph(
            Model.Arabic.Text("انظر "), Model.Arabic.Link("https://example.org/", Model.Arabic.Text("هنا")))));
        Assert.DoesNotContain("<200F", pdf.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-"), StringComparison.Ordinal);
        Assert.Contains("انظر هنا", Fold(pdf.Text()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_two_faces_is_shown_with_one_font()
    {
        var pdf = WrittenPdf.Of(Model.Arabic.Document(Model.Arabic.Paragraph("أعلنت شركة Microsoft أرباحها")));
        var shown = pdf.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        var paragraph = shown[shown.IndexOf("/P<</MCID", StringComparison.Ordinal)..];
        Assert.Single(paragraph[..paragraph.IndexOf("EMC", StringComparison.Ordinal)].Split('\n'), line => line.EndsWith("Td", StringComparison.Ordinal));
    }

    internal static PageSet OnePage(params PageItem[] items) => new([new Page(595, 842, "1", [.. items])], [], []);

    internal static string Fold(string text)
    {
        var kept = text.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\f'));
        return string.Join(' ', string.Concat(kept).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Poppler moves the space at the border of two directions; every letter is where it belongs.</summary>
    private static Document WithFormula(string words) => Model.Arabic.Document(new MathBlock
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Expression = new MathExpression
        {
            Language = "ar",
            Direction = TextDirection.LeftToRight,
            MathMl = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac></math>",
            AlternativeText = words,
        },
    });

    private static void AssertRead(Model model, string text) =>
        Assert.Contains(WithoutSpaces(text), WithoutSpaces(Fold(WrittenPdf.Of(model.Document(model.Paragraph(text))).Text())), StringComparison.Ordinal);

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
