using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>
/// Finds direction controls (UAX #9, 2) that show text in another order than it is read: any in code, where they hide what a program does; elsewhere those
/// that force the direction of letters, and those that are not closed before the paragraph ends.
/// </summary>
internal static class DirectionControlCheck
{
    // Deeper than UAX #9's own limit (max_depth 125) nothing is resolved any more.
    private const int Deepest = 125;

    public static void Run(List<BlockText> texts, FindingList findings)
    {
        foreach (var text in texts)
        {
            if (text.Words.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0 || text.Words.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0)
            {
                Check(text, findings);
            }
        }
    }

    private static void Check(BlockText text, FindingList findings)
    {
        var open = new Stack<int>();
        bool toldCode = false, toldOverride = false;
        for (var i = 0; i < text.Words.Length; i++)
        {
            var control = text.Words[i];
            if (control is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
            {
                continue;
            }

            if (text.SegmentAt(i).IsCode)
            {
                Tell(CheckFindings.BidiControlInCode, i, ref toldCode);
                continue;
            }

            if (control is '\u202D' or '\u202E')
            {
                Tell(CheckFindings.BidiOverride, i, ref toldOverride);
            }

            if (control is '\u2069')
            {
                CloseIsolate(text.Words, open);
            }
            else if (control is '\u202C')
            {
                // A PDF closes the innermost embedding, and never an isolate (UAX #9, X7).
                if (open.TryPeek(out var last) && !IsIsolate(text.Words[last]))
                {
                    open.Pop();
                }
            }
            else if (open.Count < Deepest)
            {
                open.Push(i);
            }
        }

        if (open.Count > 0)
        {
            var told = false;
            Tell(CheckFindings.BidiControlUnclosed, open.Last(), ref told);
        }

        void Tell(FindingRule rule, int index, ref bool told)
        {
            if (!told)
            {
                findings.Add(rule, text.PositionAt(index), ((int)text.Words[index]).ToString("X4", CultureInfo.InvariantCulture));
            }

            told = true;
        }
    }

    /// <summary>A PDI closes the last isolate with all embeddings in it; without one it does nothing (UAX #9, X6a).</summary>
    private static void CloseIsolate(string words, Stack<int> open)
    {
        if (open.Any(index => IsIsolate(words[index])))
        {
            while (!IsIsolate(words[open.Pop()]))
            {
            }
        }
    }

    private static bool IsIsolate(char control) => control is >= '\u2066' and <= '\u2068';
}
