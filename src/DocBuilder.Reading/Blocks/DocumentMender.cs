using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Mends what shows only when everything is read, because something turned out to be empty: links to anchors that are not there, or that were joined
/// with others, and the levels of headings under one that says nothing.
/// </summary>
internal sealed class DocumentMender(Anchors anchors, FindingList findings)
{
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private readonly Dictionary<Heading, int> _levels = new(ReferenceEqualityComparer.Instance);
    public ImmutableArray<Block> Mend(ImmutableArray<Block> blocks)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in blocks.SelectMany(NodeTree.SelfAndDescendants))
        {
            if (node.Anchor is { } anchor)
            {
                _present.Add(anchor);
            }

            if (node is Link { Target: ['#', ..] } link)
            {
                wanted.Add(link.Target[1..]);
            }
        }

        return !wanted.IsSubsetOf(_present) || HasStepsToMend(blocks) ? [.. blocks.Select(Mend)] : blocks;
    }

    /// <summary>The anchor in the mended document that an id of the source became; null for none.</summary>
    public string? Find(string id) => anchors.Find(id) is { } anchor && anchors.Resolve(anchor) is var resolved && _present.Contains(resolved) ? resolved : null;

    /// <summary>Finds headings that are more than one level below the one before them.</summary>
    private bool HasStepsToMend(ImmutableArray<Block> blocks)
    {
        var open = new Stack<(int Read, int Given)>();
        open.Push((0, 0));
        foreach (var heading in blocks.SelectMany(NodeTree.SelfAndDescendants).OfType<Heading>())
        {
            while (open.Peek().Read >= heading.Level)
            {
                open.Pop();
            }

            var given = Math.Min(open.Peek().Given + 1, HeadingLevels.Deepest);
            open.Push((heading.Level, given));
            if (given != heading.Level)
            {
                _levels[heading] = given;
            }
        }

        return _levels.Count > 0;
    }

    private Block Mend(Block block) => block switch
    {
        Heading heading => heading with { Level = _levels.GetValueOrDefault(heading, heading.Level), Inlines = Mend(heading.Inlines) },
        Paragraph paragraph => paragraph with { Inlines = Mend(paragraph.Inlines) },
        List list => list with { Items = Mend(list.Items) },
        ListItem item => item with { Blocks = Mend<Block>(item.Blocks) },
        DescriptionList list => list with { Items = Mend(list.Items) },
        DescriptionItem item => item with { Blocks = Mend<Block>(item.Blocks) },
        BlockQuote quote => quote with { Blocks = Mend<Block>(quote.Blocks) },
        Aside aside => aside with { Blocks = Mend<Block>(aside.Blocks) },
        Details details => details with { Summary = Mend(details.Summary), Blocks = Mend<Block>(details.Blocks) },
        CodeBlock code => code with { Inlines = Mend(code.Inlines) },
        Verse verse => verse with { Lines = Mend(verse.Lines) },
        VerseLine line => line with { Hemistichs = Mend(line.Hemistichs) },
        Hemistich half => half with { Inlines = Mend(half.Inlines) },
        Figure figure => figure with { Blocks = Mend<Block>(figure.Blocks), Caption = Mend<Block>(figure.Caption) },
        NoteList notes => notes with { Notes = Mend(notes.Notes) },
        Note note => note with { Blocks = Mend<Block>(note.Blocks) },
        Table table => table with { Caption = Mend<Block>(table.Caption), Groups = Mend(table.Groups) },
        TableRowGroup group => group with { Rows = Mend(group.Rows) },
        TableRow row => row with { Cells = Mend(row.Cells) },
        TableCell cell => cell with { Blocks = Mend<Block>(cell.Blocks) },
        _ => block,
    };

    private ImmutableArray<TBlock> Mend<TBlock>(ImmutableArray<TBlock> blocks)
        where TBlock : Block => [.. blocks.Select(block => (TBlock)Mend(block))];

    private ImmutableArray<Inline> Mend(ImmutableArray<Inline> inlines) => [.. inlines.Select(Mend)];

    private Inline Mend(Inline inline)
    {
        switch (inline)
        {
            case Link { Target: ['#', ..] } link:
                var inner = Mend(link.Inlines);
                var anchor = anchors.Resolve(link.Target[1..]);
                if (_present.Contains(anchor))
                {
                    return link with { Target = "#" + anchor, Inlines = inner };
                }

                findings.Add(FindingCatalog.LinkTargetMissing, link.Position, link.Target[1..]);
                return new Span { Inlines = inner, Language = link.Language, Direction = link.Direction, Position = link.Position, Anchor = link.Anchor };
            case InlineContainer container:
                return container with { Inlines = Mend(container.Inlines) };
            case Ruby ruby:
                return ruby with { Base = Mend(ruby.Base), Annotation = Mend(ruby.Annotation) };
            default:
                return inline;
        }
    }
}
