using AngleSharp.Dom;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>Finds the address of a picture: <c>src</c>, what scripts would put there, the largest of <c>srcset</c>.</summary>
internal static class ImageAddress
{
    private static readonly FindingPhrase NoAddress = new("without an address");
    private static readonly FindingPhrase DataAddress = new("in a data: address");
    private static readonly string[] LazyAttributes = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src", "data-hi-res-src", "data-full-url"];
    private static readonly string[] LazySets = ["data-srcset", "data-lazy-srcset", "srcset"];

    /// <summary>The address; null when there is none.</summary>
    public static string? Of(IElement image)
    {
        var source = image.GetAttribute("src")?.Trim();
        if (source is { Length: > 0 } && !IsPlaceholder(source))
        {
            return source;
        }

        foreach (var name in LazyAttributes)
        {
            if (image.GetAttribute(name)?.Trim() is { Length: > 0 } lazy && !IsPlaceholder(lazy))
            {
                return lazy;
            }
        }

        foreach (var name in LazySets)
        {
            if (Largest(image.GetAttribute(name)) is { } candidate)
            {
                return candidate;
            }
        }

        if (image.ParentElement is { LocalName: "picture" } picture)
        {
            foreach (var child in picture.Children.Where(static child => child.LocalName == "source"))
            {
                if (Largest(child.GetAttribute("srcset") ?? child.GetAttribute("data-srcset")) is { } candidate)
                {
                    return candidate;
                }
            }
        }

        return source is { Length: > 0 } ? source : null;
    }

    /// <summary>The address as a message shows it: with its folder, as the source writes it.</summary>
    public static FindingArgument InMessage(string? address) =>
        string.IsNullOrEmpty(address) ? NoAddress
        : address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? DataAddress
        : address;

    /// <summary>The file's name in an address.</summary>
    public static string NameOf(string address)
    {
        var end = address.AsSpan().IndexOfAny("?#");
        var path = (end < 0 ? address : address[..end]).TrimEnd('/');
        return path[(path.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } name ? name : address;
    }

    public static bool IsOnNetwork(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return true;
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && address.AsSpan(0, colon).ToString().ToLowerInvariant() is "http" or "https" or "ftp" or "blob" or "about";
    }

    /// <summary>Whether the address is of a picture of one pixel that stands there until a script puts the real one in its place.</summary>
    public static bool IsPlaceholder(string address) =>
        (address.StartsWith("data:image/gif;base64,R0lGOD", StringComparison.OrdinalIgnoreCase) && address.Length < 120)
        || (address.StartsWith("data:image/svg+xml", StringComparison.OrdinalIgnoreCase) && address.Length < 300)
        || address is "about:blank" or "#";

    private static string? Largest(string? set)
    {
        if (string.IsNullOrWhiteSpace(set) || set.Length > 100_000)
        {
            return null;
        }

        string? best = null;
        double bestSize = -1;
        foreach (var candidate in set.Split([", ", ",\n", ",\t"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = candidate.TrimEnd(',').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
            {
                continue;
            }

            var size = 1.0;
            if (parts.Length > 1)
            {
                _ = double.TryParse(parts[1].TrimEnd('w', 'x'), System.Globalization.CultureInfo.InvariantCulture, out size);
            }

            if (size > bestSize)
            {
                best = parts[0];
                bestSize = size;
            }
        }

        return best;
    }
}
