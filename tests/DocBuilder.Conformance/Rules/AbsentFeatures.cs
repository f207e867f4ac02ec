namespace DocBuilder.Conformance.Rules;

/// <summary>Rules about things that we never write: the row says so, and the check that they are not there.</summary>
internal static class AbsentFeatures
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        Rule.NoKey("ua1 7.16-1, a23 6.1.3-2, a4 6.1.3-2", "Nothing is encrypted.", "Encrypt"),
        Rule.NoKey("ua1 7.10-1 7.10-2, a23 6.9-1 6.9-2 6.9-3 6.9-4, ua2 8.7-1 8.7-2, a4 6.10-1 6.10-2 6.10-3", "There are no optional layers.", "OCProperties", "OCGs"),
        Rule.NoKey("a2a 6.8-2 6.8-5, a4plain 6.9", "No file is embedded.", "EmbeddedFiles", "EF", "AF"),
        Rule.NoKey("ua1 7.15-1, a23 6.4.1-1 6.4.1-2 6.4.1-3 6.4.2-1 6.4.2-2, ua2 8.9.2.4.13-1 8.10.1-1 8.10.1-2 8.10.1-3 8.10.2.3-1 8.10.2.3-2 8.10.3.3-1 8.10.3.5-1, a4 6.4.1-1 6.4.1-2 6.4.2-1 6.4.2-2", "There are no forms to fill in.", "AcroForm", "XFA",
            "NeedsRendering"),
        Rule.NoKey("a23 6.4.3-1 6.4.3-2 6.4.3-3 6.1.12-1 6.1.12-2, a4 6.1.11-1", "Nothing is signed.", "Perms", "ByteRange", "DocMDP"),
        Rule.NoKey("a23 6.5.2-1 6.5.2-2, a4 6.6.3-1", "Nothing happens by itself.", "AA", "OpenAction", "JavaScript", "JS"),
        Rule.NoKey("ua1 7.18.6.2-1 7.18.6.2-2", "There are no media clips.", "Rendition", "MediaClip"),
        Rule.NoKey("a23 6.10-1 6.10-2, a4 6.11-1 6.11-2", "There are no alternate presentations.", "AlternatePresentations", "PresSteps"),
        Rule.NoKey("a23 6.11-1, a4 6.12-1", "Nothing is required of the viewer.", "Requirements"),
        Rule.NoKey("a23 6.2.5-4 6.2.5-5 6.2.5-6, a4 6.2.5-4 6.2.5-5 6.2.5-6", "There are no halftones.", "HalftoneType"),
        Rule.NoKey("a23 6.2.3-3, a4 6.2.3-3", "There is no output intent for PDF/X.", "DestOutputProfileRef"),
        Rule.None("ua1 7.20-1, a23 6.2.9-1 6.2.9-2 6.2.9-3, a4 6.2.8.1-1 6.2.8.2-1", "No form leads to another file, and none is PostScript.",
            value => (value["Subtype"].Name == "Form"
                && (!value["Ref"].IsNull || !value["OPI"].IsNull || !value["PS"].IsNull || !value["Subtype2"].IsNull))
                || value["Subtype"].Name == "PS"),
        Rule.None("ua1 7.20-2", "Forms hold drawings and nothing tagged, so none can belong to two elements.",
            value => value["Subtype"].Name == "Form" && (!value["StructParents"].IsNull || !value["StructParent"].IsNull
                || value.Bytes.AsSpan().IndexOf("BDC"u8) >= 0 || value.Bytes.AsSpan().IndexOf("BMC"u8) >= 0)),
        Rule.None("a23 6.2.8.3-1 6.2.8.3-2 6.2.8.3-3 6.2.8.3-4 6.2.8.3-5, a4 6.2.7.3-1 6.2.7.3-2 6.2.7.3-3 6.2.7.3-4 6.2.7.3-5", "There are no JPEG 2000 pictures.",
            value => value["Filter"].Items.Any(filter => filter.Name == "JPXDecode")),
        new("a23 6.1.10-1, a4 6.1.9-1", "There are no inline images.", file => file.Contents.SelectMany(page => page.Faults)
            .Where(fault => fault.EndsWith("inline image", StringComparison.Ordinal))),
    ];
}
