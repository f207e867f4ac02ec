using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Drawings;

/// <summary>Drawings look in our PDF as they do in a browser.</summary>
public sealed class DrawingTests(RenderedDrawings drawings)
{
    /// <summary>
    /// The mean difference that edges make which two renderers smooth in two ways; of 0 to 255. A shape that is missing, black or somewhere else makes
    /// several times as much.
    /// </summary>
    private const double MostDifference = 2.0;

    /// <summary>Drawings whose tiles poppler draws at whole pixels only, so that a hundred of them end somewhere else.</summary>
    private static readonly string[] RoundedByPoppler = ["pattern"];

    public static TheoryData<string> Names() => [.. DrawingSheet.Names];

    public static TheoryData<string> NamesForPoppler() => [.. DrawingSheet.Names.Except(RoundedByPoppler)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_drawing_looks_in_PDFium_as_in_a_browser(string name) =>
        Assert.InRange(await drawings.DifferenceIn("PDFium", name), 0, MostDifference);

    [Theory, MemberData(nameof(NamesForPoppler))]
    public async Task A_drawing_looks_in_poppler_as_in_a_browser(string name) =>
        Assert.InRange(await drawings.DifferenceIn("poppler", name), 0, MostDifference);

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        await drawings.DifferenceIn("poppler", DrawingSheet.Names[0]);
        var result = await Command.Run("qpdf", ["--check", drawings.PdfPath]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }
}
