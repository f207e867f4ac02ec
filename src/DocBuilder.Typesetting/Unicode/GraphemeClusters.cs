using static DocBuilder.Typesetting.Unicode.GraphemeClusterBreak;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>Extended grapheme clusters, what a reader takes for one character (UAX #29, Unicode 15.0).</summary>
public static class GraphemeClusters
{
    /// <summary>The end of the cluster that starts at <paramref name="index"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="index">Where a cluster starts, 0 to the text's length.</param>
    /// <returns>The unit after the cluster's last; the text's length when <paramref name="index"/> is that.</returns>
    public static int Next(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length)
        {
            return text.Length;
        }

        if (IsPlain(text[index]) && (index + 1 == text.Length || IsPlain(text[index + 1])))
        {
            return index + 1;
        }

        var previous = GraphemeClusterBreakTable.Of(CodePointReader.At(text, index, out var length));
        var end = index + length;
        var isPictograph = previous == ExtendedPictographic; // ExtPict Extend* ends here
        var isJoinedPictograph = false; // ExtPict Extend* ZWJ ends here
        var isOddRegionalIndicator = previous == RegionalIndicator;
        while (end < text.Length)
        {
            var next = GraphemeClusterBreakTable.Of(CodePointReader.At(text, end, out length));
            if (!(next == RegionalIndicator ? isOddRegionalIndicator : IsWhole(previous, next)) // GB12, GB13
                && !(isJoinedPictograph && next == ExtendedPictographic) // GB11
                && !(previous == Prepend && next == RegionalIndicator)) // GB9b
            {
                break;
            }

            isJoinedPictograph = isPictograph && next == ZWJ;
            isPictograph = next == ExtendedPictographic || (isPictograph && next == Extend);
            isOddRegionalIndicator = next == RegionalIndicator && !isOddRegionalIndicator;
            previous = next;
            end += length;
        }

        return end;
    }

    /// <summary>Whether the table need not be asked: ASCII and the Arabic letters are Other, between which there is always a boundary (GB999).</summary>
    internal static bool IsPlain(char unit) => unit is (>= ' ' and <= '~') or (>= '\u0620' and <= '\u064A');

    /// <summary>How many of a text's first characters, all of them plain, are clusters of their own: the last is not when a mark may follow it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plain">How many of its first characters <see cref="IsPlain"/> holds for.</param>
    internal static int WholeOf(ReadOnlySpan<char> text, int plain) => plain > 0 && plain < text.Length && !IsPlain(text[plain]) ? plain - 1 : plain;

    /// <summary>GB3 to GB9b.</summary>
    private static bool IsWhole(GraphemeClusterBreak previous, GraphemeClusterBreak next) => (previous, next) switch
    {
        (CR, LF) => true, // GB3
        (Control or CR or LF, _) or (_, Control or CR or LF) => false, // GB4, GB5
        (L, L or V or LV or LVT) => true, // GB6
        (LV or V, V or T) => true, // GB7
        (LVT or T, T) => true, // GB8
        (_, Extend or ZWJ or SpacingMark) => true, // GB9, GB9a
        (Prepend, _) => true, // GB9b
        _ => false,
    };
}
