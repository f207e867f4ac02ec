using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>Walks the model in reading order.</summary>
public static class NodeTree
{
    /// <summary>The node and all that it holds, each node before its children, without recursion.</summary>
    /// <param name="root">Where the walk begins.</param>
    public static IEnumerable<Node> SelfAndDescendants(Node root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var pending = new Stack<Node>();
        var children = new List<Node>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            yield return node;
            children.Clear();
            AddChildren(node, children);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    /// <summary>Appends the children of a node in reading order.</summary>
    /// <param name="node">The parent.</param>
    /// <param name="children">Where they are appended.</param>
    public static void AddChildren(Node node, List<Node> children)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(children);
        switch (node)
        {
            case Text: break;
            case InlineContainer container: Add(container.Inlines, children); break;
            case Paragraph paragraph: Add(paragraph.Inlines, children); break;
            case Heading heading: Add(heading.Inlines, children); break;
            case Ruby ruby: Add(ruby.Base, children); Add(ruby.Annotation, children); break;
            case List list: Add(list.Items, children); break;
            case ListItem item: Add(item.Blocks, children); break;
            case DescriptionList list: Add(list.Items, children); break;
            case DescriptionItem item: Add(item.Blocks, children); break;
            case BlockQuote quote: Add(quote.Blocks, children); break;
            case Aside aside: Add(aside.Blocks, children); break;
            case Details details: Add(details.Summary, children); Add(details.Blocks, children); break;
            case CodeBlock code: Add(code.Inlines, children); break;
            case Verse verse: Add(verse.Lines, children); break;
            case VerseLine line: Add(line.Hemistichs, children); break;
            case Hemistich hemistich: Add(hemistich.Inlines, children); break;
            case Figure { CaptionFirst: true } figure: Add(figure.Caption, children); Add(figure.Blocks, children); break;
            case Figure figure: Add(figure.Blocks, children); Add(figure.Caption, children); break;
            case ImageBlock block: children.Add(block.Image); break;
            case MathBlock block: children.Add(block.Expression); break;
            case NoteList list: Add(list.Notes, children); break;
            case Note note: Add(note.Blocks, children); break;
            case Table table: Add(table.Caption, children); Add(table.Groups, children); break;
            case TableRowGroup group: Add(group.Rows, children); break;
            case TableRow row: Add(row.Cells, children); break;
            case TableCell cell: Add(cell.Blocks, children); break;
            case Document document: Add(document.Blocks, children); break;
            default: break;
        }
    }

    // A list of nodes takes an array of another type only one by one, through an enumerator.
    private static void Add<TNode>(ImmutableArray<TNode> nodes, List<Node> children)
        where TNode : Node
    {
        foreach (var node in nodes)
        {
            children.Add(node);
        }
    }
}
