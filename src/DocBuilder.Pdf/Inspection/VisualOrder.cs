using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// Puts a line that was read from left to right, as it is drawn, into the order in which it is said: the Unicode Bidirectional Algorithm backwards.
/// Several texts can look the same; one is taken that, laid out again, looks as the line does.
/// </summary>
internal static class VisualOrder
{
    /// <summary>The line in logical order.</summary>
    /// <param name="line">The characters from left to right. Marks stand before or after their base, as the direction has it.</param>
    /// <param name="paragraphLevel">0 for left-to-right, 1 for right-to-left.</param>
    /// <param name="before">What the paragraph said before this line. The line is added to it.</param>
    public static string ToLogical(string line, int paragraphLevel, LinesBefore before)
    {
        var clusters = Clusters(line);
        if (paragraphLevel == 0 && !clusters.Exists(cluster => IsRightToLeft(cluster.Class)))
        {
            before.Add(line);
            return line;
        }

        // Digits after an Arabic letter are laid out in another way than after a foreign one (UAX #9 W2, W7), so that letter is put where the line begins.
        var arabic = new LineCluster(new Rune('\u0627'), []);
        if (paragraphLevel == 1 && before.EndWithArabic)
        {
            clusters.Add(arabic);
        }

        // Where several orders look alike, a number belongs to the foreign word on its left ("MA-7", "ISO 9001"), which the first way sees.
        var reversed = Enumerable.Reverse(clusters).ToList();
        List<List<LineCluster>> candidates = [Reorder(clusters, paragraphLevel)];
        if (paragraphLevel == 1)
        {
            candidates.Add(ReverseNumbersAndForeign(reversed, Levels(reversed, 1)));
        }

        var best = candidates.Find(candidate => Reorder(candidate, paragraphLevel).SequenceEqual(clusters)) ?? OfIsolates(candidates[^1], reversed, paragraphLevel, before);
        if (NumbersBeforeUnits.In(best) is { } moved && Reorder(moved, paragraphLevel).SequenceEqual(clusters))
        {
            best = moved;
        }

        MoveSignsBeforeNumbers(best);
        best = WithBracketsTheRightWay(best, paragraphLevel, before);
        best.Remove(arabic);
        var text = Text(best);
        before.Add(text);
        return text;
    }

    /// <summary>A text that is in logical order among letters that are not, in the order of those.</summary>
    public static string ToVisual(string logical)
    {
        if (Level(logical, 0) == 0)
        {
            return logical;
        }

        var visual = new StringBuilder(logical.Length);
        foreach (var run in BidiAlgorithm.VisualRuns(BidiAlgorithm.Resolve(logical, 1)))
        {
            var runes = logical.Substring(run.Start, run.Length).EnumerateRunes();
            foreach (var rune in (run.Level & 1) != 0 ? runes.Reverse() : runes)
            {
                visual.Append(rune.ToString());
            }
        }

        return visual.ToString();
    }

    /// <summary>The level of a text by the majority of its letters, for want of a better source.</summary>
    public static int Level(string text, int otherwise)
    {
        var balance = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            balance += UnicodeProperties.BidiClass(rune.Value) switch { BidiClass.L => -1, BidiClass.R or BidiClass.AL => 1, _ => 0 };
        }

