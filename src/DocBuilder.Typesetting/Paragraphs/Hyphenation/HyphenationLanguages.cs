using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Paragraphs.Hyphenation;

/// <summary>Which patterns serve which language tag (BCP 47).</summary>
internal static class HyphenationLanguages
{
    /// <summary>Language, script of the patterns, and the name of the patterns. A tag without a script takes the first row of its language.</summary>
    private static readonly (string Language, string Script, string Patterns)[] Rows =
    [
        ("af", "Latn", "af"), ("be", "Cyrl", "be"), ("bg", "Cyrl", "bg"), ("bs", "Latn", "sh-latn"), ("ca", "Latn", "ca"), ("cnr", "Latn", "sh-latn"),
        ("cy", "Latn", "cy"), ("da", "Latn", "da"), ("de", "Latn", "de-1996"), ("el", "Grek", "el-monoton"), ("en", "Latn", "en-us"), ("es", "Latn", "es"),
        ("et", "Latn", "et"), ("fi", "Latn", "fi-x-school"), ("fr", "Latn", "fr"), ("ga", "Latn", "ga"), ("gl", "Latn", "gl"), ("hr", "Latn", "hr"),
        ("is", "Latn", "is"), ("it", "Latn", "it"), ("kmr", "Latn", "kmr"), ("ku", "Latn", "kmr"), ("la", "Latn", "la"), ("lt", "Latn", "lt"),
        ("nb", "Latn", "nb"), ("nl", "Latn", "nl"), ("nn", "Latn", "nn"), ("no", "Latn", "nb"), ("pl", "Latn", "pl"), ("pt", "Latn", "pt"),
        ("ru", "Cyrl", "ru"), ("sh", "Latn", "sh-latn"), ("sl", "Latn", "sl"), ("sr", "Cyrl", "sh-cyrl"), ("sr", "Latn", "sh-latn"), ("sv", "Latn", "sv"),
        ("tk", "Latn", "tk"), ("tr", "Latn", "tr"), ("uk", "Cyrl", "uk"),
    ];

    /// <summary>Where English is spelled as in the United States; elsewhere, when a region is named, as in Britain (CLDR: children of en-001).</summary>
    private static readonly string[] AmericanSpelling = ["US", "AS", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "VI"];

    /// <summary>Orthographies other than those the patterns were made for.</summary>
    private static readonly string[] OtherOrthographies = ["1901", "polyton"];

    /// <summary>Every name of patterns that a tag can lead to.</summary>
    public static IEnumerable<string> Patterns => Rows.Select(row => row.Patterns).Append("en-gb").Distinct();

    /// <summary>The name of a tag's patterns; null when there are none, or the tag is not well-formed.</summary>
    public static string? PatternsFor(string tag)
    {
        if (!LanguageTag.IsWellFormed(tag))
        {
            return null;
        }

        var subtags = tag.Split('-');
        string? script = null;
        string? region = null;
        foreach (var subtag in subtags.Skip(1).TakeWhile(subtag => subtag.Length > 1))
        {
            if (OtherOrthographies.Contains(subtag, StringComparer.OrdinalIgnoreCase))
            {
                return null;
            }

            script ??= subtag.Length == 4 && char.IsAsciiLetter(subtag[0]) ? subtag : null;
            region ??= subtag.Length == 2 || (subtag.Length == 3 && char.IsAsciiDigit(subtag[0])) ? subtag : null;
        }

        foreach (var row in Rows)
        {
            if (Same(row.Language, subtags[0]) && (script is null || Same(row.Script, script)))
            {
                return row.Language == "en" && region is not null && !AmericanSpelling.Contains(region, StringComparer.OrdinalIgnoreCase) ? "en-gb" : row.Patterns;
            }
        }

        return null;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
