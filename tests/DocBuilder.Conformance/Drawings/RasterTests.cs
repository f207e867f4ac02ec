using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Drawings;

/// <summary>Raster pictures come through with every bit, colour and turn that they have.</summary>
public sealed class RasterTests(RenderedSheets sheets)
{
    /// <summary>The mean difference that decoders and colour engines of two readers make, of 0 to 255.</summary>
    private const double MostDifference = 1.5;

    /// <summary>PDFium takes CalRGB for RGB.</summary>
    private const string WithGamma = "gamma.png";

    public static TheoryData<string> Names() => [.. PictureSheet.Rasters.Names.Except([WithGamma])];

    [Theory, MemberData(nameof(Names))]
    public async Task A_picture_looks_in_PDFium_as_in_a_browser(string name) =>
        Assert.InRange(await sheets.Rasters.DifferenceIn("PDFium", name), 0, MostDifference);

    [Fact]
    public async Task Gamma_looks_in_poppler_as_in_a_browser() =>
        Assert.InRange(await sheets.Rasters.DifferenceIn("poppler", WithGamma), 0, 2 * MostDifference);

    [Theory]
    [InlineData("rgba16.png", 16, "DeviceRGB", "FlateDecode", true)]
    [InlineData("rgb16.png", 16, "DeviceRGB", "FlateDecode", false)]
    [InlineData("interlaced-16.png", 16, "DeviceRGB", "FlateDecode", false)]
    [InlineData("palette-alpha.png", 8, "Indexed", "FlateDecode", true)]
    [InlineData("interlaced-palette.png", 8, "Indexed", "FlateDecode", false)]
    [InlineData("grey-alpha.png", 8, "DeviceGray", "FlateDecode", true)]
    [InlineData("grey1.png", 1, "DeviceGray", "FlateDecode", false)]
    [InlineData("gamma.png", 8, "CalRGB", "FlateDecode", false)]
    [InlineData("turned-profile.png", 8, "ICCBased", "FlateDecode", false)]
    [InlineData("turned-profile.jpg", 8, "ICCBased", "DCTDecode", false)]
    [InlineData("srgb-profile.jpg", 8, "DeviceRGB", "DCTDecode", false)]
    [InlineData("future-profile.jpg", 8, "DeviceRGB", "DCTDecode", false)]
    [InlineData("exif-6.jpg", 8, "DeviceRGB", "DCTDecode", false)]
    [InlineData("progressive.jpg", 8, "DeviceRGB", "DCTDecode", false)]
    [InlineData("grey.jpg", 8, "DeviceGray", "DCTDecode", false)]
    [InlineData("cmyk.jpg", 8, "DeviceRGB", "FlateDecode", false)]
    public async Task A_picture_keeps_what_it_is(string name, int bits, string space, string filter, bool hasMask)
    {
        var file = await PdfFile.Open(await sheets.Rasters.Pdf());
        var image = ImageOf(file, name);
        Assert.Equal(bits, image["BitsPerComponent"].Integer);
        Assert.Equal(space, image["ColorSpace"].Name ?? image["ColorSpace"].Items.First().Name);
        Assert.Equal(filter, image["Filter"].Name ?? image["Filter"].Items.Last().Name);
        Assert.Equal(hasMask, !image["SMask"].IsNull);
    }

    [Theory, InlineData("rgb.jpg"), InlineData("progressive.jpg"), InlineData("exif-6.jpg"), InlineData("turned-profile.jpg")]
    public async Task A_jpeg_is_in_the_file_byte_for_byte(string name)
    {
        var bytes = await File.ReadAllBytesAsync(PictureSheet.Rasters.Files.Single(file => Path.GetFileName(file) == name), TestContext.Current.CancellationToken);
        var image = ImageOf(await PdfFile.Open(await sheets.Rasters.Pdf()), name);
        Assert.Equal(bytes, image["Filter"].Name is null ? Inflated(image.RawBytes) : image.RawBytes);
    }

    [Fact]
    public async Task A_profile_is_in_the_file_once()
    {
        var file = await PdfFile.Open(await sheets.Rasters.Pdf());
        Assert.Equal(
            ImageOf(file, "turned-profile.jpg")["ColorSpace"].Items.ElementAt(1).Reference,
            ImageOf(file, "turned-profile.png")["ColorSpace"].Items.ElementAt(1).Reference);
    }

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        var result = await Command.Run("qpdf", ["--check", await sheets.Rasters.Pdf()]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }

    /// <summary>The bytes behind Flate, which stands before DCT where it makes a picture smaller.</summary>
    private static byte[] Inflated(byte[] bytes)
    {
        using var inflated = new MemoryStream();
        using var zlib = new System.IO.Compression.ZLibStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    /// <summary>The only image that the picture's page shows.</summary>
    private static PdfValue ImageOf(PdfFile file, string name)
    {
        var page = file.Contents[PictureSheet.Rasters.Names.ToList().IndexOf(name)].Page;
        var images = page["Resources"]["XObject"];
        return images[images.Keys.Single()];
    }
}
