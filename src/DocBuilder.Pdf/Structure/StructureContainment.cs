using System.Collections.Frozen;

namespace DocBuilder.Pdf.Structure;

/// <summary>
/// Which structure type may hold which in PDF 1.7: ISO/TS 32005's table applied to the types of ISO 32000-1 14.8.4. A type marked with
/// a question mark may stand there once.
/// </summary>
internal static class StructureContainment
{
    private const string Rows = """
        Annot: Annot Art BibEntry BlockQuote Caption Code Div Figure Form Formula H Hn L Lbl Link Note P Part Quote Reference Ruby Sect Span Table Warichu
        Art: Annot BlockQuote Caption Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Part Private Sect TOC Table
        BibEntry: Annot Div Figure Lbl Link Note P Part Private Reference Span
        BlockQuote: Annot Art Caption? Code Div Document Figure Form Formula H? Hn Index L Lbl Link Note P Part Private Reference Sect TOC Table
        Caption: Annot Art BibEntry BlockQuote Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Part Private Quote Reference Ruby Sect Span Table Warichu
        Code: Annot BibEntry Div Link Note Part Private Reference Span
        Document: Annot Art BlockQuote Code Div Document Figure Form Formula H? Hn Index L Link Note P Part Private Sect TOC Table
        Figure: Annot Art BibEntry BlockQuote Caption? Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Part Private Quote Reference Ruby Sect Span Table Warichu
        Form: BibEntry Caption? Code Div Figure Formula L Lbl Note Part Private Reference Table
        Formula: Annot BibEntry BlockQuote Caption? Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Part Private Quote Reference Ruby Span Table Warichu
        H: Annot Art? BibEntry Code Figure Form Formula Lbl Link Note Private Quote Reference Ruby Sect? Span Warichu
        Hn: Annot Art? BibEntry Code Figure Form Formula Lbl Link Note Private Quote Reference Ruby Sect? Span Warichu
        Index: Annot Caption Div Figure Formula H Hn L Note P Part Private Reference Sect Table
        L: Caption? L LI Private
        LBody: Annot Art BibEntry BlockQuote Caption? Code Div Figure Form Formula H? Hn Index L Link Note P Part Private Quote Reference Ruby Sect Span Table Warichu
        LI: Div LBody Lbl Private
        Lbl: Annot BibEntry Code Figure Form Formula Link Note Private Quote Reference Ruby Span Warichu
        Link: Annot Art BibEntry BlockQuote Caption Code Div Figure Form Formula H Hn L Lbl Note P Part Private Quote Reference Ruby Sect Span Table Warichu
        Note: Annot Art BibEntry BlockQuote Caption Code Div Figure Form Formula Index L Lbl Link Note P Part Private Quote Reference Ruby Sect Span Table Warichu
        P: Annot BibEntry Code Figure Form Formula L Lbl Link Note Private Quote Reference Ruby Span Warichu
        Part: Annot Art BibEntry BlockQuote Caption Code Div Document Figure Form Formula H Hn Index L Lbl Link Note P Part Private Reference Sect TOC TOCI Table
        Quote: Annot BibEntry Code Figure Form Formula Lbl Link Note Private Quote Reference Ruby Span Warichu
        RB: Annot Form Link Private Quote Reference Span
        RP: Annot Form Link Private Quote Reference Span
        RT: Annot Form Link Private Quote Reference Span
        Reference: Annot BibEntry Figure Lbl Link Note Private Span
        Ruby: Private RB RP RT
        Sect: Annot Art BlockQuote Caption Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Part Private Sect TOC Table
        Span: Annot BibEntry Code Figure Form Formula Lbl Link Note Private Quote Reference Ruby Span Warichu
        StructTreeRoot: Document? Private
        TBody: Private TR
        TD: Annot Art BibEntry Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Private Quote Reference Ruby Sect Span Table Warichu
        TFoot: Private TR
        TH: Annot Art BibEntry Code Div Figure Form Formula H? Hn Index L Lbl Link Note P Private Quote Reference Ruby Sect Span Table Warichu
        THead: Private TR
        TOC: Private TOC TOCI
        TOCI: Div Lbl P Private Reference TOC
        TR: Private TD TH
        Table: Caption? Private TBody TFoot? THead? TR
        WP: Annot Form Link Private Quote Reference Span
        WT: Annot Form Link Private Quote Reference Span
        Warichu: Private WP WT
        """;

    /// <summary>Types that group and never hold content themselves (ISO 32000-1 Table 333, and the rows of tables and lists).</summary>
    private static readonly FrozenSet<string> WithoutContent = FrozenSet.Create(
        StringComparer.Ordinal,
        "StructTreeRoot", "Document", "Part", "Div", "Art", "Sect", "TOC", "TOCI", "Index", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR");

    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> Kids = Rows.Split('\n', StringSplitOptions.TrimEntries)
        .Select(static row => row.Split(": "))
        .ToFrozenDictionary(
            static row => row[0],
            static row => row[1].Split(' ').ToFrozenDictionary(
                static kid => kid.TrimEnd('?'),
                static kid => kid.EndsWith('?') ? 1 : int.MaxValue,
                StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Whether a type may be held. A Div stands for whatever holds it: ask with the type of the nearest ancestor that is no Div.</summary>
    public static bool Allows(string parent, string kid) => MostOf(parent, kid) > 0;

    /// <summary>How many kids of a type may be held.</summary>
    public static int MostOf(string parent, string kid) =>
        Kids.TryGetValue(Row(parent), out var kids) && kids.TryGetValue(Row(kid), out var most) ? most : 0;

    /// <summary>Whether content items may be kids.</summary>
    public static bool HoldsContent(string type) => !WithoutContent.Contains(type);

    /// <summary>H1 to H6 share the row Hn.</summary>
    private static string Row(string type) => type is ['H', >= '1' and <= '9'] ? "Hn" : type;
}
