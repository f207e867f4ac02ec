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
            switch (children[i])
            {
                case Element child:
                    length += ShownContent.IsHidden(child) ? 0 : Visible(child);
                    break;
                case IText text:
                    length += LengthOf(text.Data);
                    break;
                default:
                    break;
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
            var isVisible = children[i] switch
            {
                Element child => !ShownContent.IsHidden(child) && IsAnyVisible(child),
                IText text => !string.IsNullOrWhiteSpace(text.Data),
                _ => false,
            };
            if (isVisible)
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
