using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// What a container's content becomes: blocks, with loose inline content gathered into paragraphs of their own. Inline elements that a
/// block interrupts are opened again in the paragraph after it.
/// </summary>
internal sealed class Flow
{
    private readonly List<Block> _blocks = [];
    private readonly List<InlineWrapper> _wrappers = [];
    private readonly List<string> _pendingAnchors = [];
    private readonly Anchors _anchors;
    private readonly PageMarkReader _pages;
    private readonly bool _inlineOnly;
    private InlineBuilder? _paragraph;
    private ReadContext _paragraphContext;
    private SourcePosition _paragraphPosition;

    /// <summary>Makes a flow.</summary>
    /// <param name="context">What the container's content inherits.</param>
    /// <param name="anchors">The anchors of the article.</param>
    /// <param name="pages">The marks of pages that wait for the next words.</param>
    /// <param name="inlineOnly">Whether blocks are not allowed: their borders become line breaks.</param>
    /// <param name="outer">A flow whose open inline elements continue in this one.</param>
    public Flow(ReadContext context, Anchors anchors, PageMarkReader pages, bool inlineOnly = false, Flow? outer = null)
    {
        Context = context;
        _paragraphContext = context;
        _anchors = anchors;
        _pages = pages;
        _inlineOnly = inlineOnly;
        if (outer is not null)
        {
            _wrappers.AddRange(outer._wrappers);
        }
    }

    /// <summary>The context of the block element that is being read.</summary>
    public ReadContext Context { get; set; }

    /// <summary>Whether this flow only takes inline content.</summary>
    public bool IsInlineOnly => _inlineOnly;

    public void AddText(string text, ReadContext context, SourcePosition position)
    {
        if (_paragraph is not null || context.PreservesWhiteSpace || !text.AsSpan().Trim(" \t\n\r\f").IsEmpty)
        {
            Paragraph(position).AddText(text, context, position);
        }
    }

    public void AddGap(string asWritten, ReadContext context, SourcePosition position) => _paragraph?.AddGap(asWritten, context, position);

    /// <summary>Adds a line break. The second in a row divides paragraphs, where there can be such.</summary>
    /// <returns>Whether it did.</returns>
    public bool AddBreak(ReadContext context, SourcePosition position)
    {
        if (_paragraph is { EndsInBreak: true } && !_inlineOnly && !context.PreservesWhiteSpace)
        {
            EndParagraph();
            return true;
        }

        _paragraph?.AddBreak(context, position);
        return false;
    }

    public void AddLeaf(Inline node, ReadContext context) => Paragraph(node.Position).AddLeaf(node, context);

    public void AddTransparentLeaf(Inline node) => _paragraph?.AddTransparentLeaf(node);

    public void Open(InlineWrapper wrapper)
    {
        _wrappers.Add(wrapper);
        _paragraph?.Open(wrapper);
    }

    public void Close()
    {
        _wrappers.RemoveAt(_wrappers.Count - 1);
        _paragraph?.Close();
    }

    /// <summary>Gives the anchor to the paragraph that is open, else to the next block.</summary>
    public void AddAnchor(string? anchor)
    {
        if (anchor is not null)
        {
            _pendingAnchors.Add(anchor);
        }
    }

    /// <summary>Adds a block, after the paragraph that is open.</summary>
    public void Add(Block block)
    {
        EndParagraph();
        _blocks.Add(TakeAnchors(block));
    }

    /// <summary>The last block, when nothing has come after it; null otherwise.</summary>
    public Block? LastBlock => _paragraph is null && _blocks.Count > 0 ? _blocks[^1] : null;

    /// <summary>Puts a block in the place of the last one.</summary>
    public void ReplaceLast(Block block) => _blocks[^1] = block;

    /// <summary>Ends the paragraph that is open, if any.</summary>
    public void EndParagraph()
    {
        if (_inlineOnly)
        {
            _paragraph?.WantBreak();
            return;
        }

        if (_paragraph is not { } builder)
        {
            return;
        }

        _paragraph = null;
        if (!builder.HasContent || builder.Finish() is not { Length: > 0 } inlines)
        {
            return;
        }

        if (!ParagraphMaker.AreOnlyPictures(inlines))
        {
            _blocks.Add(TakeAnchors(ParagraphMaker.Make(inlines, _paragraphContext, _paragraphPosition)));
            return;
        }

        foreach (var inline in inlines)
        {
            if (inline is Image image)
            {
                _blocks.Add(TakeAnchors(ParagraphMaker.Make(image, _paragraphContext)));
            }
        }
    }

    /// <summary>All blocks.</summary>
    public ImmutableArray<Block> Finish()
    {
        EndParagraph();
        PassAnchorsOn();
        return [.. _blocks];
    }

    /// <summary>The inline content of a flow that only takes such.</summary>
    public ImmutableArray<Inline> FinishInlines()
    {
        var builder = _paragraph;
        _paragraph = null;
        return builder is { HasContent: true } ? builder.Finish() : [];
    }

    /// <summary>The drafts of a flow that only takes inline content.</summary>
    public List<Draft> FinishDrafts()
    {
        var builder = _paragraph;
        _paragraph = null;
        return builder?.FinishDrafts() ?? [];
    }

    /// <summary>The anchor of the container itself: one that its inline content could not carry.</summary>
    public string? TakeAnchor(string? own)
    {
        foreach (var pending in _pendingAnchors)
        {
            own = Join(own, pending);
        }

        _pendingAnchors.Clear();
        return own;
    }

    private string Join(string? own, string pending)
    {
        if (own is not null)
        {
            _anchors.Alias(pending, own);
        }

        return own ?? pending;
    }

    private Block TakeAnchors(Block block)
    {
        if (_pendingAnchors.Count == 0)
        {
            return block;
        }

        var anchor = TakeAnchor(block.Anchor);
        return block with { Anchor = anchor };
    }

    // Anchors after the last block: the last block is the nearest place that is left.
    private void PassAnchorsOn()
    {
        if (_pendingAnchors.Count > 0 && _blocks.Count > 0)
        {
            _blocks[^1] = TakeAnchors(_blocks[^1]);
        }
    }

    private InlineBuilder Paragraph(SourcePosition position)
    {
        if (_paragraph is null)
        {
            _paragraph = new InlineBuilder(_pages);
            _paragraphContext = Context;
            _paragraphPosition = position;
            foreach (var wrapper in _wrappers)
            {
                _paragraph.Open(wrapper);
            }
        }

        return _paragraph;
    }
}
