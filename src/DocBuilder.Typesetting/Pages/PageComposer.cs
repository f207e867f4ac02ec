using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Puts the boxes of each page at their places and gathers links and destinations.</summary>
/// <param name="upright">The page and its margins.</param>
/// <param name="direction">The direction of the book: a book that reads from right to left begins with a left-hand page.</param>
/// <param name="ruleColor">The colour of the rule above notes.</param>
/// <param name="contents">The contents, which are no text of the article's; null for none.</param>
internal sealed class PageComposer(PageGeometry upright, TextDirection direction, Color ruleColor, Contents? contents)
{
    private readonly HashSet<Node> _generated = new(contents?.Nodes ?? [], ReferenceEqualityComparer.Instance);
    private readonly PageGeometry _turned = upright.Turned;
    private readonly ImmutableArray<Page>.Builder _pages = ImmutableArray.CreateBuilder<Page>();
    private readonly ImmutableArray<Destination>.Builder _destinations = ImmutableArray.CreateBuilder<Destination>();

    private Heading? _section;

    public ImmutableArray<Page> Pages => _pages.ToImmutable();

    public ImmutableArray<Destination> Destinations => _destinations.ToImmutable();

    /// <summary>Adds a page: figures that came late at the top, then the text with the figures in it, then notes at the foot.</summary>
    /// <param name="flow">The column that the page is cut from.</param>
    /// <param name="plan">What goes on it.</param>
    /// <param name="floatGap">The room below figures at its top, in points.</param>
    /// <param name="furniture">What stands around the text.</param>
    /// <param name="isOpening">Whether the title page, or an article of a book, begins with it.</param>
    public void Add(ColumnFlow flow, PagePlan plan, double floatGap, PageFurniture furniture, bool isOpening)
    {
        var geometry = plan.IsLandscape ? _turned : upright;
        var items = ImmutableArray.CreateBuilder<PageItem>();
        var links = new LinkAreas();
        var index = _pages.Count;
        var left = geometry.Left(IsLeftHand(index));
        _section = SectionAfter(flow.Boxes, plan.Start, plan.End);
        items.AddRange(furniture.Around(index, geometry, left, _section, isOpening));
        var y = geometry.Top;
        for (var i = plan.Floats; i < plan.TopEnd; i++)
        {
            y = DrawFloat(flow.Floats[i], index, left, y + (i == plan.Floats ? 0 : floatGap), items, links);
        }

        DrawColumn(flow, plan, index, left, y, floatGap, items, links);
        DrawNotes(flow.Notes, plan, index, geometry, left, items, links);
        items.AddRange(links.Areas);
        _pages.Add(new Page(geometry.Width, geometry.Height, furniture.Label(index), items.ToImmutable()) { FirstText = FirstTextOf(flow, plan) });
    }

    private void DrawColumn(ColumnFlow flow, PagePlan plan, int page, double left, double y, double floatGap, ImmutableArray<PageItem>.Builder items, LinkAreas links)
    {
        var stretch = 1 + plan.Stretch;
        var isTop = plan.TopEnd == plan.Floats;
        var figure = plan.TopEnd;
        for (var i = plan.Start; i <= plan.End; i++)
        {
            for (; figure < plan.FloatsEnd && flow.Floats[figure].Position == i; figure++)
            {
                var above = flow.Floats[figure].Boxes[0].SpaceBefore;
                y += isTop ? 0 : i == plan.Start ? Math.Max(above, floatGap) : above * stretch;
                y = DrawFloat(flow.Floats[figure], page, left, y, items, links);
                isTop = false;
            }

            if (i < plan.End)
            {
                y = DrawBox(flow.Boxes, i, plan, left, y, isTop ? 0 : i == plan.Start ? Math.Max(flow.Boxes[i].SpaceBefore, floatGap) : flow.Boxes[i].SpaceBefore * stretch, page, items, links);
                isTop = false;
            }
        }
    }

    private double DrawBox(IReadOnlyList<VerticalBox> boxes, int i, PagePlan plan, double left, double y, double space, int page, ImmutableArray<PageItem>.Builder items, LinkAreas links)
    {
        var box = boxes[i];
        if (i == plan.Start)
        {
            // The space below figures at the top is none of the block's.
            y += space;
            space = 0;
            foreach (var row in box.RepeatedHead?.Boxes ?? [])
            {
                Draw(row, left, y, items, links);
                y += row.Height;
            }
        }

        DrawSideRules(boxes, i, i == plan.Start, i + 1 == plan.End, left, y, space, items);
        return DrawAnchored(box, page, left, y + space, items, links);
    }

    private double DrawFloat(FloatingFigure figure, int page, double left, double y, ImmutableArray<PageItem>.Builder items, LinkAreas links)
    {
        for (var i = 0; i < figure.Boxes.Count; i++)
        {
            y = DrawAnchored(figure.Boxes[i], page, left, y + (i == 0 ? 0 : figure.Boxes[i].SpaceBefore), items, links);
        }

        return y;
    }

