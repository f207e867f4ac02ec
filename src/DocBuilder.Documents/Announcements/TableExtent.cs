namespace DocBuilder.Documents.Announcements;

/// <summary>How large a table is announced to be.</summary>
/// <param name="Rows">Rows, those of head and foot too.</param>
/// <param name="Columns">Columns of the widest row, cells that reach down from rows above counted.</param>
public readonly record struct TableExtent(int Rows, int Columns)
{
    /// <summary>No table is announced larger, whatever the spans in it claim.</summary>
    private const int Most = 100_000;

    private const int MostReaching = 1_000;

    /// <summary>Counts the rows and columns of a table.</summary>
    public static TableExtent Of(Announcement table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = 0;
        var columns = 0L;
        // How many rows each cell that reaches down still covers, and how wide it is.
        var reaching = new List<(int Rows, int Columns)>();
        foreach (var row in RowsOf(table))
        {
            rows++;
            long width = reaching.Sum(cell => (long)cell.Columns);
            for (var i = reaching.Count - 1; i >= 0; i--)
            {
                if (reaching[i].Rows == 1)
                {
                    reaching.RemoveAt(i);
                }
                else
                {
                    reaching[i] = reaching[i] with { Rows = reaching[i].Rows - 1 };
                }
            }

            foreach (var cell in row.Children.Where(child => child.Role is AnnouncementRole.HeaderCell or AnnouncementRole.Cell))
            {
                width += cell.ColumnSpan;
                if (cell.RowSpan > 1 && reaching.Count < MostReaching)
                {
                    reaching.Add((cell.RowSpan - 1, cell.ColumnSpan));
                }
            }

            columns = Math.Max(columns, width);
        }

        return new(rows, (int)Math.Min(columns, Most));
    }

    private static IEnumerable<Announcement> RowsOf(Announcement table) => table.Children.SelectMany(child => child.Role switch
    {
        AnnouncementRole.Row => [child],
        AnnouncementRole.RowGroup => child.Children.Where(row => row.Role == AnnouncementRole.Row),
        _ => Enumerable.Empty<Announcement>(),
    });
}
