using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>What the catalog and the pages must have.</summary>
internal static class CatalogRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        Rule.Holds("ua1 6.2-1, a23 6.7.2.2-1, ua2 6.2-1", "The file says that it is tagged.",
            file => file.Catalog["MarkInfo"]["Marked"].Boolean == true),
        Rule.Holds("ua1 7.1-4", "Its tags are not suspect.", file => file.Catalog["MarkInfo"]["Suspects"].Boolean != true),
        Rule.Holds("ua1 7.1-10, ua2 8.11.2-1", "Viewers show the title and not the file name.",
            file => file.Catalog["ViewerPreferences"]["DisplayDocTitle"].Boolean == true),
        Rule.Holds("ua1 7.1-11, a23 6.7.3.3-1, ua2 8.2.1-1", "There is a structure tree.", file => file.Catalog["StructTreeRoot"].IsDictionary),
        Rule.Holds("ua1 7.1-8, a23 6.6.2.1-1, ua2 8.11.1-2, a4 6.7.2.1-1", "There is a metadata stream.",
            file => file.Catalog["Metadata"] is { IsStream: true } metadata && metadata["Type"].Name == "Metadata"
                && metadata["Subtype"].Name == "XML"),
        Rule.Holds("a4 6.1.12-1", "The version is the header's.", file => file.Catalog["Version"].IsNull),
        Rule.Holds("pdf 7.7.2", "A document in a right-to-left script says that its pages turn that way.", file =>
            (file.Catalog["ViewerPreferences"]["Direction"].Name == "R2L") == (
                file.Catalog["Lang"].Text?.Split('-')[0] is "ar" or "fa" or "he" or "ur")),
        Rule.Holds("pdf 12.4.2", "There are page labels, from the first page.",
            file => file.Catalog["PageLabels"]["Nums"].Items.FirstOrDefault() is { IsNumber: true, Integer: 0 }),
        new("pdf 12.3.3", "Every heading has a bookmark.", Bookmarks),
    ];

    private static IEnumerable<string> Bookmarks(PdfFile file)
    {
        var bookmarks = CountBelow(file.Catalog["Outlines"], 0);
        var headings = file.Structure.Elements.Count(element => element.HeadingLevel > 0 || element.Type == "Title");
        return bookmarks >= headings ? [] : [$"{headings} headings, {bookmarks} bookmarks"];
    }

    private static int CountBelow(PdfValue item, int depth)
    {
        var count = 0;
        for (var next = item["First"]; next.IsDictionary && depth < 50 && count < 100_000; next = next["Next"])
        {
            count += 1 + CountBelow(next, depth + 1);
        }

        return count;
    }
}
