using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Extraction;

/// <summary>Tells what a page does not show.</summary>
internal static class ShownContent
{
    /// <summary>Whether the element's content is not shown, by its kind, its attributes or its own style.</summary>
    public static bool IsHidden(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "head" or "title" or "meta" or "link" or "base" or "noembed" or "noframes" or "datalist"
                or "param" or "source" or "track" or "area" or "col" or "colgroup" or "rp":
                return true;
            case "dialog" when !element.Has("open"):
                return true;
            case "input" when Is(element, "type", "hidden"):
                return true;
            default:
                break;
        }

        if (element.Attributes.Length == 0)
        {
            return false;
        }

        return element.Has("hidden") || Is(element, "aria-hidden", "true") || IsHiddenByStyle(element.Attribute("style"))
            || Tokens.HasClass(element, "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden", "noprint", "mw-editsection");
    }

    /// <summary>Whether something else in the text of the page is not counted when one asks what it says.</summary>
    public static bool IsHiddenOrInHidden(IElement element, IElement root)
    {
        for (IElement? at = element; at is not null && at != root; at = at.ParentElement)
        {
            if (IsHidden(at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHiddenByStyle(string? style) => style is not null
        && (InlineStyles.Value(style, "display") is "none" || InlineStyles.Value(style, "visibility") is "hidden" or "collapse");

    private static bool Is(IElement element, string attribute, string value) =>
        string.Equals(element.Attribute(attribute)?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
