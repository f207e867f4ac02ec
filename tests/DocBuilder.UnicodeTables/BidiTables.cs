namespace DocBuilder.UnicodeTables;

/// <summary>What UAX #9 asks of a character: Bidi_Class, paired brackets, mirror images.</summary>
internal sealed class BidiTables(string folder)
{
    public string BidiClass()
    {
        var values = PropertyValues.Read(folder, "bc", _ => false, "L", "R", "AL");
        var map = CodePointMap.Read(Path.Combine(folder, "extracted", "DerivedBidiClass.txt"), values);
        var file = new CSharpWriter();
        file.Enum("public", "BidiClass", "Bidi_Class (UAX #9, Table 4).", values.All.Select(value => (value.Short, value.Long + ".")));
        file.TrieClass("BidiClassTable", "Bidi_Class by code point.", "BidiClass", map);
        return file.ToString();
    }

    /// <summary>Both brackets of a pair share a number; canonically equivalent pairs share it too (BD16).</summary>
    public string Brackets()
    {
        var equivalents = UcdFile.Lines(Path.Combine(folder, "UnicodeData.txt"))
            .Where(fields => fields[5].Length > 0 && !fields[5].Contains(' ', StringComparison.Ordinal))
            .ToDictionary(fields => UcdFile.CodePoint(fields[0]), fields => UcdFile.CodePoint(fields[5]));
        var map = new CodePointMap();
        var pairs = new Dictionary<int, int>();
        foreach (var fields in UcdFile.Lines(Path.Combine(folder, "BidiBrackets.txt")))
        {
            var bracket = UcdFile.CodePoint(fields[0]);
            var isOpening = fields[2] == "o";
            var opening = isOpening ? bracket : UcdFile.CodePoint(fields[1]);
            opening = equivalents.GetValueOrDefault(opening, opening);
            if (!pairs.TryGetValue(opening, out var pair))
            {
                pairs.Add(opening, pair = pairs.Count + 1);
            }

            map[bracket] = (pair << 1) | (isOpening ? 0 : 1);
        }

        var file = new CSharpWriter();
        file.TrieClass(
            "BidiBracketTable",
            "Bidi_Paired_Bracket: 0 for none, else twice the number of the pair, plus one for the closing bracket; canonically equivalent pairs have one number.",
            "byte",
            map);
        return file.ToString();
    }

    public string Mirroring()
    {
        var images = UcdFile.Lines(Path.Combine(folder, "BidiMirroring.txt"))
            .Select(fields => (Character: UcdFile.CodePoint(fields[0]), Image: UcdFile.CodePoint(fields[1])))
            .OrderBy(pair => pair.Character)
            .ToList();
        var file = new CSharpWriter();
        file.Line("/// <summary>Bidi_Mirroring_Glyph: characters in ascending order, and the mirror image of each; all in the Basic Multilingual Plane.</summary>");
        file.Line("internal static class BidiMirroringTable");
        file.Line("{");
        file.Array("Characters", "ushort", images.Select(pair => (ulong)checked((ushort)pair.Character)), "public");
        file.Line();
        file.Array("Images", "ushort", images.Select(pair => (ulong)checked((ushort)pair.Image)), "public");
        file.Line("}");
        return file.ToString();
    }
}
