using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Languages;

/// <summary>Resolves language and direction by inheritance (HTML, "The lang and xml:lang attributes" and "The dir attribute").</summary>
internal sealed class ContextResolver(HtmlPage page, FindingList findings, bool pageHasDirection)
{
    private readonly HashSet<IElement> _guessed = [];
    private readonly BlockLanguage _blockLanguage = new();

    /// <summary>What the element's content inherits.</summary>
    public ReadContext Enter(IElement element, ReadContext context, bool isBlock)
    {
        var language = LanguageOf(element);
        var direction = DirectionOf(element, context.Direction);
        if (language is null && isBlock && _blockLanguage.Of(element, context) is { } guess)
        {
            if (_guessed.Add(element) && !SaysInside(element))
            {
                findings.Add(FindingCatalog.BlockLanguageGuessed, page.PositionOf(element), guess);
            }

            language = guess;
            // What inherits a direction that none of its letters has was never meant to.
            direction ??= LanguageTags.DirectionOf(guess);
        }

        language ??= context.Language;
        if (direction is null)
        {
            // A page that gives no direction anywhere has its own way of saying it: the language of each block.
            direction = !pageHasDirection && isBlock && language != context.Language
                ? LanguageTags.DirectionOf(language) ?? context.Direction
                : context.Direction;
        }

        return language == context.Language && direction == context.Direction
            ? context
            : context with { Language = language, Direction = direction.Value };
    }

    /// <summary>Whether all that has letters stands in elements that declare their language.</summary>
    private static bool SaysInside(IElement element) => element.ChildNodes.All(static node => node switch
    {
        IText text => !text.Data.Any(char.IsLetter),
        IElement child => child.Has("lang") || child.Has("xml:lang") || SaysInside(child),
        _ => true,
    });

    /// <summary>The language that the element declares; null when it declares none that can be read.</summary>
    public string? LanguageOf(IElement element)
    {
        var declared = element.Attribute("lang") ?? element.Attribute("xml:lang");
        if (declared is null)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(declared))
        {
            return LanguageTag.Undetermined;
        }

        var tag = LanguageTags.Normalize(declared);
        if (tag is null)
        {
            findings.Add(FindingCatalog.LanguageTagInvalid, page.PositionOf(element), declared);
        }

        return tag;
    }

    /// <summary>The direction that the element declares, "auto" resolved; null when it declares none.</summary>
    public static TextDirection? DirectionOf(IElement element, TextDirection inherited) =>
        element.Attribute("dir")?.Trim().ToLowerInvariant() switch
        {
            "rtl" => TextDirection.RightToLeft,
            "ltr" => TextDirection.LeftToRight,
            "auto" => AutoDirectionOf(element) ?? TextDirection.LeftToRight,
            _ when element.LocalName == "bdi" => AutoDirectionOf(element) ?? TextDirection.LeftToRight,
            _ when Extraction.InlineStyles.Value(element.Attribute("style"), "direction") is { } style =>
                style == "rtl" ? TextDirection.RightToLeft : style == "ltr" ? TextDirection.LeftToRight : inherited,
            _ => null,
        };

    /// <summary>The first strong character of the element's text, as HTML defines it for <c>dir=auto</c>.</summary>
    private static TextDirection? AutoDirectionOf(IElement element)
    {
        foreach (var node in element.ChildNodes)
        {
            var found = node switch
            {
                IText text => StrongDirection.Find(text.Data),
                IElement { LocalName: "bdi" or "script" or "style" or "textarea" } => null,
                IElement child when child.Has("dir") => null,
                IElement child => AutoDirectionOf(child),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
