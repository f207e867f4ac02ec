using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Which notes stand at the foot of pages, and what goes with them, so that it is left out where the model has it.</summary>
internal sealed class FootNotes
{
    private readonly Dictionary<string, Note> _byAnchor = new(StringComparer.Ordinal);
    private readonly List<Note> _cited = [];
    private readonly HashSet<Block> _elsewhere = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Note, NoteList> _lists = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<NoteList, Heading> _headings = new(ReferenceEqualityComparer.Instance);

    private FootNotes()
    {
    }

    /// <summary>No note stands at the foot.</summary>
    public static FootNotes None { get; } = new();

    /// <summary>The notes at the foot, in the order in which the model cites them.</summary>
    public IReadOnlyList<Note> Cited => _cited;

    /// <summary>The notes among the blocks of an article that are cited; what no call leads to stays where the model has it.</summary>
    public static FootNotes Of(ImmutableArray<Block> blocks)
    {
        var notes = new FootNotes();
        notes.Index(blocks);
        notes.FollowCalls(blocks);
        notes.FindEmptiedLists(blocks);
        return notes;
    }

    /// <summary>Whether a block is not set where the model has it.</summary>
    public bool StandsElsewhere(Block block) => _elsewhere.Contains(block);

    /// <summary>The notes of a list that stay in it.</summary>
    public NoteList WithoutFootNotes(NoteList list) =>
        list.Notes.Any(_elsewhere.Contains) ? list with { Notes = [.. list.Notes.Where(note => !_elsewhere.Contains(note))] } : list;

    /// <summary>The note that a call leads to, if it stands at the foot.</summary>
    public Note? NoteOf(NoteReference call) =>
        _byAnchor.TryGetValue(call.NoteAnchor, out var note) && _elsewhere.Contains(note) ? note : null;

    /// <summary>The list that a note is from; null when it stands alone.</summary>
    public NoteList? ListOf(Note note) => _lists.GetValueOrDefault(note);

    /// <summary>The heading over a list all of whose notes are at the foot: it stands over the first of them.</summary>
    public Heading? HeadingOf(NoteList list) => _headings.GetValueOrDefault(list);

    /// <summary>The notes of the article itself; those inside a quotation, a cell or the like stay there.</summary>
    private void Index(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Note note)
            {
                AddNote(note);
            }
            else if (block is NoteList list)
            {
                foreach (var member in list.Notes)
                {
                    AddNote(member);
                    _lists[member] = list;
                }
            }
        }
    }

    private void AddNote(Note note)
    {
        if (note.Anchor is not null)
        {
            _byAnchor.TryAdd(note.Anchor, note);
        }
    }

    /// <summary>From the text to the notes that it cites, and from these to what they cite.</summary>
    private void FollowCalls(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is not Note)
            {
                AddCallsOf(block);
            }
        }

        for (var i = 0; i < _cited.Count; i++)
        {
            AddCallsOf(_cited[i]);
        }
    }

    private void AddCallsOf(Node root)
    {
        var pending = new Stack<Node>([root]);
        var children = new List<Node>();
        while (pending.TryPop(out var node))
        {
            if (node is Note && node != root)
            {
                continue;
            }

            if (node is NoteReference call && _byAnchor.TryGetValue(call.NoteAnchor, out var note) && _elsewhere.Add(note))
            {
                _cited.Add(note);
            }

            children.Clear();
            NodeTree.AddChildren(node, children);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    /// <summary>A heading with nothing below it but notes that went to the foot goes with them, and a rule before it is no longer needed.</summary>
    private void FindEmptiedLists(ImmutableArray<Block> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not NoteList list || list.Notes.IsEmpty || !list.Notes.All(_elsewhere.Contains))
            {
                continue;
            }

            _elsewhere.Add(list);
            var before = i - 1;
            if (before > 0 && blocks[before] is Heading { Level: > 1 } heading && EndsSection(blocks, i, heading.Level))
            {
                _elsewhere.Add(heading);
                _headings.Add(list, heading);
                before--;
            }

            if (before > 0 && blocks[before] is ThematicBreak { Anchor: null } rule)
            {
                _elsewhere.Add(rule);
            }
        }
    }

    private static bool EndsSection(ImmutableArray<Block> blocks, int index, int level) =>
        index + 1 == blocks.Length || (blocks[index + 1] is Heading next && next.Level <= level);
}
