using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Walks the article's elements and hands each to the reader of its kind. The depth of the walk is the depth of the tree, which the parser
/// keeps within <see cref="Limits.Depth"/>.
/// </summary>
internal sealed class ContentReader
{
    private readonly ArticleState _state;
    private readonly InlineReader _inlines;
    private readonly ListReader _lists;
    private readonly TableReader _tables;
    private readonly FigureReader _figures;
    private readonly VerseReader _verses;
    private readonly VerseRuns _runs;
    private readonly NoteReader _notes;
    private int _visited;

    public ContentReader(ArticleState state)
    {
        _state = state;
        _inlines = new InlineReader(state, this);
        _lists = new ListReader(state, this);
        _tables = new TableReader(state, this);
        _figures = new FigureReader(state, this);
        _verses = new VerseReader(state, this);
        _runs = new VerseRuns(state);
        _notes = new NoteReader(state, this);
    }

    /// <summary>Reads what an element holds into a flow.</summary>
    public void ReadChildren(INode parent, Flow flow, ReadContext context)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (!flow.IsInlineOnly && _runs.From(children[i]) is { Count: > 1 } run)
            {
                flow.EndParagraph();
                _verses.Read(run, flow, context);
                while (children[i] != run[^1])
                {
                    i++;
                }

                continue;
            }

