using System.Text;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Chooses faces for a script, a language and a look, as the theme says.</summary>
internal sealed class FontSelection(Theme theme, FontLibrary library)
{
    private const int RegularWeight = 400;
    private const int BoldWeight = 700;

    private readonly Dictionary<(Script, string, bool, bool, bool, bool), FontChain> _chains = [];

    /// <summary>The width of word spaces, as a multiple of the face's own.</summary>
    public double WordSpace => theme.WordSpace;

    /// <summary>The face that formulas take their proportions and large signs from; null when there is none that has them.</summary>
    public FontFace? Mathematical => library.Mathematical;

    /// <summary>The faces to try, in order.</summary>
    public FontChain For(Script script, string language, TextStyle style)
    {
        script = LanguageScripts.Resolve(script, language);
        var key = (script, language, style.IsBold, style.IsEmphasized, style.IsSlanted, style.IsCode);
        if (!_chains.TryGetValue(key, out var chain))
        {
            chain = Build(script, language, style);
            _chains.Add(key, chain);
        }

        return chain;
    }

    /// <summary>The size in points at which a script is set.</summary>
    public double SizeFor(Script script, string language, TextStyle style) =>
        style.Size * (style.IsCode && script != Script.Arabic ? 1 : theme.TypographyFor(LanguageScripts.Resolve(script, language), language).Scale);

    /// <summary>The face that is drawn for a character that no face has, and its glyph; never glyph 0.</summary>
    public static (FontFace Face, ushort Glyph) Substitute(FontChain chain)
    {
        foreach (var candidate in "\uFFFD\u25A1?")
        {
            if (chain.FaceFor([candidate]) is { } face && face.GlyphFor(new Rune(candidate)) is var glyph and not 0)
            {
                return (face, glyph);
            }
        }

        throw new InvalidOperationException("No face of the theme has a question mark.");
    }

    private FontChain Build(Script script, string language, TextStyle style)
    {
        var typography = theme.TypographyFor(script, language);
        var bold = style.IsBold || (style.IsEmphasized && !typography.Slants);
        var italic = (style.IsEmphasized || style.IsSlanted) && typography.Slants;
        return new FontChain(Faces(style.IsCode ? [.. theme.CodeFamilies, .. typography.Families] : typography.Families, bold, italic));
    }

    /// <summary>One by one, for a face is opened only when those before it lack a character.</summary>
    private IEnumerable<FontFace> Faces(IEnumerable<string> families, bool bold, bool italic)
    {
        // The user's fonts come last unless the theme names them: they are there for what all others lack.
        var userFamilies = library.Faces.Where(face => !face.IsShipped).Select(face => face.Family);
        foreach (var family in families.Concat(theme.FallbackFamilies).Concat(userFamilies).Distinct(StringComparer.Ordinal))
        {
            if (library.Find(family, bold ? BoldWeight : RegularWeight, italic) is { } face)
            {
                yield return face;
            }
        }
    }
}
