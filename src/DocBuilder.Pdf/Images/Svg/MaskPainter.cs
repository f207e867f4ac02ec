using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Draws masks (CSS Masking 1) as soft masks (ISO 32000-1 11.5).</summary>
internal static class MaskPainter
{
    /// <summary>The graphics state with a mask; null when it cannot be drawn, and so hides nothing.</summary>
    public static ObjectId? Draw(Drawing drawing, Painter painter, SvgElement mask, Area canvasBounds, Matrix matrix, Viewport viewport, Lazy<Area?> bounds)
    {
        ObjectId? result = null;
        drawing.Within(mask, () =>
        {
            var box = bounds.Value;
            using var canvas = new Canvas(canvasBounds);
            var style = drawing.Cascade.StyleOf(mask, SvgStyle.Initial);
            if (Region(mask, box, style, viewport) is { } region)
            {
                canvas.AddPath(Outlines.Rectangle(region), matrix);
                canvas.Operator("W"u8);
                canvas.Operator("n"u8);
            }

            var content = mask["maskContentUnits"] == "objectBoundingBox" && box is { } b ? b.FromUnitSquare.Then(matrix) : matrix;
            painter.Draw(canvas, mask.Elements, style with { Opacity = 1, Mask = "none", ClipPath = "none" }, content, viewport);
            var isAlpha = mask["mask-type"] == "alpha" || mask["style"]?.Contains("mask-type:alpha", StringComparison.Ordinal) == true;
            result = drawing.Objects.SoftMask(drawing.Objects.Form(canvas, Matrix.Identity, isGroup: true), !isAlpha);
        });
        return result;
    }

    private static Area? Region(SvgElement mask, Area? box, SvgStyle style, Viewport viewport)
    {
        if (mask["maskUnits"] == "userSpaceOnUse")
        {
            return new Area(
                Length.Parse(mask["x"] ?? "-10%", style.FontSize, viewport.Width) ?? 0,
                Length.Parse(mask["y"] ?? "-10%", style.FontSize, viewport.Height) ?? 0,
                Length.Parse(mask["width"] ?? "120%", style.FontSize, viewport.Width) ?? 0,
                Length.Parse(mask["height"] ?? "120%", style.FontSize, viewport.Height) ?? 0);
        }

        return box is not { } b ? null : b.FromUnitSquare.Apply(new Area(
            Length.Parse(mask["x"] ?? "-10%", 0, 1) ?? 0,
            Length.Parse(mask["y"] ?? "-10%", 0, 1) ?? 0,
            Length.Parse(mask["width"] ?? "120%", 0, 1) ?? 0,
            Length.Parse(mask["height"] ?? "120%", 0, 1) ?? 0));
    }
}
