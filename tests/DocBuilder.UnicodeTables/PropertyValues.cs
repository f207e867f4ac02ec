namespace DocBuilder.UnicodeTables;

/// <summary>The values of one enumerated property: a number for each, and its aliases (PropertyValueAliases.txt).</summary>
internal sealed class PropertyValues
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Short, string Long)> _values = [];

    private PropertyValues()
    {
    }

    /// <summary>Short and long alias of each value, in the order of their numbers.</summary>
    public IReadOnlyList<(string Short, string Long)> All => _values;

    /// <summary>The number of a value, by any of its aliases.</summary>
    public int this[string alias] => _numbers[alias];

    /// <summary>The values of <paramref name="property"/>: <paramref name="first"/> get the lowest numbers, the others follow in file order.</summary>
    /// <param name="folder">The folder of the database.</param>
    /// <param name="property">The property's short name.</param>
    /// <param name="skip">Values that no code point has: groups, obsolete values.</param>
    /// <param name="first">Short aliases.</param>
    public static PropertyValues Read(string folder, string property, Func<string[], bool> skip, params string[] first)
    {
        var lines = UcdFile.Lines(Path.Combine(folder, "PropertyValueAliases.txt"))
            .Where(fields => fields[0] == property && !skip(fields))
            .OrderBy(fields => Array.IndexOf(first, fields[1]) is var place && place < 0 ? first.Length : place);
        var values = new PropertyValues();
        foreach (var fields in lines)
        {
            foreach (var alias in fields.Skip(1))
            {
                values._numbers.TryAdd(alias, values._values.Count);
            }

            values._values.Add((fields[1], fields[2]));
        }

        return values;
    }
}
