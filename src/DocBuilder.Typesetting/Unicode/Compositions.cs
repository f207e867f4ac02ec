namespace DocBuilder.Typesetting.Unicode;

/// <summary>Primary composites (The Unicode Standard, D114).</summary>
internal static class Compositions
{
    /// <summary>NFC_Quick_Check=Maybe: the character can be the second of a composite.</summary>
    private const int CanBeSecond = 0b100;

    /// <summary>The composite of two characters; 0 for none.</summary>
    public static int Find(int first, int second)
    {
        if ((NormalizationQuickCheckTable.Of(second) & CanBeSecond) == 0)
        {
            return 0;
        }

        var syllable = HangulSyllables.Compose(first, second);
        if (syllable != 0)
        {
            return syllable;
        }

        var key = ((ulong)(uint)first << 42) | ((ulong)(uint)second << 21);
        var pairs = CompositionTable.Pairs;
        var place = ~pairs.BinarySearch(key); // never found: a composite is not 0
        return place < pairs.Length && (pairs[place] ^ key) < (1UL << 21) ? (int)(pairs[place] & ((1UL << 21) - 1)) : 0;
    }
}
