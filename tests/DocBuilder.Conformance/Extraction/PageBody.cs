using System.Globalization;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Extraction;

/// <summary>The band of a page between its furniture (running head, folio, repeated table head), in points above the page's bottom.</summary>
internal readonly record struct PageBody(double Bottom, double Top)
{
    // Baselines nearer than this are one line.
    private const double SameLine = 0.5;

    /// <summary>Found by where the artifacts' text stands: furniture is what stands above or below all that is said.</summary>
    public static PageBody Of(PageContent page)
    {
        var height = page.Page["MediaBox"].Items.ElementAt(3).Number;
        var text = page.Items.Where(item => item.Kind == ContentKind.Text).ToArray();
        double[] said = [.. text.Where(item => !item.IsArtifact).Select(item => item.Baseline)];
        double[] furniture = [.. text.Where(item => item.IsArtifact).Select(item => item.Baseline)];
        if (said.Length == 0)
        {
            return new(0, furniture.Length > 0 ? 0 : height);
        }

        var (lowest, highest) = (said.Min() - SameLine, said.Max() + SameLine);
        var above = furniture.Where(baseline => baseline > highest).DefaultIfEmpty(height).Min();
        var below = furniture.Where(baseline => baseline < lowest).DefaultIfEmpty(0).Max();
        return new((below + lowest) / 2, (above + highest) / 2);
    }

    public string ToJson() => string.Create(CultureInfo.InvariantCulture, $"{{\"bottom\":{Bottom},\"top\":{Top}}}");
}
