using System.Buffers;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Epub.Cover;

/// <summary>
/// Turns outlines into how much of each pixel they cover: every pixel row is cut into thin strips, and in each strip the outlines cover
/// what lies between where they enter and where they leave (the nonzero rule).
/// </summary>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
internal sealed class OutlineMap(int width, int height) : IOutlinePen, IDisposable
{
    // Strips in a row, and pieces of a curve: enough that no edge looks stepped at the size of a phone.
    private const int Strips = 4;
    private const int Pieces = 8;

    private const int FewEdges = 2048;

    // Rented, since a title has some thousands, and they live for a moment.
    private Edge[] _edges = ArrayPool<Edge>.Shared.Rent(FewEdges);
    private int _count;
    private double _scale = 1, _x, _y;
    private (double X, double Y) _start, _point;

    /// <summary>An edge from above to below; its winding is +1 when it was drawn downwards.</summary>
    private readonly record struct Edge(double Top, double Bottom, double X, double Slope, int Winding);

    /// <summary>Where an edge crosses the middle of a strip.</summary>
    private readonly record struct Crossing(double X, int Edge);

    /// <summary>Says where outlines that follow go: their origin in pixels, and pixels to a unit. Their y grows upwards.</summary>
    public void Place(double x, double y, double scale) => (_x, _y, _scale) = (x, y, scale);

    /// <inheritdoc />
    public void MoveTo(double x, double y)
    {
        Close();
        _start = _point = ToPixels(x, y);
    }

    /// <inheritdoc />
    public void LineTo(double x, double y) => AddLine(ToPixels(x, y));

    /// <inheritdoc />
    public void QuadraticTo(double cx, double cy, double x, double y) =>
        CubicTo(Between(_point, ToPixels(cx, cy)), Between(ToPixels(x, y), ToPixels(cx, cy)), ToPixels(x, y));

    /// <inheritdoc />
    public void CubicTo(double ax, double ay, double bx, double by, double x, double y) => CubicTo(ToPixels(ax, ay), ToPixels(bx, by), ToPixels(x, y));

    /// <summary>How much of each pixel is covered, row by row from the top.</summary>
    /// <param name="row">Takes what is covered of a row where anything is.</param>
    public void Read(Action<CoveredPixels> row)
    {
        Close();
        var firstOfStrip = ArrayPool<int>.Shared.Rent(height * Strips);
        var following = ArrayPool<int>.Shared.Rent(_count);
        var active = ArrayPool<Crossing>.Shared.Rent(_count);
        SortByStrip(firstOfStrip.AsSpan(0, height * Strips), following);
        var covered = new float[width];
        var count = 0;
        for (var y = 0; y < height; y++)
        {
            var (first, end) = (width, 0);
            for (var strip = 0; strip < Strips; strip++)
            {
                for (var edge = firstOfStrip[(y * Strips) + strip]; edge >= 0; edge = following[edge])
                {
                    active[count++] = new Crossing(0, edge);
                }

                if (count == 0)
                {
                    continue;
                }

                count = Cross(active.AsSpan(0, count), y + ((strip + 0.5) / Strips));
                if (count == 0)
                {
                    continue;
                }

                AddStrip(active.AsSpan(0, count), covered);
                first = Math.Min(first, (int)Math.Clamp(active[0].X, 0, width));
                end = Math.Max(end, (int)Math.Ceiling(Math.Clamp(active[count - 1].X, 0, width)));
            }

            if (first < end)
            {
                row(new CoveredPixels(y, first, covered.AsSpan(first, end - first)));
                covered.AsSpan(first, end - first).Clear();
            }
        }

        ArrayPool<int>.Shared.Return(firstOfStrip);
        ArrayPool<int>.Shared.Return(following);
        ArrayPool<Crossing>.Shared.Return(active);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<Edge>.Shared.Return(_edges);
        _edges = [];
        _count = 0;
    }

