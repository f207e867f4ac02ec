using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>The notes at the foot of pages, one after the other in the order in which they are cited, as boxes that pages take from the front.</summary>
/// <param name="notes">Which notes stand at the foot.</param>
/// <param name="format">Sets a note, under a heading if there is one.</param>
/// <param name="separator">The height of the rule and the room around it, in points.</param>
internal sealed class NoteStream(FootNotes notes, Func<Note, Heading?, VerticalList> format, double separator)
{
    /// <summary>Lines of a note that stay together at its beginning and at its end.</summary>
    private const int LeastLines = 2;

    private readonly Dictionary<Note, int> _through = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Heading> _headings = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _starts = [];
    private readonly List<int> _noteOfBox = [];

    /// <summary>Where each box ends when all stand below one another; a sentinel first.</summary>
    private readonly List<double> _bottoms = [0];

    /// <summary>A stream without notes.</summary>
    public static NoteStream Empty { get; } = new(FootNotes.None, static (_, _) => new VerticalList(), 0);

    /// <summary>The lines of all notes cited so far.</summary>
    public List<VerticalBox> Boxes { get; } = [];

    /// <summary>The height of the rule above notes with the room around it, in points.</summary>
    public double Separator => separator;

    /// <summary>Adds the note that a call leads to, unless it is there already.</summary>
    /// <returns>How many notes stand in the stream up to the last one that the call needs; 0 when its note is not at the foot.</returns>
    public int Cite(NoteReference call) => notes.NoteOf(call) is { } note ? Add(note) : 0;

    /// <summary>Adds the notes that the model cites but no line does.</summary>
    public int CiteRest()
    {
        foreach (var note in notes.Cited)
        {
            Add(note);
        }

        return _starts.Count;
    }

    /// <summary>Where the first notes end.</summary>
    /// <param name="count">How many notes.</param>
    public int EndOf(int count) => count < _starts.Count ? _starts[count] : Boxes.Count;

    /// <summary>Where the first lines of a note end, which stand on the page that cites it; all notes before it are whole.</summary>
    /// <param name="count">The note and those before it.</param>
    public int FirstPartOf(int count)
    {
        var position = _starts[count - 1] + 1;
        while (!CanSplit(position))
        {
            position++;
        }

        return Math.Min(position, EndOf(count));
    }

    /// <summary>The height that boxes take at the foot of a page, rule and all, in points.</summary>
    public double HeightOf(int start, int end) =>
        start == end ? 0 : separator + _bottoms[end] - _bottoms[start] - Boxes[start].SpaceBefore;

    /// <summary>How far the notes reach in the room that a page has.</summary>
    /// <param name="start">Where the page's notes begin.</param>
    /// <param name="end">Where they end at most.</param>
    /// <param name="room">The room in points.</param>
    public int Furthest(int start, int end, double room)
    {
        var furthest = start;
        for (var position = start + 1; position <= end && HeightOf(start, position) <= room; position++)
        {
            furthest = CanSplit(position) ? position : furthest;
        }

        return furthest;
    }

    private int Add(Note first)
    {
        if (_through.TryGetValue(first, out var through))
        {
            return through;
        }

        // A note that is cited in a note follows it.
        var pending = new Queue<Note>([first]);
        var added = new List<Note>();
        while (pending.TryDequeue(out var note))
        {
            if (!_through.TryAdd(note, 0))
            {
                continue;
            }

            added.Add(note);
            _starts.Add(Boxes.Count);
            var boxes = format(note, TakeHeading(note)).Boxes;
            foreach (var box in boxes)
            {
                Boxes.Add(box);
                _noteOfBox.Add(_starts.Count - 1);
                _bottoms.Add(_bottoms[^1] + box.SpaceBefore + box.Height);
            }

            foreach (var call in boxes.SelectMany(static box => box.Pieces).Select(static piece => piece.Target).OfType<NoteReference>())
            {
                if (notes.NoteOf(call) is { } cited)
                {
                    pending.Enqueue(cited);
                }
            }
        }

        foreach (var note in added)
        {
            _through[note] = _starts.Count;
        }

        return _starts.Count;
    }

    /// <summary>The heading over a list, for the first of its notes.</summary>
    private Heading? TakeHeading(Note note) =>
        notes.ListOf(note) is { } list && notes.HeadingOf(list) is { } heading && _headings.Add(heading) ? heading : null;

    /// <summary>Whether a page's notes may end before a box.</summary>
    private bool CanSplit(int position)
    {
        if (position >= Boxes.Count || _noteOfBox[position] != _noteOfBox[position - 1])
        {
            return true;
        }

        var note = _noteOfBox[position];
        return !Boxes[position].KeepWithPrevious && position - _starts[note] >= LeastLines && EndOf(note + 1) - position >= LeastLines;
    }
}
