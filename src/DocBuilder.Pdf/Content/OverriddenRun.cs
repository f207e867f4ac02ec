using System.Text;
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
    /// <param name="isRightToLeft">Whether the run reads from right to left.</param>
    public static OverriddenRun At(ReadOnlySpan<PlacedSlot> line, int start, int end, bool isRightToLeft)
    {
        var run = line[start].Run;
        var isOverridden = false;
        var after = start;
        for (; after < end && line[after].Run == run; after++)
        {
            isOverridden |= IsAgainst(line[after].Character.BidiClass, isRightToLeft);
        }

        return new(after, isOverridden ? TextOf(line[start..after], isRightToLeft) : null);
    }

    private static string? TextOf(ReadOnlySpan<PlacedSlot> run, bool isRightToLeft)
    {
        var text = new StringBuilder();
        for (var i = 0; i < run.Length; i++)
        {
            var character = run[isRightToLeft ? run.Length - 1 - i : i].Character;
            if (character.IsPrivateUse)
            {
                // For a private character something is said already, and one text cannot lie in another.
                return null;
            }

            text.Append(char.ConvertFromUtf32(character.Scalar));
        }

        return text.ToString();
    }

    private static bool IsAgainst(BidiClass bidiClass, bool isRightToLeft) =>
        isRightToLeft ? bidiClass == BidiClass.L : bidiClass is BidiClass.R or BidiClass.AL;
}
