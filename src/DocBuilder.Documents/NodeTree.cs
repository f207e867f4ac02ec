using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DocBuilder.Documents;

/// <summary>Walks the model in reading order.</summary>
public static class NodeTree
{
    /// <summary>The node and all that it holds, each node before its children, without recursion.</summary>
    /// <param name="root">Where the walk begins.</param>
    public static IEnumerable<Node> SelfAndDescendants(Node root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Walk([root]);
    }

    /// <summary>The blocks and all that they hold, each node before its children, without recursion.</summary>
    /// <param name="roots">Where the walk begins.</param>
    public static IEnumerable<Node> SelfAndDescendants(ImmutableArray<Block> roots) => Walk(Siblings(roots));

    /// <summary>Appends the children of a node in reading order.</summary>
    /// <param name="node">The parent.</param>
    /// <param name="children">Where they are appended.</param>
    public static void AddChildren(Node node, List<Node> children)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(children);
        var (first, second) = ChildrenOf(node);
        Add(first, children);
        Add(second, children);
    }

    private static IEnumerable<Node> Walk(Node[] roots)
    {
        // Where the walk goes on when it comes up again. Whole arrays: one stack of all nodes that wait would be as long as the article.
        var waiting = new Stack<(Node[] Siblings, int Next)>();
        var (siblings, next) = (roots, 0);
        while (true)
        {
            if (next == siblings.Length)
            {
                if (!waiting.TryPop(out var above))
                {
                    yield break;
                }

                (siblings, next) = above;
                continue;
            }

            var node = siblings[next++];
            yield return node;
            var (first, second) = ChildrenOf(node);
            if (first.Length + second.Length > 0)
            {
                waiting.Push((siblings, next));
                if (second.Length > 0)
                {
                    waiting.Push((second, 0));
                }

                (siblings, next) = (first, 0);
            }
        }
    }

    /// <summary>The children of a node in reading order, in one array or two.</summary>
    private static (Node[] First, Node[] Second) ChildrenOf(Node node) => node switch
    {
        Text => ([], []),
        InlineContainer container => (Siblings(container.Inlines), []),
        Paragraph paragraph => (Siblings(paragraph.Inlines), []),
        Heading heading => (Siblings(heading.Inlines), []),
        Ruby ruby => (Siblings(ruby.Base), Siblings(ruby.Annotation)),
        List list => (Siblings(list.Items), []),
        ListItem item => (Siblings(item.Blocks), []),
        DescriptionList list => (Siblings(list.Items), []),
        DescriptionItem item => (Siblings(item.Blocks), []),
        BlockQuote quote => (Siblings(quote.Blocks), []),
        Aside aside => (Siblings(aside.Blocks), []),
        Details details => (Siblings(details.Summary), Siblings(details.Blocks)),
        CodeBlock code => (Siblings(code.Inlines), []),
        Verse verse => (Siblings(verse.Lines), []),
        VerseLine line => (Siblings(line.Hemistichs), []),
        Hemistich hemistich => (Siblings(hemistich.Inlines), []),
        Figure { CaptionFirst: true } figure => (Siblings(figure.Caption), Siblings(figure.Blocks)),
        Figure figure => (Siblings(figure.Blocks), Siblings(figure.Caption)),
        ImageBlock block => ([block.Image], []),
        MathBlock block => ([block.Expression], []),
        NoteList list => (Siblings(list.Notes), []),
        Note note => (Siblings(note.Blocks), []),
        Table table => (Siblings(table.Caption), Siblings(table.Groups)),
        TableRowGroup group => (Siblings(group.Rows), []),
        TableRow row => (Siblings(row.Cells), []),
        TableCell cell => (Siblings(cell.Blocks), []),
        Document document => (Siblings(document.Blocks), []),
        _ => ([], []),
    };

    // The model's own array, which is read and never written here.
    private static Node[] Siblings<TNode>(ImmutableArray<TNode> nodes)
        where TNode : Node => ImmutableCollectionsMarshal.AsArray(nodes) ?? [];

    // A list of nodes takes an array of another type only one by one, through an enumerator.
    private static void Add(Node[] nodes, List<Node> children)
    {
        foreach (var node in nodes)
        {
            children.Add(node);
        }
    }
}
