namespace DocBuilder.Pdf.Images.Svg;

/// <summary>An affine transformation, as SVG and PDF write it: x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    /// <summary>Leaves everything where it is.</summary>
    public static Matrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>How much areas grow; negative when it mirrors.</summary>
    public double Determinant => (A * D) - (B * C);

    /// <summary>How much lengths grow on the average.</summary>
    public double Scale => Math.Sqrt(Math.Abs(Determinant));

    /// <summary>Whether all its numbers are finite and it can be turned back.</summary>
    public bool IsInvertible => double.IsFinite(A + B + C + D + E + F) && Math.Abs(Determinant) > 1e-12;

    /// <summary>Whether circles stay circles, so that a line keeps one width.</summary>
    public bool IsSimilarity
    {
        get
        {
            var tolerance = 1e-6 * (Math.Abs(A) + Math.Abs(B) + Math.Abs(C) + Math.Abs(D));
            return (Math.Abs(A - D) <= tolerance && Math.Abs(B + C) <= tolerance) || (Math.Abs(A + D) <= tolerance && Math.Abs(B - C) <= tolerance);
        }
    }

    /// <summary>A move.</summary>
    public static Matrix Translation(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>A change of size.</summary>
    public static Matrix Scaling(double x, double y) => new(x, 0, 0, y, 0, 0);

    /// <summary>A turn, from x towards y.</summary>
    public static Matrix Rotation(double radians)
    {
        var (sin, cos) = Math.SinCos(radians);
        return new Matrix(cos, sin, -sin, cos, 0, 0);
    }

    /// <summary>This transformation, and then another.</summary>
    public Matrix Then(Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>The way back; this must be invertible.</summary>
    public Matrix Inverted()
    {
        var d = Determinant;
        return new Matrix(D / d, -B / d, -C / d, A / d, ((C * F) - (D * E)) / d, ((B * E) - (A * F)) / d);
    }

    /// <summary>Where a point goes.</summary>
    public Point Apply(Point p) => new((A * p.X) + (C * p.Y) + E, (B * p.X) + (D * p.Y) + F);

    /// <summary>The box around where a box goes.</summary>
    public Area Apply(Area area)
    {
        Span<Point> corners =
        [
            Apply(new Point(area.X, area.Y)), Apply(new Point(area.Right, area.Y)), Apply(new Point(area.X, area.Bottom)), Apply(new Point(area.Right, area.Bottom)),
        ];
        return Area.Around(corners);
    }
}

/// <summary>A point.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A box, y downwards.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>The smallest box that holds points.</summary>
    public static Area Around(ReadOnlySpan<Point> points)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var p in points)
        {
            (left, top, right, bottom) = (Math.Min(left, p.X), Math.Min(top, p.Y), Math.Max(right, p.X), Math.Max(bottom, p.Y));
        }

        return points.IsEmpty ? default : new Area(left, top, right - left, bottom - top);
    }

    /// <summary>The smallest box that holds two; null counts for nothing.</summary>
    public static Area? Union(Area? a, Area? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        ({ } x, { } y) => Around([new(x.X, x.Y), new(x.Right, x.Bottom), new(y.X, y.Y), new(y.Right, y.Bottom)]),
    };

    /// <summary>The matrix that makes this box of the unit square (objectBoundingBox units).</summary>
    public Matrix FromUnitSquare => new(Width, 0, 0, Height, X, Y);
}
