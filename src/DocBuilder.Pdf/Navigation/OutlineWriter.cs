using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Navigation;

/// <summary>Writes the bookmarks: the headings in the order in which they stand, nested by level (ISO 32000-1 12.3.3).</summary>
internal sealed class OutlineWriter(PdfFile file, DestinationList destinations)
{
    /// <summary>Levels that are seen without opening anything.</summary>
    private const int OpenLevels = 2;

    /// <summary>Writes the outline; null when no heading is on a page.</summary>
    public ObjectId? Write(PageSet pages)
    {
        var root = new Item(null, default, 0, file.Reserve());
        var path = new Stack<Item>([root]);
        foreach (var destination in pages.Destinations.DistinctBy(static d => d.Node, ReferenceEqualityComparer.Instance))
        {
            if (destination.Node is not Heading heading || InlineText.Of(heading.Inlines) is not { Length: > 0 } title)
            {
                continue;
            }

            while (path.Count > 1 && path.Peek().Level >= heading.Level)
            {
                path.Pop();
            }

            var item = new Item(title, destination, heading.Level, file.Reserve());
            path.Peek().Kids.Add(item);
            path.Push(item);
        }

        if (root.Kids.Count == 0)
        {
            WriteEmpty(root);
            return null;
        }

        WriteItem(root, null, null, null, 0);
        return root.Id;
    }

    /// <summary>The object was reserved: it must be something.</summary>
    private void WriteEmpty(Item root)
    {
        file.Begin(root.Id).Null();
        file.End();
    }

    private void WriteItem(Item item, Item? parent, Item? previous, Item? next, int depth)
    {
        var w = file.Begin(item.Id).BeginDictionary();
        if (item.Title is null)
        {
            w.Name("Type"u8).Name("Outlines"u8);
        }
        else
        {
            w.Name("Title"u8).Text(item.Title).Name("Parent"u8).Reference(parent!.Id);
            destinations.WriteTarget(w, item.Place, null);
        }

        Link("Prev"u8, previous);
        Link("Next"u8, next);
        if (item.Kids.Count > 0)
        {
            Link("First"u8, item.Kids[0]);
            Link("Last"u8, item.Kids[^1]);
            w.Name("Count"u8).Integer(depth < OpenLevels ? Visible(item, depth) : -Visible(item, depth));
        }

        w.EndDictionary();
        file.End();
        for (var i = 0; i < item.Kids.Count; i++)
        {
            WriteItem(item.Kids[i], item, i > 0 ? item.Kids[i - 1] : null, i + 1 < item.Kids.Count ? item.Kids[i + 1] : null, depth + 1);
        }

        void Link(ReadOnlySpan<byte> key, Item? other)
        {
            if (other is not null)
            {
                w.Name(key).Reference(other.Id);
            }
        }
    }

    /// <summary>How many items are seen below one when it is open.</summary>
    private static int Visible(Item item, int depth) =>
        item.Kids.Count + (depth + 1 < OpenLevels ? item.Kids.Sum(kid => Visible(kid, depth + 1)) : 0);

    private sealed record Item(string? Title, Destination Place, int Level, ObjectId Id)
    {
        public List<Item> Kids { get; } = [];
    }
}
