namespace DocBuilder.Conformance.Rules;

/// <summary>PDF/UA-1 and PDF/A-2a as far as a machine can tell: every rule has a row, checked or shown not to apply.</summary>
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
        .. ContainmentRules.Rows,
        .. TableRules.Rows,
        .. LanguageRules.Rows,
        .. AnnotationRules.Rows,
        .. AbsentFeatures.Rows,
    ];

    /// <summary>The ids of a row, as "ua1 7.1-1".</summary>
    public static IEnumerable<string> IdsOf(Rule rule)
    {
        var standard = "";
        foreach (var word in rule.Ids.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiLetter(word[0]))
            {
                standard = word;
                continue;
            }

            yield return $"{standard} {word}";
        }
    }
}
