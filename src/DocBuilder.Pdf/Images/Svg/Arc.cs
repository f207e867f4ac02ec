namespace DocBuilder.Pdf.Images.Svg;

/// <summary>An elliptical arc of path data, from where the pen is (SVG 2, 9.5.1).</summary>
/// <param name="RadiusX">The first radius.</param>
/// <param name="RadiusY">The second radius.</param>
/// <param name="Rotation">How the ellipse is turned, in degrees.</param>
/// <param name="IsLarge">Whether it is the longer way round.</param>
/// <param name="IsSweep">Whether it goes in the direction of growing angles.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Arc(double RadiusX, double RadiusY, double Rotation, bool IsLarge, bool IsSweep, Point End)
{
    /// <summary>Adds an arc to an outline as cubic curves of at most a quarter each.</summary>
    public static void AddTo(Outline outline, Arc arc)
    {
        var from = outline.Current;
        var (rx, ry) = (Math.Abs(arc.RadiusX), Math.Abs(arc.RadiusY));
        if (from == arc.End)
        {
            return;
        }

        if (rx == 0 || ry == 0)
        {
            outline.LineTo(arc.End);
            return;
        }

        // SVG 2, B.2.4: from end points to centre. In a frame turned with the ellipse, its origin half way between the ends.
        var turn = Matrix.Rotation(arc.Rotation * Math.PI / 180);
        var half = turn.Inverted().Apply(new Point((from.X - arc.End.X) / 2, (from.Y - arc.End.Y) / 2));
        var reach = ((half.X / rx) * (half.X / rx)) + ((half.Y / ry) * (half.Y / ry));
        if (reach > 1)
        {
            rx *= Math.Sqrt(reach);
            ry *= Math.Sqrt(reach);
            reach = 1;
        }

        var root = Math.Sqrt(Math.Max(0, (1 / reach) - 1)) * (arc.IsLarge == arc.IsSweep ? -1 : 1);
        var centre = new Point(root * rx * half.Y / ry, -root * ry * half.X / rx);
        var start = Math.Atan2((half.Y - centre.Y) / ry, (half.X - centre.X) / rx);
        var sweep = Math.Atan2((-half.Y - centre.Y) / ry, (-half.X - centre.X) / rx) - start;
        sweep += arc.IsSweep && sweep < 0 ? 2 * Math.PI : !arc.IsSweep && sweep > 0 ? -2 * Math.PI : 0;

        var frame = Matrix.Scaling(rx, ry).Then(Matrix.Translation(centre.X, centre.Y)).Then(turn)
            .Then(Matrix.Translation((from.X + arc.End.X) / 2, (from.Y + arc.End.Y) / 2));
        AddUnitArc(outline, frame, start, sweep, arc.End);
    }

    /// <summary>Adds an arc of the unit circle, seen through a matrix.</summary>
    private static void AddUnitArc(Outline outline, Matrix frame, double start, double sweep, Point end)
    {
        var count = Math.Max(1, (int)Math.Ceiling((Math.Abs(sweep) / (Math.PI / 2)) - 1e-9));
        var step = sweep / count;
        var handle = 4.0 / 3 * Math.Tan(step / 4);
        for (var i = 0; i < count; i++)
        {
            var (sin1, cos1) = Math.SinCos(start + (i * step));
            var (sin2, cos2) = Math.SinCos(start + ((i + 1) * step));
            outline.CubicTo(
                frame.Apply(new Point(cos1 - (handle * sin1), sin1 + (handle * cos1))),
                frame.Apply(new Point(cos2 + (handle * sin2), sin2 - (handle * cos2))),
                i == count - 1 ? end : frame.Apply(new Point(cos2, sin2)));
        }
    }
}
