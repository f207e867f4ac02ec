using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>
/// Puts the lists of Google Docs into one another: it writes each level as a list of its own beside the others, with its level in its class
/// ("lst-kix_ab12-1") and its indent in the style sheet.
/// </summary>
internal sealed class GoogleDocsLists
{
    /// <summary>How selectors of its classes begin.</summary>
    public const string Prefix = ".lst-kix_";

    private readonly List<(string Name, int Level, IElement List)> _open = [];

    public static void Apply(HtmlPage page)
    {
        var lists = new GoogleDocsLists();
        foreach (var element in page.Nodes.Having("class").FindAll(static element => element.LocalName is "ul" or "ol"))
        {
            if (LevelOf(element) is var (name, level))
            {
                lists.Add(element, name, level);
            }
        }
    }

    private static (string Name, int Level)? LevelOf(IElement list)
    {
        foreach (var token in list.ClassList)
        {
            if (("." + token).StartsWith(Prefix, StringComparison.Ordinal) && token.LastIndexOf('-') is var dash && dash > Prefix.Length - 2
                && int.TryParse(token.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 0 and <= 9)
            {
                return (token[..dash], level);
            }
        }

        return null;
    }

    private void Add(IElement list, string name, int level)
    {
        if (_open.Count == 0 || list.PreviousElementSibling != _open[0].List || name != _open[0].Name)
        {
            _open.Clear();
        }

        while (_open.Count > 0 && _open[^1].Level > level)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        if (_open.Count > 0 && _open[^1].Level == level && _open[^1].List.LocalName == list.LocalName)
        {
            while (list.FirstChild is { } item)
            {
                _open[^1].List.AppendChild(item);
            }

            list.Remove();
            return;
        }

        if (_open.Count > 0 && _open[^1].Level < level && _open[^1].List.LastElementChild is { LocalName: "li" } last)
        {
            last.AppendChild(list);
        }
        else
        {
            _open.Clear();
        }

        _open.Add((name, level, list));
    }
}
