using AngleSharp.Dom;

namespace DocBuilder.Reading.Parsing;

/// <summary>
/// Looks for elements below another, in the order of the source. A selector says the same, and is parsed and matched part by part each time. The depth of the
/// tree is the parser's to bound.
/// </summary>
internal static class Subtree
{
    /// <summary>The first element that fits; null when none does.</summary>
    public static IElement? First(IElement root, Predicate<IElement> fits)
    {
        var children = root.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is Element element && (fits(element) ? element : First(element, fits)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Adds the elements that fit to a list.</summary>
    public static void AddAll(IElement root, Predicate<IElement> fits, List<IElement> found)
    {
        var children = root.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not Element element)
            {
                continue;
            }

            if (fits(element))
            {
                found.Add(element);
            }

            AddAll(element, fits, found);
        }
    }

    /// <summary>The elements that fit.</summary>
    public static List<IElement> All(IElement root, Predicate<IElement> fits)
    {
        var found = new List<IElement>();
        AddAll(root, fits, found);
        return found;
    }
}
