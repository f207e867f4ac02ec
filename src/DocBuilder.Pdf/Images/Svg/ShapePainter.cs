namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Fills outlines, draws their lines, and puts markers on their corners (SVG 2, 13).</summary>
internal sealed class ShapePainter(Drawing drawing, Painter painter)
{
    private readonly PaintServers _servers = new(drawing, painter);

    /// <summary>Paints an outline.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="outline">The outline, in its own coordinates.</param>
    /// <param name="style">How.</param>
    /// <param name="matrix">From its coordinates to the canvas's.</param>
    /// <param name="viewport">What percentages refer to.</param>
    /// <param name="element">The shape, for its markers; null for text.</param>
    public void Paint(Canvas canvas, Outline outline, SvgStyle style, Matrix matrix, Viewport viewport, SvgElement? element)
    {
        if (outline.Steps.Count == 0)
        {
            return;
        }

        if (style.IsVisible && style.StrokesFirst)
        {
            Stroke(canvas, outline, style, matrix, viewport);
        }

        if (style.IsVisible && element?.Name != "line")
        {
            Fill(canvas, outline, style, matrix, viewport);
        }

        if (style.IsVisible && !style.StrokesFirst)
        {
            Stroke(canvas, outline, style, matrix, viewport);
        }

        if (element?.Name is "path" or "line" or "polyline" or "polygon" && style is not { MarkerStart: "none", MarkerMid: "none", MarkerEnd: "none" })
        {
            MarkerPainter.Draw(drawing, painter, canvas, outline, style, matrix, viewport);
        }
    }

    private void Fill(Canvas canvas, Outline outline, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        if (!Begin(canvas, style.Fill, style.FillOpacity, false, outline, style, matrix, viewport, out var isSaved))
        {
            return;
        }

        canvas.AddPath(outline, matrix);
        canvas.Operator(style.IsFillEvenOdd ? "f*"u8 : "f"u8);
        if (isSaved)
        {
            canvas.Restore();
        }
    }

    private void Stroke(Canvas canvas, Outline outline, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        var width = Length.Parse(style.StrokeWidth, style.FontSize, viewport.Diagonal) ?? 1;
        if (style.Stroke.Kind == PaintKind.None || width <= 0)
        {
            return;
        }

        canvas.Save();
        if (Begin(canvas, style.Stroke, style.StrokeOpacity, true, outline, style, matrix, viewport, out var isSaved))
        {
            // A line that a transformation makes wider in one direction than in the other is drawn in the shape's own coordinates.
            var scale = style.KeepsStrokeWidth ? 1 : matrix.Scale;
            var isFlat = style.KeepsStrokeWidth || matrix.IsSimilarity;
            if (!isFlat)
            {
                canvas.Concatenate(matrix);
                scale = 1;
            }

            SetLine(canvas, style, width * scale, scale, viewport);
            canvas.AddPath(outline, isFlat ? matrix : Matrix.Identity, isFlat ? 3 : DecimalsFor(matrix));
            canvas.Operator("S"u8);
            if (isSaved)
            {
                canvas.Restore();
            }
        }

        canvas.Restore();
    }

    private static void SetLine(Canvas canvas, SvgStyle style, double width, double scale, Viewport viewport)
    {
        canvas.Operator("w"u8, Math.Max(width, 0.001));
        canvas.Operator("M"u8, style.MiterLimit);
        if (style.LineCap != 0)
        {
            canvas.Operator("J"u8, style.LineCap);
        }

        if (style.LineJoin != 0)
        {
            canvas.Operator("j"u8, style.LineJoin);
        }

        var dashes = Length.List(style.Dashes, style.FontSize, viewport.Diagonal);
        if (dashes.Length > 0 && dashes.Length <= 1000 && dashes.All(static dash => dash >= 0) && dashes.Sum() * scale > 0.01)
        {
            // An odd list is gone through twice; a reader may want an even one.
            var even = dashes.Length % 2 == 1 ? [.. dashes, .. dashes] : dashes;
            var offset = Length.Parse(style.DashOffset, style.FontSize, viewport.Diagonal) ?? 0;
            var period = even.Sum();
            canvas.SetDashes([.. even.Select(dash => dash * scale)], ((offset % period) + period) % period * scale);
        }
    }

    /// <summary>Chooses the paint. False: there is none. When the state was saved for it, the caller restores it.</summary>
    private bool Begin(
        Canvas canvas, SvgPaint paint, double opacity, bool isStroke, Outline outline, SvgStyle style, Matrix matrix, Viewport viewport, out bool isSaved)
    {
        isSaved = false;
        if (paint.Kind == PaintKind.None)
        {
            return false;
        }

        var color = style.ColorOf(paint);
        if (paint.Kind == PaintKind.Reference)
        {
            var server = _servers.Resolve(paint.Reference!, canvas.Bounds, outline, style, matrix, viewport);
            if (server is { Pattern: { } pattern })
            {
                isSaved = opacity < 1 || server.SoftMask is not null;
                if (isSaved)
                {
                    canvas.Save();
                    canvas.Use("gs"u8, "ExtGState", drawing.Objects.Opacity(isStroke ? 1 : opacity, isStroke ? opacity : 1));
                }

                if (server.SoftMask is { } mask)
                {
                    canvas.Use("gs"u8, "ExtGState", mask);
                }

                canvas.SetPattern(pattern, isStroke);
                return true;
            }

            if (server is null && paint.Color == default)
            {
                return false;
            }

            color = server?.Color ?? paint.Color;
        }

        opacity *= color.Alpha;
        if (opacity <= 0)
        {
            return false;
        }

        isSaved = opacity < 1;
        if (isSaved)
        {
            canvas.Save();
            canvas.Use("gs"u8, "ExtGState", drawing.Objects.Opacity(isStroke ? 1 : opacity, isStroke ? opacity : 1));
        }

        canvas.SetColor(color, isStroke);
        return true;
    }

    /// <summary>Decimals that leave a thousandth of a pixel after a matrix.</summary>
    private static int DecimalsFor(Matrix matrix)
    {
        var largest = new[] { matrix.A, matrix.B, matrix.C, matrix.D }.Max(Math.Abs);
        return Math.Clamp(3 + (int)Math.Ceiling(Math.Log10(largest)), 1, 8);
    }
}
