using DocBuilder.Documents;

namespace DocBuilder.Reading.Languages;

/// <summary>Reads BCP 47 language tags.</summary>
internal static class LanguageTags
{
    // Languages that are written right to left unless a script subtag says otherwise.
    private static readonly HashSet<string> RightToLeftLanguages = new(StringComparer.Ordinal)
    {
        "ar", "arz", "ary", "arq", "apc", "ajp", "acm", "aeb", "fa", "ur", "he", "iw", "yi", "ps", "sd", "ug", "ckb", "dv", "ks", "pnb", "glk",
        "mzn", "lrc", "azb", "syr", "arc", "nqo", "prs", "khw", "bal", "skr", "haz", "bqi",
    };

    private static readonly HashSet<string> RightToLeftScripts = new(StringComparer.Ordinal)
    {
        "Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Mand", "Samr", "Rohg",
    };

    /// <summary>The tag in its usual spelling (ar-EG, zh-Hant); null when it is none.</summary>
    public static string? Normalize(string? tag)
    {
        if (tag is null)
        {
            return null;
        }

        var parts = tag.Trim().Replace('_', '-').Split('-');
        if (parts.Length > 8 || parts[0].Length is < 2 or > 8)
        {
            return null;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Length is 0 or > 8 || !part.AsSpan().ContainsOnlyAsciiAlphanumeric(lettersOnly: i == 0))
            {
                return null;
            }

            parts[i] = (i, part.Length) switch
            {
                (0, _) => part.ToLowerInvariant(),
                (_, 2) when char.IsAsciiLetter(part[0]) && char.IsAsciiLetter(part[1]) && parts[i - 1].Length != 1 => part.ToUpperInvariant(),
                (_, 4) when !char.IsAsciiDigit(part[0]) && parts[i - 1].Length != 1 => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
                _ => part.ToLowerInvariant(),
            };
        }

        parts[0] = parts[0] == "iw" ? "he" : parts[0];
        var normal = string.Join('-', parts);
        return LanguageTag.IsWellFormed(normal) ? normal : null;
    }

    /// <summary>The direction that the language's script is written in; null for <c>und</c>.</summary>
    public static TextDirection? DirectionOf(string tag)
    {
        if (tag == LanguageTag.Undetermined)
        {
            return null;
        }

        var parts = tag.AsSpan();
        foreach (var range in parts.Split('-'))
        {
            var part = parts[range];
            if (range.Start.Value > 0 && part.Length == 4 && char.IsAsciiLetterUpper(part[0]))
            {
                return RightToLeftScripts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part) ? TextDirection.RightToLeft : TextDirection.LeftToRight;
            }
        }

        return RightToLeftLanguages.Contains(LanguageTag.Primary(tag)) ? TextDirection.RightToLeft : TextDirection.LeftToRight;
    }

    private static bool ContainsOnlyAsciiAlphanumeric(this ReadOnlySpan<char> part, bool lettersOnly)
    {
        foreach (var c in part)
        {
            if (lettersOnly ? !char.IsAsciiLetter(c) : !char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
