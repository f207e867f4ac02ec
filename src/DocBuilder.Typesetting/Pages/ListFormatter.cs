using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Lists and notes: blocks with a marker that hangs at the side where reading starts.</summary>
internal sealed class ListFormatter(BlockFormatter blocks, ParagraphSetter paragraphs, LineBoxes lines, Theme theme, NumberingSystem numbering)
{
    /// <summary>The room between a marker and its item, in ems.</summary>
    private const double MarkerGap = 0.5;

    /// <summary>The narrowest that indents may leave the text, in ems.</summary>
    private const double NarrowestText = 9;

    /// <summary>The same in a cell, where items are words more often than sentences.</summary>
    private const double NarrowestTextInCell = 3.5;

    public VerticalList Format(List list, BlockContext column)
    {
        var markers = list.Items.Select(item => ListMarkers.Format(list.Marker, item.Ordinal, numbering, list.Language, column.OrderedDepth)).ToList();
        var gap = column.Style.Size * MarkerGap;
        var indent = IndentFor(WidestOf(markers, list, column.Style) + gap, column);
        var inner = column.Indent(list.Direction, indent) with { IsDense = true, OrderedDepth = column.OrderedDepth + (list.IsOrdered ? 1 : 0) };
        var space = blocks.BlockSpace(column, list.Language);
        var isLoose = list.Items.Any(item => item.Blocks.Length > 1 && item.Blocks.Any(b => b is not (Paragraph or List)));
        var result = new VerticalList(space, space);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var boxes = blocks.Format(item.Blocks, inner);
            Mark(boxes, markers[i], item, column, indent - gap, list.Direction, column.Style);
            AddAnchor(boxes, item);
            result.Append(boxes, isLoose ? space : space * 0.35);
        }

        return result;
    }

    public VerticalList Format(DescriptionList list, BlockContext column)
    {
        var space = blocks.BlockSpace(column, list.Language);
        var result = new VerticalList(space, space);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var inner = item.IsTerm
                ? column with { Style = column.Style with { IsBold = true }, Alignment = LineAlignment.Start }
                : column.Indent(list.Direction, column.Style.Size * theme.Indent);
            var boxes = blocks.Format(item.Blocks, inner);
            AddAnchor(boxes, item);
            result.Append(boxes, item.IsTerm ? space : space * 0.2);
            result.KeepWithNext |= item.IsTerm;
        }

        result.KeepWithNext = false;
        return result;
    }

    public VerticalList Format(NoteList notes, BlockContext column)
    {
        var space = blocks.BlockSpace(column, notes.Language);
        var result = new VerticalList(space, space);
        foreach (var note in notes.Notes)
        {
            result.Append(Format(note, column), space * 0.3);
        }

        return result;
    }

    public VerticalList Format(Note note, BlockContext column)
    {
        var style = column.Style with { Size = theme.Reduced(column.Style.Size, theme.SmallSize) };
        var gap = style.Size * MarkerGap;
        var indent = IndentFor(paragraphs.Measure(note.Label, note.Language, note.Direction, style) + gap, column with { Style = style });
        var boxes = blocks.Format(note.Blocks, (column with { Style = style, IsDense = true }).Indent(note.Direction, indent));
        Mark(boxes, note.Label, note, column, indent - gap, note.Direction, style);
        AddAnchor(boxes, note);
        return boxes;
    }

    /// <summary>The theme's indent, or more for a wide marker; less where lists in lists have used up the column, and none when not even the marker has room.</summary>
    private double IndentFor(double marker, BlockContext column)
    {
        var room = column.Width - Math.Max(BlockContext.NarrowestColumn, column.Style.Size * (column.IsCell ? NarrowestTextInCell : NarrowestText));
        var wanted = Math.Max(column.Style.Size * theme.Indent, marker);
        return wanted <= room ? wanted : marker <= room ? marker : 0;
    }

    private double WidestOf(List<string> markers, List list, TextStyle style) =>
        markers.Where(m => m.Length > 0).GroupBy(m => m.Length).Select(g => paragraphs.Measure(g.First(), list.Language, list.Direction, style)).DefaultIfEmpty(0).Max();

    /// <summary>Sets the marker on the first line of its item, or on a line of its own above what is no line.</summary>
    private void Mark(VerticalList boxes, string marker, Node owner, BlockContext column, double width, TextDirection direction, TextStyle style)
    {
        if (marker.Length == 0)
        {
            return;
        }

        var hangs = width > 0;
        var left = hangs && direction == TextDirection.RightToLeft ? column.Right - width : column.Left;
        var line = paragraphs.Set(marker, ContentOwner.Of(owner, ContentPart.Label), owner.Language, direction, style, left, hangs ? width : column.Width, hangs ? LineAlignment.End : LineAlignment.Start);
        if (owner is Note)
        {
            // The mark of a note can be pressed, as that of its call can.
            line = [.. line.Select(part => part with { Pieces = [.. part.Pieces.Select(piece => piece with { Target = owner })] })];
        }

        if (hangs && boxes.Boxes.FirstOrDefault() is { Baseline: { } baseline } first)
        {
            first.Pieces.InsertRange(0, line[0].Pieces.Select(p => p.Moved(0, baseline)));
            return;
        }

        var alone = new VerticalList();
        lines.Add(alone, line, style, owner.Language);
        if (boxes.Boxes.Count > 0)
        {
            boxes.Boxes[0].KeepWithPrevious = true;
        }

        boxes.Boxes.InsertRange(0, alone.Boxes);
        boxes.KeepWithNext &= boxes.Boxes.Count > alone.Boxes.Count;
    }

    private static void AddAnchor(VerticalList boxes, Node node)
    {
        if (node.Anchor is not null)
        {
            boxes.Boxes.FirstOrDefault()?.Anchors.Insert(0, node);
        }
    }
}
