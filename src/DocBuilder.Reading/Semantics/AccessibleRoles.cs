using System.Collections.Frozen;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>
/// Gives elements that have no meaning of their own the name of what their role says they are (ARIA in HTML, section 4), and takes the meaning from
/// those whose role says that they have none. Whoever reads the page after that only needs to know HTML.
/// </summary>
internal static class AccessibleRoles
{
    private static readonly FrozenDictionary<string, string> NameOfRole = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["list"] = "ul",
        ["directory"] = "ul",
        ["listitem"] = "li",
        ["table"] = "table",
        ["grid"] = "table",
        ["treegrid"] = "table",
        ["rowgroup"] = "tbody",
        ["row"] = "tr",
        ["cell"] = "td",
        ["gridcell"] = "td",
        ["columnheader"] = "th",
        ["rowheader"] = "th",
        ["caption"] = "caption",
        ["figure"] = "figure",
        ["separator"] = "hr",
        ["blockquote"] = "blockquote",
        ["paragraph"] = "p",
        ["insertion"] = "ins",
        ["deletion"] = "del",
        ["emphasis"] = "em",
        ["strong"] = "strong",
        ["subscript"] = "sub",
        ["superscript"] = "sup",
        ["code"] = "code",
        ["mark"] = "mark",
        ["time"] = "time",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static void Apply(HtmlPage page)
    {
        foreach (var element in page.Nodes.Having("role"))
        {
            var role = FirstRole(element);
            if (role is "presentation" or "none")
            {
                TakeMeaning(element, page);
            }
            else if (IsGeneric(element) && NameOfRole.TryGetValue(role, out var name))
            {
                page.Rename(element, name);
            }
        }
    }

    // Tables and headings without a meaning are known to their readers.
    private static void TakeMeaning(IElement element, HtmlPage page)
    {
        switch (element.LocalName)
        {
            case "ul" or "ol" or "dl" or "menu":
                foreach (var item in element.Children.Where(static child => child.LocalName is "li" or "dt" or "dd").ToList())
                {
                    page.Rename(item, "div");
                }

                page.Rename(element, "div");
                break;
            case "li" or "blockquote" or "figure" or "figcaption" or "article" or "aside" or "hr":
                page.Rename(element, "div");
                break;
            default:
                break;
        }
    }

    private static string FirstRole(IElement element)
    {
        var role = element.Attribute("role")!.AsSpan().Trim();
        var end = role.IndexOfAny(" \t\r\n\f");
        return (end < 0 ? role : role[..end]).ToString();
    }

    private static bool IsGeneric(IElement element) => element.LocalName is "div" or "span" or "section" or "p" or "font" or "b" or "i";
}
