using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;

namespace DocBuilder.Reading.Inlines;

/// <summary>
/// Gathers the inline content of one paragraph and collapses its white space across elements as CSS Text 3 section 4.1 says: runs fold
/// to one space, which stays where it stood first; none at the beginning, at the end, and beside line breaks.
/// </summary>
internal sealed class InlineBuilder(PageMarkReader pages)
{
    private readonly List<Draft> _root = [];
    private readonly Stack<DraftContainer> _open = new();
    private DraftText? _endsInSpace;
    private bool _dropSpace = true;
    private bool _wantsBreak;

    /// <summary>Whether the last thing to see, if any, is a line break.</summary>
    public bool EndsInBreak { get; private set; }

    /// <summary>Whether there is anything to see.</summary>
    public bool HasContent { get; private set; }

    private List<Draft> Here => _open.Count > 0 ? _open.Peek().Children : _root;

    public void Open(InlineWrapper wrapper)
    {
        var container = new DraftContainer(wrapper);
        Here.Add(container);
        _open.Push(container);
    }

    public void Close() => _open.Pop();

    public void AddText(string text, ReadContext context, SourcePosition position)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (context.PreservesWhiteSpace)
                {
                    AddPreserved(c, context, position);
                }
                else if (!_dropSpace)
                {
                    var target = TextHere(context, position);
                    target.Value.Append(' ');
                    _endsInSpace = target;
                    _dropSpace = true;
                }

                continue;
            }

            BreakIfWanted(context, position);
            var here = TextHere(context, position);
            var isSeen = c is not ('\u00A0' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF');
            if (isSeen && pages.IsWaiting)
            {
                here.PageMarks.AddRange(pages.Take(here.Value.Length));
            }

            here.Value.Append(c);
            _endsInSpace = null;
            _dropSpace = false;
            HasContent |= isSeen;
            EndsInBreak &= !isSeen;
        }
    }

    /// <summary>Adds a separator of hemistichs.</summary>
    public void AddGap(string asWritten, ReadContext context, SourcePosition position)
    {
        TrimSpace();
        var text = new DraftText(context, position);
        text.Value.Append(string.IsNullOrWhiteSpace(asWritten) ? " " : $" {asWritten.Trim()} ");
        Here.Add(new DraftGap(text));
        _dropSpace = true;
    }

    public void AddBreak(ReadContext context, SourcePosition position)
    {
        BreakIfWanted(context, position);
        TrimSpace();
        Here.Add(new DraftBreak(new LineBreak { Language = context.Language, Direction = context.Direction, Position = position }));
        _dropSpace = true;
        EndsInBreak = HasContent;
    }

    /// <summary>Lets what follows, if anything, begin on a new line.</summary>
    public void WantBreak() => _wantsBreak = HasContent;

    /// <summary>Adds something that white space stands beside, such as a picture.</summary>
    public void AddLeaf(Inline node, ReadContext context)
    {
        BreakIfWanted(context, node.Position);
        // A mark that finds something with words of its own inside waits for what comes after it.
        Here.Add(new DraftLeaf(pages.IsWaiting && node is Image or MathExpression or NoteReference ? node with { PageMarks = pages.Take(offset: 0) } : node));
        _endsInSpace = null;
        _dropSpace = false;
        HasContent = true;
        EndsInBreak = false;
    }

    /// <summary>Adds something that white space collapses across.</summary>
    public void AddTransparentLeaf(Inline node) => Here.Add(new DraftLeaf(node));

    /// <summary>The content, its white space settled.</summary>
    public ImmutableArray<Inline> Finish() => DraftFreezer.Freeze(FinishDrafts());

    /// <summary>The content, its white space settled, for those who still divide it.</summary>
    public List<Draft> FinishDrafts()
    {
        TrimSpace();
        if (EndsInBreak)
        {
            // Spaces that cannot be broken, alone on the last line.
            DraftFreezer.TrimSpaces(_root);
        }

        DraftFreezer.TrimBreaks(_root);
        return _root;
    }

    private void AddPreserved(char c, ReadContext context, SourcePosition position)
    {
        BreakIfWanted(context, position);
        TextHere(context, position).Value.Append(c is '\r' or '\f' ? '\n' : c);
        _endsInSpace = null;
        _dropSpace = false;
    }

    private void BreakIfWanted(ReadContext context, SourcePosition position)
    {
        if (_wantsBreak)
        {
            _wantsBreak = false;
            AddBreak(context, position);
        }
    }

    private void TrimSpace()
    {
        if (_endsInSpace is { } text)
        {
            text.Value.Length--;
            _endsInSpace = null;
        }
    }

    private DraftText TextHere(ReadContext context, SourcePosition position)
    {
        var here = Here;
        if (here.Count > 0 && here[^1] is DraftText last && last.Context.Language == context.Language && last.Context.Direction == context.Direction)
        {
            return last;
        }

        var text = new DraftText(context, position);
        here.Add(text);
        return text;
    }
}
