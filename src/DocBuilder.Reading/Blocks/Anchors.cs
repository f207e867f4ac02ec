using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>The anchors of an article: which ids something points at, and what they are called in the document.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IElement> _owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Says that something points at an id; returns the anchor.</summary>
    public string Want(string id)
    {
        if (!_byId.TryGetValue(id, out var anchor))
        {
            anchor = IsPlainName(id) && _taken.Add(id) ? id : Fresh();
            _byId.Add(id, anchor);
        }

        return anchor;
    }

    /// <summary>The anchor that an id is wanted as; null when nothing points at it.</summary>
    public string? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The anchor of an element that something points at; null when nothing does.</summary>
    public string? Of(IElement element)
    {
        var anchor = element.Attribute("id") is { Length: > 0 } id ? Find(id) : null;
        anchor ??= element.LocalName == "a" && element.Attribute("name") is { Length: > 0 } name ? Find(name) : null;

        // Of elements with the same id the first is the one that is meant.
        return anchor is null || _owners.TryAdd(anchor, element) || _owners[anchor] == element ? anchor : null;
    }

    /// <summary>Says which element an anchor is, whatever else has the id.</summary>
    public void Give(string anchor, IElement element) => _owners[anchor] = element;

    /// <summary>An anchor that no id has.</summary>
    public string Fresh()
    {
        for (var i = _taken.Count + 1; ; i++)
        {
            var anchor = "anchor-" + i.ToString(CultureInfo.InvariantCulture);
            if (_taken.Add(anchor))
            {
                return anchor;
            }
        }
    }

    /// <summary>Says that what points at one anchor shall point at another.</summary>
    public void Alias(string anchor, string target) => _aliases[anchor] = target;

    /// <summary>The anchor that a link to an anchor really leads to.</summary>
    public string Resolve(string anchor)
    {
        for (var steps = 0; steps < 16 && _aliases.TryGetValue(anchor, out var target); steps++)
        {
            anchor = target;
        }

        return anchor;
    }

    // Names that XML, HTML fragments and PDF destinations all take as they are.
    private static bool IsPlainName(string id)
    {
        if (id.Length > 64 || !(char.IsAsciiLetter(id[0]) || id[0] == '_'))
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
