using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.PageList;

/// <summary>A place in the text of the book.</summary>
/// <param name="Index">Its node's place among all that says something, in reading order.</param>
/// <param name="Node">The text, picture, formula or call of a note.</param>
/// <param name="Offset">Where in the words of a text, in UTF-16 code units; 0 is before all of it.</param>
internal readonly record struct ReadingPlace(int Index, Node Node, int Offset) : IComparable<ReadingPlace>
{
    /// <inheritdoc />
    public int CompareTo(ReadingPlace other) => Index != other.Index ? Index.CompareTo(other.Index) : Offset.CompareTo(other.Offset);
}

/// <summary>Everything in the book that says something, in the order in which it is read, and what it stands in.</summary>
internal sealed class ReadingOrder
{
    // No language has longer words; what is longer is an address or the like and may be cut where the page ends.
    private const int LongestWord = 64;

    private readonly List<Node> _said = [];
    private readonly List<int> _files = [];
    private readonly Dictionary<Node, (int Index, Node? Parent)> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<ContentFile> _content;

    /// <summary>Walks through the files of a book.</summary>
    public ReadingOrder(EditionPlan plan, ImageFiles images)
    {
        _content = plan.Files;
        for (var file = 0; file < _content.Length; file++)
        {
            foreach (var block in _content[file].Blocks)
            {
                Walk(block, file, images);
            }
        }
    }

    /// <summary>The content document of a place.</summary>
    public string FileOf(ReadingPlace place) => _content[_files[place.Index]].Name;

    /// <summary>The index of the first thing said in a node of the book or after its beginning.</summary>
    public int IndexOf(Node node) => _nodes[node].Index;

    /// <summary>The place before the first word at or after a position; null when there is none in the book.</summary>
    public ReadingPlace? Find(TextPosition position)
    {
        if (!_nodes.TryGetValue(position.Node, out var found))
        {
            return null;
        }

        var (index, offset) = (found.Index, position.Offset);
        for (; index < _said.Count; index++, offset = 0)
        {
            if (_said[index] is not Text { Value: var words })
            {
                return new ReadingPlace(index, _said[index], 0);
            }

            if (StartOfWord(words, offset) is { } start)
            {
                return new ReadingPlace(index, _said[index], start);
            }
        }

        return null;
    }

    /// <summary>
    /// The outermost part that begins at the beginning of a node: marked there, a link's name and a list's items stay as they are. Where
    /// HTML has no place between blocks, between the items of a list for one, an inline.
    /// </summary>
    public Node Outermost(ReadingPlace place)
    {
        var inline = place.Node;
        var outermost = inline;
        for (var node = place.Node; _nodes[node].Parent is { } parent && _nodes[parent].Index == place.Index; node = parent)
        {
            if (parent is Inline)
            {
                inline = outermost = parent;
            }
            else
            {
                outermost = parent;
            }
        }

        return outermost is Block && _nodes[outermost].Parent is null or BlockQuote or Aside or Details ? outermost : inline;
    }

    /// <summary>Every node has the index of the first thing said in it or after it.</summary>
    private void Walk(Block block, int file, ImageFiles images)
    {
        var pending = new Stack<(Node Node, Node? Parent)>([(block, null)]);
        var children = new List<Node>();
        while (pending.TryPop(out var next))
        {
            var node = next.Node;
            _nodes[node] = (_said.Count, next.Parent);
            if (node is Text or MathExpression or NoteReference || node is Image image && (!image.IsDecorative || images.Of(image) is not null))
            {
                _said.Add(node);
                _files.Add(file);
            }

            children.Clear();
            NodeTree.AddChildren(node, children);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                pending.Push((children[i], node));
            }
        }
    }

    /// <summary>The first word from an offset on; the whole word, where the page's end divides it.</summary>
    private static int? StartOfWord(string words, int offset)
    {
        var start = Math.Clamp(offset, 0, words.Length);
        if (start > 0 && start < words.Length && !char.IsWhiteSpace(words[start]))
        {
            start = Undivided(words, start);
        }

        while (start < words.Length && char.IsWhiteSpace(words[start]))
        {
            start++;
        }

        return start == words.Length ? null : string.IsNullOrWhiteSpace(words[..start]) ? 0 : start;
    }

    /// <summary>Where the word at an offset begins, if no line may be broken there (UAX #14): it was hyphenated.</summary>
    private static int Undivided(string words, int offset)
    {
        var from = offset;
        while (from > 0 && offset - from <= LongestWord && !char.IsWhiteSpace(words[from - 1]))
        {
            from--;
        }

        if (offset - from > LongestWord)
        {
            return offset;
        }

        var to = Math.Min(offset + LongestWord, words.Length);
        var breaks = new LineBreakOpportunity[to - from + 1];
        LineBreaker.Find(words.AsSpan(from, to - from), breaks);
        var start = offset - from;
        while (start > 0 && breaks[start] == LineBreakOpportunity.Prohibited)
        {
            start--;
        }

        return from + start;
    }
}
