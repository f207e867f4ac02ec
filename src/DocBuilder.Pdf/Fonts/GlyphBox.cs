namespace DocBuilder.Pdf.Fonts;

/// <summary>The box around a glyph, in font units.</summary>
internal readonly record struct GlyphBox(int XMin, int YMin, int XMax, int YMax)
{
    /// <summary>The box moved.</summary>
    public GlyphBox Move(int x, int y) => new(XMin + x, YMin + y, XMax + x, YMax + y);

    /// <summary>The box of the scaled glyph.</summary>
    public GlyphBox Scale(double across, double upwards) => across.Equals(1) && upwards.Equals(1) ? this : new(
        (int)Math.Floor(XMin * across), (int)Math.Floor(YMin * upwards), (int)Math.Ceiling(XMax * across), (int)Math.Ceiling(YMax * upwards));

    /// <summary>The box around both.</summary>
    public GlyphBox Union(GlyphBox other) =>
        new(Math.Min(XMin, other.XMin), Math.Min(YMin, other.YMin), Math.Max(XMax, other.XMax), Math.Max(YMax, other.YMax));
}

/// <summary>What <c>maxp</c> wants to know of a glyph.</summary>
internal readonly record struct GlyphComplexity(int Points, int Contours, int Depth)
{
    /// <summary>Both glyphs in one.</summary>
    public GlyphComplexity With(GlyphComplexity other) =>
        new(Points + other.Points, Contours + other.Contours, Math.Max(Depth, other.Depth));
}
