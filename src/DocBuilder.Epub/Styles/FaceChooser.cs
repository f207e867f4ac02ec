using System.Collections.Immutable;
using System.Text;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.Styles;

/// <summary>Chooses the faces of a book: for a character as the theme has them, for an emoji of several characters one that has them all.</summary>
/// <param name="theme">The theme.</param>
/// <param name="library">The faces there are.</param>
/// <param name="languages">The languages of the book.</param>
internal sealed class FaceChooser(Theme theme, FontLibrary library, LanguageUse languages)
{
    private const int RegularWeight = 400;
    private const int BoldWeight = 700;

    private readonly Dictionary<(string, bool, bool), FontFace?> _found = [];
    private readonly Dictionary<(string, bool, bool, bool, Script?), FontFace[]> _orders = [];
    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FontFace?> _sequences = new(StringComparer.Ordinal);

    // What a face has for an emoji's sake it has everywhere, unless the language's own faces have it: readers that choose character by character do not take the emoji apart.
    private readonly Dictionary<Rune, FontFace> _ofSequences = [];

    /// <summary>The faces that may not be in a book, though something was looked for in them.</summary>
    public IEnumerable<string> Refused => _refused;

    /// <summary>Finds faces for the emoji of several characters. To be asked before faces for characters are.</summary>
    /// <returns>What the faces have to have for them.</returns>
    public List<(Rune Rune, FontFace Face, FontUse Use)> AddSequences(List<FontUse> uses)
    {
        var needs = new List<(Rune Rune, FontFace Face, FontUse Use)>();
        foreach (var use in uses)
        {
            foreach (var sequence in EmojiSequences.In(use.Value))
            {
                if (_sequences.ContainsKey(sequence))
                {
                    continue;
                }

                // The faces of emoji have the signs too, those of symbols only what they stand on.
                Rune[] runes = [.. sequence.EnumerateRunes()];
                var faces = InOrder(use, null);
                var face = First(faces, runes, _refused) ?? First(faces, [.. runes.Where(EmojiSequences.IsVisible)], _refused);
                _sequences.Add(sequence, face);
                foreach (var rune in face is null ? [] : runes)
                {
                    _ofSequences[rune] = face!;
                    needs.Add((rune, face!, use));
                }
            }
        }

        return needs;
    }

    /// <summary>The emoji of several characters that are a face's.</summary>
    public IEnumerable<string> SequencesIn(FontFace face) => _sequences.Where(entry => ReferenceEquals(entry.Value, face)).Select(static entry => entry.Key);

    /// <summary>The face for a character; null when there is none.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="use">How the book shows it.</param>
    /// <param name="isAsked">Whether the book has the character, so that a face that may not be in it is missed.</param>
    public FontFace? FaceFor(Rune rune, FontUse use, bool isAsked = true)
    {
        if (rune.Value < ' ')
        {
            return null;
        }

        var refused = isAsked ? _refused : null;
        return First(InOrder(use, UnicodeProperties.Script(rune.Value)), [rune], refused)
            ?? _ofSequences.GetValueOrDefault(rune)
            ?? First(InOrder(use, null), [rune], refused);
    }

    private static FontFace? First(FontFace[] faces, ReadOnlySpan<Rune> runes, SortedSet<string>? refused)
    {
        foreach (var face in faces)
        {
            if (!Has(face, runes))
            {
                continue;
            }

            // Whoever has an EPUB has its fonts too.
            if (face is { IsEmbeddable: true, EmbeddingRights: not EmbeddingRights.PreviewAndPrint })
            {
                return face;
            }

            refused?.Add(face.ToString());
        }

        return null;
    }

    /// <summary>The faces that a style asks for in turn: those of a script, or without one those that stand in for all others.</summary>
    private FontFace[] InOrder(FontUse use, Script? script)
    {
        var style = (use.Language, use.IsBold, use.IsEmphasized, use.IsCode, script);
        if (!_orders.TryGetValue(style, out var faces))
        {
            _orders.Add(style, faces = FacesOf(FamiliesOf(use, script), use));
        }

        return faces;
    }

    private ImmutableArray<string> FamiliesOf(FontUse use, Script? script)
    {
        if (script is null)
        {
            return theme.FallbackFamilies;
        }

        var own = languages.TypographyFor(use.Language, script.Value).Families;
        return use.IsCode ? theme.CodeFamilies.AddRange(own) : own;
    }

    private FontFace[] FacesOf(ImmutableArray<string> families, FontUse use)
    {
        var slants = languages.TypographyFor(use.Language).Slants;
        var isBold = use.IsBold || use.IsEmphasized && !slants;
        var isItalic = use.IsEmphasized && slants;
        return [.. families.Select(family => Find(family, isBold, isItalic)).OfType<FontFace>()];
    }

    private FontFace? Find(string family, bool isBold, bool isItalic)
    {
        if (!_found.TryGetValue((family, isBold, isItalic), out var face))
        {
            _found.Add((family, isBold, isItalic), face = library.Find(family, isBold ? BoldWeight : RegularWeight, isItalic));
        }

        return face;
    }

    private static bool Has(FontFace face, ReadOnlySpan<Rune> runes)
    {
        foreach (var rune in runes)
        {
            if (face.GlyphFor(rune) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
