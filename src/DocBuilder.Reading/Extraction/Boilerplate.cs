using AngleSharp.Dom;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Extraction;

/// <summary>Knows what stands in an article without being of it: share buttons, related links, comments, advertisements, menus.</summary>
internal sealed class Boilerplate
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "share", "sharing", "sharebar", "sharedaddy", "shareaholic", "heateor", "ssba", "sharethis", "addthis", "addtoany", "socials", "socialmedia", "related", "relatedposts", "recommended",
        "recommendations", "newsletter", "subscribe", "subscription", "advert", "adverts", "advertisement", "advertising", "ads", "ad", "adsbygoogle", "adslot",
        "sponsored", "promo", "promoted", "promotion", "comments", "commentlist", "disqus", "respond", "breadcrumb", "breadcrumbs", "pagination", "pager",
        "cookie", "cookies", "gdpr", "modal", "sidebar", "taboola", "outbrain", "jp-relatedposts",
        "responses", "likes", "restack", "metabar", "catlinks", "interlanguage", "langlinks", "navbox", "printfooter", "ufi",
        "readalso", "alsoread", "seealso", "morenews", "trending", "mostread", "noprint", "printbutton", "skiplink", "tagcloud", "paywall",
    };

    /// <summary>Words that articles use too: of a gallery, of a restaurant's dishes, of a ship's log.</summary>
    private static readonly HashSet<string> DoubtfulWords = new(StringComparer.Ordinal) { "toolbar", "popup", "nav", "navbar", "navigation", "menu", "banner", "readmore", "social" };

    /// <summary>Words that say of an element where it stands and what it holds, not what it is about.</summary>
    private static readonly HashSet<string> FrameWords = new(StringComparer.Ordinal)
    {
        "area", "articles", "bar", "block", "bottom", "box", "button", "buttons", "container", "content", "div", "entry", "footer", "form", "header", "holder", "icons", "inner", "items", "jp", "left",
        "links", "list", "main", "module", "mw", "outer", "page", "panel", "post", "posts", "primary", "region", "right", "sd", "secondary", "section", "site", "stories", "top", "vector", "widget", "wp",
        "wrap", "wrapper",
    };

    private const int LongestLabel = 40;

    private static readonly string[] RelatedTitles =
    [
        "اقرأ أيضا", "اقرا ايضا", "اقرأ المزيد", "مواضيع ذات صلة", "مقالات ذات صلة", "أخبار ذات صلة", "روابط ذات صلة", "ذات صلة", "قد يعجبك", "شاهد أيضا",
        "related", "read also", "read more", "see also", "more from", "recommended", "you may also like", "مطالب مرتبط", "اخبار مرتبط", "بیشتر بخوانید",
        "مزید پڑھیں", "קראו גם", "כתבות נוספות", "עוד בנושא",
    ];

    private readonly HashSet<IElement> _leftOut = [];
    private readonly HashSet<IElement> _aroundControls = [];
    private readonly HashSet<IElement> _aroundLanguages = [];
    private readonly bool _hasTags;

    private Boilerplate(bool hasTags) => _hasTags = hasTags;

    /// <summary>Nothing is left out.</summary>
    public static Boilerplate None() => new(hasTags: false);

    /// <summary>Finds what is left out of an article, and says so.</summary>
    public static Boilerplate Find(IElement root, HtmlPage page, FindingList findings)
    {
        var boilerplate = new Boilerplate(page.Nodes.Having("rel").Exists(IsTag));
        Surround(Subtree.All(root, IsControl), boilerplate._aroundControls);
        Surround(page.Nodes.Having("hreflang"), boilerplate._aroundLanguages);
        var whole = Math.Max(1, TextMeasure.Visible(root));
        var hasHeading = root.QuerySelector("h1") is not null;
        boilerplate.Search(root, whole, hasHeading, page, findings);
        return boilerplate;
    }

    public bool IsLeftOut(IElement element) => _leftOut.Contains(element);

    /// <summary>Leaves an element out because somebody else has read it.</summary>
    public void LeaveOutSilently(IElement element) => _leftOut.Add(element);

    /// <summary>Whether an element is boilerplate by its kind, role or class.</summary>
    public static bool IsBoilerplate(IElement element)
    {
        if (element.LocalName is "nav" or "button" or "select" or "textarea" or "form" || (element.LocalName == "input" && !IsFilledIn(element)) || Tokens.HasRole(element, "navigation", "search", "toolbar", "menu", "menubar", "banner", "contentinfo"))
        {
            return !Tokens.HasRole(element, "doc-toc", "toc");
        }

        // A poem, a note or a figure may have any class.
        if (element.LocalName is not ("div" or "section" or "aside" or "ul" or "ol" or "p" or "span" or "footer" or "header" or "a" or "dl" or "table" or "ins" or "iframe")
            || Tokens.HasRole(element, "doc-footnote", "doc-endnotes", "doc-endnote", "doc-noteref"))
        {
            return false;
        }

        if (!element.Has("class") && !element.Has("id"))
        {
            return false;
        }

        // Of ids many are made of the words of a heading: "related-work". They count when nothing else is in them.
        var words = ClassWords.OfClass(element);
        if (element.Has("id") && ClassWords.OfId(element) is var id && id.All(static word => Words.Contains(word) || DoubtfulWords.Contains(word) || FrameWords.Contains(word)))
        {
            words.UnionWith(id);
        }

        if (words.Count == 0 || IsRemark(element))
        {
            return false;
        }

        var isDoubtful = words.Overlaps(DoubtfulWords) || (words.Contains("read") && words.Contains("more"));
        return (isDoubtful && !HoldsMoreThanLinks(element)) || words.Overlaps(Words) || (words.Contains("read") && words.Contains("also"))
            || (words.Contains("most") && words.Contains("read")) || (words.Contains("comment") && (words.Contains("form") || words.Contains("list")))
            || (words.Contains("also") && words.Contains("like"))
            || (words.Contains("links") && words.Overlaps((string[])["cat", "category", "categories", "tag", "tags"]));
    }

    /// <summary>Whether it has pictures, a table, or words that lead nowhere: menus are links, and what hides behind a button is short.</summary>
    private static bool HoldsMoreThanLinks(IElement element)
    {
        const int FewestLetters = 20;
        if (Subtree.First(element, static child => child.LocalName is "figure" or "img" or "table" or "pre") is not null || element.LocalName == "table")
        {
            return true;
        }

        var all = TextMeasure.Visible(element);
        var inLinks = Subtree.All(element, static child => child.LocalName is "a" or "button" && child.ParentElement?.Closest("a, button") is null).Sum(TextMeasure.Visible);
        return all - inLinks >= FewestLetters && inLinks * 3 <= all;
    }

    /// <summary>Whether it is a remark of the author, as Sphinx and others mark them, "see also" among them.</summary>
    private static bool IsRemark(IElement element) => Tokens.HasClass(element, "admonition", "callout");

    /// <summary>A field with something in it shows that to everybody: how many a recipe is for.</summary>
    private static bool IsFilledIn(IElement input) =>
        !string.IsNullOrWhiteSpace(input.Attribute("value")) && input.Attribute("type")?.ToLowerInvariant() is null or "text" or "number";

    private void Search(IElement parent, int whole, bool hasHeading, HtmlPage page, FindingList findings)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not Element element || ShownContent.IsHidden(element))
            {
                continue;
            }

            // The button in a heading unfolds what stands under it: its words are the heading.
            var isBoilerplate = (IsBoilerplate(element) && !(element.LocalName == "button" && IsHeading(parent) && TextMeasure.Visible(parent) == TextMeasure.Visible(element))) || IsInvitation(element) || IsGutter(element) || IsRelatedBox(element) || IsTagList(element) || IsAllControls(element) || IsLanguageMenu(element);
            if (!isBoilerplate || StandsInSentence(children, i) || !MayBeLeftOut(element, whole, hasHeading))
            {
                Search(element, whole, hasHeading, page, findings);
                continue;
            }

            _leftOut.Add(element);
            if (TextMeasure.IsAnyVisible(element))
            {
                findings.Add(FindingCatalog.BoilerplateLeftOut, page.PositionOf(element), Describe(element), Excerpt(element));
            }
        }
    }

    /// <summary>Whether words stand beside a link or a stretch of text that would have a hole without it.</summary>
    private static bool StandsInSentence(INodeList children, int index)
    {
        const int Reach = 2;
        if (children[index] is IElement { LocalName: "button" })
        {
            // Words on both sides tell of it.
            return HasLetters(index - 1) && HasLetters(index + 1);
        }

        if (children[index] is not IElement { LocalName: "a" or "span" })
        {
            return false;
        }

        for (var i = Math.Max(0, index - Reach); i <= index + Reach && i < children.Length; i++)
        {
            if (HasLetters(i))
            {
                return true;
            }
        }

        return false;

        bool HasLetters(int i) => i >= 0 && i < children.Length && children[i] is IText text && text.Data.Any(char.IsLetter);
    }

    // What holds the title, or much of the text, is the article whatever its class says.
    private static bool MayBeLeftOut(Element element, int whole, bool hasHeading) =>
        !(hasHeading && element.QuerySelector("h1") is not null) && TextMeasure.Visible(element) * 5 < whole * 2 && element.QuerySelector("main, article > p") is null;

    /// <summary>A list of the article's keywords, which leads to other articles.</summary>
    private bool IsTagList(Element element)
    {
        if (element.LocalName is not ("div" or "section" or "ul" or "p" or "footer" or "span"))
        {
            return false;
        }

        var isCalledTags = IsCalledTags(element);
        if (!(_hasTags || isCalledTags) || Subtree.First(element, IsLink) is not { } first || !(IsTag(first) || isCalledTags))
        {
            return false;
        }

        var links = Subtree.All(element, IsLink);
        return (links.TrueForAll(IsTag) || isCalledTags)
            && links.Sum(TextMeasure.Visible) * 10 >= TextMeasure.Visible(element) * 6;
    }

    /// <summary>What surrounds elements closely enough to be nothing but them.</summary>
    private static void Surround(List<IElement> elements, HashSet<IElement> around)
    {
        const int Reach = 3;
        foreach (var element in elements)
        {
            var at = element.ParentElement;
            for (var i = 0; i < Reach && at is not null; i++, at = at.ParentElement)
            {
                around.Add(at);
            }
        }
    }

    /// <summary>Links that lead nowhere wait for a script: "12 likes", "share".</summary>
    private bool IsAllControls(Element element) => _aroundControls.Contains(element) && element.LocalName is "div" or "ul" or "footer"
        && Subtree.All(element, IsControl).Sum(TextMeasure.Visible) is > 0 and <= LongestLabel and var inControls && inControls == TextMeasure.Visible(element);

    private static bool IsControl(IElement element) => element.LocalName == "a" && !element.Has("href") && !element.Has("name") && !element.Has("id");

    /// <summary>Links to the same page in other languages.</summary>
    private bool IsLanguageMenu(Element element)
    {
        if (!_aroundLanguages.Contains(element) || element.LocalName is not ("div" or "ul" or "section" or "p"))
        {
            return false;
        }

        var links = Subtree.All(element, IsLink);
        return links.Count > 1 && links.TrueForAll(static link => link.Has("hreflang")) && links.Sum(TextMeasure.Visible) * 10 >= TextMeasure.Visible(element) * 6;
    }

    /// <summary>A button by itself that asks to subscribe or to share.</summary>
    private static bool IsInvitation(Element element) =>
        element.LocalName is "p" or "div" && element.Has("class") && ClassWords.OfClass(element).Overlaps((string[])["button", "btn", "cta"])
        && Subtree.First(element, static link => link.LocalName == "a") is { } first && first.Attribute("href") is { } href
        && (href.Contains("subscribe", StringComparison.OrdinalIgnoreCase) || href.Contains("action=share", StringComparison.OrdinalIgnoreCase))
        && TextMeasure.Visible(first) is > 0 and <= LongestLabel and var inLink && inLink == TextMeasure.Visible(element);

    /// <summary>The numbers that a site writes beside the lines of code, in an element of their own.</summary>
    private static bool IsGutter(Element element) =>
        element.LocalName is "td" or "pre" or "div" or "span" && Tokens.HasClass(element, "lineno", "linenos", "linenodiv", "rouge-gutter", "gutter", "line-numbers", "line-numbers-rows", "hljs-ln-numbers")
        && element.TextContent.All(static c => char.IsDigit(c) || char.IsWhiteSpace(c));

    private static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'] || Tokens.HasRole(element, "heading");

    private static bool IsTag(IElement link) => Tokens.Has(link.Attribute("rel"), "tag");

    private static bool IsLink(IElement element) => element.LocalName == "a" && element.Has("href");

    private static bool IsCalledTags(IElement element) => ClassWords.Of(element) is { Count: > 0 } words && words.Overlaps((string[])["tags", "taglist", "tagged", "keywords"]);

    /// <summary>A box whose heading says "related", and that holds little but links.</summary>
    private static bool IsRelatedBox(Element element)
    {
        if (element.LocalName is not ("section" or "aside" or "div" or "ul") || IsRemark(element))
        {
            return false;
        }

        var label = TextCleaner.Fold(element.Attribute("aria-label") ?? FirstWords(element)).TrimEnd(':').Trim();
        if (label.Length is 0 or > LongestLabel || !IsRelatedTitle(label))
        {
            return false;
        }

        var all = TextMeasure.Visible(element);
        var inLinks = Subtree.All(element, IsLink).Sum(TextMeasure.Visible);
        return (inLinks + label.Length) * 10 >= all * 8;
    }

    private static string FirstWords(Element element) =>
        element.FirstElementChild is { } first && first.LocalName is "h2" or "h3" or "h4" or "h5" or "h6" or "p" or "strong" or "span" or "div"
            && !TextMeasure.HasMoreLetters(first, LongestLabel) ? first.TextContent : "";

    private static bool IsRelatedTitle(string label) => Array.Exists(RelatedTitles, title => label.StartsWith(title, StringComparison.OrdinalIgnoreCase));

    private static string Describe(Element element) =>
        element.Attribute("class") is { Length: > 0 } name ? $"{element.LocalName} class=\"{name.Trim()}\"" : element.LocalName;

    private static string Excerpt(Element element)
    {
        var words = TextCleaner.Fold(element.TextContent);
        return words.Length <= 40 ? words : words[..(char.IsHighSurrogate(words[39]) ? 39 : 40)] + "…";
    }
}
