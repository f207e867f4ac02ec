using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>
/// Writes notes: <c>aside</c> with <c>doc-footnote</c>, which reading systems show as pop-ups, led by its mark, which leads
/// back to the text.
/// </summary>
/// <remarks><c>doc-endnote</c> is deprecated; a list of notes is <c>doc-endnotes</c> that holds footnotes.</remarks>
internal sealed class NoteWriter(Chapter chapter, BlockWriter blocks, InlineWriter inlines)
{
    private readonly XhtmlWriter writer = chapter.Writer;

    /// <summary>Writes a list of notes.</summary>
    public void Write(NoteList list)
    {
        if (list.Notes.IsEmpty)
        {
            return;
        }

        var phrases = chapter.Edition.Phrases;
        var all = chapter.Edition.Plan.NoteLists;
        var number = all.FindIndex(other => ReferenceEquals(other, list)) + 1;
        chapter.Start("section", list).Attribute("role", "doc-endnotes").Attribute("class", "notes");
        writer.Attribute("aria-label", all.Count == 1 ? phrases.Notes : $"{phrases.Notes} {chapter.Edition.Document.Numbering.Format(number)}").Line();
        foreach (var note in list.Notes)
        {
            Write(note);
            writer.Line();
        }

        writer.End();
    }

    /// <summary>Writes a note.</summary>
    public void Write(Note note)
    {
        chapter.Start("aside", note).EpubType("footnote").Attribute("role", "doc-footnote").Line();
        var references = chapter.Edition.Plan.ReferencesTo(note);
        if (note.Blocks is [Paragraph first, .. var rest])
        {
            chapter.Start("p", first);
            WriteMark(note, references);
            writer.Text(" ");
            inlines.Write(first.Inlines);
            WriteFurtherLinks(note, references);
            writer.End().Line();
            blocks.Write(rest);
        }
        else
        {
            writer.Start("p");
            WriteMark(note, references);
            WriteFurtherLinks(note, references);
            writer.End().Line();
            blocks.Write(note.Blocks);
        }

        writer.End();
    }

    private void WriteMark(Note note, IReadOnlyList<NoteReference> references)
    {
        if (references.Count == 0)
        {
            writer.Start("span").Attribute("class", "note-mark").Text(note.Label).End();
        }
        else
        {
            WriteBackLink(references[0], note.Label, $"{chapter.Edition.Phrases.BackToText} {note.Label}");
        }
    }

    /// <summary>A note called more than once leads back to every call.</summary>
    private void WriteFurtherLinks(Note note, IReadOnlyList<NoteReference> references)
    {
        for (var i = 1; i < references.Count; i++)
        {
            var mark = $"{note.Label}-{chapter.Section.Numbering.Format(i + 1)}";
            writer.Text(" ");
            WriteBackLink(references[i], mark, $"{chapter.Edition.Phrases.BackToText} {mark}");
        }
    }

    private void WriteBackLink(NoteReference reference, string mark, string name)
    {
        if (chapter.Edition.Plan.TargetOf(reference) is not { } target)
        {
            return;
        }

        var phrases = chapter.Edition.Phrases;
        var isSameLanguage = string.Equals(LanguageTag.Primary(phrases.Language), LanguageTag.Primary(writer.Language), StringComparison.Ordinal);
        (isSameLanguage ? writer.Start("a") : writer.Start("a", phrases.Language, writer.Direction))
            .Attribute("role", "doc-backlink")
            .Attribute("class", "note-mark")
            .Attribute("href", chapter.AddressOf(target))
            .Attribute("aria-label", name)
            .Text(mark)
            .End();
    }
}
