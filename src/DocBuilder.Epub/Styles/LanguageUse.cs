using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.Styles;

/// <summary>
/// The languages of a book, each with the script that it is mostly written in here and what the theme says of that script.
/// Languages are told apart by their primary subtags, as <c>:lang()</c> does.
/// </summary>
internal sealed class LanguageUse
{
    // How many characters of each script a language has.
    private readonly SortedDictionary<string, long[]> _scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Script> _mainScripts = new(StringComparer.Ordinal);
    private readonly Theme _theme;

    /// <summary>Counts the scripts of a book's text.</summary>
    /// <param name="main">The language of the document.</param>
    /// <param name="uses">The text.</param>
    /// <param name="theme">The theme.</param>
    public LanguageUse(string main, IEnumerable<FontUse> uses, Theme theme)
    {
        Main = LanguageTag.Primary(LanguageTag.Checked(main));
        _theme = theme;
        foreach (var use in uses)
        {
            Count(use);
        }

        foreach (var (language, counts) in _scripts)
        {
            var most = counts.Max();
            _mainScripts[language] = most == 0 ? Script.Common : (Script)Array.IndexOf(counts, most);
        }

        Others = [.. _scripts.Keys.Where(language => language != Main && language != LanguageTag.Undetermined)];
    }

    /// <summary>The primary subtag of the document's language.</summary>
    public string Main { get; }

    /// <summary>The primary subtags of the other languages, in alphabetical order.</summary>
    public ImmutableArray<string> Others { get; }

    /// <summary>How the theme sets text of a language: by its script, or by the script of a character of another one.</summary>
    public ScriptTypography TypographyFor(string language, Script script = Script.Common) => _theme.TypographyFor(
        script is Script.Common or Script.Inherited ? _mainScripts.GetValueOrDefault(LanguageTag.Primary(language), Script.Common) : script, language);

    private void Count(FontUse use)
    {
        var language = LanguageTag.Primary(use.Language);
        if (!_scripts.TryGetValue(language, out var counts))
        {
            _scripts.Add(language, counts = new long[byte.MaxValue + 1]);
        }

        foreach (var rune in use.Value.EnumerateRunes())
        {
            var script = UnicodeProperties.Script(rune.Value);
            if (script is not (Script.Common or Script.Inherited))
            {
                counts[(byte)script]++;
            }
        }
    }
}
