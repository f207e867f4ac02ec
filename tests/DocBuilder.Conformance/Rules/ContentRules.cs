using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>What content streams hold: ISO 14289-1, 7.1; ISO 19005-2, 6.2.2.</summary>
internal static class ContentRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("ua1 7.1-1 7.1-2", "No artifact stands in tagged content, and nothing tagged in an artifact.", file =>
            Items(file).Where(item => item.IsArtifact && item.IsTagged).Select(Describe)),
        new("ua1 7.1-3, ua2 8.2.2-1", "Everything drawn is tagged or an artifact.", file => Items(file).Where(item => !item.IsArtifact && !item.IsTagged)
            .Select(Describe)),
        new("a23 6.2.2-1 6.2.2-2, a4 6.2.2-1 6.2.2-2 6.2.2-3, pdf 14.6.1",
            "Streams use operators of ISO 32000-1 and resources of their own, and close what they open.", file =>
            file.Contents.SelectMany(page => page.Faults).Distinct()),
        new("pdf 14.6", "A sequence of tagged content stands in no other one.", file =>
            Items(file).Where(item => item.Marks.Count(mark => mark.MarkedContentId is not null) > 1).Select(Describe)),
        new("pdf 14.8.2.2.2", "Artifacts say what kind they are.", file =>
            Items(file).SelectMany(item => item.Marks)
                .Where(mark => mark.Tag == "Artifact"
                && mark.Properties.GetValueOrDefault("Type") is not ("Pagination" or "Layout" or "Page" or "Background"))
                .Select(mark => string.Join(' ', mark.Properties)).Distinct()),
    ];

    private static IEnumerable<ContentItem> Items(PdfFile file) => file.Contents.SelectMany(page => page.Items);

    private static string Describe(ContentItem item) =>
        $"{item.Kind} of {item.Owner} at {item.Baseline:0}: {string.Join('/', item.Marks.Select(mark => mark.Tag))}";
}
