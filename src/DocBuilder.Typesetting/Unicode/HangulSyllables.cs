namespace DocBuilder.Typesetting.Unicode;

/// <summary>The arithmetic of Hangul syllables (The Unicode Standard, section 3.12).</summary>
internal static class HangulSyllables
{
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7;
    private const int LCount = 19, VCount = 21, TCount = 28;
    private const int SCount = LCount * VCount * TCount;

    /// <summary>Whether a code point is a precomposed syllable.</summary>
    public static bool Contains(int codePoint) => (uint)(codePoint - SBase) < SCount;

    /// <summary>A syllable's two or three letters; the third is 0 where there are two.</summary>
    public static (int Leading, int Vowel, int Trailing) Decompose(int syllable)
    {
        var index = syllable - SBase;
        var trailing = index % TCount;
        return (LBase + (index / (VCount * TCount)), VBase + (index % (VCount * TCount) / TCount), trailing == 0 ? 0 : TBase + trailing);
    }

    /// <summary>The syllable of two letters, or of a syllable without a trailing letter and one; 0 for none.</summary>
    public static int Compose(int first, int second)
    {
        if ((uint)(first - LBase) < LCount && (uint)(second - VBase) < VCount)
        {
            return SBase + (((first - LBase) * VCount) + (second - VBase)) * TCount;
        }

        return Contains(first) && (first - SBase) % TCount == 0 && (uint)(second - TBase - 1) < TCount - 1 ? first + (second - TBase) : 0;
    }
}
