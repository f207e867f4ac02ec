namespace DocBuilder.Typesetting.Unicode;

/// <summary>Consecutive characters of a line at one embedding level.</summary>
/// <param name="Start">The first UTF-16 unit, counted from the line's start.</param>
/// <param name="Length">UTF-16 units, at least one.</param>
/// <param name="Level">The resolved embedding level, 0 to 126; odd is right-to-left.</param>
public readonly record struct BidiRun(int Start, int Length, byte Level)
{
    /// <summary>Whether the characters run from right to left.</summary>
    public bool IsRightToLeft => (Level & 1) != 0;
}
