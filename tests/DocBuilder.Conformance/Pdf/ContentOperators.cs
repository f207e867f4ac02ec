namespace DocBuilder.Conformance.Pdf;

/// <summary>The operators of ISO 32000-1, Table A.1.</summary>
internal static class ContentOperators
{
    private static readonly HashSet<string> Defined =
    [
        "b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP", "EI", "EMC", "ET", "EX",
        "f", "F", "f*",
        "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC",
        "sc", "SCN", "scn",
        "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\"",
    ];

    public static bool IsDefined(string name) => Defined.Contains(name);
}
