using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>A linear or radial gradient (SVG 2, 14.2), painted as a shading (ISO 32000-1 8.7.4.5.3 and 8.7.4.5.4).</summary>
/// <param name="drawing">The drawing.</param>
/// <param name="gradient">The gradient.</param>
/// <param name="holder">The gradient that its stops are in.</param>
/// <param name="attributes">Its attributes, inherited ones too.</param>
internal sealed class Gradient(Drawing drawing, SvgElement gradient, SvgElement holder, Dictionary<string, string> attributes)
{
    /// <summary>The paint.</summary>
    /// <param name="box">The box that the gradient's numbers are parts of; null when they are lengths.</param>
    /// <param name="canvas">What can be seen of the canvas.</param>
    /// <param name="painted">Where on it paint may come to lie.</param>
    /// <param name="style">The properties of what is painted.</param>
    /// <param name="matrix">From its coordinates to the canvas's.</param>
    /// <param name="viewport">What percentages refer to.</param>
    public PaintServer? Paint(Area? box, Area canvas, Area painted, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var stops = GradientStop.Read(drawing, holder);
        if (stops.Count == 0)
        {
            return null;
        }

        var place = TransformList.Parse(attributes.GetValueOrDefault("gradientTransform")).Then(box is { } b ? b.FromUnitSquare : Matrix.Identity).Then(matrix);
        var axis = gradient.Name == "linearGradient" ? Linear() : Radial();
        if (stops.Count == 1 || axis is null || !place.IsInvertible)
        {
            return new PaintServer(null, null, stops[^1].Color);
        }

        var spread = attributes.GetValueOrDefault("spreadMethod");
        if (spread is "repeat" or "reflect")
        {
            (axis, stops) = axis.Spread(stops, spread == "reflect", place.Inverted().Apply(painted));
        }

        var pattern = drawing.Objects.Write(w =>
        {
            w.BeginDictionary().Name("Type"u8).Name("Pattern"u8).Name("PatternType"u8).Integer(2).Name("Matrix"u8).BeginArray();
            Canvas.WriteMatrix(w, place);
            w.EndArray().Name("Shading"u8);
            Shading.Write(w, axis, stops, isOpacity: false);
            w.EndDictionary();
        });
        return new PaintServer(pattern, stops.Exists(static stop => stop.Color.Alpha < 1) ? SoftMask(axis, stops, place, canvas) : null, default);

        GradientAxis? Linear()
        {
            var from = new Point(Get("x1", "0%", viewport.Width), Get("y1", "0%", viewport.Height));
            var to = new Point(Get("x2", "100%", viewport.Width), Get("y2", "0%", viewport.Height));
            return from == to ? null : new GradientAxis(from, to, null, null);
        }

        GradientAxis? Radial()
        {
            var centre = new Point(Get("cx", "50%", viewport.Width), Get("cy", "50%", viewport.Height));
            var radius = Get("r", "50%", viewport.Diagonal);
            var focus = new Point(
                attributes.ContainsKey("fx") ? Get("fx", "50%", viewport.Width) : centre.X,
                attributes.ContainsKey("fy") ? Get("fy", "50%", viewport.Height) : centre.Y);
            var inner = Get("fr", "0%", viewport.Diagonal);
            // A focus outside of the circle is moved to its edge, just inside so that there is a cone to paint.
            var distance = Math.Sqrt(Math.Pow(focus.X - centre.X, 2) + Math.Pow(focus.Y - centre.Y, 2));
            if (distance > radius * 0.999 && distance > 0)
            {
                var part = radius * 0.999 / distance;
                focus = new Point(centre.X + ((focus.X - centre.X) * part), centre.Y + ((focus.Y - centre.Y) * part));
            }

            return radius <= 0 ? null : new GradientAxis(focus, centre, Math.Max(0, inner), radius);
        }

        double Get(string name, string initial, double whole) =>
            Length.Parse(attributes.GetValueOrDefault(name) ?? initial, style.FontSize, box is null ? whole : 1) ?? 0;
    }

    /// <summary>Opacity is a shading of its own, in grey, whose light is the mask.</summary>
    private ObjectId SoftMask(GradientAxis axis, List<GradientStop> stops, Matrix place, Area bounds)
    {
        var shading = drawing.Objects.Write(w => Shading.Write(w, axis, stops, isOpacity: true));
        using var canvas = new Canvas(bounds);
        canvas.Concatenate(place);
        canvas.Use("sh"u8, "Shading", shading);
        return drawing.Objects.SoftMask(drawing.Objects.Form(canvas, Matrix.Identity, isGroup: true, isGrey: true), isLuminosity: true);
    }
}

/// <summary>Where a gradient begins and ends.</summary>
/// <param name="From">The first point, or the focus.</param>
/// <param name="To">The second point, or the centre.</param>
/// <param name="FromRadius">The focus's radius; null when the gradient is linear.</param>
/// <param name="ToRadius">The radius.</param>
internal sealed record GradientAxis(Point From, Point To, double? FromRadius, double? ToRadius)
{
    /// <summary>Times that a gradient is repeated at most.</summary>
    private const int MostRepeats = 200;

    /// <summary>The gradient repeated as often as an area shows, as one that is not.</summary>
    public (GradientAxis Axis, List<GradientStop> Stops) Spread(List<GradientStop> stops, bool isReflected, Area area)
    {
        Span<Point> corners = [new(area.X, area.Y), new(area.Right, area.Y), new(area.X, area.Bottom), new(area.Right, area.Bottom)];
        var (first, last) = (0.0, 1.0);
        var (dx, dy) = (To.X - From.X, To.Y - From.Y);
        // Around a focus that is not the centre circles are nearer together on one side, at most as near as this guards for.
        var crowding = dx == 0 && dy == 0 ? 1 : 4;
        foreach (var corner in corners)
        {
            var (x, y) = (corner.X - From.X, corner.Y - From.Y);
            var at = ToRadius is { } radius ? Math.Sqrt((x * x) + (y * y)) / radius * crowding : ((x * dx) + (y * dy)) / ((dx * dx) + (dy * dy));
            // A corner that a rounding error puts beyond a period's end is at its end.
            (first, last) = (Math.Min(first, Math.Floor(at + 1e-6)), Math.Max(last, Math.Ceiling(at - 1e-6)));
        }

        // Circles begin at their centre. The focus of those that are not concentric moves on with each repeat.
        first = ToRadius is null ? Math.Max(first, -MostRepeats) : 0;
        last = Math.Min(last, first + MostRepeats);
        var result = new List<GradientStop>();
        for (var period = first; period < last; period++)
        {
            var isTurned = isReflected && ((long)period & 1) != 0;
            result.AddRange((isTurned ? Enumerable.Reverse(stops).Select(static stop => stop with { Offset = 1 - stop.Offset }) : stops)
                .Select(stop => stop with { Offset = (period + stop.Offset - first) / (last - first) }));
        }

        var axis = new GradientAxis(
            new Point(From.X + (first * dx), From.Y + (first * dy)),
            new Point(From.X + (last * dx), From.Y + (last * dy)),
            FromRadius,
            FromRadius + ((ToRadius - FromRadius) * last));
        return (axis, result);
    }
}
