namespace DocBuilder.Pdf.Structure;

/// <content>The tables: a type, and the types that it may hold; one marked with a question mark may stand there once.</content>
internal sealed partial class StructureContainment
{
    /// <summary>PDF 1.7: ISO/TS 32005's table applied to the types of ISO 32000-1 14.8.4.</summary>
    private const string RowsOf17 = """
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

    /// <summary>PDF 2.0: ISO/TS 32005, as ISO 14289-2 8.2.5.2 asks for it.</summary>
    private const string RowsOf20 = """
        Annot: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div DocumentFragment Em FENote Figure Form Formula H Hn L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Title Warichu
        Art: Annot Artifact Aside BlockQuote Caption? Code Div DocumentFragment FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Sect TOC Table Title
        Aside: Annot Art Artifact BlockQuote Caption? Code Div Document DocumentFragment FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Reference Sect TOC Table
        BibEntry: Annot Artifact Div Em FENote Figure Lbl Link NonStruct Note P Part Private Reference Span Strong
        BlockQuote: Annot Art Artifact BlockQuote Caption? Code Div Document DocumentFragment FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Reference Sect TOC Table
        Caption: Annot Art Artifact Aside BibEntry BlockQuote Code Div DocumentFragment Em FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Warichu
        Code: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div DocumentFragment Em FENote Figure Form Formula Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Warichu
        Document: Annot Art Artifact Aside BlockQuote Code Div Document DocumentFragment FENote Figure Form Formula H? Hn Index L Link NonStruct Note P Part Private Sect TOC Table Title
        DocumentFragment: Annot Art Artifact Aside BlockQuote Code Div Document DocumentFragment FENote Figure Form Formula H? Hn Index L Link NonStruct Note P Part Private Sect TOC Table Title
        Em: Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note Private Quote Reference Ruby Span Strong Sub Warichu
        FENote: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div DocumentFragment Em FENote Figure Form Formula Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Warichu
        Figure: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div Em FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Warichu
        Form: Artifact BibEntry Caption? Code Div FENote Figure Formula L Lbl NonStruct Note Part Private Reference Table
        Formula: Annot Artifact Aside BibEntry BlockQuote Caption? Code Div Em FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Span Strong Sub Table Warichu
        H: Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note Private Quote Reference Ruby Sect? Span Strong Sub Warichu
        Hn: Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note Private Quote Reference Ruby Sect? Span Strong Sub Warichu
        Index: Annot Artifact Caption? Div FENote Figure Formula H Hn L NonStruct Note P Part Private Reference Sect Table
        L: Artifact Caption? L LI NonStruct Private
        LBody: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div Em FENote Figure Form Formula H? Hn Index L Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Warichu
        LI: Artifact Div LBody Lbl NonStruct Private
        Lbl: Annot Artifact BibEntry Code Em FENote Figure Form Formula Link NonStruct Note Private Quote Reference Ruby Span Strong Sub Warichu
        Link: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div DocumentFragment Em FENote Figure Form Formula H Hn L Lbl NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Title Warichu
        Note: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div DocumentFragment Em FENote Figure Form Formula Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Warichu
        P: Annot Artifact BibEntry Code Em FENote Figure Form Formula L Lbl Link NonStruct Note Private Quote Reference Ruby Span Strong Sub Table Warichu
        Quote: Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note Private Quote Reference Ruby Span Strong Sub Warichu
        RB: Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub
        RP: Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub
        RT: Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub
        Reference: Annot Art Artifact Aside BibEntry BlockQuote Caption? Code Div DocumentFragment Em FENote Figure Form Formula H Hn L Lbl NonStruct Note P Part Private Quote Reference Ruby Sect Span Strong Sub Table Title Warichu
        Ruby: NonStruct Private RB RP RT
        Sect: Annot Art Artifact Aside BlockQuote Caption Code Div DocumentFragment FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Part Private Sect TOC Table Title
        Span: Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note Private Quote Reference Ruby Span Strong Sub Warichu
        Strong: Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note Private Quote Reference Ruby Span Strong Sub Warichu
        StructTreeRoot: Document
        Sub: Annot Artifact BibEntry Code Em FENote Figure Form Formula L Lbl Link NonStruct Note Private Quote Reference Ruby Span Strong Warichu
        TBody: Artifact NonStruct Private TR
        TD: Annot Art Artifact BibEntry Code Div Em FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Private Quote Reference Ruby Sect Span Strong Table Warichu
        TFoot: Artifact NonStruct Private TR
        TH: Annot Art Artifact BibEntry Code Div Em FENote Figure Form Formula H? Hn Index L Lbl Link NonStruct Note P Private Quote Reference Ruby Sect Span Strong Table Warichu
        THead: Artifact NonStruct Private TR
        TOC: Artifact Caption? NonStruct Part Private TOC TOCI
        TOCI: Artifact Div Lbl NonStruct P Private Reference TOC
        TR: Artifact NonStruct Private TD TH
        Table: Artifact Caption? NonStruct Private TBody TFoot? THead? TR
        Title: Annot Artifact Aside BibEntry Caption? Code Div Em FENote Figure Form Formula L Lbl Link NonStruct Note P Part Private Quote Reference Ruby Span Strong Table Warichu
        WP: Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub
        WT: Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub
        Warichu: NonStruct Private WP WT
        """;
}
