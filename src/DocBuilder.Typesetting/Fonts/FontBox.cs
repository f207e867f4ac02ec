namespace DocBuilder.Typesetting.Fonts;

/// <summary>A rectangle in font units, y upwards from the baseline.</summary>
/// <param name="XMin">The left edge.</param>
/// <param name="YMin">The lower edge.</param>
/// <param name="XMax">The right edge.</param>
/// <param name="YMax">The upper edge.</param>
public readonly record struct FontBox(int XMin, int YMin, int XMax, int YMax);
