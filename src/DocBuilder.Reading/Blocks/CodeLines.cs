using System.Collections.Immutable;
using AngleSharp.Dom;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Blocks;

/// <summary>The lines of preformatted text, and the language that highlighters are told by class.</summary>
internal static class CodeLines
{
    private static readonly string[] Prefixes = ["language-", "lang-", "brush:", "highlight-source-", "sourceCode-"];

    /// <summary>The content without empty lines before and after it; line breaks are line feeds.</summary>
    public static ImmutableArray<Inline> TrimEnds(ImmutableArray<Inline> inlines)
    {
        var list = inlines
            .Select(inline => inline is LineBreak
                ? new Text { Value = "\n", Language = inline.Language, Direction = inline.Direction, Position = inline.Position }
                : inline)
            .ToList();
        while (list.Count > 0 && list[0] is Text first)
        {
            // Spaces before the first words of a line are part of the code; whole empty lines are not.
            var words = first.Value.AsSpan().IndexOfAnyExcept(" \t\n");
            var from = words < 0 ? first.Value.Length : first.Value.LastIndexOf('\n', words) + 1;
            if (Trim(list, 0, first with { PageMarks = [.. first.PageMarks.Select(mark => mark with { Offset = mark.Offset - from })] }, first.Value[from..]))
            {
                break;
            }
        }

        while (list.Count > 0 && list[^1] is Text last && !Trim(list, list.Count - 1, last, last.Value.TrimEnd(' ', '\t', '\n')))
        {
        }

        return [.. list];
    }

    /// <summary>The programming language in the class; null when there is none.</summary>
    public static string? LanguageOf(IElement element)
    {
        foreach (var name in element.ClassList)
        {
            foreach (var prefix in Prefixes)
            {
                if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length)
                {
                    return name[prefix.Length..].ToLowerInvariant();
                }
            }
        }

        // Pandoc: class="sourceCode python".
        return element.ClassList.Contains("sourceCode") && element.ClassList.Length > 1
            ? element.ClassList.First(static name => name != "sourceCode").ToLowerInvariant()
            : null;
    }

    /// <summary>Puts what is left of a text in its place; false when nothing is left.</summary>
    private static bool Trim(List<Inline> list, int index, Text text, string rest)
    {
        if (rest.Length == 0)
        {
            list.RemoveAt(index);
            return false;
        }

        list[index] = text with { Value = rest };
        return true;
    }
}
