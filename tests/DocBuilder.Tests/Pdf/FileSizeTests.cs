using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public sealed partial class FileSizeTests
{
    private static readonly Model Ar = Model.Arabic;

    public static TheoryData<string> Names => [.. Profile.All.Select(static profile => profile.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Of_a_long_text_the_objects_that_are_no_pages_no_fonts_and_no_pictures_are_a_small_part(string name)
    {
        const string Words = "كلمات كثيرة تملأ سطرًا بعد سطر، وتقول كل مرة شيئًا يشبه ما قالته من قبل ولا يساويه. ";
        var blocks = new List<Block> { Ar.Heading(1, "كتاب") };
        for (var i = 0; i < 150; i++)
        {
            var text = string.Concat(Enumerable.Range(i, 6).Select(n => Words.Insert(17 * (n % 5), n.ToString(CultureInfo.InvariantCulture))));
            blocks.Add(i % 10 == 0 ? Ar.Heading(2 + (i / 10 % 2), $"باب {i}") : i % 10 == 5 ? Ar.List(ListMarker.Disc, [Ar.Paragraph(text)], [Ar.Paragraph(text)]) : Ar.Paragraph(text));
        }

        var bytes = WrittenPdf.Of(Ar.Document([.. blocks]), Profile.Find(name)!).Bytes;
        var packed = ObjectStream().Matches(Encoding.Latin1.GetString(bytes)).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.InRange(packed, 1, bytes.Length * 30 / 100);
    }

    [Fact]
    public void A_jpeg_that_deflates_is_deflated_and_one_that_does_not_is_not()
    {
        Assert.Contains("/Filter[/FlateDecode/DCTDecode]", Jpeg(new byte[4000]), StringComparison.Ordinal);
        var noise = new byte[4000];
#pragma warning disable CA5394 // The same noise every time is what is wanted.
        new Random(1).NextBytes(noise);
#pragma warning restore CA5394
        Assert.Contains("/Filter/DCTDecode", Jpeg(noise), StringComparison.Ordinal);
    }

    private static string Jpeg(byte[] data)
    {
        using var output = new MemoryStream();
        var file = new PdfFile(output, "1.7");
        file.WriteJpegStream(file.Reserve(), data, static w => w.Name("Subtype"u8).Name("Image"u8));
        return Encoding.Latin1.GetString(output.ToArray());
    }

    [GeneratedRegex("/ObjStm/N [0-9]+/First [0-9]+/Filter/FlateDecode/Length ([0-9]+)")]
    private static partial Regex ObjectStream();
}
