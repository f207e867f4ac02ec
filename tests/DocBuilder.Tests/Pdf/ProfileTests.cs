using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf;
using DocBuilder.Pdf.Attachments;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public sealed class ProfileTests
{
    private static readonly Model Ar = Model.Arabic;

    public static TheoryData<string> Names => [.. Profile.All.Select(static profile => profile.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_profile_is_whole_for_qpdf_and_the_same_every_time(string name)
    {
        var written = Write(name);
        Assert.Contains("No syntax or stream encoding errors", written.Run("qpdf", "--check", "@"), StringComparison.Ordinal);
        Assert.True(written.Bytes.AsSpan().SequenceEqual(Write(name).Bytes));
    }

    [Theory]
    [InlineData("ua1-a2a", "1.7", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>")]
    [InlineData("ua1-a3a", "1.7", "<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>")]
    [InlineData("ua2-a4", "2.0", "<pdfaid:part>4</pdfaid:part>", "<pdfaid:rev>2020</pdfaid:rev>", "<pdfuaid:rev>2024</pdfuaid:rev>")]
    [InlineData("ua2-a4f", "2.0", "<pdfaid:part>4</pdfaid:part>", "<pdfaid:conformance>F</pdfaid:conformance>", "<pdfuaid:part>2</pdfuaid:part>")]
    public void A_file_says_what_it_conforms_to(string name, string version, params string[] claims)
    {
        var written = Write(name);
        var text = Encoding.UTF8.GetString(written.Bytes);
        Assert.StartsWith("%PDF-" + version, text, StringComparison.Ordinal);
        Assert.All(claims, claim => Assert.Contains(claim, text, StringComparison.Ordinal));
        Assert.Contains($"<dc:identifier>{WrittenPdf.Options.Identifier}</dc:identifier>", text, StringComparison.Ordinal);
        Assert.Equal(version == "2.0", text.Contains("wtpdf#accessibility1.0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_that_fails_takes_its_declaration_with_it()
    {
        var image = Ar.Image(new ImageResource("a.png", "image/png", TinyPng, 1, 1), "x") with { AlternativeText = " " };
        var written = WrittenPdf.Of(Ar.Document(Ar.Heading(1, "a"), Ar.Figure(image, "")), Profile.Ua2A4);
        var text = Encoding.UTF8.GetString(written.Bytes);
        Assert.DoesNotContain("pdfuaid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wtpdf", text, StringComparison.Ordinal);
        Assert.Contains("pdfaid:part", text, StringComparison.Ordinal);
        Assert.Contains(written.Findings, finding => finding.Code == "DB5001" && finding.Message.Contains("PDF/UA-2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_that_embeds_needs_a_source()
    {
        var document = Ar.Document(Ar.Paragraph("a"));
        Assert.Throws<ArgumentException>(() => WrittenPdf.Of(document, ExtractionTests.OnePage(), WrittenPdf.Options with { Profile = Profile.Ua1A3a }));
    }

    [Fact]
    public void Pictures_of_one_name_are_told_apart_and_described()
    {
        var document = Ar.Document(
            Ar.Paragraph("a"),
            Ar.Figure(Ar.Image(new ImageResource("a.png", "image/png", TinyPng, 1, 1), "شجرة"), ""),
            Ar.Figure(Ar.Image(new ImageResource("a.png", "image/png", TinyPng, 1, 1), ""), ""));
        var list = WrittenPdf.Of(document, Profile.Ua2A4f).Run("qpdf", "--list-attachments", "--verbose", "@");
        Assert.Contains("a.png -> ", list, StringComparison.Ordinal);
        Assert.Contains("a-2.png -> ", list, StringComparison.Ordinal);
        Assert.Contains("description: شجرة", list, StringComparison.Ordinal);
        Assert.Contains("description: صورة من المقال", list, StringComparison.Ordinal);
        Assert.Contains("D:20260312083000+03'00'", list, StringComparison.Ordinal);
    }

    // RFC 1321, A.5.
    [Theory]
    [InlineData("", "D41D8CD98F00B204E9800998ECF8427E")]
    [InlineData("abc", "900150983CD24FB0D6963F7D28E17F72")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890", "57EDF4A22BE3C955AC49DA2E2107B67A")]
    public void The_sum_is_that_of_the_rfc(string text, string sum) => Assert.Equal(sum, Convert.ToHexString(Md5.HashData(Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void Private_use_characters_do_not_enter_text_strings() =>
        Assert.Equal("FEFF0061FFFDFFFD", Convert.ToHexString(TextString.Encode("a\uE000\U000F0000")));

    [Fact]
    public void A_link_into_the_article_leads_to_an_element_in_pdf_2_0()
    {
        var document = Ar.Document(
            Ar.Heading(1, "a"),
            Ar.Paragraph(Ar.Link("#b", Ar.Text("c"))),
            Ar.Paragraph(Ar.Span(Ar.Text("d")) with { Anchor = "b" }));
        var file = WrittenPdf.Of(document, Profile.Ua2A4).Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        Assert.Contains("/SD [", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/Dest ", file, StringComparison.Ordinal);
        Assert.Contains("/D (b)", file, StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> TinyPng { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static WrittenPdf Write(string name) => WrittenPdf.Of(StructureTests.Rich(), Profile.Find(name)!);
}
