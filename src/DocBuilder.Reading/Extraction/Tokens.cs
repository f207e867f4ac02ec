using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Extraction;

/// <summary>Asks for the tokens of attributes: classes, roles, epub:type.</summary>
internal static class Tokens
{
    /// <summary>Whether the element has one of the classes, whatever their case.</summary>
    public static bool HasClass(IElement element, params ReadOnlySpan<string> names) => Has(element.Attribute("class"), names);

    /// <summary>Whether the element has one of the ARIA roles or EPUB types.</summary>
    public static bool HasRole(IElement element, params ReadOnlySpan<string> names) =>
        Has(element.Attribute("role"), names) || Has(element.Attribute("epub:type"), names);

    /// <summary>Whether one of the names is among the white-space separated tokens of a value.</summary>
    public static bool Has(string? value, params ReadOnlySpan<string> names)
    {
        if (string.IsNullOrEmpty(value))
        {
            return false;
        }

        foreach (var range in value.AsSpan().SplitAny(" \t\r\n\f"))
        {
            var token = value.AsSpan()[range];
            foreach (var name in names)
            {
                if (token.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
