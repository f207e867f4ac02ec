namespace DocBuilder.Conformance.Rules;

/// <summary>The standards of all profiles as far as a machine can tell: every rule has a row, checked or shown not to apply.</summary>
internal static class RuleTable
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        .. SyntaxRules.Rows,
        .. CatalogRules.Rows,
        .. MetadataRules.Rows,
        .. ExtensionSchemaRules.Rows,
        .. ColourRules.Rows,
        .. ContentRules.Rows,
        .. FontRules.Rows,
        .. StructureRules.Rows,
        .. Ua2Rules.Rows,
        .. ContainmentRules.Rows,
        .. TableRules.Rows,
        .. LanguageRules.Rows,
        .. AnnotationRules.Rows,
        .. FileRules.Rows,
        .. AbsentFeatures.Rows,
    ];

    /// <summary>What a word before clauses stands for: "a23" numbers the same in PDF/A-2a and PDF/A-3a, "a4" in PDF/A-4 with and without files.</summary>
    private static readonly Dictionary<string, string[]> Standards = new(StringComparer.Ordinal)
    {
        ["a23"] = ["a2a", "a3a"],
        ["a4"] = ["a4f"],
    };

    /// <summary>The words that speak of a profile; "pdf" is every file, "pdf2" one of PDF 2.0, "a4plain" PDF/A-4 without files.</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["ua1-a2a"] = ["pdf", "ua1", "a23", "a2a"],
        ["ua1-a3a"] = ["pdf", "ua1", "a23", "a3a"],
        ["ua2-a4"] = ["pdf", "pdf2", "ua2", "a4", "a4plain"],
        ["ua2-a4f"] = ["pdf", "pdf2", "ua2", "a4", "a4f"],
    };

    /// <summary>The profiles.</summary>
    public static IEnumerable<string> Profiles => Words.Keys;

    /// <summary>The rows that speak of a profile.</summary>
    public static IEnumerable<Rule> Of(string profile) => Rows.Where(rule => Clauses(rule).Any(clause => Words[profile].Contains(clause.Word)));

    /// <summary>The ids of a row, as "ua1 7.1-1".</summary>
    public static IEnumerable<string> IdsOf(Rule rule) =>
        Clauses(rule).SelectMany(clause => (Standards.TryGetValue(clause.Word, out var standards) ? standards : [clause.Word])
            .Select(standard => $"{standard} {clause.Clause}"));

    private static IEnumerable<(string Word, string Clause)> Clauses(Rule rule)
    {
        var standard = "";
        foreach (var word in rule.Ids.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiLetter(word[0]))
            {
                standard = word;
                continue;
            }

            yield return (standard, word);
        }
    }
}
