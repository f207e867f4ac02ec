using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;

namespace DocBuilder.Reading.Checks;

/// <summary>Finds long articles without headings, bold lines that stand for headings, and articles whose text is in their pictures.</summary>
internal static class HeadingCheck
{
    // Three screens or two printed pages, after which a reader who cannot skim is lost.
    private const int WordsWithoutHeading = 800;

    // A caption and a byline; an article says more.
    private const int FewestWords = 25;

    // Nothing smaller holds lines that anybody can read.
    private const int NarrowestText = 200;
    private const int LowestText = 100;

    // Longer lines in bold are emphasis, not titles.
    private const int LongestHeading = 80;

    // What ends a sentence, or goes on after the line.
    private const string Closing = ".!?…,;؟،؛۔。";

    public static void Run(Document document, List<BlockText> texts, FindingList findings)
    {
        var words = texts.Where(static text => text.Block is not CodeBlock && !IsTitleBlock(text.Block)).Sum(static text => text.Places.Length);
        if (words >= WordsWithoutHeading && !texts.Any(static text => text.Block is Heading { Level: > 1 }))
        {
            findings.Add(CheckFindings.HeadingsMissing, document.Position, Number(words));
        }

        if (words < FewestWords && NodeTree.SelfAndDescendants(document).OfType<Image>().FirstOrDefault(HoldsLines) is { } picture)
        {
            findings.Add(CheckFindings.TextInPicturesOnly, picture.Position, Number(words));
        }

        FindFakes(document.Blocks, findings);
        foreach (var node in NodeTree.SelfAndDescendants(document))
        {
            FindFakes(node switch { Aside aside => aside.Blocks, Details details => details.Blocks, _ => [] }, findings);
        }
    }

    private static bool HoldsLines(Image image) =>
        !image.IsDecorative && image.Resource is { PixelWidth: >= NarrowestText, PixelHeight: >= LowestText };

    private static bool IsTitleBlock(Block block) => block is Heading { Level: 1 } or Paragraph { Role: not ParagraphRole.Body };

    private static void FindFakes(ImmutableArray<Block> blocks, FindingList findings)
    {
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            // A heading has something under it that is no heading of the same kind.
            if (blocks[i] is Paragraph { Role: ParagraphRole.Body } line && IsBold(line) && blocks[i + 1] is not Heading and not ThematicBreak
                && !(blocks[i + 1] is Paragraph next && IsBold(next)) && PlainWords.Of(line.Inlines) is { Length: > 0 and <= LongestHeading } words
                && !Closing.Contains(words[^1], StringComparison.Ordinal))
            {
                findings.Add(CheckFindings.HeadingFaked, line.Position, words);
            }
        }
    }

    private static bool IsBold(Paragraph paragraph)
    {
        var hasWords = false;
        foreach (var inline in paragraph.Inlines)
        {
            switch (inline)
            {
                case Text text when string.IsNullOrWhiteSpace(text.Value):
                    break;
                case Styled { Style: InlineStyle.Strong or InlineStyle.Bold } bold:
                    hasWords |= PlainWords.Of(bold.Inlines).Any(char.IsLetter);
                    break;
                default:
                    return false;
            }
        }

        return hasWords;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
