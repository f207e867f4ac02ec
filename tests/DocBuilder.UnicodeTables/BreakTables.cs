namespace DocBuilder.UnicodeTables;

/// <summary>The classes of line breaking (UAX #14) and of grapheme clusters (UAX #29), each with what else its rules ask of a character.</summary>
internal sealed class BreakTables(string folder, GeneralTables general)
{
    private readonly bool[] _pictographic =
        CodePointMap.ReadBinary(Path.Combine(folder, "emoji", "emoji-data.txt"), "Extended_Pictographic");

    /// <summary>
    /// LB1 is applied here: AI, SG, XX, SA and CJ are resolved. Three classes are split in two, so that the rules need no second lookup:
    /// OP and CP by East_Asian_Width (LB30), ID by what LB30b asks.
    /// </summary>
    public string LineBreakClass()
    {
        string[] resolved = ["AI", "SG", "XX", "SA", "CJ"];
        var values = PropertyValues.Read(folder, "lb", _ => false, "AL");
        var kept = values.All.Where(value => !resolved.Contains(value.Short)).ToList();
        (string Short, string Long)[] split = [
            ("OPWide", "Open_Punctuation of East_Asian_Width F, W or H"),
            ("CPWide", "Close_Parenthesis of East_Asian_Width F, W or H"),
            ("IDReserved", "Ideographic, Extended_Pictographic and unassigned"),
        ];
        kept.AddRange(split);
        var numbers = kept.Select((value, number) => (value.Short, number)).ToDictionary(pair => pair.Short, pair => pair.number);

        var widths = PropertyValues.Read(folder, "ea", _ => false);
        var width = CodePointMap.Read(Path.Combine(folder, "EastAsianWidth.txt"), widths);
        var map = CodePointMap.Read(Path.Combine(folder, "extracted", "DerivedLineBreak.txt"), values);
        for (var codePoint = 0; codePoint < CodePointMap.Count; codePoint++)
        {
            var isWide = widths.All[width[codePoint]].Short is "F" or "W" or "H";
            map[codePoint] = numbers[values.All[map[codePoint]].Short switch
            {
                "AI" or "SG" or "XX" => "AL",
                "SA" => general.IsCategory(codePoint, "Mn", "Mc") ? "CM" : "AL",
                "CJ" => "NS",
                "OP" when isWide => "OPWide",
                "CP" when isWide => "CPWide",
                "ID" when _pictographic[codePoint] && general.IsCategory(codePoint, "Cn") => "IDReserved",
                var other => other,
            }];
        }

        var file = new CSharpWriter();
        file.Enum("internal", "LineBreakClass", "Line_Break with LB1 applied (UAX #14).", kept.Select(
            value => (value.Short, value.Long + ".")));
        file.TrieClass("LineBreakClassTable", "Line_Break by code point, LB1 applied.", "LineBreakClass", map);
        return file.ToString();
    }

    /// <summary>Extended_Pictographic, which no other class of GB11's text shares, becomes a class of its own.</summary>
    public string GraphemeClusterBreak()
    {
        string[] obsolete = ["EB", "EBG", "EM", "GAZ"];
        var values = PropertyValues.Read(folder, "GCB", fields => obsolete.Contains(fields[1]), "XX");
        var pictographic = values.All.Count;
        var map = CodePointMap.Read(Path.Combine(folder, "auxiliary", "GraphemeBreakProperty.txt"), values);
        for (var codePoint = 0; codePoint < CodePointMap.Count; codePoint++)
        {
            if (_pictographic[codePoint])
            {
                if (map[codePoint] != values["XX"])
                {
                    throw new InvalidOperationException($"U+{codePoint:X4} is Extended_Pictographic and has a Grapheme_Cluster_Break.");
                }

                map[codePoint] = pictographic;
            }
        }

        var file = new CSharpWriter();
        file.Enum("internal", "GraphemeClusterBreak", "Grapheme_Cluster_Break (UAX #29), with a class for Extended_Pictographic.", values.All
            .Select(value => (TableFiles.MemberName(value.Long), $"{value.Long} (<c>{value.Short}</c>)."))
            .Append(("ExtendedPictographic", "Other, and Extended_Pictographic.")));
        file.TrieClass("GraphemeClusterBreakTable", "Grapheme_Cluster_Break by code point.", "GraphemeClusterBreak", map);
        return file.ToString();
    }
}
