using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading;

namespace DocBuilder.Books;

/// <summary>Links from article to article of a book: by file, or by the address that an article has on the web.</summary>
internal sealed class BookLinks
{
    private readonly Dictionary<string, int> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ImmutableDictionary<string, string>> _anchors = [];
    private readonly IReadOnlyList<Document> _articles;

    /// <summary>Learns the addresses of the articles.</summary>
    /// <param name="articles">The articles in order; the first has the number 1.</param>
    public BookLinks(IReadOnlyList<Document> articles)
    {
        _articles = articles;
        for (var i = 0; i < articles.Count; i++)
        {
            if (articles[i].Metadata.SourceUrl is { } url)
            {
                _byAddress.TryAdd(WithoutFragment(url), i + 1);
            }
        }
    }

    /// <summary>The ids that other articles link to, by the number of the article that has them.</summary>
    public Dictionary<int, SortedSet<string>> LinkedIds()
    {
        var linked = new Dictionary<int, SortedSet<string>>();
        foreach (var link in _articles.SelectMany(NodeTree.SelfAndDescendants).OfType<Link>())
        {
            if (Follow(link.Target) is (var number, { } id))
            {
                if (!linked.TryGetValue(number, out var ids))
                {
                    linked.Add(number, ids = new SortedSet<string>(StringComparer.Ordinal));
                }

                ids.Add(id);
            }
        }

        return linked;
    }

    /// <summary>Says what the ids of an article became.</summary>
    public void Learn(int number, ImmutableDictionary<string, string> anchors) => _anchors[number] = anchors;

    /// <summary>The target of a link in the book.</summary>
    /// <param name="from">The number of the article that the link is in.</param>
    /// <param name="target">Its target there.</param>
    /// <returns>An anchor of the book, or the address as it is. An id that an article does not have leads to its beginning, as in a browser.</returns>
    public string TargetIn(int from, string target)
    {
        if (target.StartsWith('#'))
        {
            return "#" + BoundArticle.AnchorIn(from, target[1..]);
        }

        if (Follow(target) is not (var number, var id))
        {
            return target;
        }

        return "#" + (id is not null && _anchors.GetValueOrDefault(number)?.GetValueOrDefault(id) is { } anchor
            ? BoundArticle.AnchorIn(number, anchor)
            : BoundArticle.TitleAnchor(number, _articles[number - 1]));
    }

    private (int Number, string? Id)? Follow(string target)
    {
        if (ArticleCompanions.Follow(target) is { } companion)
        {
            return companion;
        }

        if (!_byAddress.TryGetValue(WithoutFragment(target), out var number))
        {
            return null;
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        return (number, hash < 0 || hash == target.Length - 1 ? null : Uri.UnescapeDataString(target[(hash + 1)..]));
    }

    /// <summary>What the addresses of one page have in common: not the scheme, a slash at the end, or a place in the page.</summary>
    private static string WithoutFragment(string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var page = (hash < 0 ? address : address[..hash]).TrimEnd('/');
        return page.StartsWith("http://", StringComparison.Ordinal) ? string.Concat("https://", page.AsSpan(7)) : page;
    }
}
