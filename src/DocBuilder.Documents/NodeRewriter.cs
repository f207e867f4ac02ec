using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>Copies blocks with changes. Who inherits from it says what changes; the rest is copied as it is.</summary>
/// <remarks>The model's depth is bounded by <see cref="Limits.Depth"/>, so the recursion here is bounded too.</remarks>
public abstract class NodeRewriter
{
    /// <summary>A block as it shall be, with all that it holds.</summary>
    /// <param name="block">The block as it is.</param>
    public virtual Block Rewrite(Block block) => block switch
    {
        Heading heading => heading with { Inlines = Rewrite(heading.Inlines) },
        Paragraph paragraph => paragraph with { Inlines = Rewrite(paragraph.Inlines) },
        List list => list with { Items = Rewrite(list.Items) },
        ListItem item => item with { Blocks = Rewrite(item.Blocks) },
        DescriptionList list => list with { Items = Rewrite(list.Items) },
        DescriptionItem item => item with { Blocks = Rewrite(item.Blocks) },
        BlockQuote quote => quote with { Blocks = Rewrite(quote.Blocks) },
        Aside aside => aside with { Blocks = Rewrite(aside.Blocks) },
        Details details => details with { Summary = Rewrite(details.Summary), Blocks = Rewrite(details.Blocks) },
        CodeBlock code => code with { Inlines = Rewrite(code.Inlines) },
        Verse verse => verse with { Lines = Rewrite(verse.Lines) },
        VerseLine line => line with { Hemistichs = Rewrite(line.Hemistichs) },
        Hemistich half => half with { Inlines = Rewrite(half.Inlines) },
        Figure figure => figure with { Blocks = Rewrite(figure.Blocks), Caption = Rewrite(figure.Caption) },
        ImageBlock image => image with { Image = (Image)Rewrite(image.Image) },
        MathBlock math => math with { Expression = (MathExpression)Rewrite(math.Expression) },
        NoteList notes => notes with { Notes = Rewrite(notes.Notes) },
        Note note => note with { Blocks = Rewrite(note.Blocks) },
        Table table => table with { Caption = Rewrite(table.Caption), Groups = Rewrite(table.Groups) },
        TableRowGroup group => group with { Rows = Rewrite(group.Rows) },
        TableRow row => row with { Cells = Rewrite(row.Cells) },
        TableCell cell => cell with { Blocks = Rewrite(cell.Blocks) },
        ThematicBreak => block,
        _ => throw new InvalidOperationException($"Nothing is known of what a {block?.GetType().Name} holds."),
    };

    /// <summary>Inline content as it shall be, with all that it holds.</summary>
    /// <param name="inline">The content as it is.</param>
    public virtual Inline Rewrite(Inline inline) => inline switch
    {
        InlineContainer container => container with { Inlines = Rewrite(container.Inlines) },
        Ruby ruby => ruby with { Base = Rewrite(ruby.Base), Annotation = Rewrite(ruby.Annotation) },
        _ => inline,
    };

    private ImmutableArray<TBlock> Rewrite<TBlock>(ImmutableArray<TBlock> blocks)
        where TBlock : Block => ImmutableArray.CreateRange(blocks, block => (TBlock)Rewrite((Block)block));

    private ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines) => ImmutableArray.CreateRange(inlines, Rewrite);
}
