using System.Net;
using System.Text;

namespace DocBuilder.Reading.Markdown;

/// <summary>
/// What a Markdown file says of itself between two lines of dashes: names with one value or a list of them, the part of YAML that such files use.
/// </summary>
internal sealed class FrontMatter
{
    // The names in use, each with the meta element it becomes. (Jekyll, Hugo, Pandoc, Obsidian.)
    private static readonly (string Name, string Meta)[] Known =
    [
        ("author", "author"), ("authors", "author"), ("by", "author"), ("creator", "author"), ("المؤلف", "author"), ("الكاتب", "author"),
        ("date", "date"), ("published", "date"), ("pubdate", "date"), ("التاريخ", "date"), ("updated", "dcterms.modified"), ("modified", "dcterms.modified"),
        ("lastmod", "dcterms.modified"), ("description", "description"), ("summary", "description"), ("abstract", "description"), ("excerpt", "description"),
        ("keywords", "article:tag"), ("tags", "article:tag"), ("publisher", "dcterms.publisher"), ("site", "dcterms.publisher"), ("source", "dcterms.publisher"),
        ("section", "article:section"), ("category", "article:section"), ("rights", "dcterms.rights"), ("license", "dcterms.rights"), ("copyright", "dcterms.rights"),
        ("url", "og:url"), ("canonical", "og:url"), ("canonical_url", "og:url"), ("subtitle", "subtitle"),
    ];

    private const int LongestName = 40;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The front matter between two lines of plus signs, in TOML, as the same in YAML; null when the text does not begin with it. (Hugo, Zola.)
    /// </summary>
    /// <param name="source">The Markdown.</param>
    /// <param name="length">How much of it that is.</param>
    public static string? FromToml(string source, out int length)
    {
        const string Fence = "+++";
        length = 0;
        var start = source.StartsWith('\uFEFF') ? 1 : 0;
        if (!source.AsSpan(start).StartsWith(Fence) || source.AsSpan(start + Fence.Length).TrimStart(' ') is not ['\n' or '\r', ..])
        {
            return null;
        }

        var end = source.IndexOf("\n" + Fence, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        if (!IsToml(source.AsSpan(start + Fence.Length, end - start - Fence.Length)))
        {
            return null;
        }

        length = source.IndexOf('\n', end + 1) is > 0 and var next ? next : source.Length;
        var yaml = new StringBuilder();
        var table = "";
        foreach (var line in source.AsSpan(start + Fence.Length, end - start - Fence.Length).EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed is ['[', .., ']'])
            {
                table = trimmed.Trim(['[', ']', ' ']).ToString();
            }
            else if (trimmed.IndexOf('=') is > 0 and var at && trimmed[0] != '#')
            {
                // In a table of their own are the author's name and more of the author.
                var name = trimmed[..at].Trim().ToString();
                yaml.Append(table is "author" or "authors" ? name == "name" ? table : table + "." + name : name).Append(": ").Append(trimmed[(at + 1)..].Trim()).Append('\n');
            }
        }

        return yaml.ToString();
    }

    /// <summary>Whether the first line that says something gives a name a value, or a table a name.</summary>
    private static bool IsToml(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty && trimmed[0] != '#')
            {
                return trimmed is ['[', .., ']'] || (trimmed.IndexOf('=') is > 0 and var at && trimmed[..at].Trim().IndexOfAny(' ', '\t') < 0);
            }
        }

        return true;
    }

    /// <summary>Whether what stands between lines of dashes names something, as YAML does.</summary>
    public static bool IsOne(string yaml)
    {
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty && trimmed[0] != '#')
            {
                return trimmed.IndexOf(':') is > 0 and var at && (at + 1 == trimmed.Length || char.IsWhiteSpace(trimmed[at + 1])) && trimmed[..at].Trim().Length <= LongestName;
            }
        }

        return true;
    }

    public static FrontMatter Read(string yaml)
    {
        var matter = new FrontMatter();
        List<string>? open = null;
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
            {
                continue;
            }

            if (open is not null && trimmed.StartsWith("- "))
            {
                Add(open, NameIn(trimmed[2..]));
                continue;
            }

            if (open is { Count: 0 } && char.IsWhiteSpace(line[0]) && trimmed.StartsWith("name:"))
            {
                Add(open, NameIn(trimmed));
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon <= 0 || char.IsWhiteSpace(line[0]))
            {
                continue;
            }

            open = [];
            matter._values[line[..colon].Trim().ToString()] = open;
            var value = line[(colon + 1)..].Trim();
            if (value is ['[', .., ']'])
            {
                foreach (var item in value[1..^1].ToString().Split([',', '،']))
                {
                    Add(open, item);
                }
            }
            else
            {
                Add(open, value);
            }
        }

        return matter;
    }

    /// <summary>The name of somebody of whom more is said: "name: …", "family: …".</summary>
    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> item) => item.TrimStart().StartsWith("name:") ? item.TrimStart()["name:".Length..] : item;

    /// <summary>The beginning of a page that says the same, up to its body.</summary>
    public string WriteHead()
    {
        var head = new StringBuilder("<!doctype html><html");
        Append(head, " lang", First("lang") ?? First("language") ?? First("locale"));
        Append(head, " dir", First("dir") ?? First("direction"));
        head.Append("><head>");
        if (First("title") is { } title)
        {
            head.Append("<title>").Append(WebUtility.HtmlEncode(title)).Append("</title>");
            Append(head.Append("<meta property=\"og:title\""), " content", title).Append('>');
        }

        foreach (var (name, meta) in Known)
        {
            foreach (var value in _values.GetValueOrDefault(name) ?? [])
            {
                Append(head.Append("<meta name=\"").Append(meta).Append('"'), " content", value).Append('>');
            }
        }

        return head.Append("</head><body>").ToString();
    }

    private string? First(string name) => _values.GetValueOrDefault(name) is [var value, ..] ? value : null;

    private static void Add(List<string> values, ReadOnlySpan<char> written)
    {
        var value = written.Trim();
        value = value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1].Trim() : value;
        if (!value.IsEmpty && value is not ("|" or ">"))
        {
            values.Add(value.ToString());
        }
    }

    private static StringBuilder Append(StringBuilder head, string attribute, string? value) =>
        value is null ? head : head.Append(attribute).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
}
