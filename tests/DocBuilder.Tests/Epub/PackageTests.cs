using System.Xml.Linq;
using DocBuilder.Documents;
using DocBuilder.Epub;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

public sealed class PackageTests
{
    [Fact]
    public void It_says_who_what_and_when()
    {
        var document = Article() with
        {
            Metadata = Model.Metadata with
            {
                Authors = ["أحمد", "John"],
                Published = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(3)),
                Publisher = "الصحيفة",
                SourceUrl = "https://example.org/a",
                Description = " وصف \n قصير ",
                Rights = "© ٢٠٢٦",
            },
        };
        var book = Book.Of(document);
        string[] Values(string name) => [.. book.Package.Descendants(Book.Dc + name).Select(element => element.Value)];
        Assert.Equal([Book.Options.Identifier], Values("identifier"));
        Assert.Equal(["العنوان"], Values("title"));
        Assert.Equal(["أحمد", "John"], Values("creator"));
        Assert.Equal(["ar"], Values("language"));
        Assert.Equal(["2026-03-01"], Values("date"));
        Assert.Equal(["الصحيفة"], Values("publisher"));
        Assert.Equal(["https://example.org/a"], Values("source"));
        Assert.Equal(["وصف قصير"], Values("description"));
        Assert.Equal(["© ٢٠٢٦"], Values("rights"));
        Assert.Equal(["2026-03-12T08:00:00Z"], book.Meta("dcterms:modified"));
        Assert.Equal(["rtl", "ltr"], book.Package.Descendants(Book.Dc + "creator").Select(creator => creator.At("dir")));
    }

    [Fact]
    public void Pages_turn_as_the_article_is_read()
    {
        static string? Progression(Document document) => Book.Of(document).Package.Descendants(Book.Opf + "spine").Single().At("page-progression-direction");
        Assert.Equal("rtl", Progression(Article()));
        Assert.Equal("ltr", Progression(Article() with { Direction = Ltr, Language = "en" }));
    }

    [Fact]
    public void Every_file_is_in_the_manifest_once()
    {
        var book = Book.Of(Article(Block(Image(Picture(), "أ"))), Book.Options with { EmbedFonts = true });
        var listed = book.Package.Descendants(Book.Opf + "item").Select(item => "EPUB/" + item.At("href")).Order(StringComparer.Ordinal);
        Assert.Equal(book.Names.Where(name => name.StartsWith("EPUB/", StringComparison.Ordinal) && name != "EPUB/package.opf").Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void A_language_counts_when_a_good_part_of_the_text_is_in_it()
    {
        string[] Languages(int english) => [.. Book.Of(Article(Paragraph(new string('ع', 90)), English(Text(new string('e', english), "en"))))
            .Package.Descendants(Book.Dc + "language").Select(language => language.Value)];
        Assert.Equal(["ar"], Languages(5));
        Assert.Equal(["ar", "en"], Languages(20));
    }

    [Fact]
    public void Text_alone_is_enough_where_there_is_only_text()
    {
        var book = Book.Of(Article(Paragraph("متن")));
        Assert.Equal(["textual"], book.Meta("schema:accessMode"));
        Assert.Equal(["textual"], book.Meta("schema:accessModeSufficient"));
        Assert.Equal(["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"], book.Meta("schema:accessibilityFeature"));
        Assert.Equal(["none"], book.Meta("schema:accessibilityHazard"));
        Assert.Empty(book.Meta("dcterms:conformsTo"));
    }

    [Fact]
    public void Described_pictures_are_claimed()
    {
        var book = Book.Of(Article(Block(Image(Picture(), "برج القاهرة"))));
        Assert.Equal(["textual", "visual"], book.Meta("schema:accessMode"));
        Assert.Equal(["textual", "textual,visual"], book.Meta("schema:accessModeSufficient"));
        Assert.Contains("alternativeText", book.Meta("schema:accessibilityFeature"));
    }

    [Fact]
    public void One_picture_without_description_takes_the_claim_away()
    {
        var book = Book.Of(Article(Block(Image(Picture(), "برج القاهرة")), Block(Image(Picture("b.jpg"), "صورة بلا وصف") with { LacksDescription = true })));
        Assert.Equal(["textual,visual"], book.Meta("schema:accessModeSufficient"));
        Assert.DoesNotContain("alternativeText", book.Meta("schema:accessibilityFeature"));
        Assert.Contains(": ١.", Assert.Single(book.Meta("schema:accessibilitySummary")), StringComparison.Ordinal);
    }

    [Fact]
    public void Decorative_pictures_say_nothing_to_anyone() =>
        Assert.Equal(["textual"], Book.Of(Article(Block(Image(Picture(), "", isDecorative: true)))).Meta("schema:accessMode"));

    [Fact]
    public void Pictures_among_the_letters_cannot_follow_the_readers_settings() =>
        Assert.DoesNotContain("displayTransformability", Book.Of(Article(Paragraph(Text("كلمة"), Image(Picture(), "حرف")))).Meta("schema:accessibilityFeature"));

    [Fact]
    public void Formulas_with_words_are_claimed_and_without_words_not()
    {
        IEnumerable<string> Features(string words) => Book.Of(Article(Paragraph(Formula("<math><mi>x</mi></math>", words)))).Meta("schema:accessibilityFeature");
        Assert.Equal(["MathML", "describedMath"], Features("سين").Intersect(["MathML", "describedMath"]));
        Assert.Equal(["MathML"], Features(" ").Intersect(["MathML", "describedMath"]));
    }

    [Fact]
    public void Nobody_promises_that_a_moving_picture_does_not_flash()
    {
        byte[] frame = [0x21, 0xF9, 0x04, 0, 0, 0, 0, 0];
        string[] Hazard(byte[] gif) => [.. Book.Of(Article(Block(Image(Picture("a.gif", "image/gif", gif), "متحركة")))).Meta("schema:accessibilityHazard")];
        Assert.Equal(["none"], Hazard([.. "GIF89a"u8, .. frame]));
        Assert.Equal(["unknown"], Hazard([.. "GIF89a"u8, .. frame, .. frame]));
    }

    [Fact]
    public void What_a_person_says_is_said_in_their_name()
    {
        var certification = new AccessibilityClaim("أحمد", "2.1") { Credential = "مدقق", Report = "https://example.org/تقرير" };
        var book = Book.Of(Article(Paragraph("متن")), Book.Options with { Certification = certification });
        Assert.Equal(["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"], book.Meta("dcterms:conformsTo"));
        Assert.Equal(["أحمد"], book.Meta("a11y:certifiedBy"));
        Assert.Equal(["مدقق"], book.Meta("a11y:certifierCredential"));
        Assert.StartsWith("https://example.org/%", book.Package.Descendants(Book.Opf + "link").Single(link => link.At("rel") == "a11y:certifierReport").At("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("لم يقيِّم", Assert.Single(book.Meta("schema:accessibilitySummary")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_person_can_certify_a_picture_without_description()
    {
        var book = Book.Of(Article(Block(Image(Picture(), "صورة بلا وصف") with { LacksDescription = true })), Book.Options with { Certification = new AccessibilityClaim("أحمد") });
        Assert.Empty(book.Meta("dcterms:conformsTo"));
        Assert.Equal("DB4006", Assert.Single(book.Findings).Code);
    }

    [Theory, InlineData("ar", "ar"), InlineData("ar-EG", "ar"), InlineData("fa", "fa"), InlineData("ur", "ur"), InlineData("he", "he"), InlineData("en-GB", "en"), InlineData("tr", "en"), InlineData("und", "en")]
    public void The_summary_is_in_the_articles_language_or_in_english(string language, string summary) => Assert.Equal(
        summary,
        Book.Of(Article() with { Language = language }).Package.Descendants(Book.Opf + "meta")
            .Single(meta => meta.At("property") == "schema:accessibilitySummary").Attribute(XNamespace.Xml + "lang")!.Value);
}
