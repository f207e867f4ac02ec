using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>
/// Finds what stands around the title and belongs to it: subtitle, byline, dateline, source. The search goes from the beginning of the
/// article to the first block after the title that is none of these.
/// </summary>
internal sealed class TitleBlockFinder
{
    private static readonly string[] BylineStarts = ["بقلم", "كتب:", "كتبه", "كتبت", "تحرير:", "نوشته", "نویسنده", "تحریر", "مصنف", "מאת", "By ", "by ", "BY ", "Par ", "Von "];

    private const int ShortestDate = 8;
    private const int LongestDate = 30;
    private const int LongestKicker = 120;
    private const int ShortestSentence = 40;
    private const int ShortestClause = 12;

    private readonly IElement? _title;
    private readonly IReadOnlyCollection<string> _authors;
    private readonly Func<IElement, bool> _isLeftOut;
    private readonly Dictionary<IElement, ParagraphRole> _roles = [];
    private bool _titleIsPast;

    private TitleBlockFinder(IElement? title, bool titleIsInside, IReadOnlyCollection<string> authors, Func<IElement, bool> isLeftOut)
    {
        _authors = authors;
        _title = title;
        _titleIsPast = !titleIsInside;
        _isLeftOut = isLeftOut;
    }

    /// <summary>The elements of the title block with their roles.</summary>
    /// <param name="root">The article.</param>
    /// <param name="title">What shows the title.</param>
    /// <param name="authors">Those whom the page's metadata names.</param>
    /// <param name="isLeftOut">What is not of the article.</param>
    public static Dictionary<IElement, ParagraphRole> Find(IElement root, IElement? title, IReadOnlyCollection<string> authors, Func<IElement, bool> isLeftOut)
    {
        var finder = new TitleBlockFinder(title, title is not null && root.Contains(title), authors, isLeftOut);
        finder.Search(root, null);
        return finder._roles;
    }

    /// <summary>What stands between a title and the article that it is outside of, when it is marked as saying by whom and when; null when nothing is.</summary>
    public static string? BylineBeside(IElement? title, IElement root)
    {
        const int Reach = 4;
        var at = title is null || root.Contains(title) ? null : title.NextElementSibling;
        for (var i = 0; i < Reach && at is not null && at != root && !at.Contains(root); i++, at = at.NextElementSibling)
        {
            var words = TextCleaner.Fold(at.TextContent);
            if (words.Length is > 0 and <= LongestKicker && ClassWords.Of(at).Overlaps((string[])["meta", "byline", "author", "info", "date"]) && !ShownContent.IsHidden(at))
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>Goes through the children; false when the title block has ended.</summary>
    private bool Search(IElement parent, ParagraphRole? inherited)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text && !string.IsNullOrWhiteSpace(text.Data) && _titleIsPast)
            {
                return false;
            }

            if (node is not IElement element || ShownContent.IsHidden(element) || _isLeftOut(element))
            {
                continue;
            }

            if (element == _title)
            {
                _titleIsPast = true;
                continue;
            }

            if (!Visit(element, inherited))
            {
                return false;
            }
        }

