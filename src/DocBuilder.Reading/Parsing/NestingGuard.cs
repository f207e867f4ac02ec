namespace DocBuilder.Reading.Parsing;

/// <summary>
/// Takes tags out of a source whose elements are nested beyond a depth, before it is parsed. What such a tag holds stays, as if it
/// stood at that depth.
/// </summary>
/// <remarks>
/// The parser limits the depth of the tree, but not of its stack of open elements, which it searches for every tag: 100,000 open
/// elements take it a minute. Here a stack is kept for elements that structure and another for those that HTML reopens ("formatting"),
/// each bounded; elements whose end tag may be missing are not counted, since they cannot nest without the others.
/// </remarks>
internal sealed class NestingGuard(int depth)
{
    // Formatting elements that are left open are opened again in every block: their number multiplies the elements of the page.
    private const int MostFormatting = 48;

    private const int MostNames = 200;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _structure = [];
    private readonly List<string> _formatting = [];
    private char[]? _output;

    public bool HasCut => _output is not null;

    /// <summary>The source itself, or one of the same length in which the tags that lie too deep are spaces.</summary>
    public string Apply(string source)
    {
        var at = 0;
        while ((at = source.IndexOf('<', at)) >= 0 && at + 1 < source.Length)
        {
            at = source[at + 1] switch
            {
                '!' => SkipDeclaration(source, at),
                '/' => EndTag(source, at),
                var c when char.IsAsciiLetter(c) => StartTag(source, at),
                _ => at + 1,
            };
        }

        return _output is null ? source : new string(_output);
    }

    private int StartTag(string source, int at)
    {
        var name = NameAt(source, at + 1);
        var end = EndOfTag(source, at);
        if (IsRawText(name))
        {
            var close = source.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? source.Length : close;
        }

        if (IsNotCounted(name) || (source[end - 2] == '/' && IsForeign(name)))
        {
            return end;
        }

        // An open link ends where the next one begins.
        if (name == "a")
        {
            _formatting.Remove(name);
        }

        var stack = IsFormatting(name) ? _formatting : _structure;
        if (stack.Count >= (stack == _formatting ? Math.Min(depth, MostFormatting) : depth))
        {
            Blank(source, at, end);
        }
        else
        {
            stack.Add(name);
        }

        return end;
    }

    private int EndTag(string source, int at)
    {
        if (at + 2 >= source.Length || !char.IsAsciiLetter(source[at + 2]))
        {
            return at + 2;
        }

        var name = NameAt(source, at + 2);
        var end = EndOfTag(source, at);
        if (IsFormatting(name))
        {
            var index = _formatting.LastIndexOf(name);
            if (index >= 0)
            {
                _formatting.RemoveAt(index);
            }
        }
        else if (_structure.LastIndexOf(name) is var index && index >= 0)
        {
            _structure.RemoveRange(index, _structure.Count - index);
        }

        return end;
    }

    // Only in SVG and MathML does "/>" close an element, and these elements of HTML end SVG and MathML (HTML, "foreign content").
    private bool IsForeign(string name) => (_structure.Contains("svg") || _structure.Contains("math")) && name is not
        ("b" or "big" or "blockquote" or "center" or "code" or "div" or "dl" or "em" or "font" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        or "i" or "listing" or "menu" or "nobr" or "ol" or "pre" or "ruby" or "s" or "small" or "span" or "strong" or "strike" or "sub" or "sup"
        or "table" or "tt" or "u" or "ul" or "var");

    private void Blank(string source, int start, int end)
    {
        _output ??= source.ToCharArray();
        for (var i = start; i < end; i++)
        {
            if (_output[i] is not ('\r' or '\n'))
            {
                _output[i] = ' ';
            }
        }
    }

    private static int SkipDeclaration(string source, int at)
    {
        var isComment = string.CompareOrdinal(source, at, "<!--", 0, 4) == 0;
        var close = source.IndexOf(isComment ? "-->" : ">", at + 2, StringComparison.Ordinal);
        return close < 0 ? source.Length : close + (isComment ? 3 : 1);
    }

    private string NameAt(string source, int start)
    {
        var end = start;
        while (end < source.Length && source[end] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f'))
        {
            end++;
        }

        // A page says few names, and says them again and again.
        var written = source.AsSpan(start, end - start);
        if (_names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var name))
        {
            return name;
        }

        name = written.ToString().ToLowerInvariant();
        if (_names.Count < MostNames)
        {
            _names.Add(written.ToString(), name);
        }

        return name;
    }

    /// <summary>The index after the tag's ">", which may stand in quoted values.</summary>
    private static int EndOfTag(string source, int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < source.Length; i++)
        {
            var c = source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return i + 1;
            }
            else if (c is '"' or '\'' && source[i - 1] is '=' or ' ' or '\t' or '\n')
            {
                quote = c;
            }
        }

        return source.Length;
    }

    private static bool IsRawText(string name) =>
        name is "script" or "style" or "textarea" or "title" or "xmp" or "iframe" or "noembed" or "noframes";

    private static bool IsFormatting(string name) =>
        name is "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u";

    // Void elements, and elements that their siblings close.
    private static bool IsNotCounted(string name) => name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input"
        or "link" or "meta" or "param" or "source" or "track" or "wbr" or "html" or "head" or "body" or "p" or "li" or "dt" or "dd"
        or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "colgroup" or "option" or "optgroup" or "rt" or "rp" or "rb" or "rtc";
}
