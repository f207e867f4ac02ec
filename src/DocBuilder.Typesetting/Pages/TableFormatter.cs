using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// Tables. The head is drawn again on every page; the foot, which often sums up, stands once, at the end, so that no page shows the sum of
/// the whole under a part.
/// </summary>
internal sealed class TableFormatter(BlockFormatter blocks, ParagraphSetter paragraphs, Theme theme, double tallestBox)
{
    /// <summary>A head that takes more than this part of a page is not repeated.</summary>
    private const double TallestRepeatedHead = 0.5;

    /// <summary>A foot and the row above it that take more than this part of a page may be parted.</summary>
    private const double TallestKeptFoot = 0.25;

    /// <summary>Columns with less room than this for their content, in ems, hold nothing that can be read.</summary>
    private const double NarrowestColumn = 0.9;

    private readonly ContentWidths _widths = new(paragraphs, theme);

    public VerticalList Format(Table table, BlockContext column)
    {
        var style = column.Style with { Size = theme.Reduced(column.Style.Size, theme.SmallSize) };
        var content = new TableContent(table, style, _widths, paragraphs, column.Width);
        var fit = TableFit.Choose(content.Columns.Least, column.Width, RoomWhenTurned(column), theme.Reduced(style.Size, TableFit.SmallestScale) / style.Size);
        var room = fit.IsLandscape ? column with { Width = theme.Page.Turned.ContentWidth } : column;
        var scaled = style with { Size = style.Size * fit.Scale };
        var widths = content.Columns.Distribute(room.Width, fit.Scale, content.Cells);
        var grid = new TableGrid(table.Direction, room, scaled, widths);
        var isReadable = content.Columns.AreReadable(widths, fit.Scale, (NarrowestColumn * scaled.Size) + (2 * grid.Padding)) || content.Columns.Most * fit.Scale <= room.Width;

        var list = FormatCaption(table, room, style);
        AddGroups(list, table, isReadable ? new TableRows(blocks, theme, grid, content, fit.Scale, HeightOfPage(fit)) : new StackedRows(blocks, theme, room with { Style = scaled }, HeightOfPage(fit)), HeightOfPage(fit));
        foreach (var box in list.Boxes)
        {
            box.IsLandscape = fit.IsLandscape;
        }

        return list;
    }

    /// <summary>Only what spans the whole page can be put on a page that lies on its side.</summary>
    private double? RoomWhenTurned(BlockContext column) =>
        column is { Left: 0, IsDense: false } && column.Width >= theme.Page.ContentWidth && theme.Page.Turned.ContentWidth > column.Width ? theme.Page.Turned.ContentWidth : null;

    private double HeightOfPage(TableFit fit) => fit.IsLandscape ? theme.Page.Turned.ContentHeight : tallestBox;

    /// <summary>The caption stays with the table.</summary>
    private VerticalList FormatCaption(Table table, BlockContext column, TextStyle style)
    {
        var space = blocks.BlockSpace(column, table.Language);
        var list = new VerticalList(space, space);
        list.Append(blocks.Format(table.Caption, column with { Style = style with { IsBold = true }, Alignment = LineAlignment.Start, IsDense = true }).KeptTogether(), 0);
        list.KeepWithNext = list.Boxes.Count > 0;
        return list;
    }

    private static void AddGroups(VerticalList list, Table table, ITableRows rows, double pageHeight)
    {
        TableHead? head = null;
        foreach (var group in table.Groups)
        {
            var boxes = rows.Format(group, head);
            if (boxes.Count == 0)
            {
                continue;
            }

            boxes[0].SpaceBefore = list.Boxes.Count > 0 && ReferenceEquals(group, table.Groups[0]) ? TableGrid.PaddingFor(rows.Style) : 0;
            list.KeepWithNext |= group.Kind == TableRowGroupKind.Foot && list.Boxes is [.., var above] && above.Height + boxes.Sum(static box => box.Height) <= pageHeight * TallestKeptFoot;
            foreach (var box in boxes)
            {
                list.Add(box);
            }

            if (group.Kind == TableRowGroupKind.Head)
            {
                head = boxes.Count == 1 && boxes[0].Height <= pageHeight * TallestRepeatedHead ? Repeatable(boxes[0]) : null;
                list.KeepWithNext = true;
            }
        }

        list.KeepWithNext = false;
    }

    /// <summary>The head again, drawn but not said, so that a screen reader meets it once.</summary>
    private static TableHead Repeatable(VerticalBox head) => new(
    [
        new VerticalBox
        {
            Height = head.Height,
            Pieces = [.. head.Pieces.Select(p => new LinePiece(p.Item.AsArtifact(ArtifactKind.RepeatedTableHead), null, p.Width))],
        },
    ]);
}

/// <summary>The size and the page of a table.</summary>
/// <param name="Scale">What its type size is multiplied with.</param>
/// <param name="IsLandscape">Whether it stands on pages that lie on their side.</param>
internal readonly record struct TableFit(double Scale, bool IsLandscape)
{
    /// <summary>A table is not set smaller than this part of its size.</summary>
    public const double SmallestScale = 0.8;

    /// <summary>As it is; else smaller; else on a turned page; else on a turned page and smaller, and words may have to break.</summary>
    /// <param name="least">The narrowest that the table can be at full size, in points.</param>
    /// <param name="available">The width of the column, in points.</param>
    /// <param name="turned">The width of a page that lies on its side, in points; null when there is none for the table.</param>
    /// <param name="smallest">The smallest scale that the theme allows, <see cref="SmallestScale"/> to 1.</param>
    public static TableFit Choose(double least, double available, double? turned, double smallest)
    {
        if (least * smallest <= available || turned is null)
        {
            return new TableFit(ScaleFor(least, available, smallest), false);
        }

        return new TableFit(ScaleFor(least, turned.Value, smallest), true);
    }

    private static double ScaleFor(double least, double available, double smallest) =>
        least <= available ? 1 : Math.Max(smallest, Math.Floor(available / least * 100) / 100);
}
