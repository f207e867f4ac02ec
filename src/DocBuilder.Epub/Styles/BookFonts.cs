using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.Styles;

/// <summary>A font file of the book.</summary>
/// <param name="Name">Its path in the content folder.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Face">The face it is a subset of.</param>
/// <param name="Scale">How much larger the theme sets its script than the rest.</param>
/// <param name="Bytes">The subset.</param>
internal sealed record FontFile(string Name, string MediaType, FontFace Face, double Scale, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Chooses faces for the characters of a book as the theme does for pages, script by script, and cuts each face down to
/// what the book needs of it.
/// </summary>
internal sealed class BookFonts
{
    private const int RegularWeight = 400;
    private const int BoldWeight = 700;

    // Marks that the stylesheet makes, punctuation that a reader's own interface mixes in, and both kinds of digits.
    private const string Always = " \u00A00123456789.,:;!?()[]«»“”‘’-–—…•،؛؟";

    private readonly Theme _theme;
    private readonly FontLibrary _library;
    private readonly Dictionary<FontFace, (SortedSet<int> Characters, double Scale)> _faces = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Dictionary<Script, long>> _scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Script> _mainScripts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, string, bool, bool, bool), FontFace?> _chosen = [];

    /// <summary>Chooses the faces of an edition.</summary>
    public BookFonts(Edition edition, Theme theme, FontLibrary library)
    {
        _theme = theme;
        _library = library;
        var uses = FontUse.In(edition).ToList();
        CountScripts(uses);
        var language = LanguageTag.Checked(edition.Document.Language);
        Add(new FontUse(Always + edition.Document.Numbering.Format(1234567890), language, false, false, false));
        if (NodeTree.SelfAndDescendants(edition.Document).Any(static node => node is List { Marker: ListMarker.Abjad }))
        {
            Add(new FontUse("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", language, false, false, false));
        }

        foreach (var use in uses)
        {
            Add(use);
            if (use.IsBold || use.IsItalic)
            {
                // Contents entries show headings in the regular face; so do readers that turn styles off.
                Add(use with { IsBold = false, IsItalic = false });
            }
        }

        edition.Findings.AddRange(_refused.Select(static name => EpubFindings.FaceNotEmbedded(name, "its licence does not allow it")));
        Files = MakeFiles();
        Languages = [.. _scripts.Keys.Where(static tag => tag != LanguageTag.Undetermined).Select(LanguageTag.Primary).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The font files in the order of their names.</summary>
    public ImmutableArray<FontFile> Files { get; }

    /// <summary>The primary subtags of the languages in the book, in alphabetical order.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>The families for text in a language that are in the book, the language's own first.</summary>
    public IEnumerable<string> FamiliesFor(string language, bool isCode)
    {
        var own = _theme.TypographyFor(MainScript(language), language).Families;
        var order = (isCode ? _theme.CodeFamilies.AddRange(own) : own)
            .Concat(_theme.Scripts.SelectMany(static row => row.Families))
            .Concat(_theme.FallbackFamilies)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var embedded = _faces.Keys.Select(static face => face.FamilyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return order.Where(embedded.Contains);
    }

    private void CountScripts(List<FontUse> uses)
    {
        foreach (var use in uses)
        {
            if (!_scripts.TryGetValue(use.Language, out var counts))
            {
                _scripts.Add(use.Language, counts = []);
            }

            foreach (var rune in use.Value.EnumerateRunes())
            {
                var script = UnicodeProperties.Script(rune.Value);
                if (script is not (Script.Common or Script.Inherited))
                {
                    counts[script] = counts.GetValueOrDefault(script) + 1;
                }
            }
        }
    }

    /// <summary>The script that a language is mostly written in, in this book.</summary>
    private Script MainScript(string language)
    {
        if (_mainScripts.TryGetValue(language, out var known))
        {
            return known;
        }

        var counts = new Dictionary<Script, long>();
        var primary = LanguageTag.Primary(language);
        foreach (var (tag, tagCounts) in _scripts)
        {
            if (tag == language || LanguageTag.Primary(tag) == primary)
            {
                foreach (var (script, count) in tagCounts)
                {
                    counts[script] = counts.GetValueOrDefault(script) + count;
                }
            }
        }

        return _mainScripts[language] = counts.Count == 0
            ? Script.Common
            : counts.OrderByDescending(static entry => entry.Value).ThenBy(static entry => entry.Key).First().Key;
    }

    private void Add(FontUse use)
    {
        foreach (var rune in use.Value.EnumerateRunes())
        {
            var key = (rune.Value, use.Language, use.IsBold, use.IsItalic, use.IsCode);
            if (!_chosen.TryGetValue(key, out var face))
            {
                _chosen.Add(key, face = Choose(rune, use));
            }

            if (face is not null)
            {
                _faces[face].Characters.Add(rune.Value);
            }
        }
    }

    private FontFace? Choose(Rune rune, FontUse use)
    {
        // Readers have emoji of their own, in colour.
        if (rune.Value is < ' ' or (>= 0x1F000 and <= 0x1FAFF))
        {
            return null;
        }

        var script = UnicodeProperties.Script(rune.Value);
        var typography = _theme.TypographyFor(script is Script.Common or Script.Inherited ? MainScript(use.Language) : script, use.Language);
        var families = use.IsCode ? _theme.CodeFamilies.AddRange(typography.Families) : typography.Families;
        foreach (var family in families.Concat(_theme.FallbackFamilies))
        {
            if (_library.Find(family, use.IsBold ? BoldWeight : RegularWeight, use.IsItalic) is not { } face || face.GlyphFor(rune) == 0)
            {
                continue;
            }

            if (!face.IsEmbeddable)
            {
                _refused.Add(face.ToString());
                continue;
            }

            if (!_faces.ContainsKey(face))
            {
                _faces.Add(face, ([], ScaleOf(face.FamilyName)));
            }

            return face;
        }

        return null;
    }

    private double ScaleOf(string family) =>
        _theme.CodeFamilies.Contains(family, StringComparer.OrdinalIgnoreCase)
            ? 1
            : _theme.Scripts.FirstOrDefault(row => row.Families.Contains(family, StringComparer.OrdinalIgnoreCase))?.Scale ?? 1;

    private ImmutableArray<FontFile> MakeFiles()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<FontFile>();
        foreach (var (face, (characters, scale)) in _faces.OrderBy(static entry => entry.Key.PostScriptName, StringComparer.Ordinal))
        {
            var stem = new string([.. face.PostScriptName.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
            var extension = face.HasTrueTypeOutlines ? "ttf" : "otf";
            var name = $"fonts/{stem}.{extension}";
            for (var number = 2; !names.Add(name); number++)
            {
                name = $"fonts/{stem}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.{extension}";
            }

            var subset = FontSubsetter.SubsetCharacters(face, [.. characters.Select(static c => new Rune(c))]);
            files.Add(new FontFile(name, $"font/{extension}", face, scale, subset));
        }

        return [.. files];
    }
}
