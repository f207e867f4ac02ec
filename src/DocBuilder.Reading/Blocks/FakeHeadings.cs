using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Finds paragraphs that look like headings: short lines, all in bold, without a stop at the end, before a paragraph that is not. Where an article has
/// no heading and several of these they are its headings; else they are only told of.
/// </summary>
internal sealed class FakeHeadings(FindingList findings)
{
    private const int LongestHeading = 80;
    private const int MostWords = 12;
    private const int PromotedLevel = 2;

    /// <summary>The blocks of an article, its title left aside.</summary>
    public ImmutableArray<Block> Mend(ImmutableArray<Block> blocks)
    {
        var fakes = new List<int>();
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (WordsOf(blocks[i]) is not null && WordsOf(blocks[i + 1]) is null && blocks[i + 1] is Paragraph or List or Table or BlockQuote or Figure)
            {
                fakes.Add(i);
            }
        }

        var isStrong = fakes.Count >= 2 && !blocks.Any(static block => block is Heading);
        if (!isStrong)
        {
            // One bold line may be anything; it is proposed where the article is checked.
            return blocks;
        }

        var mended = blocks.ToBuilder();
        foreach (var index in fakes)
        {
            var paragraph = (Paragraph)blocks[index];
            var words = PlainWords.Of(paragraph.Inlines);
            findings.Add(FindingCatalog.HeadingPromoted, paragraph.Position, words, PromotedLevel.ToString(CultureInfo.InvariantCulture));
            mended[index] = new Heading
            {
                Level = PromotedLevel,
                Inlines = WordsOf(paragraph)!.Value,
                Language = paragraph.Language,
                Direction = paragraph.Direction,
                Position = paragraph.Position,
                Anchor = paragraph.Anchor,
            };
        }

        return mended.ToImmutable();
    }

    /// <summary>The words inside the bold that a line is all in; null for a block that is no such line.</summary>
    private static ImmutableArray<Inline>? WordsOf(Block block)
    {
        if (block is not Paragraph { Role: ParagraphRole.Body, Inlines: [Styled { Style: InlineStyle.Bold or InlineStyle.Strong } bold] })
        {
            return null;
        }

        var words = PlainWords.Of(bold.Inlines);
        return words.Length is > 1 and <= LongestHeading && words.Count(static c => c == ' ') < MostWords && !bold.Inlines.Any(static inline => inline is LineBreak or Image)
            && words[^1] is not ('.' or ',' or '،' or ';' or '؛' or ':' or '…' or '۔' or '"' or '»' or '”') ? bold.Inlines : null;
    }
}
