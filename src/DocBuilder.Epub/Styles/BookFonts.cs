using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub.Container;
using DocBuilder.Epub.Content;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.Styles;

/// <summary>A font file of the book.</summary>
/// <param name="Name">Its path in the content folder.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Format">What CSS calls its format.</param>
/// <param name="Face">The face it is a subset of.</param>
/// <param name="Scale">How much larger the theme sets its script than the rest.</param>
/// <param name="Content">The subset.</param>
internal sealed record FontFile(string Name, string MediaType, string Format, FontFace Face, double Scale, PackedFile Content);

/// <summary>
/// Chooses faces for the characters of a book as the theme does for pages, script by script, and cuts each face down to
/// what the book needs of it.
/// </summary>
internal sealed class BookFonts
{
    // Marks that the stylesheet makes, punctuation that a reader's own interface mixes in, and both kinds of digits.
    private const string Always = " \u00A00123456789.,:;!?()[]«»“”‘’-–—…•،؛؟";

    // What a face may weigh in the book, in bytes: past it, only what the book's own words need of it is kept; past it even then, it is packed as WOFF2,
    // which old reading systems cannot open, those that could not set a script with so many rules either; and if that does not help, a bold or slanted
    // face is left out, and readers draw their own from the regular one.
    private const int Heaviest = 120_000;

