using AngleSharp.Dom;

namespace DocBuilder.Reading.Parsing;

/// <summary>Gathers the text of elements, in room that serves one element after the other.</summary>
/// <param name="room">The room to begin with; where it is too small, another is made.</param>
internal sealed class TextGatherer(char[] room)
{
    private char[] _text = room;
    private int _length;

    /// <summary>All text in a node, shown or not, as <c>textContent</c> has it, until the next call.</summary>
    /// <param name="node">The node.</param>
    /// <param name="most">How many characters are enough.</param>
    public ReadOnlySpan<char> TextOf(INode node, int most = int.MaxValue)
    {
        _length = 0;
        Gather(node, most);
        return _text.AsSpan(0, _length);
    }

    private void Gather(INode parent, int most)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length && _length < most; i++)
        {
            if (children[i] is IText node)
            {
                var text = node.Data.AsSpan();
                text = text[..Math.Min(text.Length, most - _length)];
                if (text.Length > _text.Length - _length)
                {
                    Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + text.Length));
                }

                text.CopyTo(_text.AsSpan(_length));
                _length += text.Length;
            }
            else
            {
                Gather(children[i], most);
            }
        }
    }
}
