using System.Text;
using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;

namespace DocBuilder.Reading.Checks;

/// <summary>Looks at the elements of an article for what the document no longer shows: attributes, colours, what was left out.</summary>
internal static class PageChecks
{
    public static void Run(IElement root, ArticleState state)
    {
        var colors = new ColorCheck(state);
        var waiting = new Stack<(IElement Element, TextColors Colors)>();
        waiting.Push((root, TextColors.OfAncestors(root)));
        while (waiting.TryPop(out var next))
        {
            var (element, inherited) = next;
            if (state.IsLeftOut(element) && element != root)
            {
                HiddenTextCheck.Run(element, state);
                continue;
            }

            var own = inherited.Enter(element);
            colors.Run(element, inherited, own);
            PictureCheck.Run(element, state);
            AbbreviationElementCheck.Run(element, state);
            // By index: the parser's own walk from sibling to sibling looks for its place each time.
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
            {
                if (element.ChildNodes[i] is IElement child)
                {
                    waiting.Push((child, own));
                }
            }
        }
    }

    /// <summary>The first words of an element, for a message. No more of it is looked at, since elements lie in one another.</summary>
    public static string Excerpt(IElement element)
    {
        const int enough = 200;
        var text = new StringBuilder();
        foreach (var node in element.Descendants<IText>())
        {
            if (!string.IsNullOrWhiteSpace(node.Data))
            {
                text.Append(node.Data.AsSpan().TrimStart()[..Math.Min(node.Data.AsSpan().TrimStart().Length, enough)]);
                if (text.Length >= enough)
                {
                    break;
                }
            }
        }

        return WordScan.Excerpt(text.ToString());
    }

    /// <summary>Whether an element has more letters than so many; it is read no further than that.</summary>
    public static bool HasMoreLetters(IElement element, int than)
    {
        var letters = 0;
        foreach (var node in element.Descendants<IText>())
        {
            foreach (var c in node.Data)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                if (letters > than)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The place of an element.</summary>
    public static Documents.SourcePosition PositionOf(IElement element, ArticleState state) => state.Page.PositionOf(element);
}

/// <summary>Tells of text that its author hides from screen readers and shows to others. It is read to nobody, so that both editions say the same.</summary>
internal static class HiddenTextCheck
{
    public static void Run(IElement element, ArticleState state)
    {
        if (!string.Equals(element.GetAttribute("aria-hidden")?.Trim(), "true", StringComparison.OrdinalIgnoreCase) || state.Boilerplate.IsLeftOut(element) || IsHiddenFromAll(element))
        {
            return;
        }

        // Signs and pictures of fonts are ornaments, and nobody misses them.
        if (PageChecks.HasMoreLetters(element, 1))
        {
            state.Findings.Add(CheckFindings.HiddenFromScreenReaders, PageChecks.PositionOf(element, state), PageChecks.Excerpt(element));
        }
    }

    private static bool IsHiddenFromAll(IElement element) => element.HasAttribute("hidden")
        || InlineStyles.Value(element.GetAttribute("style"), "display") is "none" || element.LocalName is "script" or "style" or "template";
}

/// <summary>Tells of <c>abbr</c> elements without words for what they abbreviate, each abbreviation once.</summary>
internal static class AbbreviationElementCheck
{
    public static void Run(IElement element, ArticleState state)
    {
        if (element.LocalName is "abbr" or "acronym" && string.IsNullOrWhiteSpace(element.GetAttribute("title")) && PageChecks.HasMoreLetters(element, 0)
            && PageChecks.Excerpt(element) is var words && state.Abbreviations.Add(words))
        {
            state.Findings.Add(CheckFindings.AbbreviationUnexplained, PageChecks.PositionOf(element, state), words);
        }
    }
}