        return balance == 0 ? otherwise : balance > 0 ? 1 : 0;
    }

    private static bool IsRightToLeft(BidiClass bidiClass) => bidiClass is BidiClass.R or BidiClass.AL;

    /// <summary>
    /// A minus that is drawn on the left of its number comes out after it, for only an isolate, which leaves no trace, puts it there. No number ends in one.
    /// </summary>
    private static void MoveSignsBeforeNumbers(List<LineCluster> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (line[i].Stand is not ('\u2212' or '\u00B1') || !IsDigit(line[i - 1]) || (i + 1 < line.Count && IsWord(line[i + 1])))
            {
                continue;
            }

            var start = i;
            while (start > 0 && (IsDigit(line[start - 1]) || (start > 1 && line[start - 1].Class is BidiClass.CS or BidiClass.AN && IsDigit(line[start - 2]))))
            {
                start--;
            }

            var sign = line[i];
            line.RemoveAt(i);
            line.Insert(start, sign);
        }
    }

    private static bool IsDigit(LineCluster cluster) => Rune.IsDigit(cluster.Base);

    private static bool IsWord(LineCluster cluster) => Rune.IsLetterOrDigit(cluster.Base);

    /// <summary>L2 without its last step: what is reversed already stands right, all that runs left to right in it is turned.</summary>
    private static List<LineCluster> ReverseNumbersAndForeign(List<LineCluster> reversed, byte[] levels)
    {
        var logical = new List<LineCluster>(reversed.Count);
        for (var start = 0; start < levels.Length;)
        {
            var end = start;
            while (end < levels.Length && levels[end] > 1 == levels[start] > 1)
            {
                end++;
            }

            var run = reversed.GetRange(start, end - start);
            if (levels[start] > 1)
            {
                // Right-to-left words inside a foreign run do not come up without explicit marks, which are not drawn.
                run.Reverse();
            }

            logical.AddRange(run);
            start = end;
        }

        return logical;
    }

    /// <summary>
    /// A line that no text without marks of direction looks like: something in it was set apart. If it was foreign words with brackets of their own, those open on the left,
    /// and more brackets find their partner when they go with the words.
    /// </summary>
    private static List<LineCluster> OfIsolates(List<LineCluster> line, List<LineCluster> reversed, int paragraphLevel, LinesBefore before)
    {
        if (paragraphLevel == 0)
        {
            return line;
        }

        var asWords = new List<LineCluster>(reversed);
        var closing = new Stack<int>();
        var holdsForeign = false;
        for (var i = 0; i < reversed.Count; i++)
        {
            if (IsRightToLeft(reversed[i].Class))
            {
                closing.Clear();
            }
            else if (reversed[i].Class == BidiClass.L)
            {
                holdsForeign = true;
            }
            else if (reversed[i].Stand is ')' or ']')
            {
                closing.Push(i);
                holdsForeign = false;
            }
            else if (reversed[i].Stand is '(' or '[' && closing.TryPop(out var end) && holdsForeign)
            {
                asWords[i] = asWords[end] = LineCluster.Word;
            }
        }

        var other = ReverseNumbersAndForeign(reversed, Levels(asWords, 1));
        return Unmatched(other) < Unmatched(line) ? other : line;

        int Unmatched(List<LineCluster> text) => before.Unmatched(text.Select(static cluster => cluster.Stand));
    }

    private static List<LineCluster> Reorder(List<LineCluster> clusters, int paragraphLevel)
    {
        var ordered = new List<LineCluster>(clusters.Count);
        foreach (var run in BidiAlgorithm.VisualRuns(Levels(clusters, paragraphLevel)))
        {
            var part = clusters.GetRange(run.Start, run.Length);
            if ((run.Level & 1) != 0)
            {
                part.Reverse();
            }

            ordered.AddRange(part);
        }

        return ordered;
    }

    /// <summary>The level of every cluster, by its base alone.</summary>
    private static byte[] Levels(List<LineCluster> clusters, int paragraphLevel)
    {
        // One unit a cluster: characters beyond the Basic Multilingual Plane are stood for by one of their class.
        var bases = string.Create(clusters.Count, clusters, static (text, clusters) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = clusters[i].Stand;
            }
        });
        var levels = BidiAlgorithm.Resolve(bases, paragraphLevel);
        BidiAlgorithm.ResetTrailingWhitespace(bases, levels, 0, bases.Length, paragraphLevel);
        return levels;
    }

    /// <summary>
    /// Some files map a bracket in right-to-left text to what it looks like, not to what it is. Then more of them find their partner when they are mirrored.
    /// </summary>
    private static List<LineCluster> WithBracketsTheRightWay(List<LineCluster> line, int paragraphLevel, LinesBefore before)
    {
        var levels = Levels(line, paragraphLevel);
        var mirrored = line.Select((cluster, i) => (levels[i] & 1) != 0 ? cluster.Mirrored() : cluster).ToList();
        return before.Unmatched(mirrored.Select(cluster => cluster.Stand)) < before.Unmatched(line.Select(cluster => cluster.Stand)) ? mirrored : line;
    }

    private static List<LineCluster> Clusters(string line)
    {
        var runes = line.EnumerateRunes().ToArray();
        var clusters = new List<LineCluster>(runes.Length);
        for (var i = 0; i < runes.Length;)
        {
            if (!IsMark(runes[i]))
            {
                clusters.Add(new(runes[i], []));
                i++;
                continue;
            }

            var start = i;
            while (i < runes.Length && IsMark(runes[i]))
            {
                i++;
            }

            // In right-to-left words the base comes after its marks, which are reversed too; else they belong to what stands before them.
            var marks = runes[start..i];
            if (i < runes.Length && IsRightToLeft(UnicodeProperties.BidiClass(runes[i].Value)))
            {
                Array.Reverse(marks);
                clusters.Add(new(runes[i], marks));
                i++;
            }
            else if (clusters.Count > 0)
            {
                clusters[^1] = clusters[^1] with { Marks = [.. clusters[^1].Marks, .. marks] };
            }
            else
            {
                clusters.AddRange(marks.Select(mark => new LineCluster(mark, [])));
            }
        }

        return clusters;
    }

    private static bool IsMark(Rune rune) => UnicodeProperties.BidiClass(rune.Value) == BidiClass.NSM;

    private static string Text(List<LineCluster> clusters)
    {
        var text = new StringBuilder(clusters.Count);
        foreach (var cluster in clusters)
        {
            text.Append(cluster.Base.ToString());
            foreach (var mark in cluster.Marks)
            {
                text.Append(mark.ToString());
            }
        }

        return text.ToString();
    }
}
