using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Structure;

/// <content>Sections: a heading below the title and all that belongs under it are one Sect (ISO 32000-1 Table 333).</content>
internal sealed partial class StructureBuilder
{
    private void AddSections(StructureElement root, ImmutableArray<Block> blocks)
    {
        var sections = new Stack<(StructureElement Element, int Level)>([(root, 1)]);
        var notes = NotesAtTheEnd(blocks);
        for (var i = 0; i < blocks.Length; i++)
        {
            var level = blocks[i] is Heading heading ? heading.Level : i == notes ? 1 : int.MaxValue;
            while (sections.Count > 1 && sections.Peek().Level >= level)
            {
                sections.Pop();
            }

            if (level is > 1 and < int.MaxValue)
            {
                var parent = sections.Peek().Element;
                sections.Push((Append(parent, new StructureElement("Sect", parent)), level));
            }

            AddBlock(sections.Peek().Element, blocks[i]);
        }
    }

    /// <summary>Where the notes begin that end the document: they belong to all of it and not to its last section.</summary>
    private static int NotesAtTheEnd(ImmutableArray<Block> blocks)
    {
        var start = blocks.Length;
        while (start > 0 && blocks[start - 1] is NoteList or ThematicBreak)
        {
            start--;
        }

        return start;
    }

    private string HeadingType(Heading heading)
    {
        if (ReferenceEquals(heading, _title))
        {
            return vocabulary.Title;
        }

        var level = vocabulary.TitleIsNoHeading && _title is not null ? Math.Max(1, heading.Level - 1) : heading.Level;
        return string.Create(CultureInfo.InvariantCulture, $"H{level}");
    }
}