    /// <summary>Notes end where the text area ends, whatever room there is above; a short rule tells them from the text.</summary>
    private void DrawNotes(NoteStream notes, PagePlan plan, int page, PageGeometry geometry, double columnLeft, ImmutableArray<PageItem>.Builder items, LinkAreas links)
    {
        if (plan.NoteStart == plan.NoteEnd)
        {
            return;
        }

        const double ruleWidth = 72;
        const double thickness = 0.6;
        var isRightToLeft = direction == TextDirection.RightToLeft;
        var left = columnLeft + (isRightToLeft ? geometry.ContentWidth - upright.ContentWidth : 0);
        var y = geometry.Top + geometry.ContentHeight - notes.HeightOf(plan.NoteStart, plan.NoteEnd);
        var ruleX = isRightToLeft ? columnLeft + geometry.ContentWidth - ruleWidth : left;
        items.Add(new FilledBox(ContentOwner.Of(ArtifactKind.Layout), new Box(ruleX, y + (notes.Separator * 0.6), ruleWidth, thickness), ruleColor));
        y += notes.Separator;
        for (var i = plan.NoteStart; i < plan.NoteEnd; i++)
        {
            var space = i == plan.NoteStart ? 0 : notes.Boxes[i].SpaceBefore;
            DrawSideRules(notes.Boxes, i, i == plan.NoteStart, i + 1 == plan.NoteEnd, left, y, space, items);
            y = DrawAnchored(notes.Boxes[i], page, left, y + space, items, links);
        }
    }

    private double DrawAnchored(VerticalBox box, int page, double left, double y, ImmutableArray<PageItem>.Builder items, LinkAreas links)
    {
        _destinations.AddRange(box.Anchors.Select(node => new Destination(node, page, left, y)));
        Draw(box, left, y, items, links);
        return y + box.Height;
    }

    private TextPosition? FirstTextOf(ColumnFlow flow, PagePlan plan)
    {
        for (var i = plan.Start; i < plan.End; i++)
        {
            foreach (var piece in flow.Boxes[i].Pieces)
            {
                if (piece.Item.Owner.Node is { } node && !_generated.Contains(node))
                {
                    return new TextPosition(node, piece.Item is TextFragment fragment ? fragment.TextStart : 0);
                }
            }
        }

        return null;
    }

    /// <summary>The last section that began on or before a page.</summary>
    private Heading? SectionAfter(IReadOnlyList<VerticalBox> boxes, int start, int end)
    {
        const int sectionLevel = 2;
        for (var i = end - 1; i >= start; i--)
        {
            if (boxes[i].Anchors.OfType<Heading>().LastOrDefault(static heading => heading.Level == sectionLevel) is { } heading)
            {
                return heading;
            }
        }

        return _section;
    }

    private bool IsLeftHand(int index) => (index % 2 == 0) == (direction == TextDirection.RightToLeft);

    private static void Draw(VerticalBox box, double left, double y, ImmutableArray<PageItem>.Builder items, LinkAreas links)
    {
        foreach (var piece in box.Pieces)
        {
            var item = piece.Item.Moved(left, y);
            items.Add(item);
            if (piece.Target is not null)
            {
                links.Add(piece.Target, AreaOf(item, piece.Width));
            }
        }
    }

    /// <summary>A rule shared with the box before goes through the space between the two; one cut by the page's edge reaches over by its overhang.</summary>
    private static void DrawSideRules(IReadOnlyList<VerticalBox> boxes, int index, bool isFirst, bool isLast, double left, double y, double space, ImmutableArray<PageItem>.Builder items)
    {
        var box = boxes[index];
        foreach (var rule in box.SideRules)
        {
            var continues = index > 0 && HasRule(boxes[index - 1], rule.Block);
            var goesOn = index + 1 < boxes.Count && HasRule(boxes[index + 1], rule.Block);
            var top = (continues && !isFirst ? y : y + space) - (continues && isFirst ? rule.Overhang : 0);
            var bottom = y + space + box.Height + (goesOn && isLast ? rule.Overhang : 0);
            items.Add(new FilledBox(ContentOwner.Of(rule.Artifact), new Box(left + rule.X, top, rule.Width, bottom - top), rule.Fill));
        }
    }

    private static bool HasRule(VerticalBox box, Block block)
    {
        foreach (var rule in box.SideRules)
        {
            if (ReferenceEquals(rule.Block, block))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What can be pressed: the height of the letters, or the picture.</summary>
    private static Box AreaOf(PageItem item, double width)
    {
        if (item is PlacedImage image)
        {
            return image.Box;
        }

        var fragment = (TextFragment)item;
        double ascent = 0, descent = 0;
        foreach (var run in fragment.Runs)
        {
            ascent = Math.Max(ascent, run.Size * run.Face.Ascender / run.Face.UnitsPerEm);
            descent = Math.Max(descent, run.Size * -run.Face.Descender / run.Face.UnitsPerEm);
        }

        return new Box(fragment.X, fragment.Y - ascent, width, ascent + descent);
    }

    /// <summary>The links of a page, each with a box for every line it touches.</summary>
    private sealed class LinkAreas
    {
        private readonly List<(Node Target, List<Box> Boxes)> _links = [];
        private readonly Dictionary<Node, List<Box>> _boxes = new(ReferenceEqualityComparer.Instance);

        public IEnumerable<LinkArea> Areas => _links.Select(l => new LinkArea(l.Target, [.. l.Boxes]));

        public void Add(Node target, Box area)
        {
            if (!_boxes.TryGetValue(target, out var boxes))
            {
                boxes = [area];
                _boxes.Add(target, boxes);
                _links.Add((target, boxes));
                return;
            }

            var last = boxes[^1];
            var apart = Math.Abs(((area.Y + area.Bottom) / 2) - ((last.Y + last.Bottom) / 2));
            var isSameLine = apart < Math.Min(area.Height, last.Height) / 2;
            if (isSameLine)
            {
                var left = Math.Min(last.X, area.X);
                var top = Math.Min(last.Y, area.Y);
                boxes[^1] = new Box(left, top, Math.Max(last.Right, area.Right) - left, Math.Max(last.Bottom, area.Bottom) - top);
            }
            else
            {
                boxes.Add(area);
            }
        }
    }
}
