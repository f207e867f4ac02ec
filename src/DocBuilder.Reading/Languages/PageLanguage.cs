using System.Buffers;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Describing;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Languages;

/// <summary>Resolves the language and direction of a page: asked for, declared, described in its metadata, or told from its letters.</summary>
internal sealed class PageLanguage(ReadingOptions options, FindingList findings)
{
    // Of the letters of a page, so many are in the script of its language, however much it quotes.
    private const double LeastShare = 0.2;

    private bool _isContradicted;

    /// <summary>What was resolved.</summary>
    /// <param name="Language">The language.</param>
    /// <param name="Direction">The direction.</param>
    /// <param name="PageGivesDirection">Whether the page says its direction anywhere, so that its silence elsewhere means "inherit".</param>
    public sealed record Result(string Language, TextDirection Direction, bool PageGivesDirection);

    public Result Resolve(HtmlPage page, IElement root, PageMetadata metadata)
    {
        var language = Asked() ?? Declared(page, root, metadata) ?? FromLetters(root);
        var givesDirection = Around(root).Any(static element => element.Has("dir"));
        // A template whose language is not that of the text has the direction of that language too.
        var declared = _isContradicted ? null : DirectionAround(root);
        if (options.Direction is { } direction)
        {
            return new Result(language, direction, PageGivesDirection: true);
        }

        if (declared is null && !_isContradicted && LanguageTags.DirectionOf(language) == TextDirection.RightToLeft)
        {
            findings.Add(FindingCatalog.DirectionFromLanguage);
        }

        var resolved = declared ?? LanguageTags.DirectionOf(language) ?? FromLetters(StrongDirection.Find(root.TextContent) ?? TextDirection.LeftToRight);
        return new Result(language, resolved, givesDirection);
    }

    private string? Asked()
    {
        if (options.Language is not { } asked)
        {
            return null;
        }

        var tag = LanguageTags.Normalize(asked);
        if (tag is null)
        {
            findings.Add(FindingCatalog.LanguageTagInvalid, asked);
        }

        return tag;
    }

    private string? Declared(HtmlPage page, IElement root, PageMetadata metadata)
    {
        foreach (var element in Around(root))
        {
            if ((element.Attribute("lang") ?? element.Attribute("xml:lang")) is { } declared && !string.IsNullOrWhiteSpace(declared))
            {
                if (LanguageTags.Normalize(declared) is { } tag)
                {
                    return Believed(tag, root);
                }

                findings.Add(FindingCatalog.LanguageTagInvalid, page.PositionOf(element), declared);
            }
        }

        return metadata.Language is { } named && LanguageTags.Normalize(named.Split(',')[0]) is { } known ? Believed(known, root) : null;
    }

    // Templates in English around articles in Arabic are common: letters that the declared language does not have speak louder.
    private string Believed(string declared, IElement root)
    {
        var guess = Guess(root);
        if (guess is null || LanguageTags.DirectionOf(guess) == LanguageTags.DirectionOf(declared) || declared == LanguageTag.Undetermined)
        {
            return declared;
        }

        if (LanguageTags.DirectionOf(guess) == TextDirection.RightToLeft && LanguageTags.DirectionOf(declared) == TextDirection.LeftToRight
            && declared.Split('-') is [_, { Length: 4 }, ..])
        {
            return declared;
        }

        // A page in a language that quotes another at length is still in that language.
        var share = StrongDirection.ShareOfRightToLeft(root.TextContent);
        if (LanguageTags.DirectionOf(declared) == TextDirection.RightToLeft ? share >= LeastShare : 1 - share >= LeastShare * 2)
        {
            return declared;
        }

        findings.Add(FindingCatalog.LanguageContradicted, declared, guess);
        _isContradicted = true;
        return guess;
    }

    private string FromLetters(IElement root)
    {
        if (Guess(root) is { } guess)
        {
            findings.Add(FindingCatalog.LanguageGuessed, guess);
            return guess;
        }

        findings.Add(FindingCatalog.LanguageUnknown);
        return LanguageTag.Undetermined;
    }

    private static string? Guess(IElement root)
    {
        var room = ArrayPool<char>.Shared.Rent(LanguageGuess.SampleLength);
        var guess = LanguageGuess.Guess(new TextGatherer(room).TextOf(root, LanguageGuess.SampleLength));
        ArrayPool<char>.Shared.Return(room);
        return guess;
    }

    private TextDirection FromLetters(TextDirection direction)
    {
        findings.Add(FindingCatalog.DirectionFromLetters, new FindingPhrase(direction == TextDirection.RightToLeft ? "right to left" : "left to right"));
        return direction;
    }

    private static TextDirection? DirectionAround(IElement root)
    {
        foreach (var element in Around(root))
        {
            if (ContextResolver.DirectionOf(element, TextDirection.LeftToRight) is { } direction)
            {
                return direction;
            }
        }

        return null;
    }

    /// <summary>The article's element and those around it, from the inside out.</summary>
    private static IEnumerable<IElement> Around(IElement root)
    {
        for (IElement? at = root; at is not null; at = at.ParentElement)
        {
            yield return at;
        }
    }
}
