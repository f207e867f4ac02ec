using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>What is announced of a PDF.</summary>
public sealed class PdfInspectionTests
{
    [Fact]
    public void Structure_is_told_an_element_a_line()
    {
        var pdf = HandMadePdf.Page(
            HandMadePdf.Marked("Title", "one", "two", "Head", "cell", "out", "in"),
            [
                (10, "<</Type /StructTreeRoot /K 11 0 R /RoleMap <</Headline /H1>> /ClassMap <</Down <</O /Table /Scope /Column>>>>>>"),
                (11, "<</S /Document /P 10 0 R /Pg 3 0 R /K [12 0 R 13 0 R 20 0 R 30 0 R 31 0 R 32 0 R]>>"),
                (12, "<</S /Headline /P 11 0 R /K 0 /Pg 3 0 R>>"),
                (13, "<</S /L /P 11 0 R /A <</O /List /ListNumbering /Disc>> /K [<</S /LI /K <</S /LBody /Lang (ar) /K 1>>>> <</S /LI /K <</S /LBody /K 2>>>>]>>"),
                (20, "<</S /Table /P 11 0 R /K <</S /TR /K [<</S /TH /C /Down /K 3>> <</S /TD /A <</O /Table /ColSpan 2>> /K 4>>]>>>>"),
                (30, "<</S /Figure /P 11 0 R /Alt <FEFF00410020005000690063007400750072 0065>>>"),
                (31, "<</S /Link /P 11 0 R /K [5 <</Type /OBJR /Obj 40 0 R>>]>>"),
                (32, "<</S /Link /P 11 0 R /K [<</Type /MCR /Pg 3 0 R /MCID 6>> <</Type /OBJR /Obj 41 0 R>>]>>"),
                (40, "<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /A <</S /URI /URI (https://example.org/)>>>>"),
                (41, "<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /A <</S /GoTo /D (there)>>>>"),
            ],
            "/Lang (en) /Names <</Dests <</Names [(there) [3 0 R /Fit]]>>>> /PageLabels <</Nums [0 <</S /r /St 4>>]>>").Bytes();
        Assert.Equal(
            [
                "Document (en, page iv)",
                "  H1 as=Headline \"Title\"",
                "  L numbering=Disc items=2",
                "    LI",
                "      LBody \"one\" (ar)",
                "    LI",
                "      LBody \"two\"",
                "  Table size=1x3",
                "    TR",
                "      TH scope=Column \"Head\"",
                "      TD columns=2 \"cell\"",
                "  Figure alt=\"A Picture\"",
                "  Link \"out\" -> https://example.org/",
                "  Link \"in\" -> page iv",
            ],
            Inspect.Lines(pdf));
    }

    [Fact]
    public void Code_in_a_line_from_right_to_left_is_told_from_left_to_right()
    {
        const string Content = "/P <</MCID 0>> BDC BT /F 12 Tf 50 700 Td (--out) Tj ET EMC";
        var pdf = HandMadePdf.Page(Content, [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), (11, "<</S /P /P 10 0 R /Pg 3 0 R /A <</O /Layout /WritingMode /RlTb>> /K [<</S /Code /K [0]>>]>>")]).Bytes();
        Assert.Equal("  Code \"--out\"", Inspect.Lines(pdf)[1]);
    }

    [Fact]
    public void Marked_content_has_its_own_words_for_what_is_drawn()
    {
        const string Content = """
            /P <</MCID 0>> BDC BT /F 12 Tf 50 700 Td (Read ) Tj ET
            /Span <</ActualText (this)>> BDC BT /F 12 Tf 80 700 Td (xxxx) Tj ET EMC EMC
            /Span <</MCID 1 /Lang (fr) /E (et cetera)>> BDC BT /F 12 Tf 50 650 Td (etc.) Tj ET EMC
            /Span <</MCID 2 /ActualText <FEFF0061>>> BDC BT /F 12 Tf 50 600 Td (z) Tj ET EMC
            /Artifact BMC BT /F 12 Tf 50 20 Td (7) Tj ET EMC
            """;
        var pdf = HandMadePdf.Page(Content, [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), (11, "<</S /P /P 10 0 R /Pg 3 0 R /K [0 1 2]>>")]).Bytes();
        Assert.Equal(["P (en, page 1)", "  \"Read this\"", "  Span expansion=\"et cetera\" \"etc.\" (fr)", "  \"a\""], Inspect.Lines(pdf));
    }

    [Fact]
    public void Namespaces_of_pdf_2_lead_to_what_their_role_maps_say()
    {
        var pdf = HandMadePdf.Page(
            HandMadePdf.Marked("Title", "x"),
            [
                (10, "<</Type /StructTreeRoot /K 11 0 R /Namespaces [20 0 R 21 0 R 22 0 R]>>"),
                (11, "<</S /Document /NS 20 0 R /P 10 0 R /Pg 3 0 R /K [12 0 R 13 0 R]>>"),
                (12, "<</S /chapter-title /NS 21 0 R /P 11 0 R /K 0>>"),
                (13, "<</S /math /NS 22 0 R /P 11 0 R /K 1>>"),
                (20, "<</Type /Namespace /NS (http://iso.org/pdf2/ssn)>>"),
                (21, "<</Type /Namespace /NS (https://example.org/ns) /RoleMapNS <</chapter-title [/H2 20 0 R]>>>>"),
                (22, "<</Type /Namespace /NS (http://www.w3.org/1998/Math/MathML)>>"),
            ]).Bytes();
        Assert.Equal(["Document (en, page 1)", "  H2 as=chapter-title \"Title\"", "  Formula as=math \"x\""], Inspect.Lines(pdf));
    }

    [Fact]
    public void Json_says_the_same_and_the_findings()
    {
        var pdf = HandMadePdf.Page(HandMadePdf.Marked("Title"), [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), (11, "<</S /H1 /P 10 0 R /Pg 3 0 R /K 0>>")]).Bytes();
        using var json = System.Text.Json.JsonDocument.Parse(Inspect.Json(Inspect.Bytes(pdf)));
        var heading = json.RootElement.GetProperty("contents")[0];
        Assert.Equal("heading", heading.GetProperty("role").GetString());
        Assert.Equal(1, heading.GetProperty("level").GetInt32());
        Assert.Equal("Title", heading.GetProperty("children")[0].GetProperty("text").GetString());
        Assert.Equal("DB6112", json.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
    }
}
