using System.Text;

namespace DocBuilder.UnicodeTables;

/// <summary>What UAX #15 asks of a character: combining class, quick checks, full decompositions, primary composites.</summary>
internal sealed class NormalizationTables
{
    private readonly CodePointMap _combiningClass = new();
    private readonly SortedDictionary<int, int[]> _canonical = [];
    private readonly SortedDictionary<int, int[]> _compatibility = [];
    private readonly string _properties;

    public NormalizationTables(string folder)
    {
        _properties = Path.Combine(folder, "DerivedNormalizationProps.txt");
        foreach (var fields in UcdFile.Lines(Path.Combine(folder, "UnicodeData.txt")))
        {
            // No range of UnicodeData.txt ("First", "Last") has a combining class or a decomposition of this kind.
            var codePoint = UcdFile.CodePoint(fields[0]);
            _combiningClass[codePoint] = int.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture);
            var mapping = fields[5];
            if (mapping.Length == 0)
            {
                continue;
            }

            var tagEnd = mapping.IndexOf('>', StringComparison.Ordinal);
            _compatibility[codePoint] = UcdFile.CodePoints(mapping[(tagEnd + 1)..]);
            if (tagEnd < 0)
            {
                _canonical[codePoint] = _compatibility[codePoint];
            }
        }
    }

    public string CombiningClass()
    {
        var file = new CSharpWriter();
        file.TrieClass("CombiningClassTable", "Canonical_Combining_Class by code point.", "byte", _combiningClass);
        return file.ToString();
    }

    public string QuickCheck()
    {
        string[] bits = ["NFD_QC N", "NFC_QC N", "NFC_QC M", "NFKD_QC N", "NFKC_QC N", "NFKC_QC M"];
        var map = new CodePointMap();
        foreach (var fields in UcdFile.Lines(_properties).Where(fields => fields.Length > 2))
        {
            var bit = Array.IndexOf(bits, fields[1] + " " + fields[2]);
            if (bit >= 0)
            {
                var (first, last) = UcdFile.Range(fields[0]);
                for (var codePoint = first; codePoint <= last; codePoint++)
                {
                    map[codePoint] |= 1 << bit;
                }
            }
        }

        var file = new CSharpWriter();
        file.TrieClass(
            "NormalizationQuickCheckTable",
            "Quick_Check: bit 0 NFD no, bit 1 NFC no, bit 2 NFC maybe, bit 3 NFKD no, bit 4 NFKC no, bit 5 NFKC maybe.",
            "byte",
            map);
        return file.ToString();
    }

    /// <summary>Full decompositions, Hangul syllables excepted: those are arithmetic (The Unicode Standard, section 3.12).</summary>
    public string Decompositions()
    {
        var map = new CodePointMap();
        var pool = new List<ulong> { 0 };
        foreach (var codePoint in _compatibility.Keys)
        {
            var canonical = Utf16(Expand(codePoint, _canonical));
            var compatibility = Utf16(Expand(codePoint, _compatibility));
            map[codePoint] = pool.Count;
            var same = canonical == compatibility;
            pool.Add((uint)canonical.Length | ((same ? 0 : (uint)compatibility.Length) << 8));
            pool.AddRange((same ? canonical : canonical + compatibility).Select(unit => (ulong)unit));
        }

        var file = new CSharpWriter();
        file.TrieClass(
            "DecompositionTable",
            "0 where there is no decomposition, else where it begins in <see cref=\"DecompositionMappings\"/>.",
            "ushort",
            map);
        file.Line();
        file.Line("/// <summary>");
        file.Line("/// Full decompositions in UTF-16: a unit whose low byte is the length of the canonical one and whose high byte is the length of the");
        file.Line("/// compatibility one (0 if it is the same), then the units of both. A character without a canonical one stands for itself in it.");
        file.Line("/// </summary>");
        file.Line("internal static class DecompositionMappings");
        file.Line("{");
        file.Array("Units", "ushort", pool, "public");
        file.Line("}");
        return file.ToString();
    }

    /// <summary>Primary composites, Hangul syllables excepted.</summary>
    public string Compositions()
    {
        var excluded = CodePointMap.ReadBinary(_properties, "Full_Composition_Exclusion");
        var pairs = _canonical
            .Where(pair => !excluded[pair.Key])
            .Select(pair => ((ulong)(uint)pair.Value[0] << 42) | ((ulong)(uint)pair.Value[1] << 21) | (uint)pair.Key)
            .Order();
        var file = new CSharpWriter();
        file.Line("/// <summary>Primary composites in ascending order: first character in bits 42-62, second in bits 21-41, composite in bits 0-20.</summary>");
        file.Line("internal static class CompositionTable");
        file.Line("{");
        file.Array("Pairs", "ulong", pairs, "public");
        file.Line("}");
        return file.ToString();
    }

    private static List<int> Expand(int codePoint, SortedDictionary<int, int[]> mappings) =>
        mappings.TryGetValue(codePoint, out var mapping) ? [.. mapping.SelectMany(part => Expand(part, mappings))] : [codePoint];

    private static string Utf16(List<int> codePoints)
    {
        var text = new StringBuilder();
        foreach (var codePoint in codePoints)
        {
            text.Append(char.ConvertFromUtf32(codePoint));
        }

        return text.ToString();
    }
}
