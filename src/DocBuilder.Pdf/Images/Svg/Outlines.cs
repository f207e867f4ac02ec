namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Outlines that are made rather than read.</summary>
internal static class Outlines
{
    /// <summary>A box.</summary>
    public static Outline Rectangle(Area area)
    {
        var outline = new Outline();
        outline.MoveTo(new(area.X, area.Y));
        outline.LineTo(new(area.Right, area.Y));
        outline.LineTo(new(area.Right, area.Bottom));
        outline.LineTo(new(area.X, area.Bottom));
        outline.Close();
        return outline;
    }

    /// <summary>
    /// The outline with every subpath as it is, all of them turned round when the whole runs the other way, so that shapes laid over one another
    /// add up under the nonzero rule.
    /// </summary>
    public static Outline Clockwise(Outline outline) => SignedArea(outline) >= 0 ? outline : Reversed(outline);

    private static double SignedArea(Outline outline)
    {
        double area = 0;
        Point start = default, from = default;
        foreach (var step in outline.Steps)
        {
            if (step.Kind == StepKind.Move)
            {
                area += Cross(from, start);
                start = step.End;
            }
            else
            {
                area += Cross(from, step.First) + Cross(step.First, step.Second) + Cross(step.Second, step.End);
            }

            from = step.End;
        }

        return area + Cross(from, start);

        static double Cross(Point a, Point b) => (a.X * b.Y) - (b.X * a.Y);
    }

    private static Outline Reversed(Outline outline)
    {
        var result = new Outline();
        var steps = outline.Steps;
        for (int start = 0, end; start < steps.Count; start = end)
        {
            for (end = start + 1; end < steps.Count && steps[end].Kind != StepKind.Move;)
            {
                end++;
            }

            result.MoveTo(steps[end - 1].End);
            for (var i = end - 1; i > start; i--)
            {
                var to = steps[i - 1].End;
                if (steps[i].Kind == StepKind.Cubic)
                {
                    result.CubicTo(steps[i].Second, steps[i].First, to);
                }
                else
                {
                    result.LineTo(to);
                }
            }

            result.Close();
        }

        return result;
    }
}
