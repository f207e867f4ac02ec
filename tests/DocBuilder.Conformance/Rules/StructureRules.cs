using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>The structure tree: ISO 14289-1, 7.1 to 7.9; ISO 32000-1, 14.7.</summary>
internal static class StructureRules
{
    private static readonly HashSet<string> Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1",
        "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry",
        "Code", "Link", "Annot",
        "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
    ];

    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("ua1 7.1-5, a23 6.7.3.4-1", "Every structure type is a standard one or mapped to one.", file =>
            file.Structure.Elements.Where(element => !Standard.Contains(element.Type) && element.HeadingLevel == 0).Select(Describe)),
        new("ua1 7.1-6, a23 6.7.3.4-2, ua2 8.2.4-2", "The role map does not go round in circles.", file =>
            file.Structure.RoleMap.Keys.Where(type => file.Structure.RoleMap[file.Structure.StandardType(type)].Name is not null)),
        new("ua1 7.1-7, a23 6.7.3.4-3, ua2 8.2.4-3 8.2.4-4", "No standard type is mapped.", file => file.Structure.RoleMap.Keys.Where(Standard.Contains)),
        new("ua1 7.1-12, ua2 8.2.1-2", "Every element names its parent, and the right one.", file =>
            file.Structure.Elements.Where(element => element.Dictionary["P"].Reference is not { } parent
                || parent != element.Parent!.Dictionary.Reference).Select(Describe)),
        new("ua1 7.3-1, ua2 8.2.5.28.2-1", "Figures have alternate text.", file => Lacking(file, "Figure", HasAlternative)),
        new("ua1 7.7-1", "Formulas have alternate text.", file => Lacking(file, "Formula", HasAlternative)),
        new("pdf 14.8.5.4.3", "Figures have a bounding box.",
            file => Lacking(file, "Figure", figure => figure.Attribute("Layout", "BBox").Items.Count() == 4)),
        new("ua1 7.4.2-1, pdf2 14.8.4.5", "The first heading is H1, and no level is skipped on the way down.", HeadingLevels),
        new("ua1 7.4.4-1 7.4.4-2 7.4.4-3, ua2 8.2.5.12-1", "Headings are numbered; H is not used.",
            file => file.Structure.Elements.Where(element => element.Type == "H").Select(Describe)),
        new("ua1 7.9-1 7.9-2", "Notes have an ID of their own.", NoteIds),
        new("pdf 14.7.4.2", "Every sequence of marked content belongs to one element, and every element's sequences are there.",
            ContentBelongs),
        new("pdf 14.7.4.4", "The parent tree leads from content to its element.", ParentTreeAgrees),
        new("pdf 14.8.4.2", "Sections begin with their heading, and hold what is below it.", Sections),
        // Table 347: without the attribute, and with None, labels are words of the text (the terms of a description list).
        new("pdf 14.8.5.5", "How a list is numbered is said in the standard's words.", file => Lacking(file, "L", list =>
            list.Attribute("List", "ListNumbering") is { IsNull: true } or { Name: "None" or "Disc" or "Circle" or "Square" or "Decimal"
                or "UpperRoman" or "LowerRoman" or "UpperAlpha" or "LowerAlpha" }
            || (file.IsPdf20 && list.Attribute("List", "ListNumbering").Name is "Unordered" or "Ordered" or "Description"))),
    ];

    private static string Describe(StructureElement element) => element.ToString();

    private static bool HasAlternative(StructureElement element) => element.Alt?.Length > 0 || element.ActualText is not null;

    private static IEnumerable<string> Lacking(PdfFile file, string type, Func<StructureElement, bool> isRight) =>
        file.Structure.Elements.Where(element => element.Type == type && !isRight(element)).Select(Describe);

    private static IEnumerable<string> HeadingLevels(PdfFile file)
    {
        var previous = 0;
        foreach (var heading in file.Structure.Elements.Where(element => element.HeadingLevel > 0))
        {
            if (heading.HeadingLevel > previous + 1)
            {
                yield return $"{heading} after level {previous}";
            }

            previous = heading.HeadingLevel;
        }
    }

    private static IEnumerable<string> Sections(PdfFile file) =>
        from section in file.Structure.Elements
        let levels = section.Elements.Select(kid => kid.HeadingLevel).ToArray()
        where (section.Type == "Sect" && levels is [> 0, ..] && levels.Skip(1).Any(level => level > 0))
            || (section.Type == "Document" && levels.Count(level => level > 0) > 1)
        select Describe(section);

    private static IEnumerable<string> NoteIds(PdfFile file)
    {
        var ids = file.Structure.Elements.Where(element => element.Type == "Note").Select(note => note.Dictionary["ID"].Text ?? "")
            .ToArray();
        return ids.GroupBy(id => id).Where(group => group.Key.Length == 0 || group.Count() > 1)
            .Select(group => $"\"{group.Key}\" {group.Count()} times");
    }

    private static IEnumerable<string> ContentBelongs(PdfFile file)
    {
        var drawn = file.Contents
            .SelectMany(page => page.Items.Select(
                item => item.Marks.LastOrDefault(mark => mark.MarkedContentId is not null)))
            .OfType<Mark>().Select(mark => $"{mark.Owner} MCID {mark.MarkedContentId}").ToHashSet();
        var tagged = file.Structure.Elements.SelectMany(element => element.Content).Select(content => $"{content.Owner} MCID {content.Id}")
            .ToArray();
        return drawn.Except(tagged).Select(place => $"{place} has no element")
            .Concat(tagged.Except(drawn).Select(place => $"{place} draws nothing"))
            .Concat(tagged.GroupBy(place => place).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key} has {group.Count()} elements"));
    }

    private static IEnumerable<string> ParentTreeAgrees(PdfFile file)
    {
        var tree = file.Structure.ParentTree;
        foreach (var element in file.Structure.Elements)
        {
            foreach (var content in element.Content)
            {
                var key = file.Object(content.Owner)["StructParents"];
                if (!key.IsNumber || !tree.TryGetValue(key.Integer, out var parents)
                    || parents.Items.ElementAtOrDefault(content.Id).Reference != element.Dictionary.Reference)
                {
                    yield return $"{content.Owner} MCID {content.Id} does not lead to {element}";
                }
            }

            foreach (var target in element.Objects.Select(reference => reference.Target))
            {
                if (!target["StructParent"].IsNumber || !tree.TryGetValue(target["StructParent"].Integer, out var parent)
                    || parent.Reference != element.Dictionary.Reference)
                {
                    yield return $"{target} does not lead to {element}";
                }
            }
        }

        if (file.Structure.Root["ParentTreeNextKey"] is not { IsNumber: true } next || tree.Keys.Any(key => key >= next.Integer))
        {
            yield return "ParentTreeNextKey is not greater than every key";
        }
    }
}
