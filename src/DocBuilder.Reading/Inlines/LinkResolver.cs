using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;

namespace DocBuilder.Reading.Inlines;

/// <summary>Resolves addresses against the page's own (its base element, else its canonical address).</summary>
internal sealed class LinkResolver
{
    private readonly Uri? _base;
    private readonly Uri? _self;
    private readonly Anchors _anchors;
    private readonly FindingList _findings;
    private readonly Func<string, string?>? _companionAt;

    public LinkResolver(string? declaredBase, string? canonicalUrl, Anchors anchors, FindingList findings, ArticleSource source)
    {
        _anchors = anchors;
        _findings = findings;
        _self = canonicalUrl is null ? null : new Uri(canonicalUrl);
        _base = declaredBase is not null && TryWeb(declaredBase, _self, out var uri) ? uri : _self;
        // Relative addresses lead to files beside this one, unless the page says that they do not.
        _companionAt = declaredBase is null && source.Companions is { } companions ? address => companions.Find(source.Name, address) : null;
    }

    /// <summary>The id that an address inside this page names; null when it leads elsewhere.</summary>
    public string? FragmentOf(string? href)
    {
        if (href is null)
        {
            return null;
        }

        var trimmed = href.Trim();
        var hash = trimmed.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || hash == trimmed.Length - 1)
        {
            return null;
        }

        if (hash > 0 && !(_self is not null && TryWeb(trimmed[..hash], _base, out var uri) && uri!.AbsoluteUri == _self.GetLeftPart(UriPartial.Query)))
        {
            return null;
        }

        return Unescape(trimmed[(hash + 1)..]);
    }

    /// <summary>Where Google's documents and results send their readers by way of Google: to the address itself, which will be there for longer.</summary>
    private static Uri BehindRedirect(Uri address)
    {
        const string Query = "?q=";
        if (address.Host is not ("www.google.com" or "google.com") || address.AbsolutePath != "/url" || !address.Query.StartsWith(Query, StringComparison.Ordinal))
        {
            return address;
        }

        var end = address.Query.IndexOf('&', StringComparison.Ordinal);
        return Uri.TryCreate(Uri.UnescapeDataString(address.Query[Query.Length..(end < 0 ? address.Query.Length : end)]), UriKind.Absolute, out var target) && target.Scheme is "http" or "https" ? target : address;
    }

    /// <summary>The target of a link; null when it has none that a reader may be sent to.</summary>
    public string? Resolve(string href, SourcePosition position)
    {
        var address = href.Trim();
        if (address.Length == 0 || address is "#" or "#top")
        {
            return null;
        }

        if (FragmentOf(address) is { } id)
        {
            if (_anchors.Find(id) is { } anchor)
            {
                return "#" + anchor;
            }

            _findings.Add(FindingCatalog.LinkTargetMissing, position, id);
            return null;
        }

        if (address.AsSpan().ContainsAnyInRange('\0', '\u001F') || address.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
        {
            address = string.Concat(address.Where(static c => !char.IsControl(c)));
        }

        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && SchemeOf(address) is { } scheme)
        {
            if (scheme is "http" or "https")
            {
                return WebAddress(BehindRedirect(absolute));
            }

            if (scheme is "mailto" or "tel")
            {
                return absolute.AbsoluteUri;
            }

            _findings.Add(FindingCatalog.LinkDropped, position, address);
            return null;
        }

        if (SchemeOf(address) is not null)
        {
            _findings.Add(FindingCatalog.LinkDropped, position, address);
            return null;
        }

        if (_companionAt?.Invoke(address) is { } companion)
        {
            return companion;
        }

        if (_base is not null && TryWeb(address, _base, out var resolved))
        {
            return WebAddress(resolved!);
        }

        _findings.Add(FindingCatalog.LinkUnresolved, position, address);
        return null;
    }

    /// <summary>The absolute web address of what is quoted; null when there is none.</summary>
    public string? ResolveSource(string? cite) =>
        cite is not null && TryWeb(cite.Trim(), _base, out var uri) ? WebAddress(uri!) : null;

    /// <summary>An absolute http or https address; null for anything else.</summary>
    public static string? AbsoluteWeb(string? address) =>
        address is not null && TryWeb(address.Trim(), null, out var uri) ? WebAddress(uri!) : null;

    private static string? WebAddress(Uri uri) => uri.AbsoluteUri;

    private static bool TryWeb(string address, Uri? against, out Uri? uri)
    {
        var made = against is null
            ? Uri.TryCreate(address, UriKind.Absolute, out uri)
            : Uri.TryCreate(against, address, out uri);
        if (made && uri is { IsAbsoluteUri: true, Scheme: "http" or "https" } && uri.Host.Length > 0)
        {
            return true;
        }

        uri = null;
        return false;
    }

    // RFC 3986 section 3.1. (A path such as "/a" is an absolute file address to System.Uri on Unix.)
    private static string? SchemeOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(address[0]))
        {
            return null;
        }

        foreach (var c in address.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return null;
            }
        }

        return address[..colon].ToLowerInvariant();
    }

    private static string Unescape(string fragment)
    {
        try
        {
            return Uri.UnescapeDataString(fragment);
        }
        catch (UriFormatException)
        {
            return fragment;
        }
    }
}
