using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Epub.Container;
using DocBuilder.Epub.Cover;
using DocBuilder.Epub.Styles;
using DocBuilder.Tests.Fonts;
using DocBuilder.Typesetting.Fonts;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

/// <summary>What books of a run have in common, and that no book shows what was built before it.</summary>
public sealed class SharedPartsTests
{
    private const string Library = "كانت المكتبة القديمة تطل على البحر، وفيها مخطوطات نادرة جمعها التجار.";
    private const string Desert = "خرج الفلكيون ليلا إلى الصحراء ليرصدوا النجوم؛ ثم عادوا (في 12 يوما) بخرائط.";

    private static readonly EpubOptions Alone = Book.Options with { EmbedFonts = true, Cover = CoverChoice.Drawn };

    private static readonly ImmutableArray<Document> Articles =
    [
        Article(Paragraph(Library)),
        Article(Paragraph(Desert), Paragraph(Styled(InlineStyle.Strong, Text(Library)), Isolate("en", "Latin"))),
        Article(Paragraph("نصٌّ مُشَكَّلٌ فيه ٪ و" + Desert)),
        English(Library),
        Urdu(Samples.UrduArticle),
        Article(Paragraph(Library + Desert)),
    ];

    [Fact]
    public void A_book_has_the_same_bytes_whatever_was_built_before_it()
    {
        var shared = Alone with { Shared = new SharedParts() };
        var alone = Articles.Select(static article => Book.Of(article, Alone).Bytes).ToList();
        Assert.Equal(alone, Articles.Select(article => Book.Of(article, shared).Bytes));
        Assert.Equal(alone, Articles.Reverse().Select(article => Book.Of(article, shared).Bytes).Reverse());
    }

    [Fact]
    public void A_book_has_the_same_bytes_whatever_is_built_beside_it()
    {
        var shared = Alone with { Shared = new SharedParts() };
        var alone = Articles[..4].Select(static article => Book.Of(article, Alone).Bytes).ToList();
        var beside = new byte[alone.Count * 4][];
        var cancellation = TestContext.Current.CancellationToken;
        Parallel.For(0, beside.Length, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation }, i =>
        {
            using var output = new MemoryStream();
            EpubWriter.Write(Articles[i % alone.Count], shared, output, cancellation);
            beside[i] = output.ToArray();
        });
        Assert.All(beside, (bytes, i) => Assert.Equal(alone[i % alone.Count], bytes));
    }

    [Fact]
    public void Articles_about_different_things_have_the_same_fonts()
    {
        var parts = new SharedParts();
        var books = Articles[..1].Add(Article(Paragraph(Desert))).Select(article => Book.Of(article, Alone with { Shared = parts })).ToList();
        Assert.Equal(Regular(books[0]), Regular(books[1]));
        Assert.Equal(1, parts.SubsetCount);
    }

    [Fact]
    public void A_face_has_every_letter_of_a_language_that_has_many_in_it()
    {
        using var face = FontFace.Read(Regular(Book.Of(Article(Paragraph(Library)), Alone)));
        Assert.All("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي٠١٢٣٤٥٦٧٨٩".EnumerateRunes(), rune => Assert.NotEqual(0, face.GlyphFor(rune)));
        Assert.All("پٹabc".EnumerateRunes(), rune => Assert.Equal(0, face.GlyphFor(rune)));
    }

    [Fact]
    public void A_word_in_bold_does_not_bring_the_alphabet_in_bold()
    {
        var book = Book.Of(Document(Paragraph(Text(Library), Styled(InlineStyle.Strong, Text("باب")))), Alone with { Cover = CoverChoice.None });
        using var face = FontFace.Read(book.Entry("EPUB/fonts/amiri-bold.ttf"));
        Assert.NotEqual(0, face.GlyphFor(new Rune('ب')));
        Assert.Equal(0, face.GlyphFor(new Rune('ظ')));
    }

    [Fact]
    public void A_quotation_in_another_language_does_not_bring_its_alphabet()
    {
        using var face = FontFace.Read(Regular(Book.Of(English(Library), Alone)));
        Assert.NotEqual(0, face.GlyphFor(new Rune('ط')));
        Assert.Equal(0, face.GlyphFor(new Rune('ظ')));
    }

    [Fact]
    public void What_is_asked_for_again_and_again_is_made_once_and_the_rest_is_put_away()
    {
        var parts = new SharedParts();
        var face = Samples.Face("Vazirmatn");
        var (often, made) = (PackedFile.Store(new byte[50_000]), 0);
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(often.Crc, parts.Subset(face, "often", () => Make(often))!.Crc);
            parts.Subset(face, $"seldom {i}", () => PackedFile.Store(new byte[50_000]));
        }

        Assert.Equal(1, made);
        Assert.InRange(parts.SubsetCount, 20, 90);

        PackedFile Make(PackedFile file)
        {
            made++;
            return file;
        }
    }

    [Fact]
    public void A_stylesheet_that_books_share_is_compressed_once()
    {
        var parts = new SharedParts();
        var packed = parts.Packed(new Stylesheet("a { }\n", "b { }\n"));
        Assert.Same(packed, parts.Packed(new Stylesheet("a { }\n", "b { }\n")));
        for (var i = 0; i < 100; i++)
        {
            Assert.NotSame(packed, parts.Packed(new Stylesheet("a { }\n", $"b{i} {{ }}\n")));
        }

        Assert.Same(packed, parts.Packed(new Stylesheet("a { }\n", "b { }\n")));
        Assert.NotSame(parts.Packed(new Stylesheet("a { }\n", "b99 { }\n")), parts.Packed(new Stylesheet("a { }\n", "b99 { }\n")));
    }

    [Fact]
    public void That_a_face_is_too_heavy_is_found_out_once()
    {
        var parts = new SharedParts();
        var face = Samples.Face("Vazirmatn");
        Assert.Null(parts.Subset(face, "heavy", static () => null));
        Assert.Null(parts.Subset(face, "heavy", static () => throw new InvalidOperationException()));
    }

    [Fact]
    public void A_picture_is_compressed_where_that_makes_it_smaller_by_a_twentieth()
    {
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        byte[] half = [.. noise, .. new byte[10_000]];
        byte[] hardly = [.. noise, .. new byte[400]];
        Assert.True(PackedFile.Picture(half, "image/jpeg") is { IsDeflated: true, Size: 20_000, Bytes.Length: < 11_000 });
        Assert.Equal(hardly, PackedFile.Picture(hardly, "image/jpeg").Bytes);
        Assert.Equal(half, PackedFile.Picture(half, "image/png").Bytes);
        Assert.False(PackedFile.Picture(new byte[200_000], "image/jpeg").IsDeflated);
        Assert.True(PackedFile.Picture(half, "image/svg+xml").IsDeflated);
    }

    private static byte[] Regular(Book book) => book.Entry("EPUB/fonts/amiri-regular.ttf");

    private static Document English(string quotation) => new()
    {
        Language = "en",
        Direction = Ltr,
        Metadata = Model.Metadata with { Title = "Libraries" },
        Numbering = NumberingSystem.Latin,
        Blocks = [Model.English(Text("The sign says: ", "en"), Isolate("ar", quotation))],
    };

    private static Document Urdu(string words) => new()
    {
        Language = "ur",
        Direction = Rtl,
        Metadata = Model.Metadata,
        Numbering = NumberingSystem.Latin,
        Blocks = [new Paragraph { Language = "ur", Direction = Rtl, Inlines = [Text(words, "ur")] }],
    };
}
