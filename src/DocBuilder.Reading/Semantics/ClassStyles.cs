using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>
/// Takes what says something out of a page's own style sheets, for word processors on the web write emphasis and struck words as classes: rules for one
/// class alone (".c9", "span.c9") become <c>style</c> attributes of stretches of text, and of lists that count by themselves.
/// </summary>
internal static class ClassStyles
{
    private const int LongestSheet = 500_000;

    // No class has such a name.
    private const string Counted = " counted";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    private static readonly string[] OfText = ["font-weight", "font-style", "text-decoration", "text-decoration-line", "vertical-align"];
    private static readonly string[] OfList = ["list-style-type"];
    private static readonly string[] OfBlock = ["display"];

    public static void Apply(HtmlPage page)
    {
        if (page.Nodes.StyleSheets.Count == 0)
        {
            return;
        }

        var rules = new Dictionary<string, List<(string? Element, string Declarations)>>(StringComparer.Ordinal);
        foreach (var sheet in page.Nodes.StyleSheets.Where(static sheet => sheet.Attribute("media")?.Trim().ToLowerInvariant() is null or "" or "all" or "screen" or "print"))
        {
            Read(sheet.TextContent, rules);
        }

        foreach (var element in page.Nodes.Having("class").FindAll(static element => element.LocalName is "span" or "font" or "ol"))
        {
            Apply(element, rules);
        }
    }

    private static void Apply(IElement element, Dictionary<string, List<(string? Element, string Declarations)>> rules)
    {
        var style = "";
        foreach (var name in element.ClassList)
        {
            style += rules.GetValueOrDefault(name + Counted) is [var (_, counted)] ? counted : "";
            foreach (var (only, declarations) in rules.GetValueOrDefault(name) ?? [])
            {
                // The list of Google Docs has no marker of its own: its items draw theirs.
                if ((only is null || only == element.LocalName) && !(element.LocalName == "ol" && ("." + name).StartsWith(GoogleDocsLists.Prefix, StringComparison.Ordinal)))
                {
                    style += declarations;
                }
            }
        }

        if (element.LocalName != "ol" && InlineStyles.Value(style, "display") is "block")
        {
            element.SetAttribute("style", "display:block;" + element.Attribute("style"));
        }

        var wanted = string.Concat((element.LocalName == "ol" ? OfList : OfText).Select(property => InlineStyles.Value(style, property) is { } value ? property + ":" + value + ";" : ""));
        if (wanted.Length > 0)
        {
            // The element's own declarations come last, so that they win.
            element.SetAttribute("style", wanted + element.Attribute("style"));
        }
    }

    /// <summary>The rules of a sheet that are for a class alone; what stands in at-rules is for other cases.</summary>
    private static void Read(string sheet, Dictionary<string, List<(string? Element, string Declarations)>> rules)
    {
        var text = WithoutComments(sheet.Length > LongestSheet ? sheet[..LongestSheet] : sheet);
        var depth = 0;
        var start = 0;
        var selectors = "";
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ';' when depth == 0:
                    start = i + 1;
                    break;
                case '{':
                    if (depth++ == 0)
                    {
                        selectors = text[start..i].Trim();
                        start = i + 1;
                    }

                    break;
                case '}' when depth > 0:
                    if (--depth == 0)
                    {
                        Add(selectors, text[start..i], rules);
                        start = i + 1;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(string selectors, string declarations, Dictionary<string, List<(string? Element, string Declarations)>> rules)
    {
        if (selectors.StartsWith('@') || declarations.Contains('{', StringComparison.Ordinal) || !(declarations.Contains("counter(", StringComparison.Ordinal) || OfText.Concat(OfList).Concat(OfBlock).Any(property => InlineStyles.Value(declarations, property) is not null)))
        {
            return;
        }

        foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries))
        {
            if (selector.StartsWith(GoogleDocsLists.Prefix, StringComparison.Ordinal) && selector.IndexOf('>', StringComparison.Ordinal) is > 0 and var child && selector[(child + 1)..].Trim() == "li:before")
            {
                AddCounter(selector[1..child].Trim(), declarations, rules);
                continue;
            }

            var dot = selector.IndexOf('.', StringComparison.Ordinal);
            if (dot >= 0 && dot + 1 < selector.Length && selector.AsSpan(dot + 1).IndexOfAnyExcept(NameCharacters) < 0 && (dot == 0 || selector.AsSpan(0, dot).IndexOfAnyExceptInRange('a', 'z') < 0))
            {
                var name = selector[(dot + 1)..];
                if (!rules.TryGetValue(name, out var known))
                {
                    rules.Add(name, known = []);
                }

                known.Add((dot == 0 ? null : selector[..dot], declarations.TrimEnd() + ";"));
            }
        }
    }

    /// <summary>How the items of a list of Google Docs are counted, which its style sheet says where it draws their markers.</summary>
    private static void AddCounter(string name, string declarations, Dictionary<string, List<(string? Element, string Declarations)>> rules)
    {
        var counter = declarations.IndexOf("counter(", StringComparison.Ordinal);
        var end = counter < 0 ? -1 : declarations.IndexOf(')', counter);
        if (end > 0 && declarations[counter..end].Split(',') is [_, var style] && style.Trim() is "upper-roman" or "lower-roman" or "upper-latin" or "lower-latin" or "decimal" or "arabic-indic")
        {
            rules[name + Counted] = [("ol", $"list-style-type:{style.Trim()};")];
        }
    }

    private static string WithoutComments(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("/*", at, StringComparison.Ordinal) is >= 0 and var start)
        {
            kept.Append(text, at, start - at);
            var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return kept.ToString();
            }

            at = end + 2;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }
}
