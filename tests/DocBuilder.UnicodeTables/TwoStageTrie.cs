namespace DocBuilder.UnicodeTables;

/// <summary>A map cut into blocks of equal size, equal blocks kept once: an index of blocks, and the blocks' values.</summary>
/// <param name="Shift">The binary logarithm of the block size.</param>
/// <param name="Index">The block of each <c>codePoint >> Shift</c>.</param>
/// <param name="Values">The blocks one after the other.</param>
internal sealed record TwoStageTrie(int Shift, byte[] Index, ushort[] Values)
{
    /// <summary>The smallest trie whose block numbers fit a byte.</summary>
    public static TwoStageTrie Build(CodePointMap map)
    {
        var width = map.Values.Max() > byte.MaxValue ? 2 : 1;
        TwoStageTrie? best = null;
        for (var shift = 4; shift <= 9; shift++)
        {
            if (TryBuild(map.Values, shift) is { } trie && (best is null || Size(trie) < Size(best)))
            {
                best = trie;
            }
        }

        return best ?? throw new InvalidOperationException("More than 256 different blocks at every block size.");

        int Size(TwoStageTrie trie) => trie.Index.Length + (trie.Values.Length * width);
    }

    private static TwoStageTrie? TryBuild(ushort[] values, int shift)
    {
        var size = 1 << shift;
        var index = new byte[values.Length >> shift];
        var blocks = new List<ushort>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var block = 0; block < index.Length; block++)
        {
            var content = values.AsSpan(block << shift, size);
            var key = string.Create(size, block << shift, (chars, start) =>
            {
                for (var i = 0; i < chars.Length; i++)
                {
                    chars[i] = (char)values[start + i];
                }
            });
            if (!known.TryGetValue(key, out var number))
            {
                number = known.Count;
                if (number > byte.MaxValue)
                {
                    return null;
                }

                known.Add(key, number);
                blocks.AddRange(content);
            }

            index[block] = (byte)number;
        }

        return new TwoStageTrie(shift, index, [.. blocks]);
    }
}
