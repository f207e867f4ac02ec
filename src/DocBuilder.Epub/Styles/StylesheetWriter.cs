using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Styles;

/// <summary>Writes a book's stylesheet: its faces, which of them serve which language, then the rules of every book.</summary>
internal static class StylesheetWriter
{
    /// <summary>Writes it; without fonts when they are null.</summary>
    /// <param name="language">The language of the document.</param>
    /// <param name="fonts">The fonts in the book.</param>
    public static string Write(string language, BookFonts? fonts)
    {
        var css = new StringBuilder("@charset \"utf-8\";\n");
        if (fonts is { Files.IsEmpty: false })
        {
            WriteFaces(css, fonts.Files);
            WriteFamilies(css, LanguageTag.Primary(LanguageTag.Checked(language)), fonts);
        }
        else
        {
            css.Append("code, kbd, samp, pre { font-family: monospace; }\n");
        }

        return css.Append(Stylesheet.Rules).Append(UprightRules()).ToString();
    }

    private static void WriteFaces(StringBuilder css, ImmutableArray<FontFile> files)
    {
        foreach (var file in files)
        {
            var format = file.Face.HasTrueTypeOutlines ? "truetype" : "opentype";
            css.Append(CultureInfo.InvariantCulture, $"@font-face {{ font-family: {Quote(file.Face.FamilyName)}; ");
            css.Append(CultureInfo.InvariantCulture, $"src: url(\"../{file.Name}\") format(\"{format}\"); ");
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
    private static void WriteFamilies(StringBuilder css, string main, BookFonts fonts)
    {
        css.Append(CultureInfo.InvariantCulture, $"body {{ font-family: {Families(main, fonts, isCode: false)}; }}\n");
        foreach (var language in fonts.Languages)
        {
            if (language != main)
            {
                css.Append(CultureInfo.InvariantCulture, $":lang({language}) {{ font-family: {Families(language, fonts, isCode: false)}; }}\n");
                css.Append(CultureInfo.InvariantCulture, $":lang({language}) :lang({main}) {{ font-family: {Families(main, fonts, isCode: false)}; }}\n");
            }
        }

        foreach (var language in fonts.Languages.Prepend(""))
        {
            var selector = language.Length == 0 ? "" : $":lang({language})";
            var families = Families(language.Length == 0 ? main : language, fonts, isCode: true);
            css.Append(CultureInfo.InvariantCulture, $"code{selector}, kbd{selector}, samp{selector}, pre{selector} {{ font-family: {families}; }}\n");
        }
    }

    private static string Families(string language, BookFonts fonts, bool isCode) =>
        string.Join(", ", fonts.FamiliesFor(language, isCode).Select(Quote).Append(isCode ? "monospace" : "serif"));

    private static string UprightRules() =>
        $$"""
        {{UprightLanguages.Selector("em", "dfn")}} { font-style: normal; font-weight: bold; }
        {{UprightLanguages.Selector("i", "cite", "var")}} { font-style: normal; }

        """;

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
