using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <summary>Builds the structure tree from the model, in reading order: blocks here, inline content in the other part.</summary>
/// <param name="links">The links and note references that the pages have annotations for.</param>
internal sealed partial class StructureBuilder(IReadOnlySet<Node> links)
{
    private readonly Dictionary<string, string> _cellIds = new(StringComparer.Ordinal);
    private StructureTree _tree = new(new StructureElement("Document", null));
    private int _noteCount;

    /// <summary>The tree of a document; its languages and directions are written where they change.</summary>
    /// <param name="document">The document.</param>
    /// <param name="contents">The contents that its edition adds; null for none.</param>
    public StructureTree Build(Document document, Contents? contents = null)
    {
        var root = new StructureElement("Document", null) { Language = document.Language };
        if (document.Direction == TextDirection.RightToLeft)
        {
            root.WritingMode = TextDirection.RightToLeft;
        }

        _tree = new StructureTree(root);
        var before = contents?.After ?? document.Blocks.Length;
        AddBlocks(root, document.Blocks[..before]);
        if (contents is not null)
        {
            // No heading of the article, so no H2: every heading has a bookmark.
            AddInlines(Child(root, "P", contents.Title), contents.Title.Inlines);
            AddContents(root, contents);
        }

        AddBlocks(root, document.Blocks[before..]);
        return _tree;
    }

