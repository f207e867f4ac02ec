using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>
/// Makes lists of the paragraphs that Microsoft Word writes for their items: each says its level in its style ("mso-list:l0 level1 lfo1") and has its
/// marker as text, which Word itself calls to be ignored.
/// </summary>
internal sealed class WordLists
{
    private readonly HtmlPage _page;
    private readonly List<(int Level, IElement List)> _open = [];

    private WordLists(HtmlPage page) => _page = page;

    public static void Apply(HtmlPage page)
    {
        var lists = new WordLists(page);
        foreach (var paragraph in page.Nodes.Having("style").FindAll(static element => element.LocalName == "p"))
        {
            if (LevelOf(paragraph) is > 0 and var level && MarkerOf(paragraph) is { } marker)
            {
                lists.Add(paragraph, level, marker);
            }
        }
    }

    private static int LevelOf(IElement paragraph)
    {
        var value = InlineStyles.Value(paragraph.Attribute("style"), "mso-list") ?? "";
        var at = value.IndexOf("level", StringComparison.Ordinal) + "level".Length;
        return at >= "level".Length && at < value.Length && value[at] is >= '1' and <= '9' ? value[at] - '0' : 0;
    }

    private static IElement? MarkerOf(IElement paragraph) =>
        Subtree.First(paragraph, static element => element.LocalName == "span" && InlineStyles.Value(element.Attribute("style"), "mso-list") == "ignore");

    private void Add(IElement paragraph, int level, IElement marker)
    {
        var (isOrdered, start) = Read(marker.TextContent.Trim());
        marker.Remove();
        var item = _page.Rename(paragraph, "li");
        if (_open.Count == 0 || item.PreviousElementSibling != _open[0].List)
        {
            _open.Clear();
        }

        while (_open.Count > 0 && _open[^1].Level > level)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        var name = isOrdered ? "ol" : "ul";
        if (_open.Count > 0 && _open[^1].Level == level && _open[^1].List.LocalName != name)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        if (_open.Count == 0 || _open[^1].Level < level)
        {
            Open(item, level, name, start);
        }

        _open[^1].List.AppendChild(item);
    }

    private void Open(IElement item, int level, string name, int start)
    {
        var list = _page.Document.CreateElement(name);
        if (start != 1)
        {
            list.SetAttribute("start", start.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (_open.Count > 0)
        {
            _open[^1].List.LastElementChild!.AppendChild(list);
        }
        else
        {
            // The list goes the way of its first item, whose paragraph says it.
            if (item.Attribute("dir") is { } direction)
            {
                list.SetAttribute("dir", direction);
            }

            item.Parent!.InsertBefore(list, item);
        }

        _open.Add((level, list));
    }

    /// <summary>"1-", "a.", "(3)" number an item; any other sign does not.</summary>
    private static (bool IsOrdered, int Start) Read(string marker)
    {
        var words = marker.TrimStart('(').TrimEnd('.', ')', '-', '–', ' ', '\u00A0');
        if (words.Length is 0 or > 4 || words.Length == marker.Length)
        {
            return (false, 1);
        }

        var number = 0;
        foreach (var c in words)
        {
            number = char.IsDigit(c) ? (number * 10) + (int)char.GetNumericValue(c) : -1;
            if (number < 0)
            {
                return (words.All(char.IsLetter), 1);
            }
        }

        return (true, number);
    }
}
