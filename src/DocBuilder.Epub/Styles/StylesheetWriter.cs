using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Epub.Styles;

/// <summary>Writes a book's stylesheet: its faces, which of them serve which language, then the rules of every book.</summary>
internal static class StylesheetWriter
{
    // Lines closer than this are hard to follow on a screen (WCAG 2.2, 1.4.12), whatever suits paper.
    private const double LeastLineHeight = 1.5;

    // Readers set their own size of text; a theme of large letters asks for somewhat more than that.
    private const double OrdinaryTextSize = 12;
    private const double MostEnlargement = 1.4;

    // A word space of most faces, in ems.
    private const double WordSpace = 0.25;

    // Headings run to two lines at most: these may stand closer.
    private const double HeadingLineHeight = 0.85;

    /// <summary>The face whose emoji are in the book, in black; a reading system that has some in colour shows those.</summary>
    private const string OwnEmoji = "Noto Emoji";
    private static readonly string[] ColorEmoji = ["Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"];

    /// <summary>Writes it.</summary>
    /// <param name="languages">The languages of the book.</param>
    /// <param name="fonts">The fonts in the book; null when readers are to use their own.</param>
    /// <param name="theme">The theme, whose look on paper is taken over as far as readers may still decide.</param>
    public static Stylesheet Write(LanguageUse languages, BookFonts? fonts, Theme theme)
    {
        var css = new StringBuilder("@charset \"utf-8\";\n");
        if (fonts is { Files.IsEmpty: false })
        {
            WriteFaces(css, fonts.Files);
            WriteFamilies(css, languages, fonts);
        }
        else
        {
            css.Append("code, kbd, samp, pre { font-family: monospace; }\n");
        }

        var beginning = css.ToString();
        css.Clear();
        WriteLook(css, theme);
        WriteProportions(css, languages);
        return new Stylesheet(beginning, css.ToString());
    }

    private static void WriteFaces(StringBuilder css, ImmutableArray<FontFile> files)
    {
        foreach (var file in files)
        {
            css.Append(CultureInfo.InvariantCulture, $"@font-face {{ font-family: {Quote(file.Face.FamilyName)}; ");
            css.Append(CultureInfo.InvariantCulture, $"src: url(\"../{file.Name}\") format(\"{file.Format}\"); ");
            css.Append(CultureInfo.InvariantCulture, $"font-weight: {(file.Face.Weight >= 600 ? "bold" : "normal")}; font-style: {(file.Face.IsItalic ? "italic" : "normal")}; ");
            if (file.Scale != 1)
            {
                // Scripts of different designs look equally large, whatever size the reader asks for.
                css.Append(CultureInfo.InvariantCulture, $"size-adjust: {file.Scale * 100:0.##}%; ");
            }

            css.Append("}\n");
        }
    }

    // Only body has the main families, so that a reader's choice of font reaches everything that inherits.
    private static void WriteFamilies(StringBuilder css, LanguageUse languages, BookFonts fonts)
    {
        var main = languages.Main;
        css.Append(CultureInfo.InvariantCulture, $"body {{ font-family: {Families(main, fonts, isCode: false)}; }}\n");
        css.Append(CultureInfo.InvariantCulture, $"code, kbd, samp, pre {{ font-family: {Families(main, fonts, isCode: true)}; }}\n");
        if (fonts.Mathematical is { } mathematical)
        {
            css.Append(CultureInfo.InvariantCulture, $"math {{ font-family: {Quote(mathematical)}, {Families(main, fonts, isCode: false)[..^"serif".Length]}math; }}\n");
        }

        foreach (var language in languages.Others)
        {
            css.Append(CultureInfo.InvariantCulture, $":lang({language}) {{ font-family: {Families(language, fonts, isCode: false)}; }}\n");
            css.Append(CultureInfo.InvariantCulture, $":lang({language}) :lang({main}) {{ font-family: {Families(main, fonts, isCode: false)}; }}\n");
            css.Append(CultureInfo.InvariantCulture, $"{Selector(language, "code", "kbd", "samp", "pre")} {{ font-family: {Families(language, fonts, isCode: true)}; }}\n");
        }
    }

    /// <summary>Sizes in proportion to the reader's own, as the theme has them on paper.</summary>
    private static void WriteLook(StringBuilder css, Theme theme)
    {
        var size = Math.Clamp(theme.TextSize / OrdinaryTextSize, 1, MostEnlargement);
        css.Append(CultureInfo.InvariantCulture, $"body {{ font-size: {size:0.##}em; word-spacing: {(theme.WordSpace - 1) * WordSpace:0.##}em; }}\n");
        for (var i = 0; i < theme.Headings.Length; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $"h{i + 1} {{ font-size: {theme.Headings[i].Size:0.##}em; }}\n");
        }

        css.Append(CultureInfo.InvariantCulture, $"small, figcaption, .dateline, .source, .notes {{ font-size: {theme.SmallSize:0.##}em; }}\n");
        css.Append(CultureInfo.InvariantCulture, $"sub, sup, a.noteref {{ font-size: {theme.RaisedSize:0.##}em; }}\n");
        css.Append("sup a.noteref, .notes small, figcaption small { font-size: 1em; }\n");
    }

    /// <summary>Line heights, with room for vowel signs, and how emphasis looks: both as the theme has them for the script.</summary>
    private static void WriteProportions(StringBuilder css, LanguageUse languages)
    {
        WriteLineHeight(css, languages, languages.Main, "html", "h1, h2, h3, h4, h5, h6");
        foreach (var language in languages.Others)
        {
            WriteLineHeight(
                css, languages, language, Selector(language, "p", "li", "dt", "dd", "td", "th", "blockquote"), Selector(language, "h1", "h2", "h3", "h4", "h5", "h6"));
        }

        foreach (var language in languages.Others.Prepend(languages.Main))
        {
            var (slant, weight) = languages.TypographyFor(language).Slants ? ("italic", "inherit") : ("normal", "bold");
            css.Append(CultureInfo.InvariantCulture, $"{Selector(language, "em", "i", "dfn", "var")} {{ font-style: {slant}; font-weight: {weight}; }}\n");
            css.Append(CultureInfo.InvariantCulture, $"{Selector(language, "cite")} {{ font-style: {slant}; font-weight: inherit; }}\n");
        }
    }

    private static void WriteLineHeight(StringBuilder css, LanguageUse languages, string language, string text, string headings)
    {
        var height = Math.Max(LeastLineHeight, languages.TypographyFor(language).LineHeight);
        css.Append(CultureInfo.InvariantCulture, $"{text} {{ line-height: {height:0.##}; }}\n");
        css.Append(CultureInfo.InvariantCulture, $"{headings} {{ line-height: {height * HeadingLineHeight:0.##}; }}\n");
    }

    private static string Selector(string language, params ReadOnlySpan<string> elements)
    {
        var selectors = new List<string>();
        foreach (var element in elements)
        {
            selectors.Add($"{element}:lang({language})");
        }

        return string.Join(", ", selectors);
    }

    private static string Families(string language, BookFonts fonts, bool isCode) =>
        string.Join(", ", fonts.FamiliesFor(language, isCode).SelectMany(static family => family == OwnEmoji ? [.. ColorEmoji, family] : (IEnumerable<string>)[family])
            .Select(Quote).Append(isCode ? "monospace" : "serif"));

    /// <summary>A CSS string (CSS Syntax 3, 4.3.5): everything that could end it is escaped.</summary>
    private static string Quote(string family)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in family)
        {
            if (c is '"' or '\\' or < ' ')
            {
                quoted.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
