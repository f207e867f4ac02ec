using DocBuilder.Documents;

namespace DocBuilder.Pdf.Inspection;

/// <summary>The languages that are written from right to left unless their tag names another script.</summary>
internal static class RightToLeftLanguages
{
    private static readonly string[] Languages = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "syr", "ug", "ur", "yi"];

    private static readonly string[] Scripts = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"];

    /// <summary>1 when text of the language runs from right to left, else 0.</summary>
    public static int Level(string language)
    {
        var script = language.Split('-').Skip(1).FirstOrDefault(subtag => subtag.Length == 4 && char.IsAsciiLetter(subtag[0]));
        var isRightToLeft = script is null
            ? Languages.Contains(LanguageTag.Primary(language), StringComparer.OrdinalIgnoreCase)
            : Scripts.Contains(script, StringComparer.OrdinalIgnoreCase);
        return isRightToLeft ? 1 : 0;
    }
}
