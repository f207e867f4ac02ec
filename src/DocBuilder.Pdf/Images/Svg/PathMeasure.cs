namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Finds points on an outline by how far along it they are.</summary>
internal sealed class PathMeasure
{
    /// <summary>Straight pieces that a curve is taken for.</summary>
    private const int PiecesOfCurve = 24;

    private readonly List<(Point From, Point To, double Start, double Length)> _pieces = [];

    public PathMeasure(Outline outline)
    {
        var from = default(Point);
        foreach (var step in outline.Steps)
        {
            if (step.Kind == StepKind.Cubic)
            {
                var begin = from;
                for (var i = 1; i <= PiecesOfCurve; i++)
                {
                    var to = Outline.PointAt(begin, step, (double)i / PiecesOfCurve);
                    Add(from, to);
                    from = to;
                }
            }
            else if (step.Kind != StepKind.Move)
            {
                Add(from, step.End);
            }

            from = step.End;
        }
    }

    /// <summary>The length of the whole.</summary>
    public double Length { get; private set; }

    /// <summary>The point so far along, and the angle of the line there; null before the beginning and after the end.</summary>
    public (Point Point, double Angle)? At(double distance)
    {
        var low = 0;
        var high = _pieces.Count - 1;
        if (distance < 0 || distance > Length || high < 0)
        {
            return null;
        }

        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= distance ? (middle, high) : (low, middle - 1);
        }

        var (from, to, start, length) = _pieces[low];
        var part = (distance - start) / length;
        return (new Point(from.X + ((to.X - from.X) * part), from.Y + ((to.Y - from.Y) * part)), Math.Atan2(to.Y - from.Y, to.X - from.X));
    }

    private void Add(Point from, Point to)
    {
        var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        if (length > 0)
        {
            _pieces.Add((from, to, Length, length));
            Length += length;
        }
    }
}
