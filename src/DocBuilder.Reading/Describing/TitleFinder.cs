using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>Finds the element that shows the article's title.</summary>
internal static class TitleFinder
{
    private const int LongestTitleBlock = 400;
    private const int ShortestIntroduction = 60;

    /// <summary>The element, in the article or elsewhere in the page; null when no element shows the title.</summary>
    /// <param name="headings">The article's <see cref="Headings"/>.</param>
    /// <param name="root">The article.</param>
    /// <param name="body">The page.</param>
    /// <param name="known">The title that the page's metadata gives.</param>
    /// <param name="isLeftOut">What is not of the article.</param>
    public static IElement? Find(List<IElement> headings, IElement root, IElement body, string? known, Func<IElement, bool> isLeftOut)
    {
        var first = headings.FindAll(static heading => HeadingLevels.SourceLevel(heading) == 1);
        if (!first.Exists(heading => Matches(heading, known)) && TitleParagraph(root, isLeftOut) is { } title
            && (headings.Count == 0 || (title.CompareDocumentPosition(headings[0]) & DocumentPositions.Following) != 0))
        {
            return title;
        }

        if (first.Count == 1 && (Matches(first[0], known) || known is null || !StandsAfter(first[0])))
        {
            return first[0];
        }

        return first.Find(heading => Matches(heading, known))
            ?? first.Find(heading => !StandsAfter(heading))
            ?? OfEntry(root)
            ?? Elsewhere(root, body, heading => HeadingLevels.SourceLevel(heading) == 1 && Matches(heading, known))
            ?? headings.Find(heading => Matches(heading, known) && !StandsAfterText(heading, root, isLeftOut))
            ?? root.QuerySelectorAll("[itemprop=headline], .entry-title, .post-title, .article-title").FirstOrDefault(element =>
                ElementKinds.IsBlock(element) && !ShownContent.IsHiddenOrInHidden(element, root) && TextCleaner.Fold(element.TextContent).Length is > 0 and < 300)
            ?? Elsewhere(root, body, heading => Matches(heading, known))
            ?? (known is null ? headings.Find(heading => !StandsAfterText(heading, root, isLeftOut) && !IsSection(heading)) : null);

        // A kicker may be a heading too; two are sections.
        bool StandsAfter(IElement heading) => StandsAfterText(heading, root, isLeftOut) || headings.TakeWhile(other => other != heading).Count(other => other.ParentElement!.Contains(heading) && other.Closest("main, article") == heading.Closest("main, article")) > 1;

        // One of several of its level, with a text before the first.
        bool IsSection(IElement heading) =>
            StandsAfterText(heading, root, isLeftOut, ShortestIntroduction) && headings.Count(other => HeadingLevels.SourceLevel(other) == HeadingLevels.SourceLevel(heading)) > 1;
    }

    /// <summary>Word processors have a style for titles, and begin with headings of level 1 after it.</summary>
    private static IElement? TitleParagraph(IElement root, Func<IElement, bool> isLeftOut) => Subtree.First(root, element =>
        element.LocalName == "p" && Tokens.HasClass(element, "title", "MsoTitle") && !ShownContent.IsHiddenOrInHidden(element, root) && !isLeftOut(element)
        && TextCleaner.Fold(element.TextContent).Length is > 0 and < 300);

    /// <summary>
    /// The title beside the text of an entry that is marked as one (microformats' hAtom, schema.org), as blogs do whose headings of level 1 name the blog.
    /// </summary>
    private static IElement? OfEntry(IElement root) => root.ParentElement?.Closest(".hentry, .h-entry, [itemscope][itemtype*=Posting], [itemscope][itemtype*=Article]") is { } entry
        ? entry.QuerySelectorAll(".entry-title, .p-name, h1[itemprop=name], h2[itemprop=name], h3[itemprop=name], [itemprop=headline]").FirstOrDefault(element =>
            ElementKinds.IsBlock(element) && !root.Contains(element) && !element.Contains(root) && !ShownContent.IsHiddenOrInHidden(element, entry)
            && TextCleaner.Fold(element.TextContent).Length is > 0 and < 300)
        : null;

    private static IElement? Elsewhere(IElement root, IElement body, Predicate<IElement> isTitle) =>
        root == body ? null : Headings(body, static _ => false).Find(heading => isTitle(heading) && !heading.Contains(root));

    /// <summary>The headings that are shown, in source order.</summary>
    public static List<IElement> Headings(IElement root, Func<IElement, bool> isLeftOut)
    {
        var found = new List<IElement>();
        Collect(root, found, isLeftOut);
        return found;
    }

    private static void Collect(IElement parent, List<IElement> found, Func<IElement, bool> isLeftOut)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not Element child || ShownContent.IsHidden(child) || isLeftOut(child))
            {
                continue;
            }

            if (HeadingLevels.SourceLevel(child) > 0)
            {
                found.Add(child);
            }
            else
            {
                Collect(child, found, isLeftOut);
            }
        }
    }

    private static bool Matches(IElement heading, string? known)
    {
        if (known is null)
        {
            return false;
        }

        var words = TextCleaner.Fold(heading.TextContent);
        return words.Length > 0 && (words.Equals(known, StringComparison.OrdinalIgnoreCase) || (words.Length >= 12 && known.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            || (known.Length >= 12 && words.StartsWith(known, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether running text stands before the heading: more than a title block ever holds.</summary>
    public static bool StandsAfterText(IElement heading, IElement root, Func<IElement, bool> isLeftOut, int most = LongestTitleBlock)
    {
        var length = 0;
        return Count(root) && length > most;

        // True when the heading was reached.
        bool Count(INode parent)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child == heading)
                {
                    return true;
                }

                if (child is IText text)
                {
                    length += text.Data.AsSpan().Trim().Length;
                }
                else if (child is IElement element && !ShownContent.IsHidden(element) && !isLeftOut(element) && Count(element))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
