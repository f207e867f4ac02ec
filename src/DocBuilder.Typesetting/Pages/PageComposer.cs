using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Puts the boxes of each page at their places and gathers links and destinations.</summary>
/// <param name="upright">The page and its margins.</param>
/// <param name="direction">The direction of the book: a book that reads from right to left begins with a left-hand page.</param>
internal sealed class PageComposer(PageGeometry upright, TextDirection direction)
{
    private readonly PageGeometry _turned = upright.Turned;
    private readonly ImmutableArray<Page>.Builder _pages = ImmutableArray.CreateBuilder<Page>();
    private readonly ImmutableArray<Destination>.Builder _destinations = ImmutableArray.CreateBuilder<Destination>();

    private Heading? _section;

    public ImmutableArray<Page> Pages => _pages.ToImmutable();

    public ImmutableArray<Destination> Destinations => _destinations.ToImmutable();

    /// <summary>Adds a page with the boxes from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Add(IReadOnlyList<VerticalBox> boxes, int start, int end, PageFurniture furniture)
    {
        var geometry = boxes[start].IsLandscape ? _turned : upright;
        var items = ImmutableArray.CreateBuilder<PageItem>();
        var links = new LinkAreas();
        var index = _pages.Count;
        var left = geometry.Left(IsLeftHand(index));
        _section = SectionAfter(boxes, start, end);
        items.AddRange(furniture.Around(index, geometry, left, _section));
        var y = geometry.Top;
        if (boxes[start].RepeatedHead is { } head)
        {
            foreach (var row in head.Boxes)
            {
                Draw(row, left, y, items, links);
                y += row.Height;
            }
        }

        for (var i = start; i < end; i++)
        {
            var box = boxes[i];
            var space = i == start ? 0 : box.SpaceBefore;
            DrawSideRules(boxes, i, i == start, i + 1 == end, left, y, space, items);
            y += space;
            _destinations.AddRange(box.Anchors.Select(node => new Destination(node, index, left, y)));
            Draw(box, left, y, items, links);
            y += box.Height;
        }

        items.AddRange(links.Areas);
        _pages.Add(new Page(geometry.Width, geometry.Height, furniture.Label(index), items.ToImmutable()));
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
