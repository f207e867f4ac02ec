using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>Makes the blocks of a paragraph's inlines: pictures and displayed formulas that stand alone are blocks of their own.</summary>
internal static class ParagraphMaker
{
    /// <summary>Whether inlines show nothing but pictures, each of which is then a block of its own.</summary>
    public static bool AreOnlyPictures(ImmutableArray<Inline> inlines) => inlines.All(static inline => inline is Image or LineBreak || IsBlank(inline));

    /// <summary>The block of a picture.</summary>
    public static ImageBlock Make(Image image, ReadContext context) => new()
    {
        Image = image,
        Language = context.Language,
        Direction = context.Direction,
        Position = image.Position,
    };

    /// <summary>The block of other inlines.</summary>
    public static Block Make(ImmutableArray<Inline> inlines, ReadContext context, SourcePosition position)
    {
        if (inlines is [MathExpression { MathMl: var markup } math] && markup.AsSpan(0, markup.IndexOf('>', StringComparison.Ordinal) + 1).Contains(" display=\"block\"", StringComparison.Ordinal))
        {
            return new MathBlock { Expression = math, Language = context.Language, Direction = context.Direction, Position = math.Position };
        }

        return new Paragraph
        {
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
        };
    }

    private static bool IsBlank(Inline inline) => inline is Text text && string.IsNullOrWhiteSpace(text.Value);
}
