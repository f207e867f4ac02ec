using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>Tells tables that only put things beside one another from tables of data (HTML, "The table element": the hints for it).</summary>
internal static class LayoutTables
{
    // A cell of data says one thing. A cell with this much text, and no lines around it, is a column of a page.
    private const int LongestDatum = 400;

    public static bool IsOne(IElement table, List<List<IElement>> groups)
    {
        if (Tokens.HasRole(table, "presentation", "none"))
        {
            return true;
        }

        var rows = groups.SelectMany(static group => group).Select(static row => row.Children.Where(static cell => cell.LocalName is "td" or "th").ToList()).ToList();
        if (rows.Sum(static row => row.Count) <= 1)
        {
            return true;
        }

        if (SaysData(table, rows))
        {
            return false;
        }

        return rows.Count == 1 || rows.TrueForAll(static row => row.Count <= 1)
            || table.QuerySelector("td table, td h1, td h2, td h3, td h4, td form, td article") is not null
            || (!HasLines(table) && rows.Exists(static row => row.Exists(HoldsText)));
    }

    private static bool SaysData(IElement table, List<List<IElement>> rows) =>
        table.Children.Any(static child => child.LocalName is "caption" or "thead") || table.Has("summary") || Tokens.HasClass(table, "wikitable", "data", "datatable")
        || rows.Exists(static row => row.Exists(static cell => cell.LocalName == "th" || cell.Has("scope") || cell.Has("headers")));

    private static bool HasLines(IElement table) => table.Attribute("border")?.Trim() is { } border && border is not "0" || table.Has("rules");

    private static bool HoldsText(IElement cell) =>
        cell.Children.Count(static child => child.LocalName == "p") > 1 || TextMeasure.Visible(cell) > LongestDatum;
}
