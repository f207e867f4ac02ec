using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <summary>Builds the structure tree from the model, in reading order: blocks here, inline content in the other part.</summary>
/// <param name="links">The links, note references and notes that the pages have annotations for.</param>
/// <param name="vocabulary">What the version of PDF calls things.</param>
internal sealed partial class StructureBuilder(IReadOnlySet<Node> links, StructureVocabulary vocabulary)
{
    private StructureTree _tree = new(new StructureElement("Document", null));
    private Heading? _title;
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
        _title = document.Blocks is [Heading { Level: 1 } title, ..] ? title : null;
        foreach (var section in document.Sections())
        {
            if (section.Part is null)
            {
                AddWithContents(root, section.Blocks, contents);
            }
            else
            {
                AddArticle(root, section);
            }
        }

        ConnectReferences();
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
        _tree.PlaceNode(block, parent);
        switch (block)
        {
            case Heading heading:
                AddInlines(Child(parent, HeadingType(heading), heading), heading.Inlines);
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
                AddBlocks(Child(parent, vocabulary.Aside, aside), aside.Blocks);
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
        element.ListNumbering = vocabulary.NumberingOf(list.Marker);
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
        element.ListNumbering = list.Items.Any(static item => item.IsTerm) ? vocabulary.Descriptions : null;
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

    /// <summary>
    /// A kid for a node, where the containment rules put it: as it is, inside a Sect of its own, or not at all (then the parent itself
    /// takes the content).
    /// </summary>
    private StructureElement Child(StructureElement parent, string type, Node node, bool holdsPlace = false)
    {
        var container = parent.Container.Type;
        var rules = vocabulary.Containment;
        if (type != "Div" && !rules.Allows(container, type))
        {
            if (!rules.Allows(container, "Sect") || !rules.Allows("Sect", type))
            {
                return parent;
            }

            parent = Append(parent, new StructureElement("Sect", parent));
        }

        var element = Append(parent, new StructureElement(type, parent) { HoldsPlace = holdsPlace, Source = node });
        _tree.PlaceElement(node, element);
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
