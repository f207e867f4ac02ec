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
            case InlineContainer container: children.AddRange(container.Inlines); break;
            case Paragraph paragraph: children.AddRange(paragraph.Inlines); break;
            case Heading heading: children.AddRange(heading.Inlines); break;
            case Ruby ruby: children.AddRange(ruby.Base); children.AddRange(ruby.Annotation); break;
            case List list: children.AddRange(list.Items); break;
            case ListItem item: children.AddRange(item.Blocks); break;
            case DescriptionList list: children.AddRange(list.Items); break;
            case DescriptionItem item: children.AddRange(item.Blocks); break;
            case BlockQuote quote: children.AddRange(quote.Blocks); break;
            case Aside aside: children.AddRange(aside.Blocks); break;
            case Details details: children.AddRange(details.Summary); children.AddRange(details.Blocks); break;
            case CodeBlock code: children.AddRange(code.Inlines); break;
            case Verse verse: children.AddRange(verse.Lines); break;
            case VerseLine line: children.AddRange(line.Hemistichs); break;
            case Hemistich hemistich: children.AddRange(hemistich.Inlines); break;
            case Figure { CaptionFirst: true } figure: children.AddRange(figure.Caption); children.AddRange(figure.Blocks); break;
            case Figure figure: children.AddRange(figure.Blocks); children.AddRange(figure.Caption); break;
            case ImageBlock block: children.Add(block.Image); break;
            case MathBlock block: children.Add(block.Expression); break;
            case NoteList list: children.AddRange(list.Notes); break;
            case Note note: children.AddRange(note.Blocks); break;
            case Table table: children.AddRange(table.Caption); children.AddRange(table.Groups); break;
            case TableRowGroup group: children.AddRange(group.Rows); break;
            case TableRow row: children.AddRange(row.Cells); break;
            case TableCell cell: children.AddRange(cell.Blocks); break;
            case Document document: children.AddRange(document.Blocks); break;
            default: break;
        }
    }
}
