namespace DocBuilder.UnicodeTables;

/// <summary>The generated files: what they are called and what is in them.</summary>
public static class TableFiles
{
    /// <summary>The version of Unicode that the tables are made from.</summary>
    public const string Version = "15.0.0";

    /// <summary>Reads the database in <paramref name="folder"/> and writes each file's text, by file name.</summary>
    public static SortedDictionary<string, string> Generate(string folder)
    {
        var general = new GeneralTables(folder);
        var breaks = new BreakTables(folder, general);
        var scripts = new ScriptTables(folder);
        var bidi = new BidiTables(folder);
        var normalization = new NormalizationTables(folder);
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["BidiClass.g.cs"] = bidi.BidiClass(),
            ["BidiBrackets.g.cs"] = bidi.Brackets(),
            ["BidiMirroring.g.cs"] = bidi.Mirroring(),
            ["GeneralCategory.g.cs"] = general.GeneralCategory(),
            ["GraphemeClusterBreak.g.cs"] = breaks.GraphemeClusterBreak(),
            ["JoiningType.g.cs"] = general.JoiningType(),
            ["LineBreakClass.g.cs"] = breaks.LineBreakClass(),
            ["BinaryProperties.g.cs"] = general.BinaryProperties(),
            ["CombiningClass.g.cs"] = normalization.CombiningClass(),
            ["NormalizationQuickCheck.g.cs"] = normalization.QuickCheck(),
            ["Decompositions.g.cs"] = normalization.Decompositions(),
            ["Compositions.g.cs"] = normalization.Compositions(),
            ["Script.g.cs"] = scripts.Script(),
            ["ScriptTags.g.cs"] = scripts.Tags(),
            ["ScriptExtensions.g.cs"] = scripts.Extensions(),
        };
    }

    /// <summary>As <see cref="Generate"/>, the files of DocBuilder.Reading.</summary>
    public static SortedDictionary<string, string> GenerateForReading(string folder) => new(StringComparer.Ordinal)
    {
        ["PresentationFormTable.g.cs"] = new PresentationFormTables(folder).Letters(),
    };

    /// <summary>A property value's long alias as a C# name: <c>Right_To_Left</c> becomes <c>RightToLeft</c>.</summary>
    internal static string MemberName(string longAlias) => longAlias.Replace("_", "", StringComparison.Ordinal);
}
