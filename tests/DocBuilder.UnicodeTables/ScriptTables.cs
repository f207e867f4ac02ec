namespace DocBuilder.UnicodeTables;

/// <summary>Script and Script_Extensions (UAX #24).</summary>
internal sealed class ScriptTables
{
    private readonly PropertyValues _values;
    private readonly CodePointMap _scripts;
    private readonly string _folder;

    public ScriptTables(string folder)
    {
        _folder = folder;

        // Katakana_Or_Hiragana is a name for use elsewhere; no character has it.
        _values = PropertyValues.Read(folder, "sc", fields => fields[1] == "Hrkt", "Zzzz", "Zyyy", "Zinh");
        _scripts = CodePointMap.Read(Path.Combine(folder, "Scripts.txt"), _values);
    }

    public string Script()
    {
        var file = new CSharpWriter();
        file.Enum("public", "Script", "Script (UAX #24).", _values.All.Select(
            value => (TableFiles.MemberName(value.Long), $"{value.Long} (<c>{value.Short}</c>).")));
        file.TrieClass("ScriptTable", "Script by code point.", "Script", _scripts);
        return file.ToString();
    }

    public string Tags()
    {
        var file = new CSharpWriter();
        file.Line("/// <summary>The codes that other standards name scripts by.</summary>");
        file.Line("public static class ScriptTags");
        file.Line("{");
        file.Line("    /// <summary>The four-letter code of ISO 15924: <c>Arab</c>, <c>Latn</c>, <c>Zyyy</c>.</summary>");
        file.Line("    /// <exception cref=\"ArgumentOutOfRangeException\">The value is not one of the enum.</exception>");
        file.Line("    public static string ToIso15924(this Script script) => script switch");
        file.Line("    {");
        foreach (var (shortAlias, longAlias) in _values.All)
        {
            file.Line($"        Script.{TableFiles.MemberName(longAlias)} => \"{shortAlias}\",");
        }

        file.Line("        _ => throw new ArgumentOutOfRangeException(nameof(script), script, null),");
        file.Line("    };");
        file.Line("}");
        return file.ToString();
    }

    /// <summary>
    /// The sets of scripts that characters name beyond their own Script. In each, the script comes first whose characters stand nearest in
    /// the code charts: what the character is taken for when its neighbours say nothing (U+060C ARABIC COMMA: Arabic).
    /// </summary>
    public string Extensions()
    {
        var map = new CodePointMap();
        var sets = new List<ulong> { 0 };
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var offsets = new List<ulong> { 0 };
        foreach (var fields in UcdFile.Lines(Path.Combine(_folder, "ScriptExtensions.txt")).OrderBy(fields => UcdFile.Range(fields[0]).First))
        {
            var range = UcdFile.Range(fields[0]);
            var scripts = fields[1].Split(' ').Select(alias => _values[alias]).Order().ToList();
            for (var codePoint = range.First; codePoint <= range.Last; codePoint++)
            {
                var nearest = Nearest(codePoint, scripts);
                int[] set = [nearest, .. scripts.Where(script => script != nearest)];
                var key = string.Join(' ', set);
                if (!starts.TryGetValue(key, out var number))
                {
                    number = offsets.Count;
                    starts.Add(key, number);
                    offsets.Add((ulong)sets.Count);
                    sets.Add((ulong)set.Length);
                    sets.AddRange(set.Select(script => (ulong)script));
                }

                map[codePoint] = number;
            }
        }

        var file = new CSharpWriter();
        file.TrieClass(
            "ScriptExtensionsTable",
            "Script_Extensions: 0 where the set is the Script alone, else the number of a set in <see cref=\"ScriptSetTable\"/>.",
            "byte",
            map);
        file.Line();
        file.Line("/// <summary>Sets of scripts: where each begins, and there its size and its scripts, the one to prefer first.</summary>");
        file.Line("internal static class ScriptSetTable");
        file.Line("{");
        file.Line("    /// <summary>The scripts of a set, as numbers of <see cref=\"Script\"/>; none for set 0.</summary>");
        file.Line("    public static ReadOnlySpan<byte> Of(int set) => Scripts.Slice(Starts[set] + 1, Scripts[Starts[set]]);");
        file.Line();
        file.Array("Starts", "ushort", offsets);
        file.Line();
        file.Array("Scripts", "byte", sets);
        file.Line("}");
        return file.ToString();
    }

    private int Nearest(int codePoint, List<int> scripts)
    {
        for (var distance = 0; distance < CodePointMap.Count; distance++)
        {
            int[] neighbours = [Math.Max(codePoint - distance, 0), Math.Min(codePoint + distance, CodePointMap.Count - 1)];
            foreach (var neighbour in neighbours)
            {
                if (scripts.Contains(_scripts[neighbour]))
                {
                    return _scripts[neighbour];
                }
            }
        }

        throw new InvalidOperationException("No character has any of the scripts.");
    }
}
