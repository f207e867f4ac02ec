namespace DocBuilder.Epub.Cover;

/// <summary>What outlines cover of a row of pixels.</summary>
/// <param name="y">The row, from the top.</param>
/// <param name="first">The first pixel that may be covered.</param>
/// <param name="parts">How much is covered of it and of those after it, 0 to 1 but for rounding.</param>
internal readonly ref struct CoveredPixels(int y, int first, ReadOnlySpan<float> parts)
{
    /// <summary>The row, from the top.</summary>
    public int Y { get; } = y;

    /// <summary>The first pixel that may be covered.</summary>
    public int First { get; } = first;

    /// <summary>How much is covered of it and of those after it, 0 to 1 but for rounding.</summary>
    public ReadOnlySpan<float> Parts { get; } = parts;
}