            Read(children[i], flow, context);
        }
    }

    /// <summary>Reads what an element holds as blocks.</summary>
    public System.Collections.Immutable.ImmutableArray<Block> ReadBlocks(IElement element, ReadContext context, Flow? outer = null)
    {
        var flow = _state.BlockFlow(context, outer);
        ReadChildren(element, flow, context);
        return flow.Finish();
    }

    /// <summary>Reads what an element holds as inline content; blocks in it begin on new lines.</summary>
    public System.Collections.Immutable.ImmutableArray<Inline> ReadInlines(IElement element, ReadContext context, Flow? outer, ref string? anchor)
    {
        var flow = _state.InlineFlow(context, outer);
        ReadChildren(element, flow, context);
        var inlines = flow.FinishInlines();
        anchor = flow.TakeAnchor(anchor);
        return inlines;
    }

    /// <summary>Reads an inline element, whatever belongs to the title block.</summary>
    public void ReadInlineElement(IElement element, Flow flow, ReadContext context, ReadContext outer) => _inlines.Read(element, flow, context, outer);

    /// <summary>Reads the notes that are called for but stand outside the article.</summary>
    public void ReadOutstandingNotes(Flow flow, ReadContext context) => _notes.ReadOutstanding(flow, context);

    /// <summary>Reads a node into a flow.</summary>
    public void Read(INode node, Flow flow, ReadContext context)
    {
        if ((++_visited & 0x3FF) == 0)
        {
            _state.CancellationToken.ThrowIfCancellationRequested();
        }

        switch (node)
        {
            case Element element:
                if (!_state.IsLeftOut(element))
                {
                    ReadElement(element, flow, context);
                }

                break;
            case IText text:
                ReadText(text, flow, context);
                break;
            default:
                break;
        }
    }

    private void ReadText(IText node, Flow flow, ReadContext context)
    {
        var text = _state.Notes.WithoutMark(node);
        if (text.Length == 0)
        {
            return;
        }

        text = TextCleaner.Clean(text);
        var position = _state.Page.PositionOf(node.Parent);
        TextCleaner.ReportPrivateUse(text, position, _state.PrivateUse, _state.Findings);
        if (context.IsVerse)
        {
            VerseReader.AddText(text, flow, context, position);
        }
        else
        {
            flow.AddText(text, context, position);
        }
    }

    private void ReadElement(IElement element, Flow flow, ReadContext outer)
    {
        if (_state.Notes.TryGetReference(element, out var reference))
        {
            NoteReader.ReadReference(reference, flow, _state.Contexts.Enter(element, outer, isBlock: false), _state.Page.PositionOf(element));
            return;
        }

        if (_state.Pages.TryRead(element))
        {
            flow.AddAnchor(_state.Anchors.Of(element));
            if (ElementKinds.IsBlock(element))
            {
                flow.EndParagraph();
            }

            return;
        }

        if (_state.TitleBlock.TryTake(element, this, outer))
        {
            return;
        }

        if (_state.Notes.IsNote(element))
        {
            _notes.Read(element, flow, outer);
            return;
        }

        if (!ElementKinds.IsBlock(element))
        {
            _inlines.Read(element, flow, _state.Contexts.Enter(element, outer, isBlock: false), outer);
            return;
        }

        var context = _state.Contexts.Enter(element, outer, isBlock: true);
        flow.EndParagraph();
        if (InlineReader.HasMeaning(element) && _state.Headings.LevelOf(element) is null)
        {
            // A style that puts it on a line of its own takes nothing from what it is.
            _inlines.Read(element, flow, context, outer);
        }
        else if (flow.IsInlineOnly)
        {
            ReadTransparent(element, flow, context);
        }
        else
        {
            ReadBlock(element, flow, context);
        }

        flow.EndParagraph();
    }

    private void ReadBlock(IElement element, Flow flow, ReadContext context)
    {
        if (VerseReader.IsVerse(element) || _runs.IsVerse(element))
        {
            _verses.Read(element, flow, context);
            return;
        }

        if (_state.Headings.LevelOf(element) is { } level)
        {
            ReadHeading(element, level, flow, context);
            return;
        }

        switch (element.LocalName)
        {
            case "ul" or "ol" or "menu" or "dir":
                _lists.Read(element, flow, context);
                break;
            case "dl":
                _lists.ReadDescriptions(element, flow, context);
                break;
            case "div" or "table" when FigureReader.IsCaptionedPicture(element):
                _figures.Read(element, flow, context);
                break;
            case "table":
                _tables.Read(element, flow, context);
                break;
            case "figure":
                _figures.Read(element, flow, context);
                break;
            case "blockquote":
                ReadQuote(element, flow, context);
                break;
            case "pre" or "listing" or "xmp" or "plaintext":
                ReadCode(element, flow, context);
                break;
            // The rule that sets notes off is the notes' own furniture.
            case "hr" when element.ParentElement is { } parent && (Tokens.HasRole(parent, "doc-endnotes", "footnotes") || Tokens.HasClass(parent, "footnotes")):
                break;
            case "hr":
                flow.Add(new ThematicBreak { Language = context.Language, Direction = context.Direction, Position = _state.Page.PositionOf(element) });
                break;
            case "details":
                ReadDetails(element, flow, context);
                break;
            case "aside":
                ReadAside(element, flow, context);
                break;
            default:
                ReadTransparent(element, flow, context);
                break;
        }
    }

    // Elements without a meaning of their own: what they hold stands where they stand. Paragraphs are made by the flow.
    private void ReadTransparent(IElement element, Flow flow, ReadContext context)
    {
        var before = flow.Context;
        flow.Context = context;
        flow.AddAnchor(_state.Anchors.Of(element));
        ReadChildren(element, flow, context);
        flow.EndParagraph();
        flow.Context = before;
    }

    private void ReadHeading(IElement element, int level, Flow flow, ReadContext context)
    {
        var anchor = _state.Anchors.Of(element);
        var inlines = ReadInlines(element, context, flow, ref anchor);
        if (inlines.Length == 0)
        {
            flow.AddAnchor(anchor);
            return;
        }

        flow.Add(new Heading
        {
            Level = level,
            Inlines = inlines,
            Language = context.Language,
            Direction = context.Direction,
            Position = _state.Page.PositionOf(element),
            Anchor = anchor,
        });
    }

    private void ReadQuote(IElement element, Flow flow, ReadContext context)
    {
        var blocks = ReadBlocks(element, context, flow);
        if (blocks.Length == 0)
        {
            return;
        }

        flow.Add(new BlockQuote
        {
            Blocks = blocks,
            SourceUrl = _state.Links.ResolveSource(element.Attribute("cite")),
            Language = context.Language,
            Direction = context.Direction,
            Position = _state.Page.PositionOf(element),
            Anchor = _state.Anchors.Of(element),
        });
    }

    private void ReadAside(IElement element, Flow flow, ReadContext context)
    {
        var blocks = ReadBlocks(element, context, flow);
        if (blocks.Length == 0)
        {
            return;
        }

        flow.Add(new Aside
        {
            Blocks = blocks,
            Language = context.Language,
            Direction = context.Direction,
            Position = _state.Page.PositionOf(element),
            Anchor = _state.Anchors.Of(element),
        });
    }

    private void ReadDetails(IElement element, Flow flow, ReadContext context)
    {
        var summary = element.Children.FirstOrDefault(static child => child.LocalName == "summary");
        if (summary is not null && Subtree.First(summary, child => _state.Headings.LevelOf(child) is not null) is not null)
        {
            // The summary is the heading of a section, which readers look for among the headings.
            ReadTransparent(element, flow, context);
            return;
        }

        var anchor = _state.Anchors.Of(element);
        var words = summary is null || _state.IsLeftOut(summary)
            ? []
            : ReadInlines(summary, _state.Contexts.Enter(summary, context, isBlock: true), flow, ref anchor);
        var inner = _state.BlockFlow(context, flow);
        foreach (var child in element.ChildNodes)
        {
            if (child != summary)
            {
                Read(child, inner, context);
            }
        }

        var blocks = inner.Finish();
        if (words.Length == 0)
        {
            foreach (var block in blocks)
            {
                flow.Add(block);
            }

            return;
        }

        flow.Add(new Details
        {
            Summary = words,
            Blocks = blocks,
            Language = context.Language,
            Direction = context.Direction,
            Position = _state.Page.PositionOf(element),
            Anchor = anchor,
        });
    }

    private void ReadCode(IElement element, Flow flow, ReadContext context)
    {
        var anchor = _state.Anchors.Of(element);
        var inner = context with { PreservesWhiteSpace = true };
        // A pre that holds one code element is HTML's way to say "a block of code"; the code element says nothing more.
        var code = element.Children is { Length: 1 } children && children[0].LocalName is "code" or "samp" or "kbd"
            && element.ChildNodes.All(node => node is IElement || string.IsNullOrWhiteSpace(node.TextContent))
            ? element.Children[0] : element;
        if (code != element)
        {
            inner = _state.Contexts.Enter(code, inner, isBlock: false);
        }

        inner = inner with { Direction = DirectionOfCode(element, code, context.Direction) };
        var inlines = CodeLines.TrimEnds(ReadInlines(code, inner, flow, ref anchor));
        if (inlines.Length == 0)
        {
            return;
        }

        flow.Add(new CodeBlock
        {
            Inlines = inlines,
            CodeLanguage = CodeLines.LanguageOf(code) ?? CodeLines.LanguageOf(element),
            Language = context.Language,
            Direction = inner.Direction,
            Position = _state.Page.PositionOf(element),
            Anchor = anchor,
        });
    }

    private static bool HasDrawnLines(string text) => text.AsSpan().ContainsAnyInRange('\u2500', '\u257F');

    /// <summary>
    /// Code runs from left to right whatever surrounds it, unless the author says otherwise; text that is only preformatted does so when
    /// most of its letters do, or lines are drawn in it.
    /// </summary>
    private static TextDirection DirectionOfCode(IElement pre, IElement code, TextDirection inherited)
    {
        var isCode = code != pre || CodeLines.LanguageOf(pre) is not null;
        return ContextResolver.DirectionOf(code, inherited)
            ?? ContextResolver.DirectionOf(pre, inherited)
            ?? (isCode || HasDrawnLines(code.TextContent) || StrongDirection.ShareOfRightToLeft(code.TextContent) < 0.5 ? TextDirection.LeftToRight : inherited);
    }
}
