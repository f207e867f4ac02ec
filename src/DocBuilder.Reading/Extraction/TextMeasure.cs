using AngleSharp.Dom;

namespace DocBuilder.Reading.Extraction;

/// <summary>Measures how much text an element shows. The depth of the tree is the parser's to bound.</summary>
internal static class TextMeasure
{
    /// <summary>The number of characters that are no white space, outside hidden elements.</summary>
    public static int Visible(IElement element)
    {
        var length = 0;
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var node = children[i];
            if (node.NodeType == NodeType.Element)
            {
                length += ShownContent.IsHidden((IElement)node) ? 0 : Visible((IElement)node);
            }
            else if (node is IText text)
            {
                length += LengthOf(text.Data);
            }
        }

        return length;
    }

    /// <summary>Whether <see cref="Visible"/> would find any.</summary>
    public static bool IsAnyVisible(IElement element)
    {
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var node = children[i];
            if (node.NodeType == NodeType.Element ? !ShownContent.IsHidden((IElement)node) && IsAnyVisible((IElement)node) : node is IText text && LengthOf(text.Data) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an element has more letters than so many, hidden or not; it is read no further than that.</summary>
    public static bool HasMoreLetters(IElement element, int than)
    {
        CountLetters(element, ref than);
        return than < 0;
    }

    private static void CountLetters(INode parent, ref int left)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length && left >= 0; i++)
        {
            if (children[i] is IText text)
            {
                foreach (var c in text.Data)
                {
                    left -= char.IsLetter(c) ? 1 : 0;
                    if (left < 0)
                    {
                        return;
                    }
                }
            }
            else
            {
                CountLetters(children[i], ref left);
            }
        }
    }

    private static int LengthOf(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            // Nothing between the no-break space and Ogham is white space.
            length -= c is > '\u00A0' and < '\u1680' || !char.IsWhiteSpace(c) ? 0 : 1;
        }

        return length;
    }
}
