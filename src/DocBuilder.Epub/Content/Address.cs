using System.Text;

namespace DocBuilder.Epub.Content;

/// <summary>Addresses of links as the URL standard writes them.</summary>
internal static class Address
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>
    /// The address with everything that a valid URL string cannot hold percent-encoded; null when it is not an address
    /// that a book may link to.
    /// </summary>
    public static string? Normalize(string target)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme, StringComparer.Ordinal))
        {
            return null;
        }

        var isWeb = uri.Scheme is "http" or "https";
        if (isWeb && (uri.Host.Length == 0 || uri.HostNameType == UriHostNameType.Unknown))
        {
            return null;
        }

        var authorityEnd = isWeb ? EndOfAuthority(target) : target.IndexOf(':', StringComparison.Ordinal) + 1;
        if (authorityEnd <= 0)
        {
            return null;
        }

        var encoded = new StringBuilder(target, 0, authorityEnd, target.Length + 16);
        var inFragment = false;
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = authorityEnd; i < target.Length;)
        {
            var status = Rune.DecodeFromUtf16(target.AsSpan(i), out var rune, out var length);
            var isEscape = rune.Value == '%' && i + 2 < target.Length && char.IsAsciiHexDigit(target[i + 1]) && char.IsAsciiHexDigit(target[i + 2]);
            var isFragmentStart = rune.Value == '#' && !inFragment;
            inFragment |= isFragmentStart;
            if (status == System.Buffers.OperationStatus.Done && (isEscape || isFragmentStart || IsUrlCodePoint(rune.Value)))
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    encoded.Append('%').Append("0123456789ABCDEF"[value >> 4]).Append("0123456789ABCDEF"[value & 15]);
                }
            }

            i += length;
        }

        return encoded.ToString();
    }

    /// <summary>The end of scheme, user, host and port: where the path, the query or the fragment begins.</summary>
    private static int EndOfAuthority(string target)
    {
        var start = target.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return -1;
        }

        var end = target.AsSpan(start + 3).IndexOfAny('/', '?', '#');
        end = end < 0 ? target.Length : start + 3 + end;
        foreach (var c in target.AsSpan(0, end))
        {
            if (c <= ' ' || "\"<>\\^`{|}%".Contains(c, StringComparison.Ordinal))
            {
                return -1;
            }
        }

        return end;
    }

    // URL Standard, "URL code points", ASCII only: what lies beyond is percent-encoded too, for old readers.
    private static bool IsUrlCodePoint(int c) =>
        c < 0x80 && (char.IsAsciiLetterOrDigit((char)c) || "!$&'()*+,-./:;=?@_~".Contains((char)c, StringComparison.Ordinal));
}
