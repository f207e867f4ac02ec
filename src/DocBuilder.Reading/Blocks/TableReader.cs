using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>Reads tables of data into a regular grid (HTML, "Forming a table"); tables of layout into the blocks of their cells.</summary>
internal sealed class TableReader(ArticleState state, ContentReader content)
{
    public void Read(IElement element, Flow flow, ReadContext context)
    {
        var groups = GroupsOf(element);
        var grids = groups.ConvertAll(group => (group.Kind, group.Element, Grid: TableGrid.Form(group.Rows, state.Options.Limits.TableColumns)));
        var columns = grids.Count == 0 ? 0 : grids.Max(static grid => grid.Grid.ColumnsBegun);
        grids.ForEach(grid => grid.Grid.Cut(columns));
        if (LayoutTables.IsOne(element, groups.ConvertAll(static group => group.Rows)))
        {
            if (groups.Sum(static group => group.Rows.Count) > 0 && element.QuerySelector("td, th") is not null)
            {
                state.Findings.Add(FindingCatalog.LayoutTable, state.Page.PositionOf(element));
            }

            ReadCellsInOrder(element, flow, context);
            return;
        }

        if (columns > state.Options.Limits.TableColumns || grids.Exists(static grid => grid.Grid.IsTooWide))
        {
            state.Findings.Add(FindingCatalog.TableTooWide, state.Page.PositionOf(element),
                state.Options.Limits.TableColumns.ToString(CultureInfo.InvariantCulture));
            ReadCellsInOrder(element, flow, context);
            return;
        }

        Report(element, grids.ConvertAll(static grid => grid.Grid), columns);
        var rowGroups = ImmutableArray.CreateBuilder<TableRowGroup>();
        foreach (var (kind, group, grid) in grids)
        {
            var groupContext = group == element ? context : state.Contexts.Enter(group, context, isBlock: true);
            var headRows = kind == TableRowGroupKind.Body && rowGroups.Count == 0 ? LeadingHeaderRows(grid) : 0;
            AddGroup(TableRowGroupKind.Head, grid, 0, headRows, columns, group, groupContext, flow, rowGroups);
            AddGroup(kind, grid, headRows, grid.Rows.Count, columns, group, groupContext, flow, rowGroups);
        }

        if (rowGroups.All(static group => group.Kind != TableRowGroupKind.Body))
        {
            // A table of head rows only: they are its data.
            for (var i = 0; i < rowGroups.Count; i++)
            {
                rowGroups[i] = rowGroups[i] with { Kind = TableRowGroupKind.Body };
            }
        }

        var caption = element.Children.FirstOrDefault(static child => child.LocalName == "caption");
        flow.Add(new Table
        {
            Caption = caption is null || state.IsLeftOut(caption) ? [] : content.ReadBlocks(caption, state.Contexts.Enter(caption, context, isBlock: true)),
            ColumnCount = columns,
            Groups = rowGroups.ToImmutable(),
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(element),
            Anchor = state.Anchors.Of(element),
        });
    }

    private void Report(IElement element, List<TableGrid> grids, int columns)
    {
        var position = state.Page.PositionOf(element);
        if (!grids.Exists(static grid => grid.Rows.Exists(static row => row.Exists(static cell => IsHeaderCell(cell.Element)))))
        {
            state.Findings.Add(FindingCatalog.TableWithoutHeaders, position);
        }

        if (grids.Exists(grid => grid.HasHoles(columns)))
        {
            state.Findings.Add(FindingCatalog.TableRagged, position);
        }

        if (grids.Exists(static grid => grid.HasCutSpans))
        {
            state.Findings.Add(FindingCatalog.TableSpanMended, position);
        }
    }

    private void AddGroup(
        TableRowGroupKind kind, TableGrid grid, int from, int to, int columns, IElement group, ReadContext context, Flow flow,
        ImmutableArray<TableRowGroup>.Builder groups)
    {
        if (to <= from)
        {
            return;
        }

        var rows = ImmutableArray.CreateBuilder<TableRow>(to - from);
        for (var i = from; i < to; i++)
        {
            var row = grid.RowElements[i];
            var rowContext = state.Contexts.Enter(row, context, isBlock: true);
            var isAllHeaders = grid.Rows[i].Count > 0 && grid.Rows[i].TrueForAll(static cell => cell.Element.LocalName == "th");
            var cells = ImmutableArray.CreateBuilder<TableCell>();
            var occupied = grid.OccupiedIn(i);
            var next = 0;
            for (var column = 0; column < columns; column++)
            {
                if (next < grid.Rows[i].Count && grid.Rows[i][next].Column == column)
                {
                    var slot = grid.Rows[i][next++];
                    cells.Add(ReadCell(slot, kind, i, isAllHeaders, rowContext, flow));
                }
                else if (column >= occupied.Length || !occupied[column])
                {
                    cells.Add(new TableCell
                    {
                        Blocks = [],
                        Column = column,
                        Language = rowContext.Language,
                        Direction = rowContext.Direction,
                        Position = state.Page.PositionOf(row),
                    });
                }
            }

            rows.Add(new TableRow
            {
                Cells = cells.ToImmutable(),
                Language = rowContext.Language,
                Direction = rowContext.Direction,
                Position = state.Page.PositionOf(row),
                Anchor = state.Anchors.Of(row),
            });
        }

        groups.Add(new TableRowGroup
        {
            Kind = kind,
            Rows = rows.ToImmutable(),
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(group),
        });
    }

