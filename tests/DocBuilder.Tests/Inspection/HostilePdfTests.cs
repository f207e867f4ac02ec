using System.Globalization;
using System.Text;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>PDFs that are broken or mean harm: a sentence each, and what can be read is read.</summary>
public sealed class HostilePdfTests
{
    private static readonly string Hello = HandMadePdf.Marked("Hello", "World");

    [Fact]
    public void A_structure_tree_in_a_circle_ends()
    {
        var pdf = HandMadePdf.Page(Hello,
        [
            (10, "<</Type /StructTreeRoot /K 11 0 R>>"),
            (11, "<</S /Document /P 10 0 R /K [12 0 R 12 0 R]>>"),
            (12, "<</S /P /P 11 0 R /Pg 3 0 R /K [0 11 0 R 12 0 R 1]>>"),
        ]).Bytes();
        Assert.Contains("DB6105", Inspect.Codes(pdf));
        Assert.Equal(["Document (en, page 1)", "  P \"Hello World\""], Inspect.Lines(pdf));
    }

    [Fact]
    public void A_structure_tree_a_hundred_thousand_deep_ends()
    {
        const int Depth = 100_000;
        var elements = Enumerable.Range(11, Depth).Select(i =>
            (i, string.Create(CultureInfo.InvariantCulture, $"<</S /Sect /P {i - 1} 0 R /Pg 3 0 R /K {(i < 10 + Depth ? $"{i + 1} 0 R" : "0")}>>")));
        var pdf = HandMadePdf.Page(Hello, [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), .. elements]).Bytes();
        Assert.Contains("DB6109", Inspect.Codes(pdf));
        Assert.Contains(Inspect.Lines(pdf), line => line.EndsWith("\"Hello\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Role_maps_in_a_circle_and_pages_in_a_circle_end()
    {
        var pdf = HandMadePdf.Page(Hello,
        [
            (10, "<</Type /StructTreeRoot /K 11 0 R /RoleMap <</A /B /B /A>> /ClassMap 10 0 R>>"),
            (11, "<</S /A /P 10 0 R /Pg 3 0 R /K 0 /C /x>>"),
        ]);
        Assert.Single(Inspect.Lines(pdf.Bytes()));
        pdf.Add(2, "<</Type /Pages /Kids [3 0 R 2 0 R 6 0 R] /Count 3>>");
        pdf.Add(6, "<</Type /Pages /Kids [2 0 R 6 0 R] /Count 3>>");
        Inspect.Bytes(pdf.Bytes());
    }

    [Fact]
    public void Names_and_labels_in_a_circle_end()
    {
        var pdf = HandMadePdf.Page(Hello,
        [
            (10, "<</Type /StructTreeRoot /K 11 0 R>>"),
            (11, "<</S /Link /P 10 0 R /Pg 3 0 R /K [0 <</Type /OBJR /Obj 12 0 R>>]>>"),
            (12, "<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /Dest (there)>>"),
            (13, "<</Kids [13 0 R 13 0 R] /Nums [0 13 0 R]>>"),
        ], "/Names <</Dests 13 0 R>> /PageLabels 13 0 R").Bytes();
        Assert.Equal("Link \"Hello\" -> this document (page )", Assert.Single(Inspect.Lines(pdf)));
    }

    [Fact]
    public void A_stream_that_would_fill_the_memory_stays_compressed()
    {
        var zeros = HandMadePdf.CompressedZeros(1L * 1024 * 1024 * 1024);
        var pdf = HandMadePdf.Page("");
        pdf.AddStream(4, "/Filter /FlateDecode", zeros);
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("DB6108", Inspect.Codes(pdf.Bytes()));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 256L * 1024 * 1024);
    }

    [Theory]
    [InlineData("/Filter [/FlateDecode /FlateDecode]")]
    [InlineData("/Filter /LZWDecode")]
    [InlineData("/Filter /RunLengthDecode")]
    [InlineData("/Filter /JBIG2Decode")]
    [InlineData("/Filter /DCTDecode")]
    [InlineData("/Filter /NoSuchDecode")]
    [InlineData("/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>")]
    [InlineData("/Filter /FlateDecode /DL 2000000000")]
    public void Streams_that_are_not_what_they_say_are_no_harm(string filter)
    {
        var pdf = HandMadePdf.Page("");
        pdf.AddStream(4, filter, HandMadePdf.CompressedZeros(20L * 1024 * 1024));
        Inspect.Bytes(pdf.Bytes());
    }

    [Fact]
    public void Arrays_and_dictionaries_deep_in_each_other_are_no_harm()
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("<</A ", ">>") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, 200_000)) + string.Concat(Enumerable.Repeat(close, 200_000));
            var pdf = HandMadePdf.Page(Hello, [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), (11, $"<</S /P /P 10 0 R /Pg 3 0 R /K {deep}>>")]);
            Inspect.Bytes(pdf.Bytes());
            pdf.AddStream(4, deep + " TJ\n" + Hello);
            Inspect.Bytes(pdf.Bytes());
            pdf.Add(1, deep);
            Inspect.Bytes(pdf.Bytes());
        }
    }

    [Fact]
    public void Forms_that_draw_themselves_end()
    {
        var pdf = HandMadePdf.Page("/X Do");
        pdf.Add(3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>>>>");
        pdf.AddStream(6, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 6 0 R>>>>", "/X Do /X Do"u8.ToArray());
        Inspect.Bytes(pdf.Bytes());
    }

    [Theory]
    [InlineData("/ColorSpace <</C 7 0 R>>", "/C cs 1 sc", "[/Indexed 7 0 R 1 <00>]")]
    [InlineData("/ColorSpace <</C 7 0 R>>", "/C cs 1 sc", "[/Indexed /C 1 <00>]")]
    [InlineData("/ColorSpace <</C [/Indexed /D 1 <00>] /D 7 0 R>>", "/C cs 1 sc", "[/Separation /X /C 5 0 R]")]
    [InlineData("/XObject <</X 7 0 R>>", "/X Do", "<</Subtype /Form /Resources <</XObject <</X 7 0 R>>>>>>")]
    [InlineData("/ColorSpace <</C 7 0 R>>", "/C cs 1 sc", "[/Separation /X 7 0 R 7 0 R]")]
    [InlineData("/ColorSpace <</C 7 0 R>>", "/C cs 1 sc", "[/ICCBased 7 0 R]")]
    [InlineData("/ColorSpace <</C 7 0 R>>", "/C cs /P scn", "[/Pattern 7 0 R]")]
    [InlineData("/Font <</G 7 0 R>>", "BT /G 12 Tf (abc) Tj ET", "<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R]>>")]
    [InlineData("/Font <</G 7 0 R>>", "BT /G 12 Tf (abc) Tj ET", "<</Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 0 0] /CharProcs <</a 7 0 R>> /Encoding 7 0 R /Resources <</Font <</G 7 0 R>>>>>>")]
    [InlineData("/Font <</G 7 0 R>>", "BT /G 12 Tf (abc) Tj ET", "<</Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar 2000000000 /Widths [1] /ToUnicode 7 0 R /FontDescriptor 7 0 R>>")]
    [InlineData("/ExtGState <</E 7 0 R>>", "/E gs", "<</Font [7 0 R 1] /SMask <</G 7 0 R /TR 7 0 R>>>>")]
    [InlineData("/Shading <</S 7 0 R>>", "/S sh", "<</ShadingType 2 /ColorSpace 7 0 R /Function 7 0 R /Coords [0 0 1 1]>>")]
    [InlineData("/Shading <</S 7 0 R>>", "/S sh", "<</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function <</FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1]>>>>")]
    [InlineData("/Properties <</M 7 0 R>>", "/Span /M BDC EMC", "<</MCID 7 0 R /ActualText 7 0 R>>")]
    [InlineData("7 0 R", "BT /F 1 Tf ET", "7 0 R")]
    public void Resources_in_a_circle_are_no_harm(string resources, string content, string body)
    {
        var pdf = HandMadePdf.Page(content);
        pdf.Add(3, $"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources {(resources[0] == '/' ? $"<<{resources}>>" : resources)}>>");
        pdf.Add(7, body);
        Inspect.Bytes(pdf.Bytes());
    }

    [Fact]
    public void A_page_tree_a_hundred_thousand_deep_ends()
    {
        const int Depth = 100_000;
        var pdf = HandMadePdf.Page(Hello);
        pdf.Add(2, "<</Type /Pages /Kids [10 0 R] /Count 1>>");
        for (var i = 10; i < 10 + Depth; i++)
        {
            pdf.Add(i, string.Create(CultureInfo.InvariantCulture, $"<</Type /Pages /Count 1 /Kids [{(i < 9 + Depth ? i + 1 : 3)} 0 R]>>"));
        }

        Assert.Contains(Inspect.Lines(pdf.Bytes()), line => line.Contains("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_is_not_tagged_gives_its_text()
    {
        var pdf = HandMadePdf.Page("BT /F 12 Tf 50 700 Td (First line) Tj 0 -14 Td (goes on.) Tj 0 -60 Td (Second.) Tj ET").Bytes();
        Assert.Contains("DB6103", Inspect.Codes(pdf));
        Assert.Equal(["page 1", "  \"First line goes on.\"", "  \"Second.\""], Inspect.Lines(pdf));
    }

    [Fact]
    public void Pages_without_a_word_are_told() => Assert.Contains("DB6104", Inspect.Codes(HandMadePdf.Page("0 0 m 9 9 l S").Bytes()));

    [Fact]
    public void Noise_and_parts_of_files_are_told()
    {
        Assert.Equal(["DB6002"], Inspect.Codes([]));
        Assert.Equal(["DB6001"], Inspect.Codes(Encoding.UTF8.GetBytes("<html><p>This is a page.</p></html>")));
        Assert.Equal(["DB6101"], Inspect.Codes("%PDF-1.7\n"u8.ToArray()));
        Assert.Equal(["DB6003"], Inspect.Codes(new byte[2_000], new Limits { EditionBytes = 1_000 }));
#pragma warning disable CA5394 // Not for secrets: the same noise every time.
        var random = new Random(20_261_126);
        for (var i = 0; i < 100; i++)
        {
            var noise = new byte[random.Next(10, 20_000)];
            random.NextBytes(noise);
            Inspect.Bytes([.. i % 2 == 0 ? "%PDF-1.7\n"u8 : "PK\x03\x04"u8, .. noise]);
        }
#pragma warning restore CA5394
        var whole = HandMadePdf.Page(Hello, [(10, "<</Type /StructTreeRoot /K 11 0 R>>"), (11, "<</S /P /P 10 0 R /Pg 3 0 R /K 0>>")]).Bytes();
        for (var length = 5; length < whole.Length; length += 41)
        {
            Inspect.Bytes(whole[..length]);
        }
    }
}
