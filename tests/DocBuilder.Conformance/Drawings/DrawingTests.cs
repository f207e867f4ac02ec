using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Drawings;

/// <summary>Drawings look in our PDF as they do in a browser.</summary>
public sealed class DrawingTests(RenderedSheets sheets)
{
    /// <summary>
    /// The mean difference that edges make which two renderers smooth in two ways; of 0 to 255. A shape that is missing, black or somewhere else makes
    /// several times as much.
    /// </summary>
    private const double MostDifference = 2.0;

    /// <summary>Drawings whose tiles poppler draws at whole pixels only, so that a hundred of them end somewhere else.</summary>
    private static readonly string[] RoundedByPoppler = ["pattern.svg"];

    public static TheoryData<string> Names() => [.. PictureSheet.Drawings.Names];

    public static TheoryData<string> NamesForPoppler() => [.. PictureSheet.Drawings.Names.Except(RoundedByPoppler)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_drawing_looks_in_PDFium_as_in_a_browser(string name) =>
        Assert.InRange(await sheets.Drawings.DifferenceIn("PDFium", name), 0, MostDifference);

    [Theory, MemberData(nameof(NamesForPoppler))]
    public async Task A_drawing_looks_in_poppler_as_in_a_browser(string name) =>
        Assert.InRange(await sheets.Drawings.DifferenceIn("poppler", name), 0, MostDifference);

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        var result = await Command.Run("qpdf", ["--check", await sheets.Drawings.Pdf()]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }
}
