using AngleSharp.Dom;

namespace DocBuilder.Reading.Parsing;

/// <summary>
/// Asks elements for attributes by names in lower case. Reading asks every element for dozens, and most have none or one: the parser's own search puts the
/// name into lower case each time.
/// </summary>
internal static class ElementAttributes
{
    // With more than these the parser keeps an index.
    private const int MostSearched = 16;

    /// <summary>The value of an attribute; null when the element does not have it.</summary>
    public static string? Attribute(this IElement element, string name)
    {
        var attributes = element.Attributes;
        var count = attributes.Length;
        if (count > MostSearched)
        {
            return element.GetAttribute(name);
        }

        for (var i = 0; i < count; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the element has an attribute.</summary>
    public static bool Has(this IElement element, string name) => element.Attribute(name) is not null;
}
