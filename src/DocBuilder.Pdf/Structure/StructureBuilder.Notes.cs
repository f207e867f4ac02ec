using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <content>Notes and their calls, and what else points at another element (ISO 32000-2 Table 355, Ref).</content>
internal sealed partial class StructureBuilder
{
    private readonly Dictionary<string, StructureElement> _notes = new(StringComparer.Ordinal);
    private readonly List<(StructureElement Element, NoteReference Reference)> _calls = [];
    private readonly List<(StructureElement Element, Node Target)> _references = [];

    private void AddNote(StructureElement parent, Note note)
    {
        var element = Child(parent, vocabulary.Note, note);
        if (element == parent)
        {
            return;
        }

        element.Id = string.Create(CultureInfo.InvariantCulture, $"note{++_noteCount}");
        element.IsNote = true;
        element.IsPlacedAsBlock = true;
        var label = Child(element, "Lbl", note);
        if (links.Contains(note))
        {
            label = Child(label, "Link", note);
            PlaceLink(note, label);
        }

        AddContent(label, note, ContentPart.Label);
        AddBlocksOrWords(element, note.Blocks);
        if (note.Anchor is { } anchor)
        {
            _notes.TryAdd(anchor, element);
        }
    }

    private void AddNoteReference(StructureElement parent, NoteReference reference)
    {
        var element = Child(parent, "Reference", reference);
        _calls.Add((element, reference));
        if (links.Contains(reference))
        {
            element = Pressed(element, reference);
        }

        AddContent(Child(element, "Lbl", reference), reference, ContentPart.Label);
    }

    /// <summary>A Reference that can be pressed, and in it the element that takes the words.</summary>
    private StructureElement AddReference(StructureElement parent, Link link) => Pressed(Child(parent, "Reference", link), link);

    private StructureElement Pressed(StructureElement reference, Node link)
    {
        var element = vocabulary.ReferencesArePressed ? reference : Child(reference, "Link", link);
        PlaceLink(link, element);
        return element;
    }

    /// <summary>Where neither Link nor Reference may stand, nothing can be pressed.</summary>
    private void PlaceLink(Node link, StructureElement element)
    {
        if (element.Type == "Link" || (vocabulary.ReferencesArePressed && element.Type == "Reference"))
        {
            _tree.PlaceLink(link, element);
        }
    }

    /// <summary>Calls and notes point at each other (UA-2 8.2.5.14), entries of the contents at their headings (UA-2 8.2.5.8).</summary>
    private void ConnectReferences()
    {
        if (!vocabulary.HasReferences)
        {
            return;
        }

        foreach (var (element, reference) in _calls)
        {
            if (_notes.TryGetValue(reference.NoteAnchor, out var note))
            {
                element.References.Add(note);
                note.References.Add(element);
            }
        }

        foreach (var (element, target) in _references)
        {
            if (_tree.ElementOf(target) is { } at)
            {
                element.References.Add(at);
            }
        }
    }
}