    private TableCell ReadCell(TableGrid.Slot slot, TableRowGroupKind kind, int row, bool rowIsAllHeaders, ReadContext outer, Flow flow)
    {
        var element = slot.Element;
        var context = state.Contexts.Enter(element, outer, isBlock: true);
        var anchor = state.Anchors.Of(element);
        var blocks = state.IsLeftOut(element) ? [] : content.ReadBlocks(element, context, flow);
        var headers = (element.Attribute("headers") ?? "").Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries);
        return new TableCell
        {
            Blocks = blocks,
            Scope = IsHeaderCell(element) && blocks.Length > 0 ? ScopeOf(element, slot, kind, row, rowIsAllHeaders) : TableHeaderScope.None,
            Column = slot.Column,
            ColumnSpan = slot.ColumnSpan,
            RowSpan = slot.RowSpan,
            Headers = [.. headers.Select(state.Anchors.Find).OfType<string>()],
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(element),
            Anchor = anchor,
        };
    }

    private static bool IsHeaderCell(IElement cell) =>
        cell.LocalName == "th" || Tokens.HasRole(cell, "columnheader", "rowheader") || (cell.LocalName == "td" && cell.Has("scope"));

    private static TableHeaderScope ScopeOf(IElement cell, TableGrid.Slot slot, TableRowGroupKind kind, int row, bool rowIsAllHeaders) =>
        cell.Attribute("scope")?.Trim().ToLowerInvariant() switch
        {
            "row" or "rowgroup" => TableHeaderScope.Row,
            "col" or "colgroup" => TableHeaderScope.Column,
            _ when Tokens.HasRole(cell, "rowheader") => TableHeaderScope.Row,
            _ when Tokens.HasRole(cell, "columnheader") => TableHeaderScope.Column,
            _ when kind == TableRowGroupKind.Head || rowIsAllHeaders => TableHeaderScope.Column,
            _ when slot.Column == 0 => TableHeaderScope.Row,
            _ when row == 0 => TableHeaderScope.Column,
            _ => TableHeaderScope.Row,
        };

    /// <summary>How many rows at the beginning of a body hold nothing but headers and so are a head.</summary>
    private static int LeadingHeaderRows(TableGrid grid)
    {
        var rows = 0;
        while (rows < grid.Rows.Count && IsHeaderRow(grid.Rows[rows]) && (grid.Rows[rows].Count > 1 || grid.ColumnCount == 1))
        {
            rows++;
        }

        // Not all rows, and no header that reaches out of the head.
        if (rows == grid.Rows.Count)
        {
            return 0;
        }

        for (var i = 0; i < rows; i++)
        {
            if (grid.Rows[i].Exists(cell => i + cell.RowSpan > rows))
            {
                return 0;
            }
        }

        return rows;
    }

    /// <summary>Whether a row holds headers and nothing else; the corner above a column of row headers may be an empty cell of data.</summary>
    private static bool IsHeaderRow(List<TableGrid.Slot> row) =>
        row.Exists(static cell => cell.Element.LocalName == "th")
        && row.TrueForAll(static cell => cell.Element.LocalName == "th" || (cell.Column == 0 && cell.Element.ChildElementCount == 0 && string.IsNullOrWhiteSpace(cell.Element.TextContent)));

    private sealed record Group(TableRowGroupKind Kind, IElement Element, List<IElement> Rows);

    private List<Group> GroupsOf(IElement table)
    {
        var groups = new List<Group>();
        var loose = new List<IElement>();
        Group? head = null, foot = null;
        foreach (var child in table.Children)
        {
            if (state.IsLeftOut(child))
            {
                continue;
            }

            if (child.LocalName == "tr")
            {
                loose.Add(child);
                continue;
            }

            if (child.LocalName is not ("thead" or "tbody" or "tfoot"))
            {
                continue;
            }

            var rows = child.Children.Where(row => row.LocalName == "tr" && !state.IsLeftOut(row)
                && row.Children.Any(static cell => cell.LocalName is "td" or "th")).ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            if (child.LocalName == "thead" && head is null)
            {
                head = new Group(TableRowGroupKind.Head, child, rows);
            }
            else if (child.LocalName == "tfoot" && foot is null)
            {
                foot = new Group(TableRowGroupKind.Foot, child, rows);
            }
            else
            {
                groups.Add(new Group(TableRowGroupKind.Body, child, rows));
            }
        }

        if (loose.Count > 0)
        {
            groups.Add(new Group(TableRowGroupKind.Body, table, loose));
        }

        if (groups.Count == 0 && foot is not null)
        {
            foot = foot with { Kind = TableRowGroupKind.Body };
        }

        if (head is not null)
        {
            groups.Insert(0, head);
        }

        if (foot is not null)
        {
            groups.Add(foot);
        }

        return groups;
    }

    private void ReadCellsInOrder(IElement table, Flow flow, ReadContext context)
    {
        flow.AddAnchor(state.Anchors.Of(table));
        content.ReadChildren(table, flow, context);
    }
}
