using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Writes axial and radial shadings (ISO 32000-1 8.7.4.5.3, 8.7.4.5.4) in RGB, or in grey for opacity.</summary>
internal static class Shading
{
    /// <summary>How far stops at one place are moved apart: bounds of a stitching function grow (7.10.4).</summary>
    private const double LeastDistance = 1e-5;

    /// <summary>Writes the dictionary.</summary>
    /// <param name="w">Where.</param>
    /// <param name="axis">Its ends.</param>
    /// <param name="stops">Its colours, at least two.</param>
    /// <param name="isOpacity">Whether it shows their opacity instead.</param>
    public static void Write(TokenWriter w, GradientAxis axis, List<GradientStop> stops, bool isOpacity)
    {
        w.BeginDictionary().Name("ShadingType"u8).Integer(axis.ToRadius is null ? 2 : 3)
            .Name("ColorSpace"u8).Name(isOpacity ? "DeviceGray"u8 : "DeviceRGB"u8)
            .Name("Coords"u8).BeginArray();
        Span<double> coordinates = axis is { FromRadius: { } inner, ToRadius: { } outer }
            ? [axis.From.X, axis.From.Y, inner, axis.To.X, axis.To.Y, outer]
            : [axis.From.X, axis.From.Y, axis.To.X, axis.To.Y];
        foreach (var number in coordinates)
        {
            Canvas.Write(w, number, 6);
        }

        w.EndArray().Name("Extend"u8).BeginArray().Boolean(true).Boolean(true).EndArray().Name("Function"u8);
        WriteFunction(w, stops, isOpacity);
        w.EndDictionary();
    }

    private static void WriteFunction(TokenWriter w, List<GradientStop> stops, bool isOpacity)
    {
        if (stops.Count == 2)
        {
            WriteInterpolation(w, stops[0].Color, stops[1].Color, isOpacity);
            return;
        }

        w.BeginDictionary().Name("FunctionType"u8).Integer(3).Name("Domain"u8).BeginArray().Integer(0).Integer(1).EndArray()
            .Name("Functions"u8).BeginArray();
        for (var i = 1; i < stops.Count; i++)
        {
            WriteInterpolation(w, stops[i - 1].Color, stops[i].Color, isOpacity);
        }

        w.EndArray().Name("Bounds"u8).BeginArray();
        double before = 0;
        for (var i = 1; i < stops.Count - 1; i++)
        {
            // What follows needs room before 1 as well.
            before = Math.Clamp(stops[i].Offset, before + LeastDistance, 1 - (LeastDistance * (stops.Count - 1 - i)));
            Canvas.Write(w, before, 7);
        }

        w.EndArray().Name("Encode"u8).BeginArray();
        for (var i = 1; i < stops.Count; i++)
        {
            w.Integer(0).Integer(1);
        }

        w.EndArray().EndDictionary();
    }

    private static void WriteInterpolation(TokenWriter w, SvgColor from, SvgColor to, bool isOpacity)
    {
        w.BeginDictionary().Name("FunctionType"u8).Integer(2).Name("Domain"u8).BeginArray().Integer(0).Integer(1).EndArray();
        WriteColor(w, "C0"u8, from, isOpacity);
        WriteColor(w, "C1"u8, to, isOpacity);
        w.Name("N"u8).Integer(1).EndDictionary();
    }

    private static void WriteColor(TokenWriter w, ReadOnlySpan<byte> name, SvgColor color, bool isOpacity)
    {
        w.Name(name).BeginArray();
        foreach (var number in isOpacity ? [color.Alpha] : (ReadOnlySpan<double>)[color.Red, color.Green, color.Blue])
        {
            Canvas.Write(w, number, 4);
        }

        w.EndArray();
    }
}
