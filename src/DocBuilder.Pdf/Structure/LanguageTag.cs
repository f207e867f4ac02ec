namespace DocBuilder.Pdf.Structure;

/// <summary>Language tags as PDF/UA-1 7.2 and PDF/A-2 6.7.4 take them: letters and digits in groups of eight, the first of letters.</summary>
internal static class LanguageTag
{
    /// <summary>Whether the tag is well-formed and names a language.</summary>
    public static bool IsKnown(string tag) => tag != "und" && !tag.StartsWith("und-", StringComparison.Ordinal) && IsWellFormed(tag);

    private static bool IsWellFormed(string tag)
    {
        var groups = tag.Split('-');
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Length is 0 or > 8 || !groups[i].All(i == 0 ? char.IsAsciiLetter : char.IsAsciiLetterOrDigit))
            {
                return false;
            }
        }

        return true;
    }
}
