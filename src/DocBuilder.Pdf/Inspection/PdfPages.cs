using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>The pages by their objects, and how they are called (ISO 32000-1 7.7.3, 12.4.2).</summary>
internal sealed class PdfPages
{
    // What pages have from the nodes above them (Table 30), and what is drawn on them.
    private static readonly string[] Inherited = ["Resources", "MediaBox", "Rotate"];
    private static readonly string[] Own = [.. Inherited, "Contents"];

    private readonly PdfTokens _tokens;
    private readonly int _most;
    private readonly Dictionary<IndirectReference, int> _numbers = [];
    private readonly List<DictionaryToken> _pages = [];

    /// <summary>Walks the page tree, whatever shape it has.</summary>
    /// <param name="tokens">The objects.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="most">The most pages that are taken.</param>
    public PdfPages(PdfTokens tokens, DictionaryToken catalog, int most)
    {
        _tokens = tokens;
        _most = most;
        Walk(PdfTokens.Raw(catalog, "Pages"));
        Labels = Label(tokens.NumberTree(PdfTokens.Raw(catalog, "PageLabels")));
    }

    public int Count => _pages.Count;

    /// <summary>The pages as they are drawn: with what they inherit, without what leads elsewhere.</summary>
    public IReadOnlyList<DictionaryToken> Drawn => _pages;

    /// <summary>The labels of the pages, in order.</summary>
    public string[] Labels { get; }

    /// <summary>The number of a page, 1 and up; 0 when the object is no page of this document.</summary>
    public int NumberOf(IToken? page) => page is IndirectReferenceToken reference ? _numbers.GetValueOrDefault(reference.Data) : 0;

    /// <summary>What a page is called; null for a number that no page has.</summary>
    public string? LabelOf(int number) => number >= 1 && number <= Labels.Length ? Labels[number - 1] : null;

    private void Walk(IToken? root)
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<(IToken? Node, Dictionary<string, IToken> FromAbove)>([(root, [])]);
        while (open.TryPop(out var next) && _pages.Count < _most)
        {
            if ((next.Node is IndirectReferenceToken reference && !seen.Add(reference.Data)) || _tokens.Dictionary(next.Node) is not { } node)
            {
                continue;
            }

            if (_tokens.Get(node, "Kids") is not ArrayToken kids)
            {
                _pages.Add(Draw(node, next.FromAbove));
                if (next.Node is IndirectReferenceToken page)
                {
                    _numbers.Add(page.Data, _pages.Count);
                }

                continue;
            }

            var fromAbove = With(next.FromAbove, node, Inherited);
            for (var i = kids.Data.Count - 1; i >= 0; i--)
            {
                open.Push((kids.Data[i], fromAbove));
            }
        }
    }

    private static DictionaryToken Draw(DictionaryToken page, Dictionary<string, IToken> fromAbove) => new(
        With(fromAbove, page, Own).Append(new("Type", NameToken.Page)).ToDictionary(entry => NameToken.Create(entry.Key), entry => entry.Value));

    private static Dictionary<string, IToken> With(Dictionary<string, IToken> entries, DictionaryToken node, string[] keys)
    {
        if (!keys.Any(node.Data.ContainsKey))
        {
            return entries;
        }

        var all = new Dictionary<string, IToken>(entries);
        foreach (var key in keys)
        {
            if (node.Data.TryGetValue(key, out var value))
            {
                all[key] = value;
            }
        }

        return all;
    }

    private string[] Label(SortedDictionary<int, IToken> ranges)
    {
        var labels = new string[Count];
        DictionaryToken? range = null;
        var start = 0;
        for (var page = 0; page < Count; page++)
        {
            if (ranges.TryGetValue(page, out var token))
            {
                range = _tokens.Dictionary(token);
                start = page;
            }

            labels[page] = range is null
                ? (page + 1).ToString(CultureInfo.InvariantCulture)
                : _tokens.Text(range, "P") + Numeral(_tokens.Name(range, "S"), page - start + Math.Max(1L, _tokens.Integer(range, "St") ?? 1));
        }

        return labels;
    }

    private static string Numeral(string? style, long number) => style switch
    {
        "D" => number.ToString(CultureInfo.InvariantCulture),
        "R" => Roman(number),
        "r" => Roman(number).ToLowerInvariant(),
        "A" => Letters(number, 'A'),
        "a" => Letters(number, 'a'),
        _ => "",
    };

    // A to Z, AA to ZZ, AAA to ZZZ and so on, and no further than can be read.
    private static string Letters(long number, char first) => new((char)(first + (number - 1) % 26), (int)Math.Min(20, (number - 1) / 26 + 1));

    private static string Roman(long number)
    {
        if (number >= 4_000)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, numeral) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value)
            {
                text.Append(numeral);
            }
        }

        return text.ToString();
    }
}
