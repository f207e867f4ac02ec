using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Checks;

/// <summary>Looks at colours that elements set themselves: too little contrast, and words that nothing but their colour sets apart.</summary>
internal sealed class ColorCheck(ArticleState state)
{
    // WCAG 2.2 1.4.3, for text and for large text.
    private const double LeastContrast = 4.5;
    private const double LeastContrastOfLargeText = 3;

    // Between the strongest and the weakest of red, green and blue: below it, a colour is a grey, which says less than it rests the eye.
    private const int LeastColourfulness = 60;

    // Far more than anybody mends; each is compared with what is around it, which may be long.
    private const int MostElements = 1_000;

    private int _checked;

    /// <summary>Checks an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="around">The colours around it.</param>
    /// <param name="own">The colours in it.</param>
    public void Run(IElement element, TextColors around, TextColors own)
    {
        if ((own.Ink, own.Ground) == (around.Ink, around.Ground) || ++_checked > MostElements || Words(element) is not { Length: > 0 } words)
        {
            return;
        }

        if (own is { Ink: { } ink, Ground: { } ground })
        {
            CheckContrast(element, ink, ground, words);
        }

        if (own.IsInkSet && own.Ground == around.Ground && own.Ink is { } color && color != around.Ink && IsColourful(color) && IsSetApartByColourAlone(element))
        {
            state.Findings.Add(CheckFindings.ColourAlone, PageChecks.PositionOf(element, state), words);
        }
    }

    private void CheckContrast(IElement element, int ink, int ground, string words)
    {
        var contrast = Contrast(ink, ground);
        var least = element.LocalName is "h1" or "h2" ? LeastContrastOfLargeText : LeastContrast;
        if (contrast < least)
        {
            state.Findings.Add(CheckFindings.ContrastLow, PageChecks.PositionOf(element, state), words,
                contrast.ToString("0.0", CultureInfo.InvariantCulture), Name(ink), Name(ground), least.ToString("0.#", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>WCAG 2.2, "contrast ratio": 1 to 21.</summary>
    internal static double Contrast(int one, int other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
    }

    /// <summary>WCAG 2.2, "relative luminance".</summary>
    private static double Luminance(int color) => (0.2126 * Linear(color >> 16)) + (0.7152 * Linear(color >> 8)) + (0.0722 * Linear(color));

    private static double Linear(int channel)
    {
        var value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static bool IsColourful(int color)
    {
        int red = color >> 16, green = (color >> 8) & 0xFF, blue = color & 0xFF;
        return Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) >= LeastColourfulness;
    }

    /// <summary>Inside a line of other words, and neither marked nor styled in another way, by itself or by what is around or in it.</summary>
    private static bool IsSetApartByColourAlone(IElement element)
    {
        if (element.LocalName is not ("span" or "font") || HasOtherStyle(element))
        {
            return false;
        }

        for (var at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (IsMark(at))
            {
                return false;
            }

            if (at.LocalName is not ("span" or "font"))
            {
                return TextMeasure.HasMoreLetters(at, element.TextContent.Count(char.IsLetter)) && !(element.ChildElementCount == 1 && IsMark(element.FirstElementChild!));
            }
        }

        return false;
    }

    private static bool IsMark(IElement element) => element.LocalName is "strong" or "b" or "em" or "i" or "u" or "mark" or "a" or "code" or "kbd" or "del" or "ins" or "s" or "cite" or "dfn" or "small" or "sub" or "sup" or "th"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static bool HasOtherStyle(IElement element)
    {
        var style = element.Attribute("style");
        return InlineStyles.Value(style, "font-weight") is "bold" or "bolder" or "600" or "700" or "800" or "900" || InlineStyles.Value(style, "font-style") is "italic" or "oblique"
            || InlineStyles.Value(style, "text-decoration") is { } decoration && decoration != "none";
    }

    private static string Words(IElement element) => TextMeasure.HasMoreLetters(element, 0) ? PageChecks.Excerpt(element) : "";

    private static string Name(int color) => "#" + color.ToString("X6", CultureInfo.InvariantCulture);
}
