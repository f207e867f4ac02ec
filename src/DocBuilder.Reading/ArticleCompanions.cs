using System.Globalization;

namespace DocBuilder.Reading;

/// <summary>The files of the articles that one book binds: a relative link from one of them to another is a link inside the book.</summary>
public sealed class ArticleCompanions
{
    // No scheme of the web; it never leaves the front door.
    private const string Scheme = "article:";

    private readonly Dictionary<string, int> _numbers = new(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>Says that an article of the book is a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="number">The number of the article in the book.</param>
    public void Add(string path, int number) => _numbers.TryAdd(Path.GetFullPath(path), number);

    /// <summary>The article, and the id in it, that the target of a link leads to.</summary>
    /// <returns>The number and the id, null for none; null when the target is no article of the book.</returns>
    public static (int Number, string? Id)? Follow(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var number = int.Parse(target.AsSpan(Scheme.Length, (hash < 0 ? target.Length : hash) - Scheme.Length), CultureInfo.InvariantCulture);
        return (number, hash < 0 || hash == target.Length - 1 ? null : target[(hash + 1)..]);
    }

    /// <summary>The target of a link to an article of the book.</summary>
    /// <param name="from">The file that the link is in.</param>
    /// <param name="address">A relative address (RFC 3986, 4.2), without a scheme.</param>
    /// <returns>What <see cref="Follow"/> understands; null when the address leads elsewhere.</returns>
    internal string? Find(string from, string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        if (path.Length == 0 || path[0] is '/' or '\\')
        {
            return null;
        }

        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var folder = Path.GetDirectoryName(Path.GetFullPath(from))!;
        var unescaped = Uri.UnescapeDataString(path);
        return !unescaped.Contains('\0', StringComparison.Ordinal) && _numbers.TryGetValue(Path.GetFullPath(Path.Combine(folder, unescaped)), out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{Scheme}{number}{(hash < 0 ? "" : "#" + Uri.UnescapeDataString(address[(hash + 1)..]))}")
            : null;
    }
}
