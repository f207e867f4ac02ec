using DocBuilder.Pdf.Fonts;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Content;

/// <summary>
/// A run whose direction was overridden against that of its letters (UAX #9 X4, X5). Who sees only where the letters stand would read them the other way,
/// so the file says what they say (ISO 32000-1 14.9.4).
/// </summary>
/// <param name="End">The slot after its last.</param>
/// <param name="Text">What it says, in logical order; null when its letters go their own way.</param>
internal readonly record struct OverriddenRun(int End, string? Text)
{
    /// <summary>The run that begins at a slot.</summary>
    /// <param name="line">The line from left to right.</param>
    /// <param name="start">The first slot of the run.</param>
    /// <param name="end">Where the piece of the line ends.</param>
    public static OverriddenRun At(ReadOnlySpan<PlacedSlot> line, int start, int end)
    {
        var run = line[start].Run;
        var last = start;
        while (last + 1 < end && ReferenceEquals(line[last + 1].Run, run))
        {
            last++;
        }

        var isRightToLeft = (run.Level & 1) != 0;
        var isOverridden = false;
        for (var i = start; i <= last; i++)
        {
            isOverridden |= IsAgainst(line[i].Slot.Scalar, isRightToLeft);
        }

        if (!isOverridden)
        {
            return new(last + 1, null);
        }

        // For a private character something is said already, and one text cannot lie in another.
        var slots = line[start..(last + 1)].ToArray();
        if (Array.Exists(slots, static placed => CharacterKinds.IsPrivateUse(placed.Slot.Scalar)))
        {
            return new(last + 1, null);
        }

        if (isRightToLeft)
        {
            Array.Reverse(slots);
        }

        return new(last + 1, string.Concat(slots.Select(static placed => char.ConvertFromUtf32(placed.Slot.Scalar))));
    }

    private static bool IsAgainst(int scalar, bool isRightToLeft) =>
        UnicodeProperties.BidiClass(scalar) is var bidiClass && (isRightToLeft ? bidiClass == BidiClass.L : bidiClass is BidiClass.R or BidiClass.AL);
}
