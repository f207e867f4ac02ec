using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Rules;

/// <summary>Which structure types may hold which: ISO 14289-1, 7.2, ISO/TS 32005, and the tables of <c>Data/containment-*.txt</c>.</summary>
internal static class ContainmentRules
{
    private static readonly Dictionary<string, (bool MayHoldContent, string[] Types)> Of17 = Read("containment-1.7.txt");

    private static readonly Dictionary<string, (bool MayHoldContent, string[] Types)> Of20 = Read("containment-2.0.txt");

    // Grouping elements without a meaning of their own: what they hold must suit what holds them.
    private static readonly HashSet<string> Transparent = ["Div", "NonStruct"];

    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("pdf 14.8.4", "Elements stand only where the containment table lets them.",
            file => file.Structure.Elements.Prepend(file.Structure.Document).SelectMany(element => Misplaced(element, file.IsPdf20 ? Of20 : Of17))),
        new("ua1 7.2-3 7.2-16 7.2-39", "A table holds rows, row groups and one caption, first or last.",
            file => Wrong(file, "Table", kids =>
            kids.All(kid => kid is "TR" or "THead" or "TBody" or "TFoot" or "Caption") && kids.Count(kid => kid == "Caption") < 2
                && !kids.Skip(1).SkipLast(1).Contains("Caption"))),
        new("ua1 7.2-11 7.2-12 7.2-13 7.2-14", "A table has one head and one foot at most, and a body with either.",
            file => Wrong(file, "Table", kids =>
            kids.Count(kid => kid == "THead") < 2 && kids.Count(kid => kid == "TFoot") < 2
                && (!(kids.Contains("THead") || kids.Contains("TFoot")) || kids.Contains("TBody")))),
        new("ua1 7.2-4", "Rows stand in tables and row groups.", file => Stray(file, "TR", "Table", "THead", "TBody", "TFoot")),
        new("ua1 7.2-5 7.2-6 7.2-7", "Row groups stand in tables.", file => Stray(file, "THead", "Table")
            .Concat(Stray(file, "TBody", "Table")).Concat(Stray(file, "TFoot", "Table"))),
        new("ua1 7.2-8 7.2-9", "Cells stand in rows.", file => Stray(file, "TH", "TR").Concat(Stray(file, "TD", "TR"))),
        new("ua1 7.2-10", "Rows hold cells.", file => Wrong(file, "TR", kids => kids.All(kid => kid is "TH" or "TD"))),
        new("ua1 7.2-36 7.2-37 7.2-38", "Row groups hold rows.", file =>
            new[] { "THead", "TBody", "TFoot" }.SelectMany(group => Wrong(file, group, kids => kids.All(kid => kid == "TR")))),
        new("ua1 7.2-17 7.2-18", "List items stand in lists, and their bodies in items.", file => Stray(file, "LI", "L")
            .Concat(Stray(file, "LBody", "LI"))),
        new("ua1 7.2-19 7.2-40", "Lists hold items, lists, and a caption first.",
            file => Wrong(file, "L", kids => kids.All(kid => kid is "L" or "LI" or "Caption") && !kids.Skip(1).Contains("Caption"))),
        new("ua1 7.2-20", "Items hold a label and a body.", file => Wrong(file, "LI", kids => kids.All(kid => kid is "Lbl" or "LBody"))),
        new("ua1 7.2-26", "Entries of a contents list stand in one.", file => Stray(file, "TOCI", "TOC")),
        new("ua1 7.2-27 7.2-28", "Contents lists hold entries, lists, and a caption first.",
            file => Wrong(file, "TOC", kids => kids.All(kid => kid is "TOC" or "TOCI" or "Caption") && !kids.Skip(1).Contains("Caption"))),
    ];

    private static Dictionary<string, (bool MayHoldContent, string[] Types)> Read(string name) => Repository.Data(name)
        .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => (words[1] == "content", words[2..]));

    private static IEnumerable<string> Misplaced(StructureElement element, Dictionary<string, (bool MayHoldContent, string[] Types)> table)
    {
        if (Transparent.Contains(element.Type) && element.Parent is not null)
        {
            return element.Content.Any() && element.Type == "Div" ? [$"{element} holds content"] : [];
        }

        var (mayHoldContent, types) = table.TryGetValue(element.ContainmentType, out var row) ? row : (false, []);
        var kids = Kids(element).ToArray();
        return kids.Where(kid => !types.Contains(kid) && !types.Contains(kid + "!")).Select(kid => $"{kid} in {element}")
            .Concat(types.Where(type => type.EndsWith('!') && kids.Count(kid => kid == type[..^1]) > 1)
                .Select(type => $"more than one {type[..^1]} in {element}"))
            .Concat(!mayHoldContent && element.Content.Any() ? [$"{element} holds content"] : []);
    }

    private static IEnumerable<string> Kids(StructureElement element) =>
        element.Elements.SelectMany(kid => Transparent.Contains(kid.Type) ? Kids(kid) : [kid.ContainmentType]);

    private static IEnumerable<string> Wrong(PdfFile file, string type, Func<string[], bool> isRight) =>
        file.Structure.Elements.Where(element => element.Type == type && !isRight([.. element.Elements.Select(kid => kid.Type)]))
            .Select(element => element.ToString());

    private static IEnumerable<string> Stray(PdfFile file, string type, params string[] parents) =>
        file.Structure.Elements.Where(element => element.Type == type && !parents.Contains(element.Parent!.Type))
            .Select(element => element.ToString());
}
