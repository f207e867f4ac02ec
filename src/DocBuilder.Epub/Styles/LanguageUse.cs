using System.Collections.Immutable;
using System.Text;
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
    private readonly SortedDictionary<string, ScriptCounts> _scripts = new(StringComparer.Ordinal);
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
            _mainScripts[language] = counts.Most();
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
            _scripts.Add(language, counts = new ScriptCounts());
        }

        counts.Add(use.Value);
    }

    /// <summary>How many characters of each script a language has.</summary>
    private sealed class ScriptCounts
    {
        // Characters below U+0700, nearly all of most books, are counted by themselves, and their scripts looked up once.
        private readonly int[] _characters = new int[0x700];
        private readonly Dictionary<Script, long> _scripts = [];

        public void Add(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < _characters.Length)
                {
                    _characters[text[i]]++;
                    continue;
                }

                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
                Add(rune.Value, 1);
                i += length - 1;
            }
        }

        /// <summary>The script of most characters, the first of several; that of none when no character has one.</summary>
        public Script Most()
        {
            for (var c = 0; c < _characters.Length; c++)
            {
                if (_characters[c] > 0)
                {
                    Add(c, _characters[c]);
                }
            }

            var (most, count) = (Script.Common, 0L);
            foreach (var (script, characters) in _scripts)
            {
                if (characters > count || (characters == count && script < most))
                {
                    (most, count) = (script, characters);
                }
            }

            return most;
        }

        private void Add(int character, int times)
        {
            if (UnicodeProperties.Script(character) is not (Script.Common or Script.Inherited) and var script)
            {
                _scripts[script] = _scripts.GetValueOrDefault(script) + times;
            }
        }
    }
}
