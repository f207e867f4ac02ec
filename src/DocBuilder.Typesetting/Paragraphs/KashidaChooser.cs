namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Chooses which words of a line are lengthened: good places, spread over the line, and not under one another on neighbouring lines.</summary>
internal static class KashidaChooser
{
    /// <summary>What it costs, in steps of priority, to be a whole share of the line away from the even place.</summary>
    private const double Displacement = 6;

    /// <summary>What it costs to stand beside a word that is lengthened already.</summary>
    private const double Neighbour = 4;

    /// <summary>What it costs to stand right under a kashida of the line above.</summary>
    private const double Stacked = 5;

    /// <summary>How near is right under, in ems.</summary>
    private const double StackedWithin = 1.5;

    /// <summary>The places to lengthen, at most one in a word, at most <paramref name="count"/>.</summary>
    /// <param name="candidates">Every possible place of the line, in logical order.</param>
    /// <param name="count">How many words shall be lengthened.</param>
    /// <param name="above">Where the line above is lengthened, in points.</param>
    public static List<KashidaCandidate> Choose(List<KashidaCandidate> candidates, int count, IReadOnlyList<double> above)
    {
        var words = BestOfEachWord(candidates, above);
        var chosen = new List<KashidaCandidate>();
        if (words.Count == 0)
        {
            return chosen;
        }

        var (first, last) = (words[0].Candidate.Word, words[^1].Candidate.Word);
        var share = (last - first + 1) / (double)count;
        var taken = new HashSet<int>();
        for (var n = 0; n < count && taken.Count < words.Count; n++)
        {
            var even = first + ((n + 0.5) * share) - 0.5;
            var (best, least) = (-1, 0.0);
            for (var i = 0; i < words.Count; i++)
            {
                var (candidate, cost) = words[i];
                if (taken.Contains(candidate.Word))
                {
                    continue;
                }

                cost += Displacement * Math.Abs(candidate.Word - even) / share;
                cost += taken.Contains(candidate.Word - 1) || taken.Contains(candidate.Word + 1) ? Neighbour : 0;
                if (best < 0 || cost < least)
                {
                    (best, least) = (i, cost);
                }
            }

            taken.Add(words[best].Candidate.Word);
            chosen.Add(words[best].Candidate);
        }

        return chosen;
    }

    /// <summary>The cheapest place of each word; on a tie the one nearer the word's end.</summary>
    private static List<(KashidaCandidate Candidate, double Cost)> BestOfEachWord(List<KashidaCandidate> candidates, IReadOnlyList<double> above)
    {
        var best = new List<(KashidaCandidate Candidate, double Cost)>();
        foreach (var candidate in candidates)
        {
            var cost = candidate.Priority + (IsStacked(candidate, above) ? Stacked : 0);
            if (best.Count == 0 || best[^1].Candidate.Word != candidate.Word)
            {
                best.Add((candidate, cost));
            }
            else if (cost <= best[^1].Cost)
            {
                best[^1] = (candidate, cost);
            }
        }

        return best;
    }

    private static bool IsStacked(in KashidaCandidate candidate, IReadOnlyList<double> above)
    {
        for (var i = 0; i < above.Count; i++)
        {
            if (Math.Abs(above[i] - candidate.X) < StackedWithin * candidate.Size)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A place of a line that can be lengthened.</summary>
/// <param name="Place">The letter after the stroke, in the paragraph's text.</param>
/// <param name="Word">Which word of the line it is in, from 0.</param>
/// <param name="X">Where the stroke is, in points.</param>
/// <param name="Size">The size of the letters, in points to the em.</param>
/// <param name="Priority">1 for the best place, 7 for the least good.</param>
internal readonly record struct KashidaCandidate(int Place, int Word, double X, double Size, byte Priority);
