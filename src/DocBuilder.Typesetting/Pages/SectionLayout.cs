using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Sets a section as a column of its own, with the notes that it cites, and cuts it into pages.</summary>
internal sealed class SectionLayout
{
    /// <summary>How far down a title stands on a page of its own, as a part of the text area's height: the eye's middle is above the ruler's.</summary>
    private const double TitleDepth = 0.3;

    private readonly Theme _theme;
    private readonly FootNotes _footNotes;
    private readonly BlockContext _column;
    private readonly double _textHeight;
    private readonly Dictionary<Note, VerticalList> _notesSet = new(ReferenceEqualityComparer.Instance);

    public SectionLayout(Section section, Theme theme, NotePlacement notes, ParagraphSetter paragraphs, LineBoxes lines, BlockContext column, double textHeight, CancellationToken cancellation)
    {
        _theme = theme;
        _column = column;
        _footNotes = notes == NotePlacement.Foot ? FootNotes.Of(section.Blocks) : FootNotes.None;
        Formatter = new BlockFormatter(section.Numbering, theme, paragraphs, lines, theme.Page.ContentHeight, _footNotes);
        _textHeight = textHeight;
        Boxes = Formatter.Format(section.Blocks, column, cancellation).Boxes;
    }

    /// <summary>Sets the section's blocks.</summary>
    public BlockFormatter Formatter { get; }

    /// <summary>The boxes of the column.</summary>
    public List<VerticalBox> Boxes { get; }

    /// <summary>Moves a title that has a page to itself down from its top, as far as there is room.</summary>
    public void Lower()
    {
        var title = new VerticalList();
        Boxes.ForEach(title.Add);
        var height = Math.Min(_theme.Page.ContentHeight * TitleDepth, _theme.Page.ContentHeight - title.Height);
        if (height > 0 && Boxes.Count > 0)
        {
            Boxes[0].KeepWithPrevious = true;
            Boxes.Insert(0, new VerticalBox { Height = height, Pieces = [] });
        }
    }

    /// <summary>Cuts the column into pages.</summary>
    public Pagination Break() => Break(Boxes);

    /// <summary>Cuts other boxes into pages of the same kind.</summary>
    public Pagination Break(List<VerticalBox> boxes)
    {
        var flow = new ColumnFlow(boxes, new NoteStream(_footNotes, FormatNote, _textHeight), _theme.Page.ContentHeight);
        return new Paginator(flow, new PageFiller(flow, _theme.Page.ContentHeight, _theme.Page.Turned.ContentHeight, _textHeight)).Break();
    }

    /// <summary>Sets paragraphs to run over where that spares a hole.</summary>
    public Pagination Mend(Pagination pagination) => new RunningOver(Formatter, _column, Break).Mend(Boxes, pagination);

    private VerticalList FormatNote(Note note, Heading? heading)
    {
        if (!_notesSet.TryGetValue(note, out var set))
        {
            _notesSet[note] = set = Formatter.FormatFootNote(note, heading, _column with { IsMainFlow = false });
        }

        return set;
    }
}
