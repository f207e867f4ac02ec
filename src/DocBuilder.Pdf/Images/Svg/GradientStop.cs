namespace DocBuilder.Pdf.Images.Svg;

/// <summary>A colour of a gradient.</summary>
/// <param name="Offset">Where it is, 0 to 1.</param>
/// <param name="Color">The colour, opacity and all.</param>
internal readonly record struct GradientStop(double Offset, SvgColor Color)
{
    /// <summary>The stops of a gradient, in order, each at or after the one before it (SVG 2, 14.2.4). All are at 0 to 1, the first at 0, the last at 1.</summary>
    public static List<GradientStop> Read(Drawing drawing, SvgElement gradient)
    {
        var stops = new List<GradientStop>();
        var style = drawing.Cascade.StyleOf(gradient, SvgStyle.Initial);
        double last = 0;
        foreach (var element in gradient.Elements.Where(static child => child.Name == "stop").TakeWhile(_ => drawing.Spend(1)))
        {
            var scanner = new NumberScanner(element["offset"]);
            var offset = scanner.TryNumber(out var value) ? scanner.Word() is "%" ? value / 100 : value : 0;
            last = Math.Max(last, Math.Clamp(offset, 0, 1));
            var own = drawing.Cascade.StyleOf(element, style);
            var color = own.StopColor ?? SvgColor.Black;
            stops.Add(new GradientStop(last, color with { Alpha = color.Alpha * own.StopOpacity }));
        }

        if (stops.Count > 1)
        {
            if (stops[0].Offset > 0)
            {
                stops.Insert(0, stops[0] with { Offset = 0 });
            }

            if (stops[^1].Offset < 1)
            {
                stops.Add(stops[^1] with { Offset = 1 });
            }
        }

        return stops;
    }
}
