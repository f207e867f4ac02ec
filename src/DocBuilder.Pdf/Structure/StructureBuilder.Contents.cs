using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <content>The contents (ISO 32000-1 Table 333, TOC and TOCI): entries nested as their headings are.</content>
internal sealed partial class StructureBuilder
{
    private void AddWithContents(StructureElement root, ImmutableArray<Block> blocks, Contents? contents)
    {
        var before = contents?.After ?? blocks.Length;
        AddSections(root, 1, blocks[..before]);
        if (contents is not null)
        {
            // No heading of the article, so no H2: every heading has a bookmark.
            AddInlines(Child(root, "P", contents.Title), contents.Title.Inlines);
            AddContents(root, contents);
        }

        AddSections(root, 1, blocks[before..]);
    }

    private void AddContents(StructureElement parent, Contents contents)
    {
        // Each level's list with the entry that a list of the next level goes into.
        var lists = new Stack<(StructureElement List, int Level)>();
        StructureElement? item = null;
        foreach (var entry in contents.Entries)
        {
            while (lists.Count > 1 && lists.Peek().Level > entry.Heading.Level)
            {
                lists.Pop();
            }

            if (lists.Count == 0 || lists.Peek().Level < entry.Heading.Level)
            {
                lists.Push((Child(item ?? parent, "TOC", contents.Title), entry.Heading.Level));
            }

            item = Child(lists.Peek().List, "TOCI", entry.Link);
            AddEntry(item, entry);
        }
    }

    private void AddEntry(StructureElement item, ContentsEntry entry)
    {
        var link = AddReference(item, entry.Link);
        AddInlines(link, entry.Link.Inlines);
        // A sequence of its own: shown in one with the words, readers that go from left to right would say the number first.
        link.Kids.Add(new ContentSlot(link));
        AddInline(link, entry.Folio);
        _references.Add((item, entry.Heading));
    }
}
