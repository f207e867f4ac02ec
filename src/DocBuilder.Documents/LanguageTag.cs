using System.Buffers;

namespace DocBuilder.Documents;

/// <summary>Language tags as BCP 47 (RFC 5646, 2.1) forms them.</summary>
public static class LanguageTag
{
    /// <summary>What stands for a tag that is not well-formed: undetermined.</summary>
    public const string Undetermined = "und";

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The tag when it is well-formed, else <c>und</c>.</summary>
    public static string Checked(string tag) => IsWellFormed(tag) ? tag : Undetermined;

    /// <summary>Whether the tag is well-formed and names a language.</summary>
    public static bool IsKnown(string tag) => IsWellFormed(tag) && !string.Equals(Primary(tag), Undetermined, StringComparison.OrdinalIgnoreCase);

    /// <summary>The primary language subtag, as it is written: <c>ar</c> of <c>ar-EG</c>.</summary>
    public static string Primary(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var end = tag.AsSpan().IndexOf('-');
        return end < 0 ? tag : tag[..end];
    }

    /// <summary>Whether a tag follows the grammar: language, script, region, variants, extensions, private use.</summary>
    public static bool IsWellFormed(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        if (tag.Length is 2 or 3)
        {
            // A language and nothing else, as nearly all tags are.
            return IsAlphabetic(tag);
        }

        var parts = tag.Split('-');
        foreach (var part in parts)
        {
            if (part.Length is 0 or > 8 || part.AsSpan().ContainsAnyExcept(LettersAndDigits))
            {
                return false;
            }
        }

        if (parts[0].Length is < 2 or 4 || !IsAlphabetic(parts[0]))
        {
            return false;
        }

        var i = 1;
        for (var extended = 0; extended < 3 && i < parts.Length && parts[0].Length <= 3 && parts[i].Length == 3 && IsAlphabetic(parts[i]); extended++)
        {
            i++;
        }

        if (i < parts.Length && parts[i].Length == 4 && IsAlphabetic(parts[i]))
        {
            i++;
        }

        if (i < parts.Length && (parts[i].Length == 2 && IsAlphabetic(parts[i]) || parts[i].Length == 3 && !parts[i].AsSpan().ContainsAnyExceptInRange('0', '9')))
        {
            i++;
        }

        if (i == parts.Length)
        {
            return true;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (i < parts.Length && (parts[i].Length >= 5 || parts[i].Length == 4 && char.IsAsciiDigit(parts[i][0])))
        {
            if (!seen.Add(parts[i++]))
            {
                return false;
            }
        }

        while (i < parts.Length)
        {
            var singleton = parts[i++];
            if (singleton.Length != 1 || !seen.Add(singleton))
            {
                return false;
            }

            var isPrivate = singleton is "x" or "X";
            var first = i;
            while (i < parts.Length && (isPrivate || parts[i].Length >= 2))
            {
                i++;
            }

            if (i == first)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlphabetic(string part) => !part.AsSpan().ContainsAnyExcept(Letters);
}
