using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.LogicalText;

/// <summary>
/// Turns a page in visual order into logical order (HTML, "ISO-8859-8 implies visual directionality"): the words and elements of every line, the
/// cells of every row, and the lines that were broken only because visual text cannot be wrapped.
/// </summary>
internal sealed class VisualPage(HtmlPage page)
{
    // A line that is as wide as its neighbours was broken where the column ended, not where the author wanted it.
    private const int NarrowestFullLine = 40;

    private const int MostChildrenMoved = 20_000;

    private static readonly string[] Attributes = ["alt", "title", "aria-label", "summary", "content", "value", "label"];

    public void Turn()
    {
        foreach (var element in page.Nodes.WithAttributes)
        {
            TurnAttributes(element);
        }

        foreach (var title in page.Document.QuerySelectorAll("head title").ToList())
        {
            title.TextContent = VisualLine.ToLogical(title.TextContent);
        }

        TurnLines(page.Body, isPreformatted: false);
        foreach (var row in page.Body.QuerySelectorAll("tr").ToList())
        {
            TurnCells(row);
        }

        page.Document.DocumentElement.SetAttribute("dir", "rtl");
        page.Changed();
    }

    // The page's own directions were there to keep the order that is now turned.
    private void TurnAttributes(IElement element)
    {
        element.RemoveAttribute("dir");
        if (InlineStyles.Value(element.Attribute("style"), "direction") is not null || InlineStyles.Value(element.Attribute("style"), "unicode-bidi") is not null)
        {
            element.SetAttribute("style", element.Attribute("style") + ";direction:rtl;unicode-bidi:normal");
        }

        foreach (var name in Attributes)
        {
            if (element.GetAttribute(name) is { } value && VisualLine.IsTurned(value))
            {
                element.SetAttribute(name, VisualLine.ToLogical(value));
            }
        }

        if (element.LocalName == "bdo")
        {
            page.Rename(element, "span");
        }
    }

    private static void TurnCells(IElement row)
    {
        var cells = row.Children.Where(static cell => cell.LocalName is "td" or "th").Reverse().ToList();
        foreach (var cell in cells)
        {
            row.AppendChild(cell);
        }
    }

    private static void TurnLines(INode parent, bool isPreformatted)
    {
        var lines = new List<(List<INode> Nodes, INode? Break)>();
        var line = new List<INode>();
        foreach (var node in parent.ChildNodes.ToList())
        {
            if (node is IElement { LocalName: "br" })
            {
                lines.Add((line, node));
                line = [];
            }
            else if (node is IElement element && HoldsLines(element))
            {
                lines.Add((line, null));
                line = [];
                if (!ShownContent.IsHidden(element) || element.LocalName == "title")
                {
                    TurnLines(element, isPreformatted || element.LocalName == "pre");
                }
            }
            else
            {
                line.Add(node);
            }
        }

        lines.Add((line, null));
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i] = (TurnLine(parent, lines[i].Nodes, isPreformatted), lines[i].Break);
        }

        if (!isPreformatted)
        {
            JoinFullLines(lines);
        }
    }

    private static bool HoldsLines(IElement element) => ElementKinds.IsBlock(element) || ShownContent.IsHidden(element)
        || element.Children.Any(static child => child.LocalName == "br" || HoldsLines(child));

    /// <summary>Turns a line, and returns its nodes in their new order.</summary>
    private static List<INode> TurnLine(INode parent, List<INode> nodes, bool isPreformatted)
    {
        var ordered = nodes;

        // Moving a child takes the tree as long as the parent has children: no page that people read has so many in one line's parent.
        if (nodes.Count > 1 && parent.ChildNodes.Length <= MostChildrenMoved)
        {
            var after = nodes[^1].NextSibling;
            ordered = Ordered(nodes);
            foreach (var node in ordered)
            {
                parent.InsertBefore(node, after);
            }
        }

        foreach (var node in nodes)
        {
            if (node is IText text)
            {
                text.Data = isPreformatted ? string.Join('\n', text.Data.Split('\n').Select(VisualLine.ToLogical)) : VisualLine.ToLogical(text.Data);
            }
            else if (node is IElement { HasChildNodes: true } element)
            {
                TurnLine(element, [.. element.ChildNodes], isPreformatted);
            }
        }

        return ordered;
    }

    /// <summary>The nodes of a line from its last to its first; those that stand side by side without a letter from right to left keep their order.</summary>
    private static List<INode> Ordered(List<INode> nodes)
    {
        var ordered = new List<INode>(nodes.Count);
        if (!nodes.Exists(static node => VisualLine.IsTurned(node.TextContent)))
        {
            return nodes;
        }

        for (var at = nodes.Count - 1; at >= 0;)
        {
            var first = at;
            while (IsLeftToRight(nodes[at]) && first > 0 && IsLeftToRight(nodes[first - 1]))
            {
                first--;
            }

            ordered.AddRange(nodes[first..(at + 1)]);
            at = first - 1;
        }

        return ordered;
    }

    private static bool IsLeftToRight(INode node) => node.TextContent.Any(char.IsLetterOrDigit) && !VisualLine.IsTurned(node.TextContent);

    private static void JoinFullLines(List<(List<INode> Nodes, INode? Break)> lines)
    {
        var widths = lines.ConvertAll(static line => line.Nodes.Sum(static node => node.TextContent.AsSpan().Trim().Length));
        var widest = widths.Max();
        if (widest < NarrowestFullLine)
        {
            return;
        }

        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Break is { } lineBreak && widths[i] * 10 >= widest * 7 && widths[i + 1] > 0)
            {
                // What is hidden breaks nothing.
                ((IElement)lineBreak).SetAttribute("hidden", "");
                var text = lines[i].Nodes[^1] as IText ?? lines[i].Nodes[^1].Descendants<IText>().LastOrDefault();
                if (text is not null)
                {
                    text.Data += " ";
                }
            }
        }
    }
}
