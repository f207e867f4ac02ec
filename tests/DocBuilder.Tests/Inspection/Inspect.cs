using System.Text;
using DocBuilder.Documents;
using DocBuilder.Inspection;
using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>Inspects bytes, and says how that must end.</summary>
internal static class Inspect
{
    /// <summary>No file may take longer, whatever is in it: a few seconds where nothing else runs, and the machine may be very busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal static InspectionResult Bytes(byte[] bytes, Limits? limits = null)
    {
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        using var stream = new MemoryStream(bytes, writable: false);
        var result = new EditionInspector(limits).Inspect(stream, "edition", TestContext.Current.CancellationToken);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(begun) < Patience, "It took too long.");
        Assert.DoesNotContain(result.Findings, finding => finding.Code is "DB6004" or "DB6005");
        Assert.Equal(result.Edition is null, result.Failure is not null);
        return result;
    }

    /// <summary>The lines of an edition that can be read.</summary>
    internal static string[] Lines(byte[] bytes, bool hasPages = true)
    {
        var result = Bytes(bytes);
        Assert.NotNull(result.Edition);
        return [.. AnnouncementText.Lines(result.Edition, hasPages)];
    }

    /// <summary>The codes of what is found, the fatal one last.</summary>
    internal static string[] Codes(byte[] bytes, Limits? limits = null) => [.. Bytes(bytes, limits).Findings.Select(finding => finding.Code)];

    internal static string Json(InspectionResult result)
    {
        using var output = new MemoryStream();
        result.WriteJson(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
