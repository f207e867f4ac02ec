namespace DocBuilder.UnicodeTables;

/// <summary>A value for each of the 1,114,112 code points.</summary>
internal sealed class CodePointMap
{
    /// <summary>How many code points there are.</summary>
    public const int Count = 0x110000;

    /// <summary>The values by code point.</summary>
    public ushort[] Values { get; } = new ushort[Count];

    /// <summary>The value of a code point.</summary>
    public int this[int codePoint]
    {
        get => Values[codePoint];
        set => Values[codePoint] = checked((ushort)value);
    }

    /// <summary>Gives every code point of a range the same value.</summary>
    public void Fill((int First, int Last) range, int value) =>
        Array.Fill(Values, checked((ushort)value), range.First, range.Last - range.First + 1);

    /// <summary>Reads a property file whose second field is a value's alias, its @missing lines first.</summary>
    public static CodePointMap Read(string path, PropertyValues values)
    {
        var map = new CodePointMap();
        foreach (var fields in UcdFile.MissingLines(path).Concat(UcdFile.Lines(path)))
        {
            map.Fill(UcdFile.Range(fields[0]), values[fields[1]]);
        }

        return map;
    }

    /// <summary>The code points for which a file of binary properties names <paramref name="property"/>.</summary>
    public static bool[] ReadBinary(string path, string property)
    {
        var set = new bool[Count];
        foreach (var fields in UcdFile.Lines(path).Where(fields => fields[1] == property))
        {
            var (first, last) = UcdFile.Range(fields[0]);
            Array.Fill(set, true, first, last - first + 1);
        }

        return set;
    }
}