    private void AddBlocks(StructureElement parent, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            AddBlock(parent, block);
        }
    }

    /// <summary>The blocks of something that may hold words itself: a single paragraph needs no P of its own.</summary>
    private void AddBlocksOrWords(StructureElement parent, ImmutableArray<Block> blocks)
    {
        if (blocks is [Paragraph { Role: ParagraphRole.Body } paragraph])
        {
            Inherit(parent, paragraph);
            AddInlines(parent, paragraph.Inlines);
        }
        else
        {
            AddBlocks(parent, blocks);
        }
    }

    private void AddBlock(StructureElement parent, Block block)
    {
        switch (block)
        {
            case Heading heading:
                AddInlines(Child(parent, string.Create(CultureInfo.InvariantCulture, $"H{heading.Level}"), heading), heading.Inlines);
                break;
            case Paragraph paragraph:
                AddInlines(Child(parent, "P", paragraph), paragraph.Inlines);
                break;
            case List list:
                AddList(parent, list);
                break;
            case DescriptionList list:
                AddDescriptions(parent, list);
                break;
            case BlockQuote quote:
                AddBlocks(Child(parent, "BlockQuote", quote), quote.Blocks);
                break;
            case Aside aside:
                AddBlocks(Child(parent, "Sect", aside), aside.Blocks);
                break;
            case Details details:
                AddDetails(parent, details);
                break;
            case CodeBlock code:
                AddInlines(Child(Child(parent, "P", code), "Code", code), code.Inlines);
                break;
            case Verse verse:
                AddVerse(parent, verse);
                break;
            case Figure figure:
                AddFigure(parent, figure);
                break;
            case ImageBlock image:
                AddImage(parent, image.Image, isBlock: true);
                break;
            case MathBlock math:
                AddFormula(parent, math.Expression, isBlock: true);
                break;
            case Table table:
                AddTable(parent, table);
                break;
            case NoteList notes:
                foreach (var note in notes.Notes)
                {
                    AddNote(parent, note);
                }

                break;
            case Note note:
                AddNote(parent, note);
                break;
            case ThematicBreak:
                break;
            default:
                throw new InvalidOperationException($"The structure tree has no place for a {block.GetType().Name}.");
        }
    }

    private void AddList(StructureElement parent, List list)
    {
        var element = Child(parent, "L", list);
        element.ListNumbering = list.Marker switch
        {
            ListMarker.None => null,
            // PDF 1.7 knows no Arabic letters; what matters to a reader is that letters count.
            ListMarker.Abjad => nameof(ListMarker.LowerAlpha),
            var marker => marker.ToString(),
        };
        foreach (var item in list.Items)
        {
            var li = Child(element, "LI", item);
            AddContent(Child(li, "Lbl", item), item, ContentPart.Label);
            AddBlocksOrWords(Child(li, "LBody", item), item.Blocks);
        }
    }

    private void AddDescriptions(StructureElement parent, DescriptionList list)
    {
        var element = Child(parent, "L", list);
        StructureElement? item = null, body = null;
        foreach (var part in list.Items)
        {
            if (item is null || (part.IsTerm && body is not null))
            {
                item = Child(element, "LI", part);
                body = null;
            }

            if (part.IsTerm && part.Blocks.All(static block => block is Paragraph or Heading))
            {
                var label = Child(item, "Lbl", part);
                foreach (var block in part.Blocks)
                {
                    AddInlines(label, block is Paragraph paragraph ? paragraph.Inlines : ((Heading)block).Inlines);
                }
            }
            else if (body is null)
            {
                body = Child(item, "LBody", part);
                if (list.Items.Length > 1 && IsFollowedByDescription(list, part))
                {
                    AddBlocks(body, part.Blocks);
                }
                else
                {
                    AddBlocksOrWords(body, part.Blocks);
                }
            }
            else
            {
                AddBlocks(body, part.Blocks);
            }
        }
    }

    private static bool IsFollowedByDescription(DescriptionList list, DescriptionItem item)
    {
        var next = list.Items.IndexOf(item) + 1;
        return next < list.Items.Length && !list.Items[next].IsTerm;
    }

    private void AddDetails(StructureElement parent, Details details)
    {
        var element = Child(parent, "Sect", details);
        AddInlines(Child(element, "P", details), details.Summary);
        AddBlocks(element, details.Blocks);
    }

    private void AddVerse(StructureElement parent, Verse verse)
    {
        var element = Child(parent, "Div", verse);
        foreach (var line in verse.Lines)
        {
            var p = Child(element, "P", line);
            foreach (var hemistich in line.Hemistichs)
            {
                AddInlines(line.Hemistichs.Length > 1 ? Child(p, "Span", hemistich) : p, hemistich.Inlines);
            }
        }
    }

    private void AddFigure(StructureElement parent, Figure figure)
    {
        var image = figure.Blocks is [ImageBlock { Image: { IsDecorative: false, Resource: not null } single }] ? single : null;
        var element = image is null ? Child(parent, "Sect", figure) : Child(parent, "Figure", figure);
        if (figure.CaptionFirst)
        {
            AddCaption(element, figure, figure.Caption);
        }

        if (image is null)
        {
            AddBlocks(element, figure.Blocks);
        }
        else
        {
            element.AlternativeText = image.AlternativeText;
            element.IsPlacedAsBlock = true;
            AddContent(element, image, ContentPart.Content);
        }

        if (!figure.CaptionFirst)
        {
            AddCaption(element, figure, figure.Caption);
        }
    }

    private void AddCaption(StructureElement parent, Block of, ImmutableArray<Block> caption)
    {
        if (!caption.IsEmpty)
        {
            AddBlocksOrWords(Child(parent, "Caption", of), caption);
        }
    }

    private void AddTable(StructureElement parent, Table table)
    {
        var element = Child(parent, "Table", table);
        AddCaption(element, table, table.Caption);
        var named = NameHeaders(table);
        foreach (var group in table.Groups)
        {
            var type = group.Kind switch { TableRowGroupKind.Head => "THead", TableRowGroupKind.Foot => "TFoot", _ => "TBody" };
            var rows = Child(element, type, group, holdsPlace: true);
            foreach (var row in group.Rows)
            {
                var tr = Child(rows, "TR", row, holdsPlace: true);
                foreach (var cell in row.Cells)
                {
                    AddCell(tr, cell, named);
                }
            }
        }
    }

    private void AddCell(StructureElement row, TableCell cell, Dictionary<string, string> named)
    {
        var element = Child(row, cell.IsHeader ? "TH" : "TD", cell, holdsPlace: true);
        if (cell.Anchor is not null && named.TryGetValue(cell.Anchor, out var id))
        {
            element.Id = id;
        }

        element.Cell = new TableCellAttributes(
            cell.IsHeader ? cell.Scope.ToString() : null,
            cell.RowSpan,
            cell.ColumnSpan,
            [.. cell.Headers.Where(named.ContainsKey).Select(anchor => named[anchor])]);
        AddBlocksOrWords(element, cell.Blocks);
    }

    /// <summary>Gives an ID to every header cell that another cell names, and only to those.</summary>
    private Dictionary<string, string> NameHeaders(Table table)
    {
        var cells = table.Groups.SelectMany(static group => group.Rows).SelectMany(static row => row.Cells).ToList();
        var wanted = cells.SelectMany(static cell => cell.Headers).ToHashSet(StringComparer.Ordinal);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (cell is { IsHeader: true, Anchor: { } anchor } && wanted.Contains(anchor))
            {
                named[anchor] = _cellIds[anchor] = string.Create(CultureInfo.InvariantCulture, $"header{_cellIds.Count + 1}");
            }
        }

        return named;
    }

    private void AddNote(StructureElement parent, Note note)
    {
        var element = Child(parent, "Note", note);
        if (element == parent)
        {
            return;
        }

        element.Id = string.Create(CultureInfo.InvariantCulture, $"note{++_noteCount}");
        element.IsPlacedAsBlock = true;
        AddContent(Child(element, "Lbl", note), note, ContentPart.Label);
        AddBlocksOrWords(element, note.Blocks);
    }

    /// <summary>
    /// A kid for a node, where the containment rules put it: as it is, inside a Sect of its own, or not at all (then the parent itself
    /// takes the content).
    /// </summary>
    private static StructureElement Child(StructureElement parent, string type, Node node, bool holdsPlace = false)
    {
        var container = parent.Container.Type;
        if (type != "Div" && !StructureContainment.Allows(container, type))
        {
            if (!StructureContainment.Allows(container, "Sect") || !StructureContainment.Allows("Sect", type))
            {
                return parent;
            }

            parent = Append(parent, new StructureElement("Sect", parent));
        }

        var element = Append(parent, new StructureElement(type, parent) { HoldsPlace = holdsPlace, Source = node });
        Inherit(element, node);
        return element;
    }

    private static StructureElement Append(StructureElement parent, StructureElement kid)
    {
        parent.Kids.Add(kid);
        return kid;
    }

    /// <summary>Writes language and direction where they differ from what the ancestors say.</summary>
    private static void Inherit(StructureElement element, Node node)
    {
        if (LanguageTag.IsKnown(node.Language) && node.Language != LanguageOf(element))
        {
            element.Language = node.Language;
        }

        if (node is Block && node.Direction != DirectionOf(element))
        {
            element.WritingMode = node.Direction;
        }
    }

    private static string? LanguageOf(StructureElement? element)
    {
        while (element is { Language: null })
        {
            element = element.Parent;
        }

        return element?.Language;
    }

    private static TextDirection DirectionOf(StructureElement? element)
    {
        while (element is { WritingMode: null })
        {
            element = element.Parent;
        }

        return element?.WritingMode ?? TextDirection.LeftToRight;
    }

    private void AddContent(StructureElement parent, Node node, ContentPart part)
    {
        if (parent.Kids is not [.., ContentSlot slot])
        {
            slot = new ContentSlot(parent);
            parent.Kids.Add(slot);
        }

        _tree.Place(node, part, slot);
    }
}
