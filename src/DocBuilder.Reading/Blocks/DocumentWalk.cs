using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Blocks;

/// <summary>Walks all nodes of a document in reading order, without recursion.</summary>
internal static class DocumentWalk
{
    public static IEnumerable<Node> All(ImmutableArray<Block> blocks)
    {
        var rest = new Stack<Node>();
        Push(blocks, rest);
        while (rest.TryPop(out var node))
        {
            yield return node;
            PushChildren(node, rest);
        }
    }

    private static void PushChildren(Node node, Stack<Node> rest)
    {
        switch (node)
        {
            case Heading heading: Push(heading.Inlines, rest); break;
            case Paragraph paragraph: Push(paragraph.Inlines, rest); break;
            case List list: Push(list.Items, rest); break;
            case ListItem item: Push(item.Blocks, rest); break;
            case DescriptionList list: Push(list.Items, rest); break;
            case DescriptionItem item: Push(item.Blocks, rest); break;
            case BlockQuote quote: Push(quote.Blocks, rest); break;
            case Aside aside: Push(aside.Blocks, rest); break;
            case Details details: Push(details.Blocks, rest); Push(details.Summary, rest); break;
            case CodeBlock code: Push(code.Inlines, rest); break;
            case Verse verse: Push(verse.Lines, rest); break;
            case VerseLine line: Push(line.Hemistichs, rest); break;
            case Hemistich half: Push(half.Inlines, rest); break;
            case Figure { CaptionFirst: true } figure: Push(figure.Blocks, rest); Push(figure.Caption, rest); break;
            case Figure figure: Push(figure.Caption, rest); Push(figure.Blocks, rest); break;
            case ImageBlock image: rest.Push(image.Image); break;
            case MathBlock math: rest.Push(math.Expression); break;
            case NoteList notes: Push(notes.Notes, rest); break;
            case Note note: Push(note.Blocks, rest); break;
            case Table table: Push(table.Groups, rest); Push(table.Caption, rest); break;
            case TableRowGroup group: Push(group.Rows, rest); break;
            case TableRow row: Push(row.Cells, rest); break;
            case TableCell cell: Push(cell.Blocks, rest); break;
            case Ruby ruby: Push(ruby.Annotation, rest); Push(ruby.Base, rest); break;
            case InlineContainer container: Push(container.Inlines, rest); break;
            default: break;
        }
    }

    private static void Push<TNode>(ImmutableArray<TNode> nodes, Stack<Node> rest)
        where TNode : Node
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            rest.Push(nodes[i]);
        }
    }
}
