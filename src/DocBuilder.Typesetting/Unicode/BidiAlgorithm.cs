using System.Buffers;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>The Unicode Bidirectional Algorithm (UAX #9, Unicode 15.0). Time is linear in the length of the text.</summary>
public static class BidiAlgorithm
{
    /// <summary>
    /// The embedding level of every UTF-16 unit (X1 to I2). Line breaking comes next, then <see cref="ResetTrailingWhitespace"/> and
    /// <see cref="VisualRuns"/> for each line. A paragraph separator inside the text ends all embeddings; what follows has the same paragraph level.
    /// </summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="paragraphLevel">0 for left-to-right, 1 for right-to-left.</param>
    /// <returns>
    /// As many levels as the text has units, 0 to 126. Characters that X9 removes have the level of what precedes them, the paragraph level
    /// at the start. Both halves of a surrogate pair have the same level.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The paragraph level is neither 0 nor 1.</exception>
    public static byte[] Resolve(ReadOnlySpan<char> text, int paragraphLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(paragraphLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paragraphLevel, 1);
        var levels = new byte[text.Length];
        var buffer = ArrayPool<BidiClass>.Shared.Rent(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var length = ReadParagraph(text[start..], buffer, out var present);
            var paragraph = new BidiParagraph(text.Slice(start, length), buffer.AsSpan(0, length), present, (byte)paragraphLevel);
            paragraph.Resolve(levels.AsSpan(start, length));
            start += length;
        }

        ArrayPool<BidiClass>.Shared.Return(buffer);
        return levels;
    }

    /// <summary>
    /// The level that the first strong character gives the paragraph: 0 for L, 1 for R or AL, null if there is none outside isolates (P2, P3).
    /// Where the text holds several paragraphs, the first one with a strong character decides.
    /// </summary>
    public static int? FirstStrongLevel(ReadOnlySpan<char> text)
    {
        var isolates = 0;
        for (var i = 0; i < text.Length;)
        {
            switch (BidiClassTable.Of(CodePointReader.At(text, i, out var length)))
            {
                case BidiClass.L when isolates == 0:
                    return 0;
                case BidiClass.R or BidiClass.AL when isolates == 0:
                    return 1;
                case BidiClass.LRI or BidiClass.RLI or BidiClass.FSI:
                    isolates++;
                    break;
                case BidiClass.PDI when isolates > 0:
                    isolates--;
                    break;
                case BidiClass.B:
                    isolates = 0;
                    break;
            }

            i += length;
        }

        return null;
    }

    /// <summary>
    /// Gives separators, and white space in front of them and at the line's end, the paragraph level (L1).
    /// </summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="levels">The levels of the paragraph's units, which <see cref="Resolve"/> returned; those of the line are changed.</param>
    /// <param name="lineStart">The line's first unit.</param>
    /// <param name="lineEnd">The unit after the line's last.</param>
    /// <param name="paragraphLevel">0 for left-to-right, 1 for right-to-left.</param>
    public static void ResetTrailingWhitespace(ReadOnlySpan<char> text, Span<byte> levels, int lineStart, int lineEnd, int paragraphLevel)
    {
        var isTrailing = true;
        var mayBeSeparated = HasSeparators(text[lineStart..lineEnd]);
        for (var end = lineEnd; end > lineStart && (isTrailing || mayBeSeparated);)
        {
            var start = end - 1;
            if (start > lineStart && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]))
            {
                start--;
            }

            var bidiClass = BidiClassTable.Of(CodePointReader.At(text, start, out _));
            var isSeparator = BidiClasses.Separators.Has(bidiClass);
            isTrailing = isSeparator || (isTrailing && BidiClasses.Trailing.Has(bidiClass));
            if (isTrailing)
            {
                levels[start..end].Fill((byte)paragraphLevel);
            }

            end = start;
        }
    }

    /// <summary>The line's runs of equal level in visual order, from left to right (L2).</summary>
    /// <param name="lineLevels">The levels of the line's units, after <see cref="ResetTrailingWhitespace"/>.</param>
    public static List<BidiRun> VisualRuns(ReadOnlySpan<byte> lineLevels)
    {
        var runs = new List<BidiRun>();
        byte highest = 0;
        var lowestOdd = byte.MaxValue;
        for (var start = 0; start < lineLevels.Length;)
        {
            var level = lineLevels[start];
            var next = lineLevels[start..].IndexOfAnyExcept(level);
            var length = next < 0 ? lineLevels.Length - start : next;
            runs.Add(new BidiRun(start, length, level));
            highest = Math.Max(highest, level);
            lowestOdd = (level & 1) != 0 ? Math.Min(lowestOdd, level) : lowestOdd;
            start += length;
        }

        for (int level = highest; level >= lowestOdd; level--)
        {
            for (var start = 0; start < runs.Count; start++)
            {
                var end = start;
                while (end < runs.Count && runs[end].Level >= level)
                {
                    end++;
                }

                if (end > start)
                {
                    runs.Reverse(start, end - start);
                    start = end;
                }
            }
        }

        return runs;
    }

    /// <summary>Whether there are characters of the classes B or S: all of them are controls, or the paragraph separator.</summary>
    private static bool HasSeparators(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F') || text.Contains('\u2029');

    /// <summary>
    /// Reads the classes of the units up to and with the first paragraph separator (P1). The second half of a surrogate pair is BN: it follows its first half,
    /// as X9 lets such characters do.
    /// </summary>
    private static int ReadParagraph(ReadOnlySpan<char> text, Span<BidiClass> classes, out BidiClasses present)
    {
        present = default;
        for (var i = 0; i < text.Length;)
        {
            var bidiClass = BidiClassTable.Of(CodePointReader.At(text, i, out var length));
            present |= BidiClasses.Of(bidiClass);
            classes[i] = bidiClass;
            if (length == 2)
            {
                classes[i + 1] = BidiClass.BN;
                present |= BidiClasses.Of(BidiClass.BN);
            }

            i += length;
            if (bidiClass == BidiClass.B)
            {
                return i;
            }
        }

        return text.Length;
    }
}