    /// <summary>Sorts the edges by the strip whose middle they cross first.</summary>
    /// <param name="first">Takes the first edge of each strip; -1 for none.</param>
    /// <param name="following">Takes the edge after each edge; -1 for none.</param>
    private void SortByStrip(Span<int> first, Span<int> following)
    {
        first.Fill(-1);
        for (var edge = 0; edge < _count; edge++)
        {
            var strip = Math.Max(0, Math.Ceiling((_edges[edge].Top * Strips) - 0.5));
            if (strip < first.Length)
            {
                following[edge] = first[(int)strip];
                first[(int)strip] = edge;
            }
        }
    }

    /// <summary>Finds where edges cross the middle of a strip, and puts them in order from left to right; edges that end above it are dropped.</summary>
    /// <returns>How many are left.</returns>
    private int Cross(Span<Crossing> active, double middle)
    {
        var kept = 0;
        for (var next = 0; next < active.Length; next++)
        {
            var index = active[next].Edge;
            ref readonly var edge = ref _edges[index];
            if (edge.Bottom <= middle)
            {
                continue;
            }

            // Edges that cross seldom change their order from strip to strip, so what is active is kept in the order of the last.
            var x = edge.X + ((middle - edge.Top) * edge.Slope);
            var place = kept++;
            while (place > 0 && active[place - 1].X > x)
            {
                active[place] = active[place - 1];
                place--;
            }

            active[place] = new Crossing(x, index);
        }

        return kept;
    }

    private void AddStrip(ReadOnlySpan<Crossing> crossings, Span<float> covered)
    {
        const float Whole = 1f / Strips;
        var winding = 0;
        for (var i = 0; i + 1 < crossings.Length; i++)
        {
            winding += _edges[crossings[i].Edge].Winding;
            if (winding == 0)
            {
                continue;
            }

            var left = Math.Clamp(crossings[i].X, 0, covered.Length);
            var right = Math.Clamp(crossings[i + 1].X, 0, covered.Length);
            var (first, last) = ((int)left, (int)right);
            if (first == last)
            {
                AddPart(covered, first, right - left);
                continue;
            }

            AddPart(covered, first, first + 1 - left);
            AddPart(covered, last, right - last);
            foreach (ref var pixel in covered[(first + 1)..last])
            {
                pixel += Whole;
            }
        }
    }

    // What ends at the right edge covers nothing beyond it.
    private static void AddPart(Span<float> covered, int x, double part)
    {
        if (part > 0)
        {
            covered[x] += (float)(part / Strips);
        }
    }

    private void CubicTo((double X, double Y) a, (double X, double Y) b, (double X, double Y) end)
    {
        var start = _point;
        for (var i = 1; i <= Pieces; i++)
        {
            var t = (double)i / Pieces;
            var u = 1 - t;
            AddLine((Blend(start.X, a.X, b.X, end.X), Blend(start.Y, a.Y, b.Y, end.Y)));

            double Blend(double p, double q, double r, double s) => (u * u * u * p) + (3 * u * u * t * q) + (3 * u * t * t * r) + (t * t * t * s);
        }
    }

    private void AddLine((double X, double Y) end)
    {
        var (above, below, winding) = _point.Y < end.Y ? (_point, end, 1) : (end, _point, -1);
        if (above.Y < below.Y)
        {
            Add(new Edge(above.Y, below.Y, above.X, (below.X - above.X) / (below.Y - above.Y), winding));
        }

        _point = end;
    }

    private void Add(Edge edge)
    {
        if (_count == _edges.Length)
        {
            var more = ArrayPool<Edge>.Shared.Rent(2 * _count);
            _edges.CopyTo(more, 0);
            ArrayPool<Edge>.Shared.Return(_edges);
            _edges = more;
        }

        _edges[_count++] = edge;
    }

    private void Close() => AddLine(_start);

    private (double X, double Y) ToPixels(double x, double y) => (_x + (x * _scale), _y - (y * _scale));

    /// <summary>A quadratic curve is the cubic one whose control points lie two thirds of the way to its own.</summary>
    private static (double X, double Y) Between((double X, double Y) end, (double X, double Y) control) =>
        (end.X + ((control.X - end.X) * 2 / 3), end.Y + ((control.Y - end.Y) * 2 / 3));
}
