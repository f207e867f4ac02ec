using System.Text.RegularExpressions;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>Natural language: ISO 14289-1, 7.2; ISO 19005-2, 6.7.4.</summary>
internal static partial class LanguageRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        // With a language in the catalog the language of everything can be told.
        Rule.Holds("ua1 7.2-2 7.2-21 7.2-22 7.2-23 7.2-24 7.2-25 7.2-30 7.2-31 7.2-32 7.2-33 7.2-34, ua2 8.4.4-1",
            "The catalog names the document's language.",
            file => file.Catalog["Lang"].Text is { Length: > 0 }),
        new("ua1 7.2-29, a23 6.7.4-1, ua2 8.4.4-2", "Every language is a well-formed tag.", file =>
            file.Dictionaries.Select(value => value["Lang"].Text).OfType<string>()
                .Concat(file.Contents.SelectMany(page => page.Items).SelectMany(item => item.Marks)
                    .Select(mark => mark.Properties.GetValueOrDefault("Lang")).OfType<string>())
                .Distinct().Where(language => !LanguageTag().IsMatch(language))),
    ];

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex LanguageTag();
}
