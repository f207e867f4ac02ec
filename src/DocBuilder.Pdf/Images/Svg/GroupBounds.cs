namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Finds the box around what a group holds, which its gradients, clips and masks may refer to (SVG 2, 8.10).</summary>
internal static class GroupBounds
{
    /// <summary>The box in the group's own coordinates; null when nothing in it has an outline.</summary>
    public static Area? Of(Drawing drawing, SvgElement group, SvgStyle style, Viewport viewport)
    {
        Area? result = null;
        var pending = new Stack<(SvgElement Element, SvgStyle Style, Matrix Matrix)>();
        pending.Push((group, style, Matrix.Identity));
        while (pending.TryPop(out var next) && drawing.Spend(Drawing.ElementWork))
        {
            var (element, parent, matrix) = next;
            if (element.Name == "image")
            {
                result = Area.Union(result, matrix.Apply(ImagePainter.AreaOf(element, parent, viewport)));
                continue;
            }

            if (drawing.OutlineOf(element, parent, viewport)?.Transformed(matrix).Bounds() is { } bounds)
            {
                result = Area.Union(result, bounds);
                continue;
            }

            var children = element.Name == "use" && element.Target is { } id && drawing.FindById(id) is { } target ? [target] : element.Elements;
            var moved = element.Name != "use" ? matrix : Matrix.Translation(
                Length.Parse(element["x"], parent.FontSize, viewport.Width) ?? 0, Length.Parse(element["y"], parent.FontSize, viewport.Height) ?? 0).Then(matrix);
            foreach (var child in children.Where(static child => child.Name is not ("defs" or "clipPath" or "mask" or "marker" or "pattern")))
            {
                var childStyle = drawing.Cascade.StyleOf(child, parent);
                pending.Push((child, childStyle, TransformList.Parse(childStyle.Transform).Then(moved)));
            }
        }

        return result;
    }
}
