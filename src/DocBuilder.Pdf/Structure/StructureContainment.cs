using System.Collections.Frozen;

namespace DocBuilder.Pdf.Structure;

/// <summary>Which structure type may hold which in a version of PDF.</summary>
internal sealed partial class StructureContainment
{
    /// <summary>Types that group and never hold content themselves (ISO 32000-1 Table 333, the rows of tables and lists, ISO 14289-2 8.2.5.25).</summary>
    private static readonly FrozenSet<string> WithoutContent = FrozenSet.Create(
        StringComparer.Ordinal,
        "StructTreeRoot", "Document", "DocumentFragment", "Part", "Div", "Art", "Sect", "TOC", "TOCI", "Index", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR");

    // Not frozen: to freeze them takes longer than a whole article asks for.
    private readonly Dictionary<string, Dictionary<string, int>> _kids;

    private StructureContainment(string rows) => _kids = rows.Split('\n', StringSplitOptions.TrimEntries)
        .Select(static row => row.Split(": "))
        .ToDictionary(
            static row => row[0],
            static row => row[1].Split(' ').ToDictionary(
                static kid => kid.TrimEnd('?'),
                static kid => kid.EndsWith('?') ? 1 : int.MaxValue,
                StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>The rules of PDF 1.7.</summary>
    public static StructureContainment Pdf17 => Of17.Rules;

    /// <summary>The rules of PDF 2.0.</summary>
    public static StructureContainment Pdf20 => Of20.Rules;

    /// <summary>Whether a type may be held. A Div stands for whatever holds it: ask with the type of the nearest ancestor that is no Div.</summary>
    public bool Allows(string parent, string kid) => MostOf(parent, kid) > 0;

    /// <summary>How many kids of a type may be held.</summary>
    public int MostOf(string parent, string kid) =>
        _kids.TryGetValue(Row(parent), out var kids) && kids.TryGetValue(Row(kid), out var most) ? most : 0;

    /// <summary>Whether content items may be kids.</summary>
    public static bool HoldsContent(string type) => !WithoutContent.Contains(type);

    /// <summary>H1 to H6 share the row Hn.</summary>
    private static string Row(string type) => type is ['H', >= '1' and <= '9'] ? "Hn" : type;

    private static class Of17
    {
        public static readonly StructureContainment Rules = new(RowsOf17);
    }

    private static class Of20
    {
        public static readonly StructureContainment Rules = new(RowsOf20);
    }
}
