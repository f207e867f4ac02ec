using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>What the pages are filled from: the column's boxes, the figures that may float out of it, and the notes that its lines cite.</summary>
internal sealed class ColumnFlow
{
    private readonly List<VerticalBox> _boxes = [];
    private readonly List<bool> _keep = [];
    private readonly List<int> _citedThrough = [];
    private readonly List<FloatingFigure> _floats = [];

    /// <summary>Sorts the boxes of a column.</summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="notes">The notes that they cite are added to it.</param>
    /// <param name="tallestFloat">What is higher does not float, in points.</param>
    public ColumnFlow(IReadOnlyList<VerticalBox> boxes, NoteStream notes, double tallestFloat)
    {
        Notes = notes;
        for (var i = 0; i < boxes.Count;)
        {
            var end = EndOfFigure(boxes, i);
            if (end > i && TryFloat(boxes, i, end, tallestFloat))
            {
                i = end;
                continue;
            }

            Add(boxes[i++]);
        }

        var all = notes.CiteRest();
        if (_boxes.Count > 0)
        {
            _citedThrough[^1] = all;
        }

        KeepHeadingsWithTwoLines();
    }

    /// <summary>The boxes that stand one below the other, floating figures left out.</summary>
    public IReadOnlyList<VerticalBox> Boxes => _boxes;

    /// <summary>The figures that may float, in order.</summary>
    public IReadOnlyList<FloatingFigure> Floats => _floats;

    /// <summary>The notes at the foot.</summary>
    public NoteStream Notes { get; }

    /// <summary>The boxes of the text and of the figures that stand on a page.</summary>
    public IEnumerable<VerticalBox> BoxesOn(PagePlan plan) =>
        _boxes.Take(plan.Start..plan.End).Concat(_floats.Take(plan.Floats..plan.FloatsEnd).SelectMany(static figure => figure.Boxes));

    /// <summary>Whether a page must not begin with a box.</summary>
    public bool Keeps(int index) => _keep[index];

    /// <summary>How many notes the boxes before <paramref name="end"/> cite.</summary>
    public int CitedBefore(int end) => end == 0 ? 0 : _citedThrough[end - 1];

    private static int EndOfFigure(IReadOnlyList<VerticalBox> boxes, int start)
    {
        var end = start;
        while (boxes[start].Float is { } figure && end < boxes.Count && ReferenceEquals(boxes[end].Float, figure))
        {
            end++;
        }

        return end;
    }

    /// <summary>A heading must not lose the only thing below it.</summary>
    private bool TryFloat(IReadOnlyList<VerticalBox> boxes, int start, int end, double tallestFloat)
    {
        var isTied = boxes[start].KeepWithPrevious;
        if (isTied && (end == boxes.Count || boxes[end].HeadingLevel > 0 || boxes[end].IsLandscape || boxes[end].Float is not null))
        {
            return false;
        }

        var height = boxes[start].Height;
        for (var i = start + 1; i < end; i++)
        {
            height += boxes[i].SpaceBefore + boxes[i].Height;
        }

        if (height > tallestFloat)
        {
            return false;
        }

        _floats.Add(new FloatingFigure(_boxes.Count, [.. boxes.Skip(start).Take(end - start)], height, isTied));
        return true;
    }

    private void Add(VerticalBox box)
    {
        var tied = _floats.Count > 0 && _floats[^1].Position == _boxes.Count && _floats[^1].IsTied;
        _keep.Add(box.KeepWithPrevious || tied);
        var cited = CitedBefore(_boxes.Count);
        foreach (var piece in box.Pieces)
        {
            if (piece.Target is NoteReference call)
            {
                cited = Math.Max(cited, Notes.Cite(call));
            }
        }

        _boxes.Add(box);
        _citedThrough.Add(cited);
    }

    /// <summary>Below a heading stand two lines, be they of one paragraph or of two.</summary>
    private void KeepHeadingsWithTwoLines()
    {
        for (var i = 0; i + 2 < _boxes.Count; i++)
        {
            if (_boxes[i].HeadingLevel > 0 && _keep[i + 1] && IsPlainLine(_boxes[i + 1]) && _boxes[i + 2] is { HeadingLevel: 0, IsLandscape: false })
            {
                _keep[i + 2] = true;
            }
        }
    }

    private static bool IsPlainLine(VerticalBox box) => box is { Baseline: not null, HeadingLevel: 0, IsLandscape: false };
}

/// <summary>A figure that may stand further on than where the text has it.</summary>
/// <param name="Position">The box of the column that it stands before.</param>
/// <param name="Boxes">Picture and caption.</param>
/// <param name="Height">The height in points.</param>
/// <param name="IsTied">Whether a heading stands right above it.</param>
internal sealed record FloatingFigure(int Position, IReadOnlyList<VerticalBox> Boxes, double Height, bool IsTied);

/// <summary>What goes on a page.</summary>
/// <param name="Start">The first box of the column.</param>
/// <param name="End">The box after the last one.</param>
/// <param name="Floats">The first figure.</param>
/// <param name="TopEnd">The figure after the last one at the top.</param>
/// <param name="FloatsEnd">The figure after the last one, those among the text included.</param>
/// <param name="NoteStart">The first box of the notes.</param>
/// <param name="NoteEnd">The box after the last one.</param>
/// <param name="IsLandscape">Whether the page is on its side.</param>
/// <param name="Stretch">By what part of itself every space between blocks grows.</param>
/// <param name="Empty">What is left empty, as a part of the text area's height; negative where spaces are squeezed.</param>
internal sealed record PagePlan(
    int Start, int End, int Floats, int TopEnd, int FloatsEnd, int NoteStart, int NoteEnd, bool IsLandscape, double Stretch, double Empty);
