using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Images;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>What is known of the article before its content is read, for those who read the content.</summary>
internal sealed class ArticleState
{
    public required HtmlPage Page { get; init; }

    /// <summary>The article.</summary>
    public required IElement Root { get; init; }

    public required ReadingOptions Options { get; init; }

    public required FindingList Findings { get; init; }

    public required ContextResolver Contexts { get; init; }

    public required Anchors Anchors { get; init; }

    public required LinkResolver Links { get; init; }

    public required NoteIndex Notes { get; init; }

    public required HeadingLevels Headings { get; init; }

    public required TitleBlock TitleBlock { get; init; }

    public required Boilerplate Boilerplate { get; init; }

    public required PageMarkReader Pages { get; init; }

    public required ImageLoader Images { get; init; }

    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Private-use characters already reported.</summary>
    public HashSet<int> PrivateUse { get; } = [];

    /// <summary>Abbreviations already reported.</summary>
    public HashSet<string> Abbreviations { get; } = new(StringComparer.Ordinal);

    public Flow InlineFlow(ReadContext context, Flow? outer = null) => new(context, Anchors, Pages, inlineOnly: true, outer);

    public Flow BlockFlow(ReadContext context, Flow? outer = null) => new(context, Anchors, Pages, inlineOnly: false, outer);

    /// <summary>Whether the element and all it holds stay out of the article.</summary>
    public bool IsLeftOut(IElement element) => ShownContent.IsHidden(element) || Notes.IsMark(element) || Boilerplate.IsLeftOut(element);
}
