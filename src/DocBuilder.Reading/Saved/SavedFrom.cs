using System.Buffers;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Saved;

/// <summary>Reads the address that browsers write into a comment at the beginning of a page when they save it.</summary>
internal static class SavedFrom
{
    private const int SearchedCharacters = 4096;

    private static readonly SearchValues<string> Marks = SearchValues.Create(["saved from url=("], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> EndsOfAddress = SearchValues.Create(" \t\r\n<>\"");

    /// <summary>The address, http or https; null when there is none.</summary>
    public static string? AddressIn(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, SearchedCharacters));

        // "<!-- saved from url=(0031)https://example.org/a.html -->": the number counts the address.
        var mark = start.IndexOfAny(Marks);
        if (mark >= 0 && start[mark..].IndexOf(')') is > 0 and var close)
        {
            return AddressAt(start[(mark + close + 1)..]);
        }

        // "<!-- Page saved with SingleFile" and on the next line " url: https://example.org/a.html".
        var single = start.IndexOf("Page saved with SingleFile", StringComparison.Ordinal);
        return single >= 0 && start[single..].IndexOf("url:") is > 0 and var url ? AddressAt(start[(single + url + 4)..].TrimStart()) : null;
    }

    private static string? AddressAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(EndsOfAddress);
        return LinkResolver.AbsoluteWeb((end < 0 ? text : text[..end]).ToString());
    }
}