        return true;
    }

    private bool Visit(IElement element, ParagraphRole? inherited)
    {
        if (_title is not null && element.Contains(_title))
        {
            return Search(element, null);
        }

        var length = TextCleaner.Fold(element.TextContent).Length;
        if (length == 0 || element.LocalName is "figure" or "picture" or "img" or "hr" or "svg" or "br" or "iframe" or "video" or "audio")
        {
            return true;
        }

        var role = RoleOf(element, length) ?? (length <= 300 && !(inherited is ParagraphRole.Byline or ParagraphRole.Dateline && IsSentence(element)) ? inherited : null);
        var holdsBlocks = element.Children.Any(child => ElementKinds.IsBlock(child) && !ShownContent.IsHidden(child) && !_isLeftOut(child));
        if (holdsBlocks && element.LocalName is "div" or "header" or "section" or "hgroup" or "address" or "article" or "main" or "footer")
        {
            return Search(element, role);
        }

        if (role is { } found && element.LocalName is not ("table" or "blockquote" or "pre" or "ol" or "dl") && !(element.LocalName == "ul" && !element.Has("class")))
        {
            _roles[element] = found;
            return true;
        }

        return !_titleIsPast;
    }

    private ParagraphRole? RoleOf(IElement element, int length)
    {
        var words = ClassWords.Of(element);
        if (length <= 600 && (IsSubtitle(element, words) || (length <= LongestKicker && IsKicker(element, words))))
        {
            return ParagraphRole.Subtitle;
        }

        if (length > 250 || HeadingLevels.SourceLevel(element) > 0)
        {
            return null;
        }

        var isDate = words.Overlaps((string[])["date", "dateline", "pubdate", "published", "datetime", "timestamp", "posted", "time"])
            || Is(element, "datePublished") || Holds(element, "time:not([datetime]), .date, .published, .pubdate, [itemprop=datePublished]")
            || (length <= LongestDate && element.QuerySelector("time[datetime]") is null && IsDate(TextCleaner.Fold(element.TextContent)))
            || (element.LocalName == "time" && element.ParentElement is { } around && around.QuerySelectorAll("time").Any(Dateline.IsOne))
            || element.QuerySelectorAll("time[datetime]").Any(Dateline.IsOne);
        var isAuthor = words.Overlaps((string[])["byline", "author", "authors", "writer", "writers", "columnist", "authorname"])
            || Is(element, "author") || Tokens.HasRole(element, "doc-credit") || Holds(element, "[rel~=author], .author, .byline, [itemprop=author]")
            || Tokens.Has(element.Attribute("rel"), "author")
            || StartsAsByline(TextCleaner.Fold(element.TextContent))
            || (_authors.Count > 0 && _authors.Contains(TextCleaner.Fold(element.TextContent)));
        if (isAuthor)
        {
            return ParagraphRole.Byline;
        }

        if (words.Overlaps((string[])["source", "publisher", "sitename", "outlet", "agency"]) || Is(element, "publisher"))
        {
            return ParagraphRole.Source;
        }

        if (!isDate)
        {
            return null;
        }

        // A time in a sentence is no dateline.
        return length <= 120 && (words.Count > 0 || (OwnTextLength(element) is <= 40 and var beside && !(beside > ShortestClause && EndsSentence(element)))) ? ParagraphRole.Dateline : null;
    }

    private bool IsSubtitle(IElement element, IReadOnlySet<string> words)
    {
        if (Tokens.HasRole(element, "doc-subtitle", "subtitle") || Is(element, "alternativeHeadline")
            || words.Overlaps((string[])["subtitle", "standfirst", "deck", "dek", "subheadline", "subhead", "strapline"])
            || (words.Contains("sub") && words.Overlaps((string[])["title", "headline", "heading"])))
        {
            return true;
        }

        var isInHeader = element.ParentElement?.LocalName is "header" or "hgroup";
        return isInHeader && _titleIsPast && (element.ParentElement!.LocalName == "hgroup"
            || words.Overlaps((string[])["lead", "lede", "summary", "excerpt", "intro", "tagline"]));
    }

    /// <summary>Words over the title that lead to it. The title of a document comes first, so they stand right under it.</summary>
    private bool IsKicker(IElement element, IReadOnlySet<string> words) =>
        !_titleIsPast && element.LocalName is "p" or "div" or "span" && HeadingLevels.SourceLevel(element) == 0
        && (words.Overlaps((string[])["kicker", "eyebrow", "overline", "rubric", "pretitle", "supertitle", "suptitle", "overtitle", "surtitle"])
            || (element.LocalName == "p" && element.ParentElement?.LocalName == "hgroup"));

    /// <summary>Whether words begin as a byline does.</summary>
    public static bool StartsAsByline(string words) =>
        words.Length < 80 && !words.EndsWith('.') && Array.Exists(BylineStarts, start => words.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Whether words are a whole date and nothing else.</summary>
    public static bool IsDate(string words) => words.Length is >= ShortestDate and <= LongestDate && PublicationDate.Parse(words) is not null && !BeginsStory(words);

    /// <summary>Whether a word before the date says what happened then: "Born on", "Paris,".</summary>
    private static bool BeginsStory(string words)
    {
        var first = words.Split([' ', ',', '،', ':'], StringSplitOptions.RemoveEmptyEntries)[0];
        return !first.Any(char.IsDigit) && MonthNames.Of(first) == 0 && MonthNames.OfPersianCalendar(first) == 0 && !Dateline.IsLeadIn(first);
    }

    /// <summary>
    /// Whether words are a sentence that is not said of an author: what stands beside a name and a date, as in the posts of a forum, may be the text itself.
    /// </summary>
    private static bool IsSentence(IElement element)
    {
        return TextCleaner.Fold(element.TextContent).Length >= ShortestSentence && EndsSentence(element)
            && element.ParentElement is { } parent && !ClassWords.Of(parent).Overlaps((string[])["byline", "author", "authors", "bio", "writer"]);
    }

    private static bool EndsSentence(IElement element) => TextCleaner.Fold(element.TextContent) is [.., '.' or '!' or '?' or '؟' or '۔' or '…'];

    private static bool Is(IElement element, string property) => Tokens.Has(element.Attribute("itemprop"), property);

    private static bool Holds(IElement element, string selector) => element.LocalName != "article" && element.QuerySelector(selector) is not null;

    private static int OwnTextLength(IElement element) =>
        TextCleaner.Fold(element.TextContent).Length - element.QuerySelectorAll("time").Sum(static time => TextCleaner.Fold(time.TextContent).Length);
}
