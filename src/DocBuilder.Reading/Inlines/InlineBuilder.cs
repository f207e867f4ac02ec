using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;

namespace DocBuilder.Reading.Inlines;

/// <summary>
/// Gathers the inline content of one paragraph and collapses its white space across elements as CSS Text 3 section 4.1 says: runs fold
/// to one space, which stays where it stood first; none at the beginning, at the end, and beside line breaks.
/// </summary>
internal sealed class InlineBuilder(PageMarkReader pages)
{
    // Space and signs that show nothing themselves.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(" \u00A0\u200B\u200E\u200F\uFEFF");

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
        for (var at = 0; at < text.Length;)
        {
            if (!IsSpace(text[at]))
            {
                var end = EndOfWords(text, at, context.PreservesWhiteSpace);
                AddWords(text, at, end - at, context, position);
                at = end;
                continue;
            }

            if (context.PreservesWhiteSpace)
            {
                AddPreserved(text, at, context, position);
            }
            else if (!_dropSpace)
            {
                var target = TextHere(context, position);
                if (text[at] == ' ')
                {
                    target.Append(text, at, 1);
                }
                else
                {
                    target.Append(' ', text.Length - at);
                }

                _endsInSpace = target;
                _dropSpace = true;
            }

            at++;
        }
    }

    /// <summary>Where words end that stand as they are: with one space between them.</summary>
    private static int EndOfWords(string text, int at, bool preservesWhiteSpace)
    {
        while (at < text.Length && (!IsSpace(text[at]) || (text[at] == ' ' && !preservesWhiteSpace && at + 1 < text.Length && !IsSpace(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpace(char c) => c <= ' ' && c is ' ' or '\t' or '\n' or '\r' or '\f';

    private void AddWords(string text, int start, int length, ReadContext context, SourcePosition position)
    {
        BreakIfWanted(context, position);
        var here = TextHere(context, position);
        var seen = text.AsSpan(start, length).IndexOfAnyExcept(Unseen);
        if (seen >= 0 && pages.IsWaiting)
        {
            here.PageMarks.AddRange(pages.Take(here.Length + seen));
        }

        here.Append(text, start, length);
        _endsInSpace = null;
        _dropSpace = false;
        HasContent |= seen >= 0;
        EndsInBreak &= seen < 0;
    }

    /// <summary>Adds a separator of hemistichs.</summary>
    public void AddGap(string asWritten, ReadContext context, SourcePosition position)
    {
        TrimSpace();
        var text = new DraftText(context, position);
        var words = string.IsNullOrWhiteSpace(asWritten) ? " " : $" {asWritten.Trim()} ";
        text.Append(words, 0, words.Length);
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

    private void AddPreserved(string text, int at, ReadContext context, SourcePosition position)
    {
        BreakIfWanted(context, position);
        if (text[at] is '\r' or '\f')
        {
            TextHere(context, position).Append('\n', text.Length - at);
        }
        else
        {
            TextHere(context, position).Append(text, at, 1);
        }

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
            text.TrimEnd(1);
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
