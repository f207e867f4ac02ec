namespace DocBuilder.Conformance.Extraction;

/// <summary>
/// Levenshtein distance, 64 rows at a time: Myers (1999) in the block form of Hyyrö (2003). 20,000 letters take a few milliseconds.
/// </summary>
internal static class EditDistance
{
    private const int WordSize = 64;

    /// <summary>How many insertions, deletions and substitutions of UTF-16 code units lead from one text to the other.</summary>
    public static int Between(string pattern, string text)
    {
        if (pattern.Length == 0 || text.Length == 0)
        {
            return Math.Max(pattern.Length, text.Length);
        }

        var blocks = (pattern.Length + WordSize - 1) / WordSize;
        var places = Places(pattern, blocks);
        var nowhere = new ulong[blocks];
        var positive = new ulong[blocks];
        var negative = new ulong[blocks];
        Array.Fill(positive, ulong.MaxValue);
        var last = 1UL << ((pattern.Length - 1) % WordSize);
        var distance = pattern.Length;
        foreach (var character in text)
        {
            var equal = places.GetValueOrDefault(character, nowhere);
            // The first row grows by one with every column.
            var carry = 1;
            for (var block = 0; block < blocks; block++)
            {
                var lastRow = block == blocks - 1 ? last : 1UL << (WordSize - 1);
                carry = Advance(ref positive[block], ref negative[block], equal[block], carry, lastRow);
            }

            distance += carry;
        }

        return distance;
    }

    /// <summary>One block of one column: the horizontal difference that comes in above goes out below.</summary>
    private static int Advance(ref ulong positive, ref ulong negative, ulong equal, int carry, ulong lastRow)
    {
        var vertical = equal | negative;
        if (carry < 0)
        {
            equal |= 1;
        }

        var horizontal = (((equal & positive) + positive) ^ positive) | equal;
        var rising = negative | ~(horizontal | positive);
        var falling = positive & horizontal;
        var leaving = (rising & lastRow) != 0 ? 1 : (falling & lastRow) != 0 ? -1 : 0;
        rising = (rising << 1) | (carry > 0 ? 1UL : 0);
        falling = (falling << 1) | (carry < 0 ? 1UL : 0);
        positive = falling | ~(vertical | rising);
        negative = rising & vertical;
        return leaving;
    }

    private static Dictionary<char, ulong[]> Places(string pattern, int blocks)
    {
        var places = new Dictionary<char, ulong[]>();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!places.TryGetValue(pattern[i], out var mask))
            {
                places[pattern[i]] = mask = new ulong[blocks];
            }

            mask[i / WordSize] |= 1UL << (i % WordSize);
        }

        return places;
    }
}
