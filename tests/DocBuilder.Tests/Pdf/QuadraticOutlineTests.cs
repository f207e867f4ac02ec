using System.Buffers.Binary;
using CsCheck;
using DocBuilder.Pdf.Fonts;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public class QuadraticOutlineTests
{
    private const int Tolerance = 1;

    [Fact]
    public void Cubic_curves_become_quadratic_ones_that_stay_close() =>
        Gen.Int[-1000, 1000].Array[6].Sample(p =>
        {
            var outline = new QuadraticOutline(Tolerance);
            outline.MoveTo(0, 0);
            outline.CubicTo(p[0], p[1], p[2], p[3], p[4], p[5]);
            var points = Read(outline.Describe(out _));

            // Points on the curve, where the quadratic pieces have the middle of their parameter.
            for (var i = 0; i + 2 < points.Count; i += 2)
            {
                var x = (points[i].X + (2 * points[i + 1].X) + points[i + 2].X) / 4.0;
                var y = (points[i].Y + (2 * points[i + 1].Y) + points[i + 2].Y) / 4.0;
                var nearest = Enumerable.Range(0, 2001).Min(n => Distance(p, n / 2000.0, x, y));
                Assert.True(nearest < Tolerance + 2, $"{nearest}");
            }
        }, iter: 100);

    [Fact]
    public void A_contour_does_not_repeat_its_first_point()
    {
        var outline = new QuadraticOutline(Tolerance);
        outline.MoveTo(10, 0);
        outline.LineTo(20, 0);
        outline.LineTo(20, 30);
        outline.LineTo(10, 0);
        Assert.Equal([(10, 0), (20, 0), (20, 30)], Read(outline.Describe(out var left)));
        Assert.Equal(10, left);
    }

    private static double Distance(int[] p, double t, double x, double y)
    {
        var s = 1 - t;
        var dx = (3 * s * s * t * p[0]) + (3 * s * t * t * p[2]) + (t * t * t * p[4]) - x;
        var dy = (3 * s * s * t * p[1]) + (3 * s * t * t * p[3]) + (t * t * t * p[5]) - y;
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static List<(int X, int Y)> Read(byte[] glyph)
    {
        var count = Int16(12 - 2) + 1;
        var points = new List<(int X, int Y)>();
        var (x, y) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            x += Int16(14 + count + (2 * i));
            y += Int16(14 + count + (2 * (count + i)));
            points.Add((x, y));
        }

        return points;

        int Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(glyph.AsSpan(at));
    }
}
