using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Fonts;

/// <summary>Writes the catalogue as a person reads it, in the language of the findings.</summary>
internal sealed class FontCatalogueText(FindingGuide guide)
{
    // Some fonts carry the whole licence; its beginning says which it is.
    private const int LongestLicense = 200;

    private static readonly FindingPhrase Shipped = new("{0}, comes with DocBuilder");
    private static readonly FindingPhrase Yours = new("{0}, from a folder of yours");
    private static readonly FindingPhrase Upright = new("{0}, weight {1}, {2}");
    private static readonly FindingPhrase Italic = new("{0}, weight {1}, italic, {2}");
    private static readonly FindingPhrase OneCharacter = new("{0} character");
    private static readonly FindingPhrase Characters = new("{0} characters");
    private static readonly FindingPhrase InFile = new("in {0}");
    private static readonly FindingPhrase Scripts = new("Scripts:");
    private static readonly FindingPhrase NoScripts = new("none; symbols and the like are of no script");
    private static readonly FindingPhrase Uses = new("In the theme print:");
    private static readonly FindingPhrase NoUses = new("nothing");
    private static readonly FindingPhrase TextFirst = new("text in {0}");
    private static readonly FindingPhrase TextAfterOthers = new("text in {0} after other fonts");
    private static readonly FindingPhrase AllOtherScripts = new("all other scripts");
    private static readonly FindingPhrase ScriptOfLanguage = new("{0} ({1})");
    private static readonly FindingPhrase CodeFirst = new("code");
    private static readonly FindingPhrase CodeAfterOthers = new("code after other fonts");
    private static readonly FindingPhrase Fallback = new("characters that other fonts lack");
    private static readonly FindingPhrase License = new("Licence:");
    private static readonly FindingPhrase NoLicense = new("not said in the font");
    private static readonly FindingPhrase Embedding = new("Embedding:");
    private static readonly FindingPhrase Installable = new("allowed");
    private static readonly FindingPhrase Editable = new("allowed, but not to be installed from an edition");
    private static readonly FindingPhrase PreviewAndPrint = new("allowed for reading and printing only");

    /// <summary>The words of the list that every language has to have; names of scripts are besides, and may stay English.</summary>
    internal static ImmutableArray<FindingPhrase> Phrases { get; } =
    [
        Shipped, Yours, Upright, Italic, OneCharacter, Characters, InFile, Scripts, NoScripts, Uses, NoUses, TextFirst, TextAfterOthers, AllOtherScripts, CodeFirst, CodeAfterOthers,
        Fallback, License, NoLicense, Embedding, Installable, Editable, PreviewAndPrint,
    ];

    private string Comma => guide.IsRightToLeft ? "، " : ", ";

    private string Semicolon => guide.IsRightToLeft ? "؛ " : "; ";

    internal IEnumerable<string> Lines(FontCatalogue catalogue) => catalogue.Families.SelectMany(Lines);

    private IEnumerable<string> Lines(FontFamily family)
    {
        yield return Say(family.IsShipped ? Shipped : Yours, FindingArgument.Whole(family.Name));
        foreach (var style in family.Styles)
        {
            yield return "  " + Line(style);
        }

        // What one face has the family has; where faces differ they are told apart in the JSON.
        var scripts = family.Styles.SelectMany(static style => style.Scripts).DistinctBy(static script => script.Code).OrderBy(static script => script.Name, StringComparer.Ordinal).ToList();
        yield return $"  {Say(Scripts)} {(scripts.Count == 0 ? Say(NoScripts) : string.Join(Comma, scripts.Select(script => guide.Word(script.Name))))}";
        yield return $"  {Say(Uses)} {(family.Uses.Length == 0 ? Say(NoUses) : string.Join(Semicolon, family.Uses.Select(Use)))}";
        foreach (var license in family.Styles.Select(LicenseOf).Distinct(StringComparer.Ordinal))
        {
            yield return $"  {Say(License)} {license}";
        }

        yield return $"  {Say(Embedding)} {string.Join(Semicolon, family.Styles.Select(static style => style.Embedding).Distinct().Order().Select(rights => Say(Rights(rights))))}";
    }

    private string Line(FontStyle style)
    {
        var characters = FindingArgument.Of(style.CharacterCount == 1 ? OneCharacter : Characters, style.CharacterCount);
        var line = Say(style.IsItalic ? Italic : Upright, FindingArgument.Whole(style.Name), style.Weight, characters);
        return style.File is null ? line : line + Comma + Say(InFile, FindingArgument.Whole(style.File));
    }

    private string Use(FontUse use) => use switch
    {
        { Place: FontPlace.Text } => Say(use.IsFirst ? TextFirst : TextAfterOthers, ScriptOf(use)),
        { Place: FontPlace.Code } => Say(use.IsFirst ? CodeFirst : CodeAfterOthers),
        _ => Say(Fallback),
    };

    private static FindingArgument ScriptOf(FontUse use)
    {
        var script = use.Script is { } own ? new FindingPhrase(own.Name) : AllOtherScripts;
        return use.Language is { } language ? FindingArgument.Of(ScriptOfLanguage, script, language) : script;
    }

    private string LicenseOf(FontStyle style)
    {
        if (style.License.Length == 0)
        {
            return Say(NoLicense);
        }

        var words = Say(new("{0}"), FindingArgument.Whole(Beginning(style.License)));
        return style.LicenseUrl.Length == 0 || style.License.Contains(style.LicenseUrl, StringComparison.Ordinal) ? words : $"{words} {Say(new("{0}"), FindingArgument.Whole(Beginning(style.LicenseUrl)))}";
    }

    private static string Beginning(string license) =>
        license.Length <= LongestLicense ? license
        : license.LastIndexOf(' ', LongestLicense) is var space and > 0 ? license[..space] + " …"
        : string.Concat(license.AsSpan(0, char.IsHighSurrogate(license[LongestLicense - 1]) ? LongestLicense - 1 : LongestLicense), "…");

    private static FindingPhrase Rights(FontEmbedding rights) => rights switch
    {
        FontEmbedding.PreviewAndPrint => PreviewAndPrint,
        FontEmbedding.Editable => Editable,
        _ => Installable,
    };

    private string Say(FindingPhrase phrase, params ReadOnlySpan<FindingArgument> arguments) =>
        FindingTemplate.Fill(guide.Word(phrase.Words), [.. arguments], inner => guide.Word(inner.Words), guide.IsRightToLeft ? static words => $"\u2068{words}\u2069" : null);
}
