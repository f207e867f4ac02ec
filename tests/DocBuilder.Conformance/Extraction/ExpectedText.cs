using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Extraction;

/// <summary>What an article says, written by hand: <c>tests/expected</c>, a line a block.</summary>
internal static class ExpectedText
{
    public static IReadOnlyList<string> Lines(string article) =>
        [.. File.ReadLines(PathOf(article)).Where(line => line.Trim().Length > 0)];

    /// <summary>The whole text, folded.</summary>
    public static string Of(string article) => Folding.Fold(string.Join('\n', Lines(article)));

    /// <summary>The whole text with the labels that the PDF draws before list items and notes, each in front of its block.</summary>
    public static string WithLabels(string article, PdfFile file, TaggedText tagged)
    {
        List<string> lines = [.. Lines(article).Select(Folding.Fold)];
        var from = 0;
        foreach (var holder in file.Structure.Elements.Where(IsMarked))
        {
            if (holder.SelfAndBelow().FirstOrDefault(element => element.Type == "Lbl") is not { } label || Holder(label) != holder)
            {
                continue;
            }

            var mark = tagged.Of(label);
            var body = tagged.Of(holder);
            body = body.StartsWith(mark, StringComparison.Ordinal) ? body[mark.Length..].Trim() : body;
            from = NearestLine(lines, from, body);
            lines[from] = $"{mark} {lines[from]}";
            from++;
        }

        return string.Join(' ', lines);
    }

    private static string PathOf(string article) =>
        Path.Combine(Repository.Articles.Contains(article) ? Repository.Expected : Repository.ExtractionTexts, article + ".txt");

    // Without a numbering, or with that of PDF 2.0 for them, the label of an item is text: the term of a description list.
    private static bool IsMarked(StructureElement element) =>
        element.Type is "Note" or "FENote"
        || (element.Type == "LI" && element.Parent!.Attribute("List", "ListNumbering").Name is not (null or "None" or "Description"));

    private static StructureElement? Holder(StructureElement label)
    {
        var holder = label.Parent;
        while (holder is not null && holder.Type is "Div" or "NonStruct" or "P" or "LBody" or "Span")
        {
            holder = holder.Parent;
        }

        return holder;
    }

    // Readers err, so the block is the line whose beginning is nearest to what was read.
    private static int NearestLine(List<string> lines, int from, string body)
    {
        var best = from;
        var least = double.MaxValue;
        for (var i = from; i < lines.Count; i++)
        {
            var length = Math.Min(Math.Min(lines[i].Length, body.Length), 40);
            var share = length == 0 ? 1 : EditDistance.Between(lines[i][..length], body[..length]) / (double)length;
            if (share < least)
            {
                (least, best) = (share, i);
            }
        }

        return Math.Min(best, lines.Count - 1);
    }
}
