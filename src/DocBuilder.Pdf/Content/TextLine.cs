using System.Runtime.InteropServices;
using DocBuilder.Documents;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Content;

/// <summary>A line of text as it will be shown: its runs from left to right, the pieces that one font each can show, and the characters of a piece.</summary>
/// <param name="fonts">The fonts of the file.</param>
internal sealed class TextLine(CidFontCollection fonts)
{
    // A line of print seldom has more characters.
    private const int UsualLine = 128;

    private readonly SpaceForReaders _spaces = new(fonts);
    private readonly List<TextFragment> _fragments = [];
    private readonly List<LineRun> _runs = [];
    private readonly List<(int Start, int End, LineRun Leader)> _pieces = [];
    private readonly List<PlacedSlot> _slots = new(UsualLine);
    private bool _isRightToLeft;

    /// <summary>Where the line is cut since no font can lead all of it, in reading order: runs, and the one whose font shows them.</summary>
    public ReadOnlySpan<(int Start, int End, LineRun Leader)> Pieces => CollectionsMarshal.AsSpan(_pieces);

    /// <summary>The characters of the piece that was collected last, from left to right.</summary>
    public ReadOnlySpan<PlacedSlot> Slots => CollectionsMarshal.AsSpan(_slots);

    /// <summary>The run that a character is from.</summary>
    public LineRun RunOf(in PlacedSlot slot) => _runs[slot.Run];

    /// <summary>Reads the fragments of a line, in any order.</summary>
    public void Read(ReadOnlySpan<TextFragment> fragments)
    {
        CollectRuns(fragments);
        _isRightToLeft = fragments[0].Owner.Node is { } node ? node.Direction == TextDirection.RightToLeft : _runs is [var first, ..] && first.IsRightToLeft;
        CutIntoPieces();
    }

    /// <summary>Collects the characters of a piece.</summary>
    public void CollectSlots(int start, int end, in LineRun leader)
    {
        _slots.Clear();
        for (var i = start; i < end; i++)
        {
            var (run, x, _) = _runs[i];
            foreach (ref readonly var slot in fonts.SlotsOf(run))
            {
                if (slot.Character is { } character)
                {
                    _slots.Add(new PlacedSlot(i, character, x));
                }

                x += slot.Advance * run.Size / run.Face.UnitsPerEm;
            }
        }

        if (_isRightToLeft)
        {
            _spaces.Adjust(CollectionsMarshal.AsSpan(_slots), _runs, leader.Run.Size);
        }
    }

    /// <summary>
    /// Where the signs at the left end are over that follow a number, as in "45%" at the end of an Arabic line; 0 for none. pdf.js sees no Arabic letter
    /// before the number and makes it "%45", unless the signs come by themselves.
    /// </summary>
    public int SignsAfterLastNumber()
    {
        if (!_isRightToLeft)
        {
            return 0;
        }

        var start = 0;
        while (start < _slots.Count && _slots[start].Character.Scalar == ' ')
        {
            start++;
        }

        var signs = start;
        while (signs < _slots.Count && IsOf(BidiClass.ET, isRightToLeft: true))
        {
            signs++;
        }

        return signs > start && signs < _slots.Count && IsOf(BidiClass.EN, isRightToLeft: false) ? signs : 0;

        bool IsOf(BidiClass bidiClass, bool isRightToLeft) =>
            _slots[signs].Character.BidiClass == bidiClass && _runs[_slots[signs].Run].IsRightToLeft == isRightToLeft;
    }

    private void CollectRuns(ReadOnlySpan<TextFragment> fragments)
    {
        // There are few on a line, and those that begin at one place keep their order.
        _fragments.Clear();
        foreach (var fragment in fragments)
        {
            var at = _fragments.Count;
            while (at > 0 && _fragments[at - 1].X > fragment.X)
            {
                at--;
            }

            _fragments.Insert(at, fragment);
        }

        _runs.Clear();
        foreach (var fragment in _fragments)
        {
            var x = fragment.X;
            for (var i = 0; i < fragment.Runs.Length; i++)
            {
                x += i > 0 ? fragment.Runs[i - 1].Width : 0;
                _runs.Add(new LineRun(fragment.Runs[i], x, fragments[0].Y - fragment.Y));
            }
        }
    }

    /// <summary>The leader of a piece is the first run on the baseline that reads in the line's direction.</summary>
    private void CutIntoPieces()
    {
        _pieces.Clear();
        for (int start = 0, end; start < _runs.Count; start = end)
        {
            var leader = _runs[start];
            for (end = start; end < _runs.Count && leader.CanLead(_runs[end]); end++)
            {
                var candidate = _runs[end];
                if (!IsGoodLeader(leader) && IsGoodLeader(candidate) && _runs.GetRange(start, end - start).TrueForAll(candidate.CanLead))
                {
                    leader = candidate;
                }
            }

            _pieces.Add((start, end, leader));
        }

        if (_isRightToLeft)
        {
            _pieces.Reverse();
        }

        bool IsGoodLeader(LineRun run) => run.IsRightToLeft == _isRightToLeft && run.Rise == 0;
    }
}
