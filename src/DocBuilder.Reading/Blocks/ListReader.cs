using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>Reads lists: their marks, their numbers, and items that the source left without <c>li</c>.</summary>
internal sealed class ListReader(ArticleState state, ContentReader content)
{
    public void Read(IElement element, Flow flow, ReadContext context)
    {
        var isOrdered = element.LocalName == "ol";
        var marker = MarkerOf(element, isOrdered, context.ListDepth);
        var inner = isOrdered ? context : context with { ListDepth = context.ListDepth + 1 };
        var items = new List<(ListItem Item, int? Value)>();
        var loose = state.BlockFlow(inner, flow);
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement li && li.LocalName == "li")
            {
                AddLoose(loose.Finish(), items, inner, element);
                loose = state.BlockFlow(inner, flow);
                if (!state.IsLeftOut(li) && !state.Pages.TryRead(li) && !state.TitleBlock.TryTake(li, content, inner))
                {
                    AddItem(li, items, flow, inner);
                }
            }
            else
            {
                content.Read(child, loose, inner);
            }
        }

        AddLoose(loose.Finish(), items, inner, element);
        // An item that says nothing is not written, but it counts.
        var said = items.FindAll(static item => item.Item.Blocks.Length > 0);
        if (said.Count == 0)
        {
            return;
        }

        // All items may have turned out to be notes.
        if (said.TrueForAll(static item => item.Item.Blocks is [NoteList]))
        {
            foreach (var note in said)
            {
                NoteReader.Append(flow, (NoteList)note.Item.Blocks[0]);
            }

            return;
        }

        flow.Add(new List
        {
            Marker = marker,
            Items = [.. Number(items, element, marker).Where(static item => item.Blocks.Length > 0)],
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(element),
            Anchor = state.Anchors.Of(element),
        });
    }

    public void ReadDescriptions(IElement element, Flow flow, ReadContext context)
    {
        var items = ImmutableArray.CreateBuilder<DescriptionItem>();
        AddDescriptions(element, items, flow, context);
        if (items.Count == 0)
        {
            // Its elements said nothing. They are not read again: in lists in lists that would double the work at every depth.
            ReadLooseTexts(element, flow, context);
            return;
        }

        flow.Add(new DescriptionList
        {
            Items = items.ToImmutable(),
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(element),
            Anchor = state.Anchors.Of(element),
        });
    }

    private void AddItem(IElement li, List<(ListItem Item, int? Value)> items, Flow flow, ReadContext outer)
    {
        var context = state.Contexts.Enter(li, outer, isBlock: true);
        ImmutableArray<Block> blocks;
        if (state.Notes.IsNote(li))
        {
            var notes = state.BlockFlow(outer, flow);
            content.Read(li, notes, outer);
            blocks = notes.Finish();
        }
        else
        {
            blocks = content.ReadBlocks(li, context, flow);
        }

        var value = int.TryParse(li.Attribute("value"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        items.Add((new ListItem
        {
            Blocks = blocks,
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(li),
            Anchor = state.Notes.IsNote(li) ? null : state.Anchors.Of(li),
        }, value));
    }

    // A list that stands directly in a list belongs to the item before it; other loose content is an item of its own.
    private void AddLoose(ImmutableArray<Block> blocks, List<(ListItem Item, int? Value)> items, ReadContext context, IElement list)
    {
        if (blocks.Length == 0)
        {
            return;
        }

        if (items.Count > 0 && blocks.All(static block => block is List))
        {
            var (item, value) = items[^1];
            items[^1] = (item with { Blocks = item.Blocks.AddRange(blocks) }, value);
            return;
        }

        items.Add((new ListItem
        {
            Blocks = blocks,
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(list),
        }, null));
    }

    private static ImmutableArray<ListItem> Number(List<(ListItem Item, int? Value)> items, IElement element, ListMarker marker)
    {
        if (marker is ListMarker.Disc or ListMarker.Circle or ListMarker.Square or ListMarker.None)
        {
            return [.. items.Select(static item => item.Item)];
        }

        var step = element.Has("reversed") ? -1 : 1;
        var ordinal = int.TryParse(element.Attribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var start)
            ? start : step > 0 ? 1 : items.Count;
        var numbered = ImmutableArray.CreateBuilder<ListItem>(items.Count);
        foreach (var (item, value) in items)
        {
            ordinal = value ?? ordinal;
            numbered.Add(item with { Ordinal = ordinal });
            ordinal = unchecked(ordinal + step);
        }

        return numbered.ToImmutable();
    }

    private static ListMarker MarkerOf(IElement element, bool isOrdered, int depth)
    {
        var style = element.Attribute("style");
        var asked = InlineStyles.Value(style, "list-style-type") ?? FirstKnown(InlineStyles.Value(style, "list-style"));
        if (Named(asked) is { } named)
        {
            return named;
        }

        if (Tokens.HasClass(element, "abjad", "arabic-abjad", "list-abjad"))
        {
            return ListMarker.Abjad;
        }

        if (!isOrdered && IsOfTasks(element))
        {
            return ListMarker.None;
        }

        return element.Attribute("type") switch
        {
            "1" => ListMarker.Decimal,
            "a" => ListMarker.LowerAlpha,
            "A" => ListMarker.UpperAlpha,
            "i" => ListMarker.LowerRoman,
            "I" => ListMarker.UpperRoman,
            { } type when !isOrdered && Named(type.ToLowerInvariant()) is { } old => old,
            _ => isOrdered ? ListMarker.Decimal : depth switch { 0 => ListMarker.Disc, 1 => ListMarker.Circle, _ => ListMarker.Square },
        };
    }

    /// <summary>Whether every item begins with a box that says whether it is done, which marks it well enough.</summary>
    private static bool IsOfTasks(IElement list)
    {
        var items = list.Children.Where(static child => child.LocalName == "li").ToList();
        return items.Count > 0 && items.TrueForAll(static item => FirstOf(item) is IElement { LocalName: "input" } box && box.Has("disabled") && box.Attribute("type")?.ToLowerInvariant() is "checkbox" or "radio");

        static INode? FirstOf(INode parent)
        {
            var first = parent.ChildNodes.FirstOrDefault(static node => node is not IText text || !string.IsNullOrWhiteSpace(text.Data));
            return first is IElement { LocalName: "p" or "label" } ? FirstOf(first) : first;
        }
    }

    private static string? FirstKnown(string? shorthand) =>
        shorthand?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(static word => Named(word) is not null);

    // CSS Counter Styles 3, with the Arabic-script styles of W3C's Ready-made Counter Styles. Digits follow the article's own.
    private static ListMarker? Named(string? style) => style?.Trim('"', '\'') switch
    {
        "none" => ListMarker.None,
        "disc" => ListMarker.Disc,
        "circle" => ListMarker.Circle,
        "square" => ListMarker.Square,
        "decimal" or "decimal-leading-zero" or "arabic-indic" or "persian" or "urdu" or "hebrew" => ListMarker.Decimal,
        "lower-alpha" or "lower-latin" or "lower-greek" => ListMarker.LowerAlpha,
        "upper-alpha" or "upper-latin" => ListMarker.UpperAlpha,
        "lower-roman" => ListMarker.LowerRoman,
        "upper-roman" => ListMarker.UpperRoman,
        "abjad" or "arabic-abjad" or "persian-abjad" or "maghrebi-abjad" or "alphabetic-abjad" => ListMarker.Abjad,
        _ => null,
    };

    private void AddDescriptions(IElement element, ImmutableArray<DescriptionItem>.Builder items, Flow flow, ReadContext outer)
    {
        foreach (var child in element.Children)
        {
            if (state.IsLeftOut(child) || state.Pages.TryRead(child) || state.TitleBlock.TryTake(child, content, outer))
            {
                continue;
            }

            var context = state.Contexts.Enter(child, outer, isBlock: true);
            if (child.LocalName == "div")
            {
                AddDescriptions(child, items, flow, context);
                continue;
            }

            var isItem = child.LocalName is "dt" or "dd" && !state.Notes.IsNote(child);
            var blocks = isItem ? content.ReadBlocks(child, context, flow) : ReadWhole(child, flow, outer);
            if (blocks.Length > 0)
            {
                items.Add(new DescriptionItem
                {
                    IsTerm = child.LocalName == "dt",
                    Blocks = blocks,
                    Language = context.Language,
                    Direction = context.Direction,
                    Position = state.Page.PositionOf(child),
                    Anchor = isItem ? state.Anchors.Of(child) : null,
                });
            }
        }
    }

    private void ReadLooseTexts(IElement parent, Flow flow, ReadContext context)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText)
            {
                content.Read(node, flow, context);
            }
            else if (node is IElement { LocalName: "div" } group && !state.IsLeftOut(group))
            {
                ReadLooseTexts(group, flow, context);
            }
        }
    }

    /// <summary>Reads a note, or what should not stand in a list, as it would be read elsewhere.</summary>
    private ImmutableArray<Block> ReadWhole(IElement element, Flow flow, ReadContext context)
    {
        var notes = state.BlockFlow(context, flow);
        content.Read(element, notes, context);
        return notes.Finish();
    }
}
