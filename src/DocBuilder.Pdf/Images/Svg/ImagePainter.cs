namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Draws raster pictures that a drawing holds as <c>data:</c> addresses.</summary>
internal static class ImagePainter
{
    /// <summary>The box that an <c>image</c> element asks for.</summary>
    public static Area AreaOf(SvgElement element, SvgStyle style, Viewport viewport) => new(
        Length.Parse(element["x"], style.FontSize, viewport.Width) ?? 0,
        Length.Parse(element["y"], style.FontSize, viewport.Height) ?? 0,
        Length.Parse(element["width"], style.FontSize, viewport.Width) ?? 0,
        Length.Parse(element["height"], style.FontSize, viewport.Height) ?? 0);

    /// <summary>Draws the picture, or says that it cannot.</summary>
    public static void Paint(Drawing drawing, Canvas canvas, SvgElement element, SvgStyle style, Matrix matrix, Viewport viewport)
    {
        if (element["href"] is not { } address || !style.IsVisible)
        {
            return;
        }

        if (Decode(address) is not { } bytes || drawing.Image(bytes) is not { } image)
        {
            drawing.LeftOut.Add("pictures that are not in it");
            return;
        }

        var area = AreaOf(element, style, viewport);
        var own = new Area(0, 0, image.Width, image.Height);
        area = area with
        {
            Width = area.Width > 0 ? area.Width : area.Height > 0 ? area.Height * own.Width / own.Height : own.Width,
            Height = area.Height > 0 ? area.Height : area.Width > 0 ? area.Width * own.Height / own.Width : own.Height,
        };
        var fit = ViewBox.Fit(own, area, element["preserveAspectRatio"], out var isSliced);
        canvas.Save();
        if (isSliced)
        {
            canvas.AddPath(Outlines.Rectangle(area), matrix);
            canvas.Operator("W"u8);
            canvas.Operator("n"u8);
        }

        // From the unit square with its first row on top, as PDF places pictures, to the picture's pixels, and on from there.
        var turn = image.Orientation.Place(new(0, 0, 1, 1));
        canvas.Concatenate(new Matrix(turn[0], turn[1], turn[2], turn[3], turn[4], turn[5])
            .Then(new Matrix(own.Width, 0, 0, -own.Height, 0, own.Height)).Then(fit).Then(matrix));
        canvas.Use("Do"u8, "XObject", image.Id);
        canvas.Restore();
    }

    private static byte[]? Decode(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !address.TrimStart().StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            || !address.AsSpan(0, comma).TrimEnd().EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var data = address[(comma + 1)..];
        data = data.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(data) : data;
        var buffer = new byte[(data.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(data, buffer, out var written) ? buffer[..written] : null;
    }
}
