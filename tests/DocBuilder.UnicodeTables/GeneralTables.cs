namespace DocBuilder.UnicodeTables;

/// <summary>General_Category, Joining_Type, and the binary properties.</summary>
internal sealed class GeneralTables
{
    private readonly string _folder;
    private readonly PropertyValues _categories;
    private readonly CodePointMap _category = new();
    private readonly bool[] _mirrored = new bool[CodePointMap.Count];

    public GeneralTables(string folder)
    {
        _folder = folder;

        // One-letter values and LC are groups of values.
        _categories = PropertyValues.Read(folder, "gc", fields => fields[1].Length == 1 || fields[1] == "LC", "Cn");
        var rangeStart = 0;
        foreach (var fields in UcdFile.Lines(Path.Combine(folder, "UnicodeData.txt")))
        {
            var last = UcdFile.CodePoint(fields[0]);
            var first = fields[1].EndsWith(", Last>", StringComparison.Ordinal) ? rangeStart : last;
            rangeStart = last;
            _category.Fill((first, last), _categories[fields[2]]);
            Array.Fill(_mirrored, fields[9] == "Y", first, last - first + 1);
        }
    }

    /// <summary>Whether a code point's General_Category is one of <paramref name="shortAliases"/>.</summary>
    public bool IsCategory(int codePoint, params ReadOnlySpan<string> shortAliases) =>
        shortAliases.Contains(_categories.All[_category[codePoint]].Short);

    public string GeneralCategory()
    {
        var file = new CSharpWriter();
        file.Enum("public", "GeneralCategory", "General_Category (UAX #44, section 5.7.1).", _categories.All.Select(
            value => (TableFiles.MemberName(value.Long), $"{value.Long} (<c>{value.Short}</c>).")));
        file.TrieClass("GeneralCategoryTable", "General_Category by code point.", "GeneralCategory", _category);
        return file.ToString();
    }

    public string JoiningType()
    {
        var values = PropertyValues.Read(_folder, "jt", _ => false, "U");
        var file = new CSharpWriter();
        file.Enum("public", "JoiningType", "Joining_Type (The Unicode Standard, section 9.2).", values.All.Select(
            value => (TableFiles.MemberName(value.Long), $"{value.Long} (<c>{value.Short}</c>).")));
        var map = CodePointMap.Read(Path.Combine(_folder, "extracted", "DerivedJoiningType.txt"), values);
        file.TrieClass("JoiningTypeTable", "Joining_Type by code point.", "JoiningType", map);
        return file.ToString();
    }

    public string BinaryProperties()
    {
        var ignorable = CodePointMap.ReadBinary(Path.Combine(_folder, "DerivedCoreProperties.txt"), "Default_Ignorable_Code_Point");
        var map = new CodePointMap();
        for (var codePoint = 0; codePoint < CodePointMap.Count; codePoint++)
        {
            map[codePoint] = (ignorable[codePoint] ? 1 : 0) | (_mirrored[codePoint] ? 2 : 0);
        }

        var file = new CSharpWriter();
        file.TrieClass("BinaryPropertyTable", "Bit 0: Default_Ignorable_Code_Point. Bit 1: Bidi_Mirrored.", "byte", map);
        return file.ToString();
    }
}
