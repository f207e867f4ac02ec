namespace DocBuilder.Pdf.Images.Svg;

/// <summary>What a step of an outline does.</summary>
internal enum StepKind
{
    /// <summary>Begins a subpath.</summary>
    Move,

    /// <summary>A straight line.</summary>
    Line,

    /// <summary>A cubic curve.</summary>
    Cubic,

    /// <summary>Back to where the subpath began.</summary>
    Close,
}

/// <summary>A step of an outline; a curve has two control points.</summary>
internal readonly record struct Step(StepKind Kind, Point First, Point Second, Point End);

/// <summary>Subpaths of lines and cubic curves: what every shape of a drawing comes down to.</summary>
internal sealed class Outline
{
    private readonly List<Step> _steps = [];
    private Point _start;

    /// <summary>The steps, the first of them a move.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Where the pen is.</summary>
    public Point Current { get; private set; }

    /// <summary>Begins a subpath.</summary>
    public void MoveTo(Point p)
    {
        _steps.Add(new Step(StepKind.Move, p, p, p));
        (_start, Current) = (p, p);
    }

    /// <summary>A straight line.</summary>
    public void LineTo(Point p)
    {
        Begin();
        _steps.Add(new Step(StepKind.Line, Current, p, p));
        Current = p;
    }

    /// <summary>A cubic curve.</summary>
    public void CubicTo(Point a, Point b, Point p)
    {
        Begin();
        _steps.Add(new Step(StepKind.Cubic, a, b, p));
        Current = p;
    }

    /// <summary>A quadratic curve, as the cubic that is the same.</summary>
    public void QuadraticTo(Point c, Point p)
    {
        var from = Current;
        CubicTo(Between(from, c), Between(p, c), p);

        static Point Between(Point end, Point control) =>
            new(end.X + ((control.X - end.X) * 2 / 3), end.Y + ((control.Y - end.Y) * 2 / 3));
    }

    /// <summary>Closes the subpath.</summary>
    public void Close()
    {
        if (_steps.Count > 0 && _steps[^1].Kind != StepKind.Close)
        {
            _steps.Add(new Step(StepKind.Close, _start, _start, _start));
            Current = _start;
        }
    }

    /// <summary>Adds another outline, transformed.</summary>
    public void Add(Outline other, Matrix matrix)
    {
        foreach (var step in other._steps)
        {
            _steps.Add(new Step(step.Kind, matrix.Apply(step.First), matrix.Apply(step.Second), matrix.Apply(step.End)));
        }

        (Current, _start) = (matrix.Apply(other.Current), matrix.Apply(other._start));
    }

    /// <summary>The same outline elsewhere.</summary>
    public Outline Transformed(Matrix matrix)
    {
        var result = new Outline();
        result.Add(this, matrix);
        return result;
    }

    /// <summary>The box around the outline, curves at their extremes; null when there is nothing.</summary>
    public Area? Bounds()
    {
        var points = new List<Point>(_steps.Count);
        var from = default(Point);
        foreach (var step in _steps)
        {
            points.Add(step.End);
            if (step.Kind == StepKind.Cubic)
            {
                foreach (var t in Extremes(from.X, step.First.X, step.Second.X, step.End.X).Concat(Extremes(from.Y, step.First.Y, step.Second.Y, step.End.Y)))
                {
                    points.Add(PointAt(from, step, t));
                }
            }

            from = step.End;
        }

        return points.Count == 0 ? null : Area.Around(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points));
    }

    /// <summary>Where on a step's curve the parameter 0 to 1 is.</summary>
    public static Point PointAt(Point from, Step step, double t)
    {
        var u = 1 - t;
        var (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
        return new Point(
            (a * from.X) + (b * step.First.X) + (c * step.Second.X) + (d * step.End.X),
            (a * from.Y) + (b * step.First.Y) + (c * step.Second.Y) + (d * step.End.Y));
    }

    private static IEnumerable<double> Extremes(double p0, double p1, double p2, double p3)
    {
        // The derivative of the cubic: at² + bt + c.
        var (a, b, c) = (3 * (p3 - (3 * p2) + (3 * p1) - p0), 6 * (p2 - (2 * p1) + p0), 3 * (p1 - p0));
        double[] roots = [];
        if (Math.Abs(a) < 1e-9)
        {
            roots = Math.Abs(b) < 1e-9 ? [] : [-c / b];
        }
        else if ((b * b) - (4 * a * c) is >= 0 and var d)
        {
            roots = [(-b + Math.Sqrt(d)) / (2 * a), (-b - Math.Sqrt(d)) / (2 * a)];
        }

        return roots.Where(static t => t is > 0 and < 1);
    }

    /// <summary>After a close, and where a path forgets its first move, the next step begins a subpath where the pen is.</summary>
    private void Begin()
    {
        if (_steps.Count == 0 || _steps[^1].Kind == StepKind.Close)
        {
            MoveTo(Current);
        }
    }
}
