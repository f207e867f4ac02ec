namespace DocBuilder.Typesetting.Unicode;

/// <summary>A set of scripts.</summary>
internal readonly record struct ScriptSet(ulong Low, ulong Middle, ulong High)
{
    /// <summary>Whether it is empty.</summary>
    public bool IsEmpty => (Low | Middle | High) == 0;

    /// <summary>The scripts of a set of <see cref="ScriptSetTable"/>.</summary>
    public static ScriptSet Of(ReadOnlySpan<byte> scripts)
    {
        Span<ulong> words = stackalloc ulong[3];
        words.Clear();
        foreach (var script in scripts)
        {
            words[script >> 6] |= 1UL << (script & 63);
        }

        return new(words[0], words[1], words[2]);
    }

    /// <summary>The scripts in both sets.</summary>
    public static ScriptSet operator &(ScriptSet left, ScriptSet right) =>
        new(left.Low & right.Low, left.Middle & right.Middle, left.High & right.High);

    /// <summary>Whether a script is in the set.</summary>
    public bool Has(Script script)
    {
        var word = ((int)script >> 6) switch { 0 => Low, 1 => Middle, _ => High };
        return (word & (1UL << ((int)script & 63))) != 0;
    }

    /// <summary>The script with the lowest number; the set must not be empty.</summary>
    public Script First() => (Script)(Low != 0
        ? System.Numerics.BitOperations.TrailingZeroCount(Low)
        : Middle != 0
            ? 64 + System.Numerics.BitOperations.TrailingZeroCount(Middle)
            : 128 + System.Numerics.BitOperations.TrailingZeroCount(High));
}
