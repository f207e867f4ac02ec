using DocBuilder.Documents;

namespace DocBuilder.Epub.Cover;

/// <summary>
/// The ornament of a drawn cover: bands one around the other, each of two squares that make a star of eight points in books of Arabic script,
/// each a ring in others. Points from the top left corner of the cover.
/// </summary>
internal static class CoverOrnament
{
    private const double RuleTop = 78;
    private const double RuleLength = 72;
    private const double RuleThickness = 5;

    private const double CentreFromSide = 96;
    private const double CentreFromTop = 690;
    private const double BandWidth = 3;

    // A ring of so many sides looks round.
    private const int RoundSides = 96;

    private static readonly double[] Radii = [232, 196, 120, 84];

    /// <summary>Draws the bands.</summary>
    public static void Draw(OutlineMap map, TextDirection direction, bool isStar, double pixelsPerPoint)
    {
        var x = direction == TextDirection.RightToLeft ? CentreFromSide : CoverText.Width - CentreFromSide;
        map.Place(x * pixelsPerPoint, CentreFromTop * pixelsPerPoint, pixelsPerPoint);
        foreach (var radius in Radii)
        {
            if (isStar)
            {
                DrawBand(map, 4, radius, 0);
                DrawBand(map, 4, radius, Math.PI / 4);
            }
            else
            {
                DrawBand(map, RoundSides, radius, 0);
            }
        }
    }

    /// <summary>Draws the short rule above the title, at the side where lines begin.</summary>
    public static void DrawRule(OutlineMap map, TextDirection direction, double pixelsPerPoint)
    {
        var left = direction == TextDirection.RightToLeft ? CoverText.Width - CoverText.Side - RuleLength : CoverText.Side;
        map.Place(left * pixelsPerPoint, RuleTop * pixelsPerPoint, pixelsPerPoint);
        map.MoveTo(0, 0);
        map.LineTo(RuleLength, 0);
        map.LineTo(RuleLength, -RuleThickness);
        map.LineTo(0, -RuleThickness);
    }

    /// <summary>The outer edge one way round and the inner edge the other way, so that only what lies between them is covered.</summary>
    private static void DrawBand(OutlineMap map, int sides, double radius, double turn)
    {
        // Corners are further out than sides by the cosine of half a side's angle.
        var inner = radius - (BandWidth / Math.Cos(Math.PI / sides));
        DrawPolygon(map, sides, radius, turn, 1);
        DrawPolygon(map, sides, inner, turn, -1);
    }

    private static void DrawPolygon(OutlineMap map, int sides, double radius, double turn, int way)
    {
        for (var i = 0; i < sides; i++)
        {
            var angle = turn + (way * i * 2 * Math.PI / sides);
            var (y, x) = (Math.Sin(angle) * radius, Math.Cos(angle) * radius);
            if (i == 0)
            {
                map.MoveTo(x, y);
            }
            else
            {
                map.LineTo(x, y);
            }
        }
    }
}
