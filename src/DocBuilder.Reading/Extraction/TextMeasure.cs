using AngleSharp.Dom;

namespace DocBuilder.Reading.Extraction;

/// <summary>Measures how much text an element shows.</summary>
internal static class TextMeasure
{
    /// <summary>The number of characters that are no white space, outside hidden elements.</summary>
    public static int Visible(IElement element)
    {
        var length = 0;
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                foreach (var c in text.Data)
                {
                    length += char.IsWhiteSpace(c) ? 0 : 1;
                }
            }
            else if (node is IElement child && !ShownContent.IsHidden(child))
            {
                length += Visible(child);
            }
        }

        return length;
    }
}
