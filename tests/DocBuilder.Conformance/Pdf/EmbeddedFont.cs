namespace DocBuilder.Conformance.Pdf;

/// <summary>A composite font of the file, with its program and maps, and the codes that are shown with it.</summary>
internal sealed class EmbeddedFont
{
    private readonly byte[]? cidToGid;
    private readonly Dictionary<int, double> widths = [];

    private EmbeddedFont(PdfValue dictionary, IReadOnlySet<int> usedCodes)
    {
        Dictionary = dictionary;
        UsedCodes = usedCodes;
        Descendant = dictionary["DescendantFonts"].Items.FirstOrDefault();
        Descriptor = Descendant["FontDescriptor"];
        Program = Descriptor["FontFile2"].IsStream ? new FontProgram(Descriptor["FontFile2"].Bytes) : null;
        cidToGid = Descendant["CIDToGIDMap"].IsStream ? Descendant["CIDToGIDMap"].Bytes : null;
        ToUnicode = dictionary["ToUnicode"].IsStream ? UnicodeMap.Parse(dictionary["ToUnicode"].Bytes) : null;
        ReadWidths();
    }

    public PdfValue Dictionary { get; }

    public PdfValue Descendant { get; }

    public PdfValue Descriptor { get; }

    public FontProgram? Program { get; }

    public UnicodeMap? ToUnicode { get; }

    /// <summary>Every code shown anywhere in the file; with Identity-H a code is a CID.</summary>
    public IReadOnlySet<int> UsedCodes { get; }

    public static IReadOnlyList<EmbeddedFont> ReadAll(PdfFile file)
    {
        var shown = new Dictionary<string, (PdfValue Font, HashSet<int> Codes)>(StringComparer.Ordinal);
        foreach (var item in file.Contents.SelectMany(page => page.Items).Where(item => item.Kind == ContentKind.Text))
        {
            var reference = item.Font.Reference ?? "direct";
            if (!shown.TryGetValue(reference, out var entry))
            {
                shown[reference] = entry = (item.Font, []);
            }

            entry.Codes.UnionWith(item.Codes);
        }

        return [.. shown.Values.Select(entry => new EmbeddedFont(entry.Font, entry.Codes))];
    }

    /// <summary>The glyph that a CID is drawn with, or null when the map does not reach so far.</summary>
    public int? GlyphOf(int cid) => cidToGid is null ? cid : (2 * cid) + 1 < cidToGid.Length
        ? (cidToGid[2 * cid] << 8) | cidToGid[(2 * cid) + 1] : null;

    /// <summary>The width that the dictionary gives to a CID.</summary>
    public double WidthOf(int cid) => widths.TryGetValue(cid, out var width) ? width
        : Descendant["DW"].IsNumber ? Descendant["DW"].Number : 1000;

    public override string ToString() => Dictionary["BaseFont"].Name ?? Dictionary.ToString();

    // ISO 32000-1 9.7.4.3: "c [w1 w2 …]" or "first last w".
    private void ReadWidths()
    {
        PdfValue[] entries = [.. Descendant["W"].Items];
        for (var i = 0; i + 1 < entries.Length;)
        {
            var first = entries[i].Integer;
            if (entries[i + 1].IsArray)
            {
                foreach (var (offset, width) in entries[i + 1].Items.Index())
                {
                    widths[first + offset] = width.Number;
                }

                i += 2;
            }
            else
            {
                for (var cid = first; cid <= entries[i + 1].Integer; cid++)
                {
                    widths[cid] = entries[i + 2].Number;
                }

                i += 3;
            }
        }
    }
}
