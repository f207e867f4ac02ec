using DocBuilder.Documents.Announcements;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>Where links lead (ISO 32000-1 12.3.2, 12.5.6.5, 12.6.4).</summary>
internal sealed class AnnotationTargets(PdfTokens tokens, DictionaryToken catalog, PdfPages pages)
{
    private Dictionary<string, IToken>? _names;

    /// <summary>The element of a link with the address or the page to which its annotation leads.</summary>
    public Announcement Lead(Announcement link, DictionaryToken annotation)
    {
        if (PdfTokens.Raw(annotation, "Dest") is { } destination)
        {
            return Inside(destination);
        }

        var action = tokens.Dictionary(annotation, "A");
        return tokens.Name(action, "S") switch
        {
            "URI" => link with { Target = tokens.Text(action, "URI") },
            "GoTo" => Inside(PdfTokens.Raw(action, "D"), PdfTokens.Raw(action, "SD")),
            "GoToR" or "Launch" => link with { Target = tokens.Text(action, "F") ?? tokens.Text(tokens.Dictionary(action, "F"), "UF") },
            _ => link,
        };

        Announcement Inside(params ReadOnlySpan<IToken?> places)
        {
            string? page = null;
            foreach (var place in places)
            {
                page ??= Page(place);
            }

            return link with { IsTargetInside = true, TargetPage = page };
        }
    }

    /// <summary>The label of the page that a destination names: a page, a structure element of one, or a name for either.</summary>
    private string? Page(IToken? destination)
    {
        var resolved = tokens.Resolve(destination);
        if (resolved is NameToken or StringToken or HexToken)
        {
            resolved = tokens.Resolve(Named(resolved));
        }

        if (resolved is DictionaryToken wrapped)
        {
            resolved = tokens.Get(wrapped, "D");
        }

        if (resolved is not ArrayToken { Data: [var first, ..] })
        {
            return null;
        }

        // A structure destination has a structure element where others have a page.
        var number = pages.NumberOf(first);
        return pages.LabelOf(number > 0 ? number : pages.NumberOf(PdfTokens.Raw(tokens.Dictionary(first), "Pg")));
    }

    private IToken? Named(IToken name) => name is NameToken old
        ? PdfTokens.Raw(tokens.Dictionary(catalog, "Dests"), old.Data)
        : tokens.Text(name) is { } wanted ? (_names ??= Names()).GetValueOrDefault(wanted) : null;

    private Dictionary<string, IToken> Names()
    {
        var values = new Dictionary<string, IToken>();
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<IToken?>([PdfTokens.Raw(tokens.Dictionary(catalog, "Names"), "Dests")]);
        while (open.TryPop(out var token))
        {
            if (token is IndirectReferenceToken reference && !seen.Add(reference.Data))
            {
                continue;
            }

            var node = tokens.Dictionary(token);
            foreach (var kid in tokens.Items(PdfTokens.Raw(node, "Kids")))
            {
                open.Push(kid);
            }

            var names = tokens.Items(PdfTokens.Raw(node, "Names"));
            for (var i = 0; i + 1 < names.Count; i += 2)
            {
                if (tokens.Text(names[i]) is { } key)
                {
                    values.TryAdd(key, names[i + 1]);
                }
            }
        }

        return values;
    }
}
