namespace DocBuilder.UnicodeTables;

/// <summary>
/// The Arabic presentation forms with the letters they stand for (UnicodeData.txt, field 5), and the place in a word that each is the form of.
/// </summary>
internal sealed class PresentationFormTables
{
    // Blocks "Arabic Presentation Forms-A" and "-B". Between their characters lie some that are none, and some that mean more than their letters do.
    private static readonly (int First, int Last)[] Blocks = [(0xFB50, 0xFDFF), (0xFE70, 0xFEFF)];

    // Signs of the Quran, formulas of blessing and the basmala, which have a shape and a name of their own, and the sign of a currency.
    private static readonly int[] Kept = [0xFDF0, 0xFDF1, 0xFDFA, 0xFDFB, 0xFDFC, 0xFDFD];

    private static readonly string[] Places = ["", "<isolated>", "<final>", "<initial>", "<medial>"];

    private readonly List<ulong> _starts = [];
    private readonly List<ulong> _letters = [];
    private readonly List<ulong> _places = [];

    public PresentationFormTables(string folder)
    {
        var mappings = UcdFile.Lines(Path.Combine(folder, "UnicodeData.txt"))
            .ToDictionary(static fields => UcdFile.CodePoint(fields[0]), static fields => fields[5]);
        foreach (var (first, last) in Blocks)
        {
            for (var codePoint = first; codePoint <= last; codePoint++)
            {
                _starts.Add((ulong)_letters.Count);
                var mapping = mappings.GetValueOrDefault(codePoint, "");
                var tagEnd = mapping.IndexOf('>', StringComparison.Ordinal) + 1;
                var isForm = tagEnd > 0 && !Kept.Contains(codePoint);
                _places.Add(isForm ? (ulong)Array.IndexOf(Places, mapping[..tagEnd]) : 0);
                if (isForm)
                {
                    _letters.AddRange(WithoutCarrier(UcdFile.CodePoints(mapping[tagEnd..])).Select(static letter => (ulong)letter));
                }
            }
        }

        _starts.Add((ulong)_letters.Count);
    }

    public string Letters()
    {
        var file = new CSharpWriter("DocBuilder.Reading.LogicalText");
        file.Line("/// <summary>The presentation forms FB50 to FDFF and FE70 to FEFF, one after the other.</summary>");
        file.Line("internal static class PresentationFormTable");
        file.Line("{");
        file.Line("    /// <summary>Where the letters of each begin in <see cref=\"Letters\"/>, and after the last where they end; a character without letters is no form.</summary>");
        file.Array("Starts", "ushort", _starts, "public");
        file.Line();
        file.Line("    /// <summary>The letters in logical order.</summary>");
        file.Array("Letters", "ushort", _letters, "public");
        file.Line();
        file.Line("    /// <summary>0 no form, 1 isolated, 2 final, 3 initial, 4 medial.</summary>");
        file.Array("Places", "byte", _places, "public");
        file.Line("}");
        return file.ToString();
    }

    // A mark that stands alone is written over a space or a tatweel; in a word it belongs to the letter before it.
    private static int[] WithoutCarrier(int[] letters) => letters.Length > 1 && letters[0] is 0x0020 or 0x0640 ? letters[1..] : letters;
}
