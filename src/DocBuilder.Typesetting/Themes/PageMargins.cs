namespace DocBuilder.Typesetting.Themes;

/// <summary>
/// Margins as parts of the paper, so that a theme suits paper of any size. The sides give way to the measure: on small paper they
/// shrink until lines are long enough to be read, on wide paper they grow so that lines are not too long.
/// </summary>
/// <param name="Inner">The margin at the spine, as a part of the width.</param>
/// <param name="Outer">The margin away from the spine, as a part of the width.</param>
/// <param name="Top">The margin that holds the running head, as a part of the height.</param>
/// <param name="Bottom">The margin that holds the folio, as a part of the height.</param>
/// <param name="Least">What no margin is smaller than, in millimetres.</param>
/// <param name="ShortestLine">The measure below which the sides shrink, in ems of the text size.</param>
/// <param name="LongestLine">The measure above which the sides grow, in ems of the text size.</param>
public sealed record PageMargins(double Inner, double Outer, double Top, double Bottom, double Least, double ShortestLine, double LongestLine)
{
    // A running head or folio, its line and air on both sides, in ems of its size.
    private const double FurnitureRoom = 3.4;

    /// <summary>The page that a theme has on paper of a size.</summary>
    /// <param name="width">The paper's width in points.</param>
    /// <param name="height">The paper's height in points.</param>
    /// <param name="theme">The theme, for the sizes of its text.</param>
    public PageGeometry On(double width, double height, Theme theme)
    {
        var least = Least * PageGeometry.PointsPerMillimetre;
        var room = Math.Max(least, theme.Furniture ? theme.FurnitureSize * FurnitureRoom : 0);
        var measure = width * (1 - Inner - Outer);
        measure = Math.Clamp(measure, ShortestLine * theme.TextSize, LongestLine * theme.TextSize);
        measure = Math.Max(0, Math.Min(measure, width - (2 * least)));
        var inner = InnerOf(width - measure, least);
        return new PageGeometry(width, height, Math.Max(height * Top, room), Math.Max(height * Bottom, room), inner, width - measure - inner);
    }

    /// <summary>The inner margin's share of what the measure leaves, so that neither margin is smaller than the least.</summary>
    private double InnerOf(double sides, double least)
    {
        var share = Inner + Outer > 0 ? Inner / (Inner + Outer) : 0.5;
        return sides < 2 * least ? sides / 2 : Math.Clamp(sides * share, least, sides - least);
    }
}
