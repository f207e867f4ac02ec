using System.Text.Json;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Epub;

/// <summary>A page of a print edition as PDFium reads it: how its running text begins, with labels of lists and without, and how it ends.</summary>
internal sealed record PrintPage(string Label, string Begins, string BeginsUnlabelled, string Ends);

/// <summary>The pages of every print edition, read once.</summary>
internal static class PrintPages
{
    public static async Task<Dictionary<string, PrintPage[]>> Read(IEnumerable<string> files)
    {
        var replies = await NodeProcess.Ask("pagestarts.mjs", files.Select(file => $$"""{"file":{{JsonSerializer.Serialize(file)}}}"""));
        return replies.ToDictionary(
            reply => reply.GetProperty("file").GetString()!,
            reply => reply.GetProperty("pages").EnumerateArray()
                .Select(page => new PrintPage(Text(page, "label"), Text(page, "begins"), Text(page, "beginsUnlabelled"), Text(page, "ends"))).ToArray());
    }

    private static string Text(JsonElement page, string name) => page.GetProperty(name).GetString()!;
}
