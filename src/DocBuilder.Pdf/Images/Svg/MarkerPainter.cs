namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Draws markers, such as the heads of arrows, on the corners of shapes (SVG 2, 13.7).</summary>
internal static class MarkerPainter
{
    /// <summary>Markers of one shape that are drawn at most.</summary>
    private const int MostMarkers = 10_000;

    /// <summary>Draws the markers of a shape.</summary>
    public static void Draw(Drawing drawing, Painter painter, Canvas canvas, Outline outline, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var corners = Corners(outline);
        for (var i = 0; i < corners.Count && i < MostMarkers; i++)
        {
            // The first corner has a start marker, and no corner has two unless the shape is a point.
            var reference = i == 0 ? style.MarkerStart : i == corners.Count - 1 ? style.MarkerEnd : style.MarkerMid;
            if (drawing.Find(reference, "marker") is { } marker)
            {
                var corner = corners[i];
                drawing.Within(marker, () => DrawOne(drawing, painter, canvas, marker, corner, i == 0, style, matrix, viewport));
            }
        }
    }

    private static void DrawOne(
        Drawing drawing, Painter painter, Canvas canvas, SvgElement marker, Corner corner, bool isStart, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var own = drawing.Cascade.StyleOf(marker, SvgStyle.Initial);
        var width = Length.Parse(marker["markerWidth"], own.FontSize, viewport.Width) ?? 3;
        var height = Length.Parse(marker["markerHeight"], own.FontSize, viewport.Height) ?? 3;
        if (width <= 0 || height <= 0)
        {
            return;
        }

        var angle = marker["orient"] switch
        {
            "auto" => corner.Angle,
            "auto-start-reverse" => corner.Angle + (isStart ? Math.PI : 0),
            { } text when new NumberScanner(text).TryNumber(out var degrees) => degrees * Math.PI / 180,
            _ => 0,
        };
        var strokeWidth = Length.Parse(style.StrokeWidth, style.FontSize, viewport.Diagonal) ?? 1;
        var scale = marker["markerUnits"] == "userSpaceOnUse" ? 1 : strokeWidth;
        var box = ViewBox.Of(marker);
        var fit = box is { } b ? ViewBox.Fit(b, new Area(0, 0, width, height), marker["preserveAspectRatio"], out _) : Matrix.Identity;
        var reference = fit.Apply(new Point(Length.Parse(marker["refX"], own.FontSize, width) ?? 0, Length.Parse(marker["refY"], own.FontSize, height) ?? 0));
        var place = Matrix.Translation(-reference.X, -reference.Y).Then(Matrix.Scaling(scale, scale)).Then(Matrix.Rotation(angle))
            .Then(Matrix.Translation(corner.At.X, corner.At.Y)).Then(matrix);
        canvas.Save();
        if (!own.IsOverflowVisible)
        {
            canvas.AddPath(Outlines.Rectangle(new Area(0, 0, width, height)), place);
            canvas.Operator("W"u8);
            canvas.Operator("n"u8);
        }

        painter.Draw(canvas, marker.Elements, own, fit.Then(place), box is { } v ? new Viewport(v.Width, v.Height) : new Viewport(width, height));
        canvas.Restore();
    }

    /// <summary>The corners of a shape, each with the direction half way between those of the lines that meet there.</summary>
    private static List<Corner> Corners(Outline outline)
    {
        var corners = new List<(Point At, Point? In, Point? Out)>();
        var from = default(Point);
        foreach (var step in outline.Steps)
        {
            if (step.Kind == StepKind.Move)
            {
                corners.Add((step.End, null, null));
            }
            else
            {
                var (leaving, arriving) = Directions(from, step);
                corners[^1] = corners[^1] with { Out = corners[^1].Out ?? leaving };
                if (step.Kind != StepKind.Close || step.End != from)
                {
                    corners.Add((step.End, arriving, null));
                }
            }

            from = step.End;
        }

        // A closed shape goes on where it began.
        if (outline.Steps[^1].Kind == StepKind.Close && corners.Count > 1 && outline.Steps.Count(static step => step.Kind == StepKind.Move) == 1)
        {
            corners[^1] = corners[^1] with { Out = corners[0].Out };
            corners[0] = corners[0] with { In = corners[^1].In };
        }

        return [.. corners.Select(static corner => new Corner(corner.At, AngleOf(corner.In, corner.Out)))];
    }

    private static (Point? Leaving, Point? Arriving) Directions(Point from, Step step)
    {
        ReadOnlySpan<Point> points = step.Kind == StepKind.Cubic ? [from, step.First, step.Second, step.End] : [from, step.End];
        Point? leaving = null, arriving = null;
        for (var i = 1; i < points.Length; i++)
        {
            leaving ??= points[i] == points[0] ? null : new Point(points[i].X - points[0].X, points[i].Y - points[0].Y);
            arriving ??= points[^(i + 1)] == points[^1] ? null : new Point(points[^1].X - points[^(i + 1)].X, points[^1].Y - points[^(i + 1)].Y);
        }

        return (leaving, arriving);
    }

    private static double AngleOf(Point? arriving, Point? leaving)
    {
        if ((arriving ?? leaving) is not { } one)
        {
            return 0;
        }

        var first = Math.Atan2(one.Y, one.X);
        if (arriving is null || leaving is not { } other)
        {
            return first;
        }

        var turn = Math.Atan2(other.Y, other.X) - first;
        turn += turn > Math.PI ? -2 * Math.PI : turn < -Math.PI ? 2 * Math.PI : 0;
        return first + (turn / 2);
    }

    /// <summary>A corner of a shape.</summary>
    private readonly record struct Corner(Point At, double Angle);
}
