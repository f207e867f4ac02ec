using System.Text;
using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Checks;

/// <summary>Looks at the elements of an article for what the document no longer shows: attributes, colours, what was left out.</summary>
internal static class PageChecks
{
    public static void Run(IElement root, ArticleState state)
    {
        var colors = new ColorCheck(state);
        Run(root, TextColors.OfAncestors(root), colors, state);
    }

    // The depth of the tree is the parser's to bound.
    private static void Run(IElement element, TextColors inherited, ColorCheck colors, ArticleState state)
    {
        var own = inherited.Enter(element);
        colors.Run(element, inherited, own);
        PictureCheck.Run(element, state);
        AbbreviationElementCheck.Run(element, state);
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not Element child)
            {
                continue;
            }

            if (state.IsLeftOut(child))
            {
                HiddenTextCheck.Run(child, state);
            }
            else
            {
                Run(child, own, colors, state);
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

    /// <summary>The place of an element.</summary>
    public static Documents.SourcePosition PositionOf(IElement element, ArticleState state) => state.Page.PositionOf(element);
}

/// <summary>Tells of text that its author hides from screen readers and shows to others. It is read to nobody, so that both editions say the same.</summary>
internal static class HiddenTextCheck
{
    public static void Run(IElement element, ArticleState state)
    {
        if (!string.Equals(element.Attribute("aria-hidden")?.Trim(), "true", StringComparison.OrdinalIgnoreCase) || state.Boilerplate.IsLeftOut(element) || IsHiddenFromAll(element))
        {
            return;
        }

        // Signs and pictures of fonts are ornaments, and nobody misses them; a formula drawn for the eye stands beside its MathML.
        if (element.ParentElement is { } parent && Subtree.First(parent, static child => child.LocalName == "math") is not null)
        {
            return;
        }

        if (TextMeasure.HasMoreLetters(element, 1))
        {
            state.Findings.Add(CheckFindings.HiddenFromScreenReaders, PageChecks.PositionOf(element, state), PageChecks.Excerpt(element));
        }
    }

    private static bool IsHiddenFromAll(IElement element) => element.Has("hidden")
        || InlineStyles.Value(element.Attribute("style"), "display") is "none" || element.LocalName is "script" or "style" or "template";
}

/// <summary>Tells of <c>abbr</c> elements without words for what they abbreviate, each abbreviation once.</summary>
internal static class AbbreviationElementCheck
{
    public static void Run(IElement element, ArticleState state)
    {
        if (element.LocalName is "abbr" or "acronym" && string.IsNullOrWhiteSpace(element.Attribute("title")) && TextMeasure.HasMoreLetters(element, 0)
            && PageChecks.Excerpt(element) is var words && state.Abbreviations.Add(words))
        {
            state.Findings.Add(CheckFindings.AbbreviationUnexplained, PageChecks.PositionOf(element, state), words);
        }
    }
}
