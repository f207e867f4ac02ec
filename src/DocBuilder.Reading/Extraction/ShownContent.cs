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
            || Tokens.HasClass(element, "noprint", "mw-editsection")
            || (Tokens.HasClass(element, "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden") && !NamesWhatIsShown(element));
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

    /// <summary>
    /// What is written for those who listen is shown where a reader of print misses it as much: the heading of a column that has no other, and what a link of
    /// few words leads to.
    /// </summary>
    private static bool NamesWhatIsShown(IElement element)
    {
        const int FewLetters = 20;
        var whole = element.ParentElement?.Closest("th, a[href]");
        return whole is not null && whole.QuerySelector("img, svg") is null && whole.TextContent.Length - element.TextContent.Length is var shown
            && (whole.LocalName == "th" ? string.IsNullOrWhiteSpace(whole.TextContent.Replace(element.TextContent, "", StringComparison.Ordinal)) : shown is > 2 and <= FewLetters && char.IsWhiteSpace(element.TextContent.FirstOrDefault()));
    }

    private static bool IsHiddenByStyle(string? style) => style is not null
        && (InlineStyles.Value(style, "display") is "none" || InlineStyles.Value(style, "visibility") is "hidden" or "collapse");

    private static bool Is(IElement element, string attribute, string value) =>
        string.Equals(element.Attribute(attribute)?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
