using System.Buffers.Binary;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>An outline of lines and quadratic curves in the making, and its description for <c>glyf</c>.</summary>
/// <param name="tolerance">How far a curve may stray, in font units.</param>
internal sealed class QuadraticOutline(double tolerance) : IOutlinePen
{
    private readonly List<(int X, int Y, bool IsOnCurve)> _points = [];
    private readonly List<int> _contourEnds = [];
    private (double X, double Y) _pen;
    private int _contourStart;

    public void MoveTo(double x, double y)
    {
        CloseContour();
        _pen = (x, y);
        Add(x, y, isOnCurve: true);
    }

    public void LineTo(double x, double y)
    {
        _pen = (x, y);
        Add(x, y, isOnCurve: true);
    }

    public void QuadraticTo(double cx, double cy, double x, double y)
    {
        Add(cx, cy, isOnCurve: false);
        LineTo(x, y);
    }

    /// <summary>A cubic curve as so many quadratic ones that each strays less than the tolerance.</summary>
    public void CubicTo(double ax, double ay, double bx, double by, double x, double y)
    {
        var (px, py) = _pen;
        var (dx, dy) = (x - (3 * bx) + (3 * ax) - px, y - (3 * by) + (3 * ay) - py);

        // One quadratic curve strays by at most √3/36 of the third difference, n of them by the n³-th part of that.
        var stray = Math.Sqrt(3) / 36 * Math.Sqrt((dx * dx) + (dy * dy));
        var pieces = Math.Clamp((int)Math.Ceiling(Math.Cbrt(stray / tolerance)), 1, 16);
        var (lastX, lastY, lastSlopeX, lastSlopeY) = (px, py, 3 * (ax - px), 3 * (ay - py));
        for (var i = 1; i <= pieces; i++)
        {
            var t = (double)i / pieces;
            var (pointX, slopeX) = At(px, ax, bx, x, t);
            var (pointY, slopeY) = At(py, ay, by, y, t);

            // The control point that halves what the two ends ask for.
            var step = 0.25 / pieces;
            Add(((lastX + pointX) / 2) + ((lastSlopeX - slopeX) * step), ((lastY + pointY) / 2) + ((lastSlopeY - slopeY) * step), isOnCurve: false);
            Add(pointX, pointY, isOnCurve: true);
            (lastX, lastY, lastSlopeX, lastSlopeY) = (pointX, pointY, slopeX, slopeY);
        }

        _pen = (x, y);

        static (double Point, double Slope) At(double a, double b, double c, double d, double t)
        {
            var s = 1 - t;
            return ((s * s * s * a) + (3 * s * s * t * b) + (3 * s * t * t * c) + (t * t * t * d),
                3 * ((s * s * (b - a)) + (2 * s * t * (c - b)) + (t * t * (d - c))));
        }
    }

    /// <summary>The simple glyph description (OpenType 1.9, "glyf"), padded to four bytes; empty for a blank.</summary>
    /// <param name="left">The left edge.</param>
    public byte[] Describe(out int left)
    {
        CloseContour();
        left = 0;
        if (_points.Count == 0)
        {
            return [];
        }

        left = _points.Min(static p => p.X);
        var size = 10 + (2 * _contourEnds.Count) + 2 + (5 * _points.Count);
        var bytes = new byte[(size + 3) & ~3];
        ReadOnlySpan<int> head = [_contourEnds.Count, left, _points.Min(static p => p.Y), _points.Max(static p => p.X), _points.Max(static p => p.Y)];
        var at = 0;
        foreach (var value in head)
        {
            Put(value);
        }

        foreach (var end in _contourEnds)
        {
            Put(end);
        }

        Put(0);
        foreach (var point in _points)
        {
            bytes[at++] = (byte)(point.IsOnCurve ? 1 : 0);
        }

        var (x, y) = (0, 0);
        foreach (var point in _points)
        {
            Put(point.X - x);
            x = point.X;
        }

        foreach (var point in _points)
        {
            Put(point.Y - y);
            y = point.Y;
        }

        return bytes;

        void Put(int value)
        {
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(at), (short)value);
            at += 2;
        }
    }

    private void Add(double x, double y, bool isOnCurve) =>
        _points.Add(((int)Math.Round(Math.Clamp(x, -16000, 16000)), (int)Math.Round(Math.Clamp(y, -16000, 16000)), isOnCurve));

    /// <summary>Contours close by themselves: a last point on the first is one too many.</summary>
    private void CloseContour()
    {
        if (_points.Count - _contourStart > 1 && _points[^1] == _points[_contourStart])
        {
            _points.RemoveAt(_points.Count - 1);
        }

        if (_points.Count > _contourStart)
        {
            _contourEnds.Add(_points.Count - 1);
            _contourStart = _points.Count;
        }
    }
}
