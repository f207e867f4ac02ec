using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>Makes the block of a paragraph's inlines: pictures and displayed formulas that stand alone are blocks of their own.</summary>
internal static class ParagraphMaker
{
    public static IEnumerable<Block> Make(ImmutableArray<Inline> inlines, ReadContext context, SourcePosition position)
    {
        if (inlines.All(static inline => inline is Image or LineBreak || IsBlank(inline)))
        {
            return inlines.OfType<Image>().Select(image => new ImageBlock
            {
                Image = image,
                Language = context.Language,
                Direction = context.Direction,
                Position = image.Position,
            });
        }

        return
        [
            new Paragraph
            {
                Inlines = inlines,
                Language = context.Language,
                Direction = context.Direction,
                Position = position,
            },
        ];
    }

    private static bool IsBlank(Inline inline) => inline is Text text && string.IsNullOrWhiteSpace(text.Value);
}
