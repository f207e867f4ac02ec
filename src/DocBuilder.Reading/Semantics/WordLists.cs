using System.Globalization;
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
    private const string ArabicLetters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

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
        if (Read(marker.TextContent.Trim()) is not var (type, start))
        {
            return;
        }

        marker.Remove();
        var item = _page.Rename(paragraph, "li");
        if (type == "abjad")
        {
            // The letters of such a list follow one another as those of abjad do or as those of the alphabet: each has its own number.
            item.SetAttribute("value", start.ToString(CultureInfo.InvariantCulture));
        }

        if (_open.Count == 0 || item.PreviousElementSibling != _open[0].List)
        {
            _open.Clear();
        }

        while (_open.Count > 0 && _open[^1].Level > level)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        var name = type is null ? "ul" : "ol";
        if (_open.Count > 0 && _open[^1].Level == level && _open[^1].List.LocalName != name)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        if (_open.Count == 0 || _open[^1].Level < level)
        {
            Open(item, level, name, type, start);
        }

        _open[^1].List.AppendChild(item);
    }

    private void Open(IElement item, int level, string name, string? type, int start)
    {
        var list = _page.Document.CreateElement(name);
        if (start != 1)
        {
            list.SetAttribute("start", start.ToString(CultureInfo.InvariantCulture));
        }

        if (type == "abjad")
        {
            list.SetAttribute("class", type);
        }
        else if (type is not null and not "1")
        {
            list.SetAttribute("type", type);
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

    /// <summary>"1-", "a.", "(3)", "iv)", "ب." number an item; any other sign does not, and a word ("First:") is part of the text.</summary>
    private static Marker? Read(string marker)
    {
        // Word keeps the letter from joining what follows it.
        marker = marker.Replace("\u200C", "", StringComparison.Ordinal).Replace("\u200D", "", StringComparison.Ordinal);
        var words = marker.TrimStart('(').TrimEnd('.', ')', '-', '–', ':', ' ', '\u00A0');
        if (words.Length > 1 && words.Any(char.IsLetterOrDigit) && words.Any(static c => c is '.' or ' ' or '§'))
        {
            // "1.2", "Article III": what the text refers to by that name.
            return null;
        }

        if (words.Length == 0 || words.Length == marker.Length)
        {
            return words.Length > 1 && IsWord(words) ? null : Marker.Bullet;
        }

        if (words.All(char.IsDigit))
        {
            const int MostDigits = 6;
            return words.Length > MostDigits ? Marker.Bullet : new Marker("1", words.Aggregate(0, static (number, digit) => (number * 10) + (int)char.GetNumericValue(digit)));
        }

        if (words.Length == 1 && ArabicLetters.IndexOf(words[0]) is >= 0 and var place)
        {
            return new Marker("abjad", place + 1);
        }

        var isUpper = char.IsAsciiLetterUpper(words[0]);
        var lower = words.ToLowerInvariant();
        if (lower.All(static c => "ivxlc".Contains(c, StringComparison.Ordinal)) && (lower.Length > 1 || lower == "i"))
        {
            return new Marker(isUpper ? "I" : "i", Roman(lower));
        }

        return lower is [>= 'a' and <= 'z'] ? new Marker(isUpper ? "A" : "a", lower[0] - 'a' + 1)
            : words.Length > 1 && IsWord(words) ? null : Marker.Bullet;
    }

    private static bool IsWord(string text) => text.All(static c => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    private static int Roman(string numeral)
    {
        var number = 0;
        for (var i = 0; i < numeral.Length; i++)
        {
            var value = ValueOf(numeral[i]);
            number += i + 1 < numeral.Length && ValueOf(numeral[i + 1]) > value ? -value : value;
        }

        return number;

        static int ValueOf(char digit) => digit switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 100 };
    }

    /// <summary>What an item's marker says.</summary>
    /// <param name="Type">HTML's list type, or "abjad"; null for a sign that does not count.</param>
    /// <param name="Number">The number.</param>
    private readonly record struct Marker(string? Type, int Number)
    {
        public static readonly Marker Bullet = new(null, 1);
    }
}
