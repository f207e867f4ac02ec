using System.Collections.Frozen;
using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>Which elements stand on lines of their own (HTML, "Rendering": display block, list-item, table).</summary>
internal static class ElementKinds
{
    private static readonly FrozenSet<string> BlockNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "caption", "ul", "xmp", "frameset");

    /// <summary>Whether the element is a block.</summary>
    public static bool IsBlock(IElement element)
    {
        if (element.Attribute("style") is { } style && InlineStyles.Value(style, "display") is { } display)
        {
            if (display is "block" or "flex" or "grid" or "list-item" or "table")
            {
                return true;
            }

            if (display.StartsWith("inline", StringComparison.Ordinal) && element.LocalName is "div" or "p" or "section")
            {
                return false;
            }
        }

        return BlockNames.Contains(element.LocalName) || Tokens.HasRole(element, "heading");
    }
}
