using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Metadata;
using DocBuilder.Typesetting.Pages;
using SkiaSharp;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public class PdfFileTests
{
    private static readonly Model Ar = Model.Arabic;

    [Fact]
    public void Qpdf_has_nothing_to_say() =>
        Assert.Contains("No syntax or stream encoding errors", WrittenPdf.Of(StructureTests.Rich()).Run("qpdf", "--check", "@"), StringComparison.Ordinal);

    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        Assert.True(WrittenPdf.Of(StructureTests.Rich()).Bytes.AsSpan().SequenceEqual(WrittenPdf.Of(StructureTests.Rich()).Bytes));

    [Fact]
    public void The_file_begins_and_ends_as_pdf_a_wants()
    {
        var bytes = WrittenPdf.Of(StructureTests.Rich()).Bytes;
        Assert.True(bytes.AsSpan().StartsWith("%PDF-1.7\n%"u8));
        Assert.All(bytes[10..14], b => Assert.True(b > 127));
        Assert.True(bytes.AsSpan().EndsWith("%%EOF"u8));
    }

    [Fact]
    public void Pdfinfo_sees_a_tagged_document_with_its_title()
    {
        var information = WrittenPdf.Of(Ar.Document(Ar.Heading(1, "عنوان المقال"), Ar.Paragraph("نص"))).Run("pdfinfo", "@");
        Assert.Matches("Title: +عنوان المقال", information);
        Assert.Matches("Tagged: +yes", information);
        Assert.Matches("CreationDate: +Thu Mar 12 ", information);
    }

    [Fact]
    public void The_metadata_are_plain_and_claim_what_holds()
    {
        var text = Encoding.UTF8.GetString(WrittenPdf.Of(StructureTests.Rich()).Bytes);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", text, StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2026-03-12T08:30:00+03:00</xmp:CreateDate>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_is_not_made_while_a_rule_of_it_is_broken()
    {
        var image = Ar.Image(Picture(SKEncodedImageFormat.Png, SKAlphaType.Opaque), " ");
        var pdf = WrittenPdf.Of(Ar.Document(Ar.Heading(1, "عنوان"), Ar.Figure(image, "")));
        Assert.Equal(["DB5002", "DB5001"], pdf.Findings.Select(finding => finding.Code));
        var text = Encoding.UTF8.GetString(pdf.Bytes);
        Assert.DoesNotContain("pdfuaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, SKAlphaType.Opaque, "image/jpeg", "/DCTDecode", false)]
    [InlineData(SKEncodedImageFormat.Png, SKAlphaType.Opaque, "image/png", "/Predictor 15", false)]
    [InlineData(SKEncodedImageFormat.Png, SKAlphaType.Unpremul, "image/png", "/Predictor 15", true)]
    [InlineData(SKEncodedImageFormat.Webp, SKAlphaType.Opaque, "image/webp", "/Predictor 15", false)]
    public void Pictures_of_every_kind_are_drawn(SKEncodedImageFormat format, SKAlphaType alpha, string mediaType, string filter, bool hasMask)
    {
        var picture = Picture(format, alpha);
        Assert.Equal(mediaType, picture.MediaType);
        var pdf = WrittenPdf.Of(Ar.Document(Ar.Heading(1, "عنوان"), Ar.Figure(Ar.Image(picture, "وصف"), "تعليق"), Ar.Figure(Ar.Image(picture, "وصف"), "")));
        Assert.Empty(pdf.Findings);
        Assert.Contains("No syntax", pdf.Run("qpdf", "--check", "@"), StringComparison.Ordinal);

        // A picture that is shown twice is stored once.
        Assert.Equal(hasMask ? 2 : 1, pdf.Run("pdfimages", "-list", "@").Split('\n').Count(line => line.Contains("image", StringComparison.Ordinal) || line.Contains("smask", StringComparison.Ordinal)) / 2);
        var file = Encoding.Latin1.GetString(pdf.Bytes);
        Assert.Contains(filter, file, StringComparison.Ordinal);
        Assert.Equal(hasMask, file.Contains("/SMask", StringComparison.Ordinal));
        Assert.Contains("Figure", pdf.Run("pdfinfo", "-struct", "@"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_a_finding()
    {
        var broken = new ImageResource("x.webp", "image/webp", "no picture"u8.ToArray(), 10, 10);
        var pdf = WrittenPdf.Of(Ar.Document(Ar.Heading(1, "عنوان"), Ar.Figure(Ar.Image(broken, "وصف"), "")));
        Assert.Equal("DB5004", Assert.Single(pdf.Findings).Code);
        Assert.Contains("Figure", pdf.Run("pdfinfo", "-struct", "@"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_labels_are_the_folios()
    {
        var pdf = WrittenPdf.Of(Ar.Document(Ar.Paragraph("نص")));
        Assert.Contains("/P <feff0661>", pdf.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Links_are_annotations_inside_their_element()
    {
        var pdf = WrittenPdf.Of(Ar.Document(Ar.Paragraph(Ar.Text("انظر "), Ar.Link("https://ar.wikipedia.org/wiki/مصر", Ar.Text("مصر")))));
        var file = pdf.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        Assert.Contains("/URI (https://ar.wikipedia.org/wiki/%D9%85%D8%B5%D8%B1)", file, StringComparison.Ordinal);
        Assert.Contains("/Tabs /S", file, StringComparison.Ordinal);
        Assert.Contains("/OBJR", file, StringComparison.Ordinal);
        Assert.Contains("/QuadPoints", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_nowhere_is_words_and_a_finding()
    {
        var pdf = WrittenPdf.Of(Ar.Document(Ar.Paragraph(Ar.Link("#nowhere", Ar.Text("مصر")))));
        Assert.Equal("DB5005", Assert.Single(pdf.Findings).Code);
        Assert.DoesNotContain("Link", pdf.Run("pdfinfo", "-struct", "@"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_colour_profile_is_one_that_a_colour_manager_takes()
    {
        using var space = SKColorSpace.CreateIcc(SrgbProfile.Write());
        Assert.NotNull(space);
        Assert.True(space.IsSrgb);
    }

    [Fact]
    public void The_packet_leaves_out_what_xml_forbids()
    {
        var document = Ar.Document(Ar.Paragraph("نص"));
        var metadata = document.Metadata with { Title = "a<b>&\u0001\"c\"", Authors = ["x & y"] };
        var packet = Encoding.UTF8.GetString(XmpPacket.Write(document with { Metadata = metadata }, WrittenPdf.Options, default));
        var xml = System.Xml.Linq.XDocument.Parse(packet);
        Assert.Contains("a<b>&\"c\"", xml.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfaid", packet, StringComparison.Ordinal);
    }

    private static ImageResource Picture(SKEncodedImageFormat format, SKAlphaType alpha)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(8, 6, SKColorType.Rgba8888, alpha));
        bitmap.Erase(alpha == SKAlphaType.Opaque ? new SKColor(200, 30, 30) : new SKColor(200, 30, 30, 128));
        using var data = bitmap.Encode(format, 90);
        var type = format switch { SKEncodedImageFormat.Jpeg => "image/jpeg", SKEncodedImageFormat.Png => "image/png", _ => "image/webp" };
        return new ImageResource("picture", type, data.ToArray(), 8, 6);
    }
}
