using System.Collections.Immutable;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>Takes the title and the paragraphs around it out of the flow when the walk comes to them.</summary>
internal sealed class TitleBlock(IElement? title, Dictionary<IElement, ParagraphRole> roles)
{
    private readonly List<Paragraph> _paragraphs = [];
    private ArticleState? _state;

    /// <summary>The title as the source shows it; null until it is met, or when no element shows it.</summary>
    public Heading? Title { get; private set; }

    /// <summary>The element that shows the title, wherever it stands; null when none does.</summary>
    public IElement? TitleElement => title;

    /// <summary>Whether a date is shown in the title block.</summary>
    public bool ShowsDate { get; private set; }

    /// <summary>The paragraphs of the title block: subtitle, byline, dateline, source; in the order of the source within each.</summary>
    public IEnumerable<Paragraph> Paragraphs => _paragraphs.OrderBy(static paragraph => paragraph.Role);

    public void Attach(ArticleState state) => _state = state;

    /// <summary>Whether the element belongs to the title block.</summary>
    public bool Holds(IElement element) => element == title || roles.ContainsKey(element);

    /// <summary>Takes the element, if it belongs to the title block.</summary>
    public bool TryTake(IElement element, ContentReader content, ReadContext outer)
    {
        if (element == title && Title is null)
        {
            ReadTitle(content, outer);
            return true;
        }

        // A note that names its author is still a note.
        if (!roles.TryGetValue(element, out var role) || _state!.Notes.IsNote(element))
        {
            return false;
        }

        var context = _state.Contexts.Enter(element, outer, isBlock: true);
        string? anchor = null;
        var flow = _state.InlineFlow(context);
        // The element itself may carry a meaning (time, a): it is read as a child of its paragraph, and has its anchor there.
        if (ElementKinds.IsBlock(element))
        {
            anchor = _state.Anchors.Of(element);
            content.ReadChildren(element, flow, context);
        }
        else
        {
            content.ReadInlineElement(element, flow, context, outer);
        }

        var inlines = flow.FinishInlines();
        if (inlines.Length > 0)
        {
            ShowsDate |= role == ParagraphRole.Dateline || element.QuerySelector("time, .date, .published, [itemprop=datePublished]") is not null;
            _paragraphs.Add(new Paragraph
            {
                Role = role,
                Inlines = inlines,
                Language = context.Language,
                Direction = context.Direction,
                Position = _state.Page.PositionOf(element),
                Anchor = flow.TakeAnchor(anchor),
            });
        }

        return true;
    }

    /// <summary>Reads the title from where it stands.</summary>
    public void ReadTitle(ContentReader content, ReadContext outer)
    {
        var context = _state!.Contexts.Enter(title!, outer, isBlock: true);
        var anchor = _state.Anchors.Of(title!);
        var inlines = content.ReadInlines(title!, context, null, ref anchor);
        if (inlines.Length > 0)
        {
            Title = MakeTitle(inlines, context, _state.Page.PositionOf(title), anchor);
        }
    }

    /// <summary>Makes a title of words that no element shows.</summary>
    public static Heading MakeTitle(string words, ReadContext context) => MakeTitle(
        [new Text { Value = words, Language = context.Language, Direction = context.Direction }], context, default, null);

    private static Heading MakeTitle(ImmutableArray<Inline> inlines, ReadContext context, SourcePosition position, string? anchor) => new()
    {
        Level = 1,
        Inlines = inlines,
        Language = context.Language,
        Direction = context.Direction,
        Position = position,
        Anchor = anchor,
    };
}
