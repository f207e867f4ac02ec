using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>Reads notes and calls to them.</summary>
internal sealed class NoteReader(ArticleState state, ContentReader content)
{
    public static void ReadReference(NoteEntry note, Flow flow, ReadContext context, SourcePosition position) =>
        flow.AddLeaf(
            new NoteReference
            {
                NoteAnchor = note.Anchor,
                Label = note.Label,
                Language = context.Language,
                Direction = context.Direction,
                Position = position,
            },
            context);

    /// <summary>Reads a note where the source has it. Where only words can stand it is left for the end of the article.</summary>
    public void Read(IElement element, Flow flow, ReadContext outer)
    {
        var note = state.Notes.NoteOf(element);
        if (flow.IsInlineOnly || note.IsRead || !ElementKinds.IsBlock(element))
        {
            return;
        }

        flow.EndParagraph();
        Append(flow, Read(note, outer));
    }

    /// <summary>Reads the notes that were called for but not met in the article.</summary>
    public void ReadOutstanding(Flow flow, ReadContext context)
    {
        // A note may call for another one: the list grows no more, since the index is complete.
        foreach (var note in state.Notes.InOrder)
        {
            if (!note.IsRead)
            {
                Append(flow, Read(note, context));
            }
        }
    }

    /// <summary>Adds notes to the list of notes that the flow ends with, or as a new one.</summary>
    public static void Append(Flow flow, NoteList notes)
    {
        if (flow.LastBlock is NoteList before)
        {
            flow.ReplaceLast(before with { Notes = before.Notes.AddRange(notes.Notes) });
        }
        else
        {
            flow.Add(notes);
        }
    }

    private NoteList Read(NoteEntry entry, ReadContext outer)
    {
        entry.IsRead = true;
        var context = state.Contexts.Enter(entry.Body, outer, isBlock: true);
        var position = state.Page.PositionOf(entry.Body);
        var blocks = content.ReadBlocks(entry.Body, context);
        if (blocks.Length == 0)
        {
            var dash = new Text { Value = "—", Language = context.Language, Direction = context.Direction, Position = position };
            blocks = [new Paragraph { Inlines = [dash], Language = context.Language, Direction = context.Direction, Position = position }];
        }

        return new NoteList
        {
            Notes =
            [
                new Note
                {
                    Label = entry.Label,
                    Blocks = blocks,
                    Language = context.Language,
                    Direction = context.Direction,
                    Position = position,
                    Anchor = entry.Anchor,
                },
            ],
            Language = outer.Language,
            Direction = outer.Direction,
            Position = position,
        };
    }
}