    private readonly Theme _theme;
    private readonly SharedParts _shared;
    private readonly LanguageUse _languages;
    private readonly List<FontUse> _uses = [];
    private readonly Dictionary<FontFace, FaceUse> _faces = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string, bool, bool, bool), StyleFaces> _styles = [];
    private readonly FaceChooser _chooser;

    /// <summary>Chooses the faces of an edition.</summary>
    public BookFonts(Edition edition, List<FontUse> uses, LanguageUse languages, EpubOptions options)
    {
        _theme = options.Theme;
        _shared = options.Shared ?? new SharedParts();
        _languages = languages;
        var language = LanguageTag.Checked(edition.Document.Language);
        _chooser = new FaceChooser(options.Theme, options.Fonts, languages);
        foreach (var (rune, face, use) in _chooser.AddSequences(uses))
        {
            Keep(rune, face, use);
        }

        Add(new FontUse(Always + edition.Document.Numbering.Format(1234567890), language, false, false, false));
        foreach (var (of, numbering) in edition.Document.Parts.Select(static part => (part.Language, part.Numbering)).Distinct())
        {
            Add(new FontUse(numbering.Format(1234567890), LanguageTag.Checked(of), false, false, false));
        }

        if (NodeTree.SelfAndDescendants(edition.Document).Any(static node => node is List { Marker: ListMarker.Abjad }))
        {
            Add(new FontUse("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", language, false, false, false));
        }

        foreach (var use in uses)
        {
            Add(use);
            if (use.IsBold || use.IsEmphasized)
            {
                // Contents entries show headings in the regular face; so do readers that turn styles off.
                Add(use with { IsBold = false, IsEmphasized = false });
            }
        }

        AddAlphabets();
        AddFormulas(edition.Document, options.Fonts);
        edition.Findings.AddRange(_chooser.Refused.Select(static name => EpubFindings.FaceNotEmbedded.Of(name)));
        Files = MakeFiles();
    }

    /// <summary>The family that sets formulas; null when the book has none for them.</summary>
    public string? Mathematical { get; private set; }

    /// <summary>The font files in the order of their names.</summary>
    public ImmutableArray<FontFile> Files { get; }

    /// <summary>The families for text in a language that are in the book, the language's own first.</summary>
    public IEnumerable<string> FamiliesFor(string language, bool isCode)
    {
        var own = _languages.TypographyFor(language).Families;
        var order = (isCode ? _theme.CodeFamilies.AddRange(own) : own)
            .Concat(_theme.Scripts.SelectMany(static row => row.Families))
            .Concat(_theme.FallbackFamilies)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var embedded = Files.Select(static file => file.Face.FamilyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return order.Where(embedded.Contains);
    }

    private void Add(FontUse use)
    {
        _uses.Add(use);
        var style = StyleOf(use);
        var text = use.Value.AsSpan();
        for (int at = style.Next(text, 0), length; at < text.Length; at = style.Next(text, at + length))
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out length);
            if (!style.TryGet(rune, out _))
            {
                Meet(rune, use, style);
            }
        }
    }

    private StyleFaces StyleOf(FontUse use)
    {
        var key = (use.Language, use.IsBold, use.IsEmphasized, use.IsCode);
        if (!_styles.TryGetValue(key, out var style))
        {
            _styles.Add(key, style = new StyleFaces(use));
        }

        return style;
    }

    private void Meet(Rune rune, FontUse use, StyleFaces style)
    {
        var face = _chooser.FaceFor(rune, use);
        style.Add(rune, face, LanguageTag.Primary(use.Language) == _languages.Main ? Alphabet.Of(rune, _languages.Main) : null);
        if (face is not null)
        {
            Keep(rune, face, use);
        }
    }

    private void Keep(Rune rune, FontFace face, FontUse use)
    {
        if (!_faces.TryGetValue(face, out var faceUse))
        {
            _faces.Add(face, faceUse = new FaceUse(use.IsCode ? 1 : _languages.TypographyFor(use.Language, UnicodeProperties.Script(rune.Value)).Scale));
        }

        faceUse.Characters.Add(rune);
    }

    /// <summary>Formulas are set by one face that has their proportions; letters lean in it by characters of their own (MathML Core 4.2).</summary>
    private void AddFormulas(Document document, FontLibrary library)
    {
        var formulas = NodeTree.SelfAndDescendants(document).OfType<MathExpression>().ToList();
        if (formulas.Count == 0 || library.Mathematical is not { IsEmbeddable: true } face)
        {
            return;
        }

        if (!_faces.TryGetValue(face, out var use))
        {
            _faces.Add(face, use = new FaceUse(1));
        }

        use.IsMathematical = true;
        Mathematical = face.FamilyName;
        foreach (var rune in formulas.SelectMany(static formula => MathText.Of(formula.MathMl).EnumerateRunes()))
        {
            // The face has Arabic letters for formulas, which do not join: words are set by the text's own.
            if (face.GlyphFor(rune) != 0 && UnicodeProperties.Script(rune.Value) is not (Script.Arabic or Script.Hebrew) && (rune.IsAscii || !Rune.IsDigit(rune)))
            {
                use.Characters.Add(rune);
            }
        }
    }

    /// <summary>Adds what goes with the main language's own characters.</summary>
    private void AddAlphabets()
    {
        foreach (var style in _styles.Values)
        {
            foreach (var (row, face) in style.Rows)
            {
                _faces[face].HasAlphabets = true;
                AddRow(row.Characters, face, style);
                AddRow(row.With, face, style);
            }
        }
    }

    // What another face would set stays out, or readers would set it in this one.
    private void AddRow(string row, FontFace face, StyleFaces style)
    {
        foreach (var rune in row.EnumerateRunes())
        {
            if (ReferenceEquals(style.TryGet(rune, out var own) ? own : _chooser.FaceFor(rune, style.Use, isAsked: false), face))
            {
                _faces[face].OfAlphabets.Add(rune);
            }
        }
    }

    /// <summary>What the book says in a face: every stretch of it, and every word by itself, as at the end of a line.</summary>
    private HashSet<(string Text, string Language)> TextsIn(FontFace face)
    {
        var texts = _chooser.SequencesIn(face).Select(sequence => (Text: sequence, Language: _languages.Main)).ToHashSet();
        foreach (var use in _uses)
        {
            var style = StyleOf(use);
            var start = 0;
            var end = 0;
            foreach (var rune in use.Value.EnumerateRunes())
            {
                if (!ReferenceEquals(style.Of(rune), face))
                {
                    AddText(use.Value[start..end], use.Language);
                    start = end + rune.Utf16SequenceLength;
                }

                end += rune.Utf16SequenceLength;
            }

            AddText(use.Value[start..], use.Language);
        }

        return texts;

        void AddText(string text, string language)
        {
            if (text.Length > 0 && texts.Add((text, language)))
            {
                texts.UnionWith(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, language)));
            }
        }
    }

    private ImmutableArray<FontFile> MakeFiles()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<FontFile>();
        foreach (var (face, use) in _faces.OrderBy(static entry => entry.Key.PostScriptName, StringComparer.Ordinal))
        {
            var (extension, format) = face.HasTrueTypeOutlines ? ("ttf", "truetype") : ("otf", "opentype");
            if (Subset(face, use) is not { } content)
            {
                var trimmed = Trimmed(face, [.. use.Characters.Order()]);
                var isPacked = trimmed.Length > Heaviest;
                content = isPacked ? PackedFile.Store(Woff2.Pack(trimmed)) : PackedFile.Deflate(trimmed);
                if (isPacked)
                {
                    (extension, format) = ("woff2", "woff2");
                }

                if (content.Size > Heaviest && (face.Weight >= 600 || face.IsItalic))
                {
                    continue;
                }
            }

            var stem = new string([.. face.PostScriptName.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
            var name = $"fonts/{stem}.{extension}";
            for (var number = 2; !names.Add(name); number++)
            {
                name = $"fonts/{stem}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.{extension}";
            }

            files.Add(new FontFile(name, $"font/{extension}", format, face, use.Scale, content));
        }

        return [.. files];
    }

    /// <summary>The face with all it may need for the characters; null when that is too heavy. Books that use whole alphabets use the same.</summary>
    private PackedFile? Subset(FontFace face, FaceUse use)
    {
        var characters = use.WithAlphabets();
        if (use.IsMathematical)
        {
            return PackedFile.Deflate(FontSubsetter.SubsetMathematics(face, characters));
        }

        return use.HasAlphabets ? _shared.Subset(face, TextOf(characters), Make) : Make();

        PackedFile? Make() => FontSubsetter.SubsetCharacters(face, characters) is { Length: <= Heaviest } file ? PackedFile.Deflate(file) : null;
    }

    private static string TextOf(Rune[] characters)
    {
        var text = new StringBuilder(characters.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in characters)
        {
            text.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return text.ToString();
    }

    private byte[] Trimmed(FontFace face, IReadOnlyCollection<Rune> characters) =>
        FontSubsetter.SubsetTexts(face, characters, [.. TextsIn(face)]) ?? FontSubsetter.SubsetCharacters(face, characters);

    /// <summary>What a book needs of a face.</summary>
    /// <param name="scale">How much larger the theme sets its script than the rest.</param>
    private sealed class FaceUse(double scale)
    {
        public double Scale { get; } = scale;

        /// <summary>The book's own characters.</summary>
        public HashSet<Rune> Characters { get; } = [];

        /// <summary>Whether it sets formulas.</summary>
        public bool IsMathematical { get; set; }

        /// <summary>Whether any of them brought others.</summary>
        public bool HasAlphabets { get; set; }

        /// <summary>Those of an <see cref="Alphabet"/> that the face would set in the same styles.</summary>
        public HashSet<Rune> OfAlphabets { get; } = [];

        /// <summary>The book's own and those, in the order of Unicode.</summary>
        public Rune[] WithAlphabets()
        {
            OfAlphabets.UnionWith(Characters);
            Rune[] all = [.. OfAlphabets];
            Array.Sort(all);
            return all;
        }
    }
}
