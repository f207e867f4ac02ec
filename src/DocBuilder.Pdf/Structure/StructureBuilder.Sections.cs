using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Structure;

/// <content>Sections: a heading below the title and all that belongs under it are one Sect (ISO 32000-1 Table 333).</content>
internal sealed partial class StructureBuilder
{
    /// <summary>An article of a book (ISO 32000-1 Table 333, Art): its title is a heading of level 2.</summary>
    private void AddArticle(StructureElement root, Section section)
    {
        const int titleLevel = 2;
        var article = Append(root, new StructureElement("Art", root));
        if (LanguageTag.IsKnown(section.Language) && section.Language != LanguageOf(article))
        {
            article.Language = section.Language;
        }

        if (section.Direction != DirectionOf(article))
        {
            article.WritingMode = section.Direction;
        }

        AddSections(article, titleLevel, section.Blocks);
    }

    /// <param name="root">What the sections are in.</param>
    /// <param name="rootLevel">The level of the heading that stands over all of it.</param>
    /// <param name="blocks">The blocks.</param>
    private void AddSections(StructureElement root, int rootLevel, ImmutableArray<Block> blocks)
    {
        var sections = new Stack<(StructureElement Element, int Level)>([(root, rootLevel)]);
        var notes = NotesAtTheEnd(blocks);
        for (var i = 0; i < blocks.Length; i++)
        {
            var level = blocks[i] is Heading heading ? heading.Level : i == notes ? rootLevel : int.MaxValue;
            while (sections.Count > 1 && sections.Peek().Level >= level)
            {
                sections.Pop();
            }

            if (level > rootLevel && level < int.MaxValue)
            {
                var parent = sections.Peek().Element;
                sections.Push((Append(parent, new StructureElement("Sect", parent)), level));
            }

            AddBlock(sections.Peek().Element, blocks[i]);
        }
    }

    /// <summary>Where the notes begin that end an article: they belong to all of it and not to its last section.</summary>
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
