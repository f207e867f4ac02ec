namespace DocBuilder.Pdf.Images.Svg;

/// <summary>The rules of a drawing's <c>style</c> elements: type, class, id and descendant selectors (Selectors Level 3). Other rules are passed over.</summary>
internal sealed class StyleSheet
{
    private const int MostRules = 10_000;

    private readonly Dictionary<string, List<StyleRule>> _byKey = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Reads a style sheet. What is not understood is passed over, as CSS demands.</summary>
    public static StyleSheet Parse(string css)
    {
        var sheet = new StyleSheet();
        css = WithoutComments(css);
        for (var at = 0; at < css.Length && sheet._count < MostRules;)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
            {
                break;
            }

            var prelude = css[at..open];
            // "@import url(x);" ends before the next rule begins.
            prelude = prelude[(prelude.LastIndexOf(';') + 1)..].Trim();
            if (prelude.StartsWith('@'))
            {
                at = EndOfBlock(css, open);
                continue;
            }

            var close = css.IndexOf('}', open);
            close = close < 0 ? css.Length : close;
            var declarations = Declarations(css[(open + 1)..close]);
            foreach (var selector in prelude.Split(','))
            {
                sheet.Add(selector, declarations);
            }

            at = close + 1;
        }

        return sheet;
    }

    /// <summary>The properties and values of a <c>style</c> attribute or a rule's block, in order.</summary>
    public static List<KeyValuePair<string, string>> Declarations(string block)
    {
        var result = new List<KeyValuePair<string, string>>();
        foreach (var declaration in block.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
                result.Add(new(declaration[..colon].Trim().ToLowerInvariant(), value));
            }
        }

        return result;
    }

    /// <summary>What the rules say of an element, the weakest first.</summary>
    public IEnumerable<KeyValuePair<string, string>> For(SvgElement element, ref long rulesTried)
    {
        if (_byKey.Count == 0)
        {
            return [];
        }

        var keys = new List<string> { "*", element.Name };
        if (element["id"] is { } id)
        {
            keys.Add("#" + id);
        }

        keys.AddRange(SimpleSelector.ClassesOf(element).Distinct().Select(static name => "." + name));
        var candidates = keys.Where(_byKey.ContainsKey).SelectMany(key => _byKey[key]).ToList();
        rulesTried += candidates.Count;
        return candidates.Where(rule => rule.Matches(element))
            .OrderBy(static rule => rule.Specificity).ThenBy(static rule => rule.Order).SelectMany(static rule => rule.Declarations);
    }

    private void Add(string selector, List<KeyValuePair<string, string>> declarations)
    {
        var parts = new List<SimpleSelector>();
        foreach (var part in selector.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (SimpleSelector.Parse(part) is not { } simple)
            {
                return;
            }

            parts.Add(simple);
        }

        if (parts.Count > 0)
        {
            var key = parts[^1].Key;
            if (!_byKey.TryGetValue(key, out var rules))
            {
                _byKey.Add(key, rules = []);
            }

            rules.Add(new StyleRule([.. parts], declarations, parts.Sum(static part => part.Specificity), _count++));
        }
    }

    private static string WithoutComments(string css)
    {
        var result = new System.Text.StringBuilder(css.Length);
        var at = 0;
        for (int open; (open = css.IndexOf("/*", at, StringComparison.Ordinal)) >= 0;)
        {
            result.Append(css, at, open - at);
            var close = css.IndexOf("*/", open + 2, StringComparison.Ordinal);
            at = close < 0 ? css.Length : close + 2;
        }

        return result.Append(css, at, css.Length - at).ToString();
    }

    private static int EndOfBlock(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return css.Length;
    }
}
