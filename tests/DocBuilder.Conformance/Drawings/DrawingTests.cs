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

    public static TheoryData<string> Names() => [.. DrawingSheet.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task A_drawing_looks_as_in_a_browser(string name)
    {
        var (ours, browsers) = await drawings.Of(name);
        Assert.InRange(ours.DifferenceFrom(browsers), 0, MostDifference);
    }

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        await drawings.Of(DrawingSheet.Names[0]);
        var result = await Command.Run("qpdf", ["--check", drawings.PdfPath]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }
}
