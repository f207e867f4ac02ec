using System.Collections.Immutable;
using System.Text;
using CsCheck;
using DocBuilder.Documents;
using Xunit;
using static DocBuilder.Tests.Epub.Model;

namespace DocBuilder.Tests.Epub;

/// <summary>The words of the model come out of the spine, all of them, once, in order.</summary>
public sealed class TextTests
{
    private static readonly Gen<string> Words = Gen.OneOfConst(
        "كلمة", "نصٌّ مُشَكَّلٌ", "two words", "٥٠٪", "<&>\"'", "می‌خواهم", "עברית", "\U0001F600", "(قوس)",
        "جملة من كلمات كثيرة، كما هي معظم الجمل في المقالات \U0001F600\n", "a longer sentence, where <b> & \"c\" are escaped -> as in a short one");

    private static readonly Gen<Inline> Inlines = Gen.Recursive<Inline>((depth, inline) => depth > 3
        ? Words.Select(words => (Inline)Text(words))
        : Gen.OneOf(
            Words.Select(words => (Inline)Text(words)),
            Words.Select(words => (Inline)Text(words, "en")),
            Gen.Select(Gen.Enum<InlineStyle>(), inline.Array[1, 3]).Select((style, inner) => (Inline)Styled(style, inner)),
            inline.Array[1, 3].Select(inner => (Inline)Link("https://example.org/", inner)),
            Gen.Select(Gen.Enum<BidiIsolation>(), Words).Select((bidi, words) => (Inline)Isolate("en", words, bidi))));

    private static readonly Gen<Block> Paragraphs = Inlines.Array[1, 4].Select(inlines => (Block)Paragraph(inlines));

    private static readonly Gen<Block> Blocks = Gen.Recursive<Block>((depth, block) => depth > 3
        ? Paragraphs
        : Gen.OneOf(
            Paragraphs,
            Gen.Select(Gen.Int[2, 6], Words).Select((level, words) => (Block)Heading(level, words)),
            Gen.Select(Gen.Enum<ListMarker>(), Gen.Select(Gen.Int[-3, 9], block.Array[1, 3]).Array[1, 3])
                .Select((marker, items) => (Block)List(marker, [.. items.Select(item => (item.Item1, item.Item2))])),
            block.Array[1, 3].Select(blocks => (Block)new BlockQuote { Language = "ar", Direction = Rtl, Blocks = [.. blocks] }),
            block.Array[1, 3].Select(blocks => (Block)new Aside { Language = "en", Direction = Ltr, Blocks = [.. blocks] }),
            block.Array[1, 2].Select(blocks => (Block)new Figure { Language = "ar", Direction = Rtl, Blocks = [.. blocks], Caption = [.. blocks.Take(0)] }),
            Gen.Select(Words, Words).Select((first, second) => (Block)Verse(Line(first, second))),
            Gen.Select(block.Array[1, 2], Gen.Enum<TableHeaderScope>(), Gen.Bool).Select((blocks, scope, isTerm) => (Block)Table(
                1, Group(TableRowGroupKind.Body, Row(Cell(0, "", scope) with { Blocks = [.. blocks] })))),
            Gen.Select(Gen.Bool.Array[1, 4], block).Select((terms, inner) => (Block)Terms([.. terms.Select((isTerm, i) => i == 0
                ? new DescriptionItem { Language = "ar", Direction = Rtl, IsTerm = isTerm, Blocks = [inner] }
                : Term("مصطلح", isTerm))]))));

    [Fact]
    public void Text_of_the_spine_is_the_text_of_the_model() => Blocks.Array[1, 5].Sample(
        blocks =>
        {
            var document = Article(blocks);
            var said = string.Concat(Book.Of(document).Spine().Select(file => file.Body.Value));
            return Bare(said) == Bare(TextOf(document));
        },
        iter: 300);

    /// <summary>What the model says, by looking at every text node there is.</summary>
    private static string TextOf(Node node)
    {
        var text = new StringBuilder();
        foreach (var part in NodeTree.SelfAndDescendants(node).OfType<Text>())
        {
            text.Append(part.Value);
        }

        return text.ToString();
    }

    private static string Bare(string text) => string.Concat(text.Where(c => c is not (' ' or '\n')));
}
