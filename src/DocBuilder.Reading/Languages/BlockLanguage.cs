using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Languages;

/// <summary>
/// Tells that a block is in another language than what is around it, when the page does not say so: by its script, or for languages that share one by
/// letters that only one of them has.
/// </summary>
internal sealed class BlockLanguage
{
    // Fewer letters are a name or a word of another language, not a block in it.
    private const int LeastLetters = 24;
    private const int LeastLettersOfSharedScript = 60;

    // Of a paragraph, in characters.
    private const int UsualLength = 2_000;

    private readonly TextGatherer _gatherer = new(new char[UsualLength]);

    /// <summary>The language; null when the block goes with what is around it, or holds blocks that are looked at themselves.</summary>
    public string? Of(IElement element, ReadContext context)
    {
        if (element.LocalName is not ("p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "blockquote" or "td" or "th" or "dt" or "dd" or "figcaption" or "caption" or "div")
            || context.PreservesWhiteSpace || HoldsBlocks(element))
        {
            return null;
        }

        var text = _gatherer.TextOf(element);
        int arabic = 0, hebrew = 0, others = 0;
        foreach (var c in text)
        {
            if (ArabicScript.IsLetter(c))
            {
                arabic++;
                continue;
            }

            hebrew += HebrewScript.IsLetter(c) ? 1 : 0;
            others += char.IsLetter(c) ? 1 : 0;
        }

        others -= hebrew;
        var all = arabic + hebrew + others;
        if (all < LeastLetters)
        {
            return null;
        }

        var around = Script.Of(context.Language);
        var here = arabic * 20 >= all * 19 ? Script.Kind.Arabic : hebrew * 20 >= all * 19 ? Script.Kind.Hebrew : others * 20 >= all * 19 ? Script.Kind.Other : (Script.Kind?)null;
        if (here is null)
        {
            return null;
        }

        return here != around ? LanguageGuess.Guess(text)
            : here == Script.Kind.Arabic && all >= LeastLettersOfSharedScript ? AmongArabicScript(text, LanguageTag.Primary(context.Language))
            : null;
    }

    private static bool HoldsBlocks(IElement element)
    {
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is Element child && ElementKinds.IsBlock(child))
            {
                return true;
            }
        }

        return false;
    }

    private static string? AmongArabicScript(ReadOnlySpan<char> text, string around)
    {
        var counts = ArabicScript.Count(text);
        var likeliest = counts.Likeliest;
        var isKnown = around is "ar" or "fa" or "ur" or "ckb" or "ps" or "ug";
        return isKnown && likeliest != around && (likeliest != "ar" || counts.IsSurelyArabic) ? likeliest : null;
    }

    /// <summary>The script that a language is written in, as far as it matters here.</summary>
    private static class Script
    {
        public enum Kind
        {
            Arabic,
            Hebrew,
            Other,
        }

        public static Kind? Of(string language) => language == LanguageTag.Undetermined ? null
            : LanguageTag.Primary(language) is "he" or "yi" ? Kind.Hebrew
            : LanguageTags.DirectionOf(language) == TextDirection.RightToLeft ? Kind.Arabic
            : Kind.Other;
    }
}
